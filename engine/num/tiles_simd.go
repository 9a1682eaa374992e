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

func backVector(dh, h, w, g []float32, tiles []int32) {
	var zero vec
	rows := len(w)
	for _, t := range tiles {
		var a, b vec
		p, q := unsafe.Add(base(g), int(t)*rows*tileBytes), base(w)
		o := rows
		for ; o >= 4; o -= 4 {
			k := splat(q, 0)
			a, b = a.Add(k.Mul(load(p, 0))), b.Add(k.Mul(load(p, bytes)))
			k = splat(q, 4)
			a, b = a.Add(k.Mul(load(p, 2*bytes))), b.Add(k.Mul(load(p, 3*bytes)))
			k = splat(q, 8)
			a, b = a.Add(k.Mul(load(p, 4*bytes))), b.Add(k.Mul(load(p, 5*bytes)))
			k = splat(q, 12)
			a, b = a.Add(k.Mul(load(p, 6*bytes))), b.Add(k.Mul(load(p, 7*bytes)))
			p, q = unsafe.Add(p, 4*tileBytes), unsafe.Add(q, bytes)
		}
		for ; o > 0; o-- {
			k := splat(q, 0)
			a, b = a.Add(k.Mul(load(p, 0))), b.Add(k.Mul(load(p, bytes)))
			p, q = unsafe.Add(p, tileBytes), unsafe.Add(q, 4)
		}
		at := int(t) * tileBytes
		store(base(dh), at, a.IfElse(load(base(h), at).Greater(zero), zero))
		store(base(dh), at+bytes, b.IfElse(load(base(h), at+bytes).Greater(zero), zero))
	}
}

// dotsVector takes eight rows at a time, then four, so that v is read once for them. The
// last four may have been computed before: they come out the same.
func dotsVector(out, v, x []float32, tiles []int32) {
	r, rows := 0, len(out)
	for ; r+8 <= rows; r += 8 {
		dots8((*[8]float32)(out[r:]), base(v), unsafe.Add(base(x), r*tileBytes), rows*tileBytes, tiles)
	}
	for ; r+1 < rows && rows >= 4; r += 4 {
		r = min(r, rows-4)
		dots4((*[4]float32)(out[r:]), base(v), unsafe.Add(base(x), r*tileBytes), rows*tileBytes, tiles)
	}
	for ; r < rows; r++ {
		var s vec
		p := unsafe.Add(base(x), r*tileBytes)
		for _, t := range tiles {
			q, at := unsafe.Add(p, int(t)*rows*tileBytes), int(t)*tileBytes
			s = s.Add(load(base(v), at).Mul(load(q, 0)))
			s = s.Add(load(base(v), at+bytes).Mul(load(q, bytes)))
		}
		out[r] = sum(s)
	}
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
