//go:build goexperiment.simd

package num

import (
	"simd/archsimd"
	"unsafe"
)

const tileBytes = 4 * Tile

// splat reads one number into all lanes.
func splat(p unsafe.Pointer, at int) vec {
	return archsimd.BroadcastFloat32x4(*(*float32)(unsafe.Add(p, at)))
}

// activateVector takes three tiles at a time, then two or one.
func activateVector(h []float32, stride int, w []float32, size, rows int, x []float32, on []int32, many []int) {
	tiles, step := stride/Tile, 4*stride
	threes := max(0, tiles-2) / 3
	if tiles == 3*threes+3 {
		threes++
	}
	for j := range many {
		l := list{on: unsafe.Pointer(&on[j*tiles])}
		ph, pw, px := base(h[j*stride:]), base(w[j*size:]), base(x)
		l.activate3(ph, pw, px, rows, step, threes)
		ph, px = unsafe.Add(ph, 3*threes*tileBytes), unsafe.Add(px, 3*threes*tileBytes)
		for left := tiles - 3*threes; left > 0; left -= 2 {
			if left == 1 {
				l.activate1(ph, pw, px, rows, step)
				break
			}
			l.activate2(ph, pw, px, rows, step)
			ph, px = unsafe.Add(ph, 2*tileBytes), unsafe.Add(px, 2*tileBytes)
		}
		many[j] = l.many
	}
}

// activate3 computes three tiles, so many times, and lists where the unit is active. Two
// rows in a round, because a loop's way back is dear in wasm; with more sums than six
// there are not enough registers.
func (l *list) activate3(h, w, x unsafe.Pointer, rows, step, times int) {
	for ; times > 0; times-- {
		var s0, s1, s2, s3, s4, s5 vec
		p, q, r := w, x, rows
		for ; r >= 2; r -= 2 {
			k := splat(p, 0)
			s0, s1 = s0.Add(k.Mul(load(q, 0))), s1.Add(k.Mul(load(q, bytes)))
			s2, s3 = s2.Add(k.Mul(load(q, 2*bytes))), s3.Add(k.Mul(load(q, 3*bytes)))
			s4, s5 = s4.Add(k.Mul(load(q, 4*bytes))), s5.Add(k.Mul(load(q, 5*bytes)))
			q = unsafe.Add(q, step)
			k = splat(p, 4)
			s0, s1 = s0.Add(k.Mul(load(q, 0))), s1.Add(k.Mul(load(q, bytes)))
			s2, s3 = s2.Add(k.Mul(load(q, 2*bytes))), s3.Add(k.Mul(load(q, 3*bytes)))
			s4, s5 = s4.Add(k.Mul(load(q, 4*bytes))), s5.Add(k.Mul(load(q, 5*bytes)))
			p, q = unsafe.Add(p, 8), unsafe.Add(q, step)
		}
		if r > 0 {
			k := splat(p, 0)
			s0, s1 = s0.Add(k.Mul(load(q, 0))), s1.Add(k.Mul(load(q, bytes)))
			s2, s3 = s2.Add(k.Mul(load(q, 2*bytes))), s3.Add(k.Mul(load(q, 3*bytes)))
			s4, s5 = s4.Add(k.Mul(load(q, 4*bytes))), s5.Add(k.Mul(load(q, 5*bytes)))
		}
		l.relu(h, 0, s0, s1)
		l.relu(h, tileBytes, s2, s3)
		l.relu(h, 2*tileBytes, s4, s5)
		h, x = unsafe.Add(h, 3*tileBytes), unsafe.Add(x, 3*tileBytes)
	}
}

// activate2 does the same for two tiles.
func (l *list) activate2(h, w, x unsafe.Pointer, rows, step int) {
	var s0, s1, s2, s3 vec
	for ; rows >= 2; rows -= 2 {
		k := splat(w, 0)
		s0, s1 = s0.Add(k.Mul(load(x, 0))), s1.Add(k.Mul(load(x, bytes)))
		s2, s3 = s2.Add(k.Mul(load(x, 2*bytes))), s3.Add(k.Mul(load(x, 3*bytes)))
		x = unsafe.Add(x, step)
		k = splat(w, 4)
		s0, s1 = s0.Add(k.Mul(load(x, 0))), s1.Add(k.Mul(load(x, bytes)))
		s2, s3 = s2.Add(k.Mul(load(x, 2*bytes))), s3.Add(k.Mul(load(x, 3*bytes)))
		w, x = unsafe.Add(w, 8), unsafe.Add(x, step)
	}
	if rows > 0 {
		k := splat(w, 0)
		s0, s1 = s0.Add(k.Mul(load(x, 0))), s1.Add(k.Mul(load(x, bytes)))
		s2, s3 = s2.Add(k.Mul(load(x, 2*bytes))), s3.Add(k.Mul(load(x, 3*bytes)))
	}
	l.relu(h, 0, s0, s1)
	l.relu(h, tileBytes, s2, s3)
}

// activate1 does the same for one tile.
func (l *list) activate1(h, w, x unsafe.Pointer, rows, step int) {
	var s0, s1 vec
	for ; rows > 0; rows-- {
		k := splat(w, 0)
		s0, s1 = s0.Add(k.Mul(load(x, 0))), s1.Add(k.Mul(load(x, bytes)))
		w, x = unsafe.Add(w, 4), unsafe.Add(x, step)
	}
	l.relu(h, 0, s0, s1)
}

// A list is of the tiles where a unit is active. There is room for all.
type list struct {
	on      unsafe.Pointer // the first, an int32
	t, many int
}

// relu stores the next tile with what is negative set to zero, and lists it if anything
// is left. A NaN is kept.
func (l *list) relu(p unsafe.Pointer, at int, v, w vec) {
	x, y := rectify(v), rectify(w)
	store(p, at, x.BitsToFloat32())
	store(p, at+bytes, y.BitsToFloat32())
	both := x.Or(y).ReshapeToUint64s()
	*(*int32)(unsafe.Add(l.on, 4*l.many)) = int32(l.t)
	l.t++
	if both.GetElem(0)|both.GetElem(1) != 0 {
		l.many++
	}
}

func rectify(v vec) archsimd.Uint32x4 {
	var zero vec
	return v.ToBits().AndNot(v.LessEqual(zero).ToInt32x4().ToBits())
}

// gatherVector keeps four rows of the tile in registers while it goes through the units.
func gatherVector(y, w []float32, size int, h []float32, stride int, units []int32) {
	o, rows := 0, len(y)/Tile
	py, pw, ph := base(y), base(w), base(h)
	step, hop := 4*size, 4*stride
	for ; o+4 <= rows; o += 4 {
		var a0, a1, b0, b1, c0, c1, d0, d1 vec
		for _, j := range units {
			p, q := unsafe.Add(ph, int(j)*hop), unsafe.Add(pw, int(j)*step+4*o)
			h0, h1 := load(p, 0), load(p, bytes)
			k := splat(q, 0)
			a0, a1 = a0.Add(k.Mul(h0)), a1.Add(k.Mul(h1))
			k = splat(q, 4)
			b0, b1 = b0.Add(k.Mul(h0)), b1.Add(k.Mul(h1))
			k = splat(q, 8)
			c0, c1 = c0.Add(k.Mul(h0)), c1.Add(k.Mul(h1))
			k = splat(q, 12)
			d0, d1 = d0.Add(k.Mul(h0)), d1.Add(k.Mul(h1))
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
			p := unsafe.Add(ph, int(j)*hop)
			k := splat(pw, int(j)*step+4*o)
			a0, a1 = a0.Add(k.Mul(load(p, 0))), a1.Add(k.Mul(load(p, bytes)))
		}
		store(py, o*tileBytes, a0)
		store(py, o*tileBytes+bytes, a1)
	}
}

// backVector takes three tiles at a time, then single ones. The last three may overlap
// those before: they come out the same.
func backVector(dh, h, w, g []float32, tiles []int32) {
	for n := len(tiles); n > 0; {
		if n == 1 || len(tiles) < 3 {
			back1(dh, h, w, g, int(tiles[len(tiles)-n]))
			n--
			continue
		}
		n = max(n, 3)
		t := tiles[len(tiles)-n:]
		back3(dh, h, w, g, int(t[0]), int(t[1]), int(t[2]))
		n -= 3
	}
}

func back1(dh, h, w, g []float32, t int) {
	var a0, a1 vec
	q, p := base(w), unsafe.Add(base(g), t*len(w)*tileBytes)
	for range w {
		k := splat(q, 0)
		a0, a1 = a0.Add(k.Mul(load(p, 0))), a1.Add(k.Mul(load(p, bytes)))
		p, q = unsafe.Add(p, tileBytes), unsafe.Add(q, 4)
	}
	mask(dh, h, t, a0, a1)
}

// back3 takes two rows in a round: see activate3.
func back3(dh, h, w, g []float32, t, u, v int) {
	var a0, a1, b0, b1, c0, c1 vec
	q, rows := base(w), len(w)
	p := unsafe.Add(base(g), t*rows*tileBytes)
	nu, nv := (u-t)*rows*tileBytes, (v-t)*rows*tileBytes
	for ; rows >= 2; rows -= 2 {
		k := splat(q, 0)
		r, s := unsafe.Add(p, nu), unsafe.Add(p, nv)
		a0, a1 = a0.Add(k.Mul(load(p, 0))), a1.Add(k.Mul(load(p, bytes)))
		b0, b1 = b0.Add(k.Mul(load(r, 0))), b1.Add(k.Mul(load(r, bytes)))
		c0, c1 = c0.Add(k.Mul(load(s, 0))), c1.Add(k.Mul(load(s, bytes)))
		k = splat(q, 4)
		a0, a1 = a0.Add(k.Mul(load(p, 2*bytes))), a1.Add(k.Mul(load(p, 3*bytes)))
		b0, b1 = b0.Add(k.Mul(load(r, 2*bytes))), b1.Add(k.Mul(load(r, 3*bytes)))
		c0, c1 = c0.Add(k.Mul(load(s, 2*bytes))), c1.Add(k.Mul(load(s, 3*bytes)))
		p, q = unsafe.Add(p, 2*tileBytes), unsafe.Add(q, 8)
	}
	if rows > 0 {
		k := splat(q, 0)
		r, s := unsafe.Add(p, nu), unsafe.Add(p, nv)
		a0, a1 = a0.Add(k.Mul(load(p, 0))), a1.Add(k.Mul(load(p, bytes)))
		b0, b1 = b0.Add(k.Mul(load(r, 0))), b1.Add(k.Mul(load(r, bytes)))
		c0, c1 = c0.Add(k.Mul(load(s, 0))), c1.Add(k.Mul(load(s, bytes)))
	}
	mask(dh, h, t, a0, a1)
	mask(dh, h, u, b0, b1)
	mask(dh, h, v, c0, c1)
}

// mask stores tile t of dh, with zeros where h is silent.
func mask(dh, h []float32, t int, a, b vec) {
	var zero vec
	p, q := unsafe.Add(base(dh), t*tileBytes), unsafe.Add(base(h), t*tileBytes)
	store(p, 0, a.IfElse(load(q, 0).Greater(zero), zero))
	store(p, bytes, b.IfElse(load(q, bytes).Greater(zero), zero))
}

// dotsVector takes eight rows at a time where that saves a turn, six or four else, so that
// v is read once for them. The last may overlap those before: they come out the same.
func dotsVector(out, v, x []float32, tiles []int32) {
	rows, pv, px, step := len(out), base(v), base(x), len(out)*tileBytes
	switch {
	case rows < 4:
		for r := range out {
			out[r] = dots1(pv, unsafe.Add(px, r*tileBytes), step, tiles)
		}
	case rows < 6:
		dots4((*[4]float32)(out), pv, px, step, tiles)
		if rows > 4 {
			dots4((*[4]float32)(out[rows-4:]), pv, unsafe.Add(px, (rows-4)*tileBytes), step, tiles)
		}
	default:
		for left := rows; left > 0; {
			if left > 6 && (left+7)/8 < (left+5)/6 {
				r := rows - max(left, 8)
				dots8((*[8]float32)(out[r:]), pv, unsafe.Add(px, r*tileBytes), step, tiles)
				left -= 8
			} else {
				r := rows - max(left, 6)
				dots6((*[6]float32)(out[r:]), pv, unsafe.Add(px, r*tileBytes), step, tiles)
				left -= 6
			}
		}
	}
}

func dots1(v, x unsafe.Pointer, step int, tiles []int32) float32 {
	var s vec
	for _, t := range tiles {
		p, q := unsafe.Add(v, int(t)*tileBytes), unsafe.Add(x, int(t)*step)
		s = s.Add(load(p, 0).Mul(load(q, 0)))
		s = s.Add(load(p, bytes).Mul(load(q, bytes)))
	}
	return sum(s)
}

// The pointers of dots8 and dots4 move at the end of the loop: the compiler would else
// compute them anew for every load.

func dots8(out *[8]float32, v, x unsafe.Pointer, step int, tiles []int32) {
	var s0, s1, s2, s3, s4, s5, s6, s7 vec
	p, q := place(v, x, step, tiles)
	for i := range tiles {
		a := load(p, 0)
		s0, s1 = s0.Add(a.Mul(load(q, 0))), s1.Add(a.Mul(load(q, tileBytes)))
		s2, s3 = s2.Add(a.Mul(load(q, 2*tileBytes))), s3.Add(a.Mul(load(q, 3*tileBytes)))
		s4, s5 = s4.Add(a.Mul(load(q, 4*tileBytes))), s5.Add(a.Mul(load(q, 5*tileBytes)))
		s6, s7 = s6.Add(a.Mul(load(q, 6*tileBytes))), s7.Add(a.Mul(load(q, 7*tileBytes)))
		a = load(p, bytes)
		s0, s1 = s0.Add(a.Mul(load(q, bytes))), s1.Add(a.Mul(load(q, bytes+tileBytes)))
		s2, s3 = s2.Add(a.Mul(load(q, bytes+2*tileBytes))), s3.Add(a.Mul(load(q, bytes+3*tileBytes)))
		s4, s5 = s4.Add(a.Mul(load(q, bytes+4*tileBytes))), s5.Add(a.Mul(load(q, bytes+5*tileBytes)))
		s6, s7 = s6.Add(a.Mul(load(q, bytes+6*tileBytes))), s7.Add(a.Mul(load(q, bytes+7*tileBytes)))
		p, q = place(v, x, step, tiles[i+1:])
	}
	out[0], out[1], out[2], out[3] = sum(s0), sum(s1), sum(s2), sum(s3)
	out[4], out[5], out[6], out[7] = sum(s4), sum(s5), sum(s6), sum(s7)
}

func dots6(out *[6]float32, v, x unsafe.Pointer, step int, tiles []int32) {
	var s0, s1, s2, s3, s4, s5 vec
	p, q := place(v, x, step, tiles)
	for i := range tiles {
		a := load(p, 0)
		s0, s1 = s0.Add(a.Mul(load(q, 0))), s1.Add(a.Mul(load(q, tileBytes)))
		s2, s3 = s2.Add(a.Mul(load(q, 2*tileBytes))), s3.Add(a.Mul(load(q, 3*tileBytes)))
		s4, s5 = s4.Add(a.Mul(load(q, 4*tileBytes))), s5.Add(a.Mul(load(q, 5*tileBytes)))
		a = load(p, bytes)
		s0, s1 = s0.Add(a.Mul(load(q, bytes))), s1.Add(a.Mul(load(q, bytes+tileBytes)))
		s2, s3 = s2.Add(a.Mul(load(q, bytes+2*tileBytes))), s3.Add(a.Mul(load(q, bytes+3*tileBytes)))
		s4, s5 = s4.Add(a.Mul(load(q, bytes+4*tileBytes))), s5.Add(a.Mul(load(q, bytes+5*tileBytes)))
		p, q = place(v, x, step, tiles[i+1:])
	}
	out[0], out[1], out[2] = sum(s0), sum(s1), sum(s2)
	out[3], out[4], out[5] = sum(s3), sum(s4), sum(s5)
}

func dots4(out *[4]float32, v, x unsafe.Pointer, step int, tiles []int32) {
	var s0, s1, s2, s3 vec
	p, q := place(v, x, step, tiles)
	for i := range tiles {
		a, b := load(p, 0), load(p, bytes)
		s0, s1 = s0.Add(a.Mul(load(q, 0))), s1.Add(a.Mul(load(q, tileBytes)))
		s2, s3 = s2.Add(a.Mul(load(q, 2*tileBytes))), s3.Add(a.Mul(load(q, 3*tileBytes)))
		s0, s1 = s0.Add(b.Mul(load(q, bytes))), s1.Add(b.Mul(load(q, bytes+tileBytes)))
		s2, s3 = s2.Add(b.Mul(load(q, bytes+2*tileBytes))), s3.Add(b.Mul(load(q, bytes+3*tileBytes)))
		p, q = place(v, x, step, tiles[i+1:])
	}
	out[0], out[1], out[2], out[3] = sum(s0), sum(s1), sum(s2), sum(s3)
}

// place is where the first of the tiles lies in v and, step bytes from one to the next, in
// x; it is where they begin if there is none.
func place(v, x unsafe.Pointer, step int, tiles []int32) (unsafe.Pointer, unsafe.Pointer) {
	if len(tiles) == 0 {
		return v, x
	}
	t := int(tiles[0])
	return unsafe.Add(v, t*tileBytes), unsafe.Add(x, t*step)
}
