//go:build goexperiment.simd

package num

import (
	"runtime"
	"simd/archsimd"
	"unsafe"
)

const tileBytes = 4 * Tile

// roundabout says that a loop's way back is dear: in wasm it goes through a table, so that
// more rows in a round are quicker. Natively they would need too many registers.
const roundabout = runtime.GOARCH == "wasm"

// splat reads one number into all lanes.
func splat(p unsafe.Pointer, at int) vec {
	return archsimd.BroadcastFloat32x4(*(*float32)(unsafe.Add(p, at)))
}

// splats reads four numbers, each into all lanes of a vector. In wasm one load and shuffles
// are cheaper than four addresses.
func splats(p unsafe.Pointer) (a, b, c, d vec) {
	if !roundabout {
		return splat(p, 0), splat(p, 4), splat(p, 8), splat(p, 12)
	}
	v := load(p, 0)
	return archsimd.BroadcastFloat32x4(v.GetElem(0)), archsimd.BroadcastFloat32x4(v.GetElem(1)),
		archsimd.BroadcastFloat32x4(v.GetElem(2)), archsimd.BroadcastFloat32x4(v.GetElem(3))
}

// row adds k times a tile's row, at a byte offset from p, to its sums.
func row(a, b, k vec, p unsafe.Pointer, at int) (vec, vec) {
	return a.Add(k.Mul(load(p, at))), b.Add(k.Mul(load(p, at+bytes)))
}

// combine1 is the sums of a tile's rows, which begin at x, with weights w.
func combine1(w, x unsafe.Pointer, rows int) (a0, a1 vec) {
	for ; rows >= 4; rows -= 4 {
		k0, k1, k2, k3 := splats(w)
		a0, a1 = row(a0, a1, k0, x, 0)
		a0, a1 = row(a0, a1, k1, x, tileBytes)
		a0, a1 = row(a0, a1, k2, x, 2*tileBytes)
		a0, a1 = row(a0, a1, k3, x, 3*tileBytes)
		w, x = unsafe.Add(w, 16), unsafe.Add(x, 4*tileBytes)
	}
	for ; rows > 0; rows-- {
		a0, a1 = row(a0, a1, splat(w, 0), x, 0)
		w, x = unsafe.Add(w, 4), unsafe.Add(x, tileBytes)
	}
	return a0, a1
}

// combine3 does the same for three tiles, the others y and z bytes from the first. For
// more sums than six there are not enough registers.
func combine3(w, x unsafe.Pointer, rows, y, z int) (a0, a1, b0, b1, c0, c1 vec) {
	for ; roundabout && rows >= 4; rows -= 4 {
		p, q := unsafe.Add(x, y), unsafe.Add(x, z)
		k0, k1, k2, k3 := splats(w)
		a0, a1 = row(a0, a1, k0, x, 0)
		b0, b1 = row(b0, b1, k0, p, 0)
		c0, c1 = row(c0, c1, k0, q, 0)
		a0, a1 = row(a0, a1, k1, x, tileBytes)
		b0, b1 = row(b0, b1, k1, p, tileBytes)
		c0, c1 = row(c0, c1, k1, q, tileBytes)
		a0, a1 = row(a0, a1, k2, x, 2*tileBytes)
		b0, b1 = row(b0, b1, k2, p, 2*tileBytes)
		c0, c1 = row(c0, c1, k2, q, 2*tileBytes)
		a0, a1 = row(a0, a1, k3, x, 3*tileBytes)
		b0, b1 = row(b0, b1, k3, p, 3*tileBytes)
		c0, c1 = row(c0, c1, k3, q, 3*tileBytes)
		w, x = unsafe.Add(w, 16), unsafe.Add(x, 4*tileBytes)
	}
	for ; rows >= 2; rows -= 2 {
		p, q := unsafe.Add(x, y), unsafe.Add(x, z)
		k := splat(w, 0)
		a0, a1 = row(a0, a1, k, x, 0)
		b0, b1 = row(b0, b1, k, p, 0)
		c0, c1 = row(c0, c1, k, q, 0)
		k = splat(w, 4)
		a0, a1 = row(a0, a1, k, x, tileBytes)
		b0, b1 = row(b0, b1, k, p, tileBytes)
		c0, c1 = row(c0, c1, k, q, tileBytes)
		w, x = unsafe.Add(w, 8), unsafe.Add(x, 2*tileBytes)
	}
	if rows > 0 {
		k := splat(w, 0)
		a0, a1 = row(a0, a1, k, x, 0)
		b0, b1 = row(b0, b1, k, unsafe.Add(x, y), 0)
		c0, c1 = row(c0, c1, k, unsafe.Add(x, z), 0)
	}
	return a0, a1, b0, b1, c0, c1
}

// activateVector takes three tiles at a time, then single ones.
func activateVector(h, w, x []float32, tiles, on []int32) (many int) {
	ph, pw, px, rows, list := base(h), base(w), base(x), len(w), unsafe.Pointer(unsafe.SliceData(on))
	for ; len(tiles) >= 3; tiles = tiles[3:] {
		t, u, v := int(tiles[0]), int(tiles[1]), int(tiles[2])
		step := rows * tileBytes
		a0, a1, b0, b1, c0, c1 := combine3(pw, unsafe.Add(px, t*step), rows, (u-t)*step, (v-t)*step)
		many = relu(ph, t, a0, a1, list, many)
		many = relu(ph, u, b0, b1, list, many)
		many = relu(ph, v, c0, c1, list, many)
	}
	for _, t := range tiles {
		a0, a1 := combine1(pw, unsafe.Add(px, int(t)*rows*tileBytes), rows)
		many = relu(ph, int(t), a0, a1, list, many)
	}
	return many
}

// relu stores tile t with what is negative set to zero, and adds it to the list of many if
// anything is left. A NaN is kept.
func relu(h unsafe.Pointer, t int, v, w vec, list unsafe.Pointer, many int) int {
	x, y := rectify(v), rectify(w)
	p := unsafe.Add(h, t*tileBytes)
	store(p, 0, x.BitsToFloat32())
	store(p, bytes, y.BitsToFloat32())
	both := x.Or(y).ReshapeToUint64s()
	*(*int32)(unsafe.Add(list, 4*many)) = int32(t)
	if both.GetElem(0)|both.GetElem(1) != 0 {
		many++
	}
	return many
}

func rectify(v vec) archsimd.Uint32x4 {
	var zero vec
	return v.ToBits().AndNot(v.LessEqual(zero).ToInt32x4().ToBits())
}

func shiftVector(v, w, reach []float32) float32 {
	var s vec
	p, q, r := base(v), base(w), base(reach)
	for i, end := 0, 4*len(v); i < end; i += bytes {
		s = s.Add(load(p, i).Sub(load(q, i)).Abs().Mul(load(r, i)))
	}
	return sum(s)
}

// gatherVector keeps four rows of the tile in registers while it goes through the units.
func gatherVector(y, w []float32, size int, h []float32, stride int, units []int32) {
	o, rows := 0, len(y)/Tile
	py, pw, ph := base(y), base(w), base(h)
	step, hop := 4*size, 4*stride
	for ; o+4 <= rows; o += 4 {
		var a0, a1, b0, b1, c0, c1, d0, d1 vec
		pv, n := unsafe.Add(pw, 4*o), 0
		for ; n+2 <= len(units); n += 2 {
			i, j := int(units[n]), int(units[n+1])
			k0, k1, k2, k3 := splats(unsafe.Add(pv, i*step))
			a0, a1, b0, b1, c0, c1, d0, d1 = outer(a0, a1, b0, b1, c0, c1, d0, d1, unsafe.Add(ph, i*hop), k0, k1, k2, k3)
			k0, k1, k2, k3 = splats(unsafe.Add(pv, j*step))
			a0, a1, b0, b1, c0, c1, d0, d1 = outer(a0, a1, b0, b1, c0, c1, d0, d1, unsafe.Add(ph, j*hop), k0, k1, k2, k3)
		}
		if n < len(units) {
			j := int(units[n])
			k0, k1, k2, k3 := splats(unsafe.Add(pv, j*step))
			a0, a1, b0, b1, c0, c1, d0, d1 = outer(a0, a1, b0, b1, c0, c1, d0, d1, unsafe.Add(ph, j*hop), k0, k1, k2, k3)
		}
		p := unsafe.Add(py, o*tileBytes)
		store(p, 0, a0)
		store(p, bytes, a1)
		store(p, 2*bytes, b0)
		store(p, 3*bytes, b1)
		store(p, 4*bytes, c0)
		store(p, 5*bytes, c1)
		store(p, 6*bytes, d0)
		store(p, 7*bytes, d1)
	}
	for ; o < rows; o++ {
		var a0, a1 vec
		for _, j := range units {
			a0, a1 = row(a0, a1, splat(pw, int(j)*step+4*o), unsafe.Add(ph, int(j)*hop), 0)
		}
		store(py, o*tileBytes, a0)
		store(py, o*tileBytes+bytes, a1)
	}
}

// outer adds the products of a unit's tile, at h, with four weights to their sums.
func outer(a0, a1, b0, b1, c0, c1, d0, d1 vec, h unsafe.Pointer, k0, k1, k2, k3 vec) (vec, vec, vec, vec, vec, vec, vec, vec) {
	a0, a1 = row(a0, a1, k0, h, 0)
	b0, b1 = row(b0, b1, k1, h, 0)
	c0, c1 = row(c0, c1, k2, h, 0)
	d0, d1 = row(d0, d1, k3, h, 0)
	return a0, a1, b0, b1, c0, c1, d0, d1
}

// backVector takes three tiles at a time, then single ones.
func backVector(dh, h, w, g []float32, tiles []int32) {
	pd, ph, pw, pg, rows := base(dh), base(h), base(w), base(g), len(w)
	for ; len(tiles) >= 3; tiles = tiles[3:] {
		t, u, v := int(tiles[0]), int(tiles[1]), int(tiles[2])
		step := rows * tileBytes
		a0, a1, b0, b1, c0, c1 := combine3(pw, unsafe.Add(pg, t*step), rows, (u-t)*step, (v-t)*step)
		mask(pd, ph, t, a0, a1)
		mask(pd, ph, u, b0, b1)
		mask(pd, ph, v, c0, c1)
	}
	for _, t := range tiles {
		a0, a1 := combine1(pw, unsafe.Add(pg, int(t)*rows*tileBytes), rows)
		mask(pd, ph, int(t), a0, a1)
	}
}

// mask stores tile t of dh, with zeros where h is silent.
func mask(dh, h unsafe.Pointer, t int, a, b vec) {
	var zero vec
	p, q := unsafe.Add(dh, t*tileBytes), unsafe.Add(h, t*tileBytes)
	store(p, 0, a.IfElse(load(q, 0).Greater(zero), zero))
	store(p, bytes, b.IfElse(load(q, bytes).Greater(zero), zero))
}

// addVector takes five vectors of numbers at a time, then three, then two. The last two
// may overlap those before: they come out the same.
func addVector(sum, v, x []float32, tiles []int32) {
	step, pv, px := 4*len(sum), base(v), base(x)
	for p, left := base(sum), len(sum)/Lanes; left > 0; {
		many := 2
		switch {
		case left == 5 || left > 6:
			many = 5
			add5(p, pv, px, step, tiles)
		case left == 3 || left == 6:
			many = 3
			add3(p, pv, px, step, tiles)
		case left == 1:
			add2(unsafe.Add(p, -bytes), pv, unsafe.Add(px, -bytes), step, tiles)
		default:
			add2(p, pv, px, step, tiles)
		}
		p, px = unsafe.Add(p, many*bytes), unsafe.Add(px, many*bytes)
		left -= many
	}
}

func add5(sum, v, x unsafe.Pointer, step int, tiles []int32) {
	var a, b, c, d, e vec
	for _, t := range tiles {
		p, q := unsafe.Add(v, int(t)*tileBytes), unsafe.Add(x, int(t)*Tile*step)
		for range 2 {
			k0, k1, k2, k3 := splats(p)
			a, b = row(a, b, k0, q, 0)
			c, d = row(c, d, k0, q, 2*bytes)
			e = e.Add(k0.Mul(load(q, 4*bytes)))
			q = unsafe.Add(q, step)
			a, b = row(a, b, k1, q, 0)
			c, d = row(c, d, k1, q, 2*bytes)
			e = e.Add(k1.Mul(load(q, 4*bytes)))
			q = unsafe.Add(q, step)
			a, b = row(a, b, k2, q, 0)
			c, d = row(c, d, k2, q, 2*bytes)
			e = e.Add(k2.Mul(load(q, 4*bytes)))
			q = unsafe.Add(q, step)
			a, b = row(a, b, k3, q, 0)
			c, d = row(c, d, k3, q, 2*bytes)
			e = e.Add(k3.Mul(load(q, 4*bytes)))
			p, q = unsafe.Add(p, 16), unsafe.Add(q, step)
		}
	}
	store(sum, 0, a)
	store(sum, bytes, b)
	store(sum, 2*bytes, c)
	store(sum, 3*bytes, d)
	store(sum, 4*bytes, e)
}

func add3(sum, v, x unsafe.Pointer, step int, tiles []int32) {
	var a, b, c vec
	for _, t := range tiles {
		p, q := unsafe.Add(v, int(t)*tileBytes), unsafe.Add(x, int(t)*Tile*step)
		for range Tile / 2 {
			k := splat(p, 0)
			a, b = row(a, b, k, q, 0)
			c = c.Add(k.Mul(load(q, 2*bytes)))
			q = unsafe.Add(q, step)
			k = splat(p, 4)
			a, b = row(a, b, k, q, 0)
			c = c.Add(k.Mul(load(q, 2*bytes)))
			p, q = unsafe.Add(p, 8), unsafe.Add(q, step)
		}
	}
	store(sum, 0, a)
	store(sum, bytes, b)
	store(sum, 2*bytes, c)
}

func add2(sum, v, x unsafe.Pointer, step int, tiles []int32) {
	var a, b vec
	for _, t := range tiles {
		p, q := unsafe.Add(v, int(t)*tileBytes), unsafe.Add(x, int(t)*Tile*step)
		for range Tile / 2 {
			a, b = row(a, b, splat(p, 0), q, 0)
			q = unsafe.Add(q, step)
			a, b = row(a, b, splat(p, 4), q, 0)
			p, q = unsafe.Add(p, 8), unsafe.Add(q, step)
		}
	}
	store(sum, 0, a)
	store(sum, bytes, b)
}
