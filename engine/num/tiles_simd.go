//go:build goexperiment.simd

package num

import (
	"simd/archsimd"
	"unsafe"
)

const tileBytes = 4 * Tile

// In wasm a call is dear. So the loops are written out for four rows, what is left for two and
// one, and two tiles more share the weights. More sums than six are slower: there are not enough
// registers for them and what they are made of.

// splat reads one number into all lanes.
func splat(p unsafe.Pointer, at int) vec {
	return archsimd.BroadcastFloat32x4(*(*float32)(unsafe.Add(p, at)))
}

// splats reads four numbers, each into all lanes of a vector: in wasm one load and shuffles
// are cheaper than four loads.
func splats(p unsafe.Pointer, at int) (a, b, c, d vec) {
	if !shuffle {
		return splat(p, at), splat(p, at+4), splat(p, at+8), splat(p, at+12)
	}
	v := load(p, at)
	return archsimd.BroadcastFloat32x4(v.GetElem(0)), archsimd.BroadcastFloat32x4(v.GetElem(1)),
		archsimd.BroadcastFloat32x4(v.GetElem(2)), archsimd.BroadcastFloat32x4(v.GetElem(3))
}

// row1 adds k times a tile's row, at a byte offset from x, to its sums.
func row1(a0, a1, k vec, x unsafe.Pointer, at int) (vec, vec) {
	return a0.Add(k.Mul(load(x, at))), a1.Add(k.Mul(load(x, at+bytes)))
}

// rows2 does so for two rows, with k and l, of three tiles.
func rows2(a0, a1, b0, b1, c0, c1, k, l vec, x, y, z unsafe.Pointer, at int) (vec, vec, vec, vec, vec, vec) {
	return a0.Add(k.Mul(load(x, at))).Add(l.Mul(load(x, at+tileBytes))),
		a1.Add(k.Mul(load(x, at+bytes))).Add(l.Mul(load(x, at+tileBytes+bytes))),
		b0.Add(k.Mul(load(y, at))).Add(l.Mul(load(y, at+tileBytes))),
		b1.Add(k.Mul(load(y, at+bytes))).Add(l.Mul(load(y, at+tileBytes+bytes))),
		c0.Add(k.Mul(load(z, at))).Add(l.Mul(load(z, at+tileBytes))),
		c1.Add(k.Mul(load(z, at+bytes))).Add(l.Mul(load(z, at+tileBytes+bytes)))
}

func activateVector(h, w Rows, x []float32, tiles, on *Lists) {
	px := base(x)
	for _, unit := range tiles.which {
		j := int(unit)
		lit := unsafe.Pointer(&on.index[j*on.bound])
		many := combine(base(h.Data[j*h.Stride:]), nil, base(w.Data[j*w.Stride:]), px, w.Len, tiles.Of(j), lit)
		on.many[j] = int32(many)
	}
}

func backVector(dh, h, w Rows, g []float32, tiles *Lists) {
	pg := base(g)
	for _, unit := range tiles.which {
		if j := int(unit); tiles.many[j] > 0 {
			combine(base(dh.Data[j*dh.Stride:]), base(h.Data[j*h.Stride:]), base(w.Data[j*w.Stride:]), pg, w.Len, tiles.Of(j), nil)
		}
	}
}

// combine makes one unit's sums of the listed tiles' rows with weights w. Then come relu,
// which lists in lit the tiles that are not silent and counts them, or, if lit is nil, the
// mask. It takes three tiles at a time, then single ones.
func combine(out, h, w, x unsafe.Pointer, rows int, list []int32, lit unsafe.Pointer) (many int) {
	step := rows * tileBytes
	for ; len(list) >= 3; list = list[3:] {
		var a0, a1, b0, b1, c0, c1 vec
		r, t, u, v := w, int(list[0]), int(list[1]), int(list[2])
		p, y, z := unsafe.Add(x, t*step), unsafe.Add(x, u*step), unsafe.Add(x, v*step)
		for left := rows; left >= 4; left -= 4 {
			k, l, m, n := splats(r, 0)
			a0, a1, b0, b1, c0, c1 = rows2(a0, a1, b0, b1, c0, c1, k, l, p, y, z, 0)
			a0, a1, b0, b1, c0, c1 = rows2(a0, a1, b0, b1, c0, c1, m, n, p, y, z, 2*tileBytes)
			r, p, y, z = unsafe.Add(r, 16), unsafe.Add(p, 4*tileBytes), unsafe.Add(y, 4*tileBytes), unsafe.Add(z, 4*tileBytes)
		}
		if rows&2 != 0 {
			a0, a1, b0, b1, c0, c1 = rows2(a0, a1, b0, b1, c0, c1, splat(r, 0), splat(r, 4), p, y, z, 0)
			r, p, y, z = unsafe.Add(r, 8), unsafe.Add(p, 2*tileBytes), unsafe.Add(y, 2*tileBytes), unsafe.Add(z, 2*tileBytes)
		}
		if rows&1 != 0 {
			k := splat(r, 0)
			a0, a1 = row1(a0, a1, k, p, 0)
			b0, b1 = row1(b0, b1, k, y, 0)
			c0, c1 = row1(c0, c1, k, z, 0)
		}
		if lit == nil {
			mask(out, h, t, a0, a1)
			mask(out, h, u, b0, b1)
			mask(out, h, v, c0, c1)
			continue
		}
		many = relu(out, t, a0, a1, lit, many)
		many = relu(out, u, b0, b1, lit, many)
		many = relu(out, v, c0, c1, lit, many)
	}
	for _, t := range list {
		a0, a1 := combine1(w, unsafe.Add(x, int(t)*step), rows)
		if lit == nil {
			mask(out, h, int(t), a0, a1)
			continue
		}
		many = relu(out, int(t), a0, a1, lit, many)
	}
	return many
}

// combine1 is the sums of one tile's rows, which begin at x, with weights w.
func combine1(w, x unsafe.Pointer, rows int) (a0, a1 vec) {
	for ; rows >= 4; rows -= 4 {
		k, l, m, n := splats(w, 0)
		a0, a1 = row1(a0, a1, k, x, 0)
		a0, a1 = row1(a0, a1, l, x, tileBytes)
		a0, a1 = row1(a0, a1, m, x, 2*tileBytes)
		a0, a1 = row1(a0, a1, n, x, 3*tileBytes)
		w, x = unsafe.Add(w, 16), unsafe.Add(x, 4*tileBytes)
	}
	if rows&2 != 0 {
		a0, a1 = row1(a0, a1, splat(w, 0), x, 0)
		a0, a1 = row1(a0, a1, splat(w, 4), x, tileBytes)
		w, x = unsafe.Add(w, 8), unsafe.Add(x, 2*tileBytes)
	}
	if rows&1 != 0 {
		a0, a1 = row1(a0, a1, splat(w, 0), x, 0)
	}
	return a0, a1
}

// relu stores tile t with what is negative set to zero, and adds it to the list of many if
// anything is left. A NaN is kept.
func relu(h unsafe.Pointer, t int, v, w vec, list unsafe.Pointer, many int) int {
	x, y := rectify(v), rectify(w)
	p := unsafe.Add(h, t*tileBytes)
	store(p, 0, x.BitsToFloat32())
	store(p, bytes, y.BitsToFloat32())
	*(*int32)(unsafe.Add(list, 4*many)) = int32(t)
	both := x.Or(y).ReshapeToUint64s()
	any := both.GetElem(0) | both.GetElem(1)
	return many + int((any|-any)>>63) // one more if any bit is set
}

func rectify(v vec) archsimd.Uint32x4 {
	var zero vec
	return v.ToBits().AndNot(v.LessEqual(zero).ToInt32x4().ToBits())
}

// mask stores tile t of dh, with zeros where h is silent.
func mask(dh, h unsafe.Pointer, t int, a, b vec) {
	var zero vec
	p, q := unsafe.Add(dh, t*tileBytes), unsafe.Add(h, t*tileBytes)
	store(p, 0, a.IfElse(load(q, 0).Greater(zero), zero))
	store(p, bytes, b.IfElse(load(q, bytes).Greater(zero), zero))
}
