//go:build goexperiment.simd

package num

import (
	"runtime"
	"simd/archsimd"
	"unsafe"
)

const tileBytes = 4 * Tile

// jumpy says that a loop's way back is dear: in wasm it goes through a table, so that two
// rows a round are quicker. Natively they need more registers than there are.
const jumpy = runtime.GOARCH == "wasm"

// splat reads one number into all lanes.
func splat(p unsafe.Pointer, at int) vec {
	return archsimd.BroadcastFloat32x4(*(*float32)(unsafe.Add(p, at)))
}

// activateVector takes the units in pairs, which read the samples once for both, and two
// tiles at a time, then one. An odd last unit is its own partner: it comes out the same
// twice.
func activateVector(h []float32, stride int, w []float32, size, rows int, x []float32, on []int32, many []int) {
	tiles := stride / Tile
	for j := 0; j < len(many); j += 2 {
		k := min(j+1, len(many)-1)
		p := pair{h: base(h[j*stride:]), w: base(w[j*size:]), hop: (k - j) * 4 * stride, skip: (k - j) * 4 * size}
		a, b := list{on: on[j*tiles:]}, list{on: on[k*tiles:]}
		px, t := base(x), 0
		for ; t+2 <= tiles; t += 2 {
			a0, a1, b0, b1 := p.activate2(px, rows, 4*stride)
			a.add(t, a0)
			a.add(t+1, a1)
			b.add(t, b0)
			b.add(t+1, b1)
			p.h, px = unsafe.Add(p.h, 2*tileBytes), unsafe.Add(px, 2*tileBytes)
		}
		if t < tiles {
			a0, b0 := p.activate1(px, rows, 4*stride)
			a.add(t, a0)
			b.add(t, b0)
		}
		many[j], many[k] = a.many, b.many
	}
}

// A pair is where the activities and weights of two units are: hop and skip bytes apart.
type pair struct {
	h, w      unsafe.Pointer
	hop, skip int
}

// activate2 computes two tiles; what it returns is zero where the unit is silent.
func (p *pair) activate2(x unsafe.Pointer, rows, step int) (c0, c1, d0, d1 uint64) {
	var a0, a1, a2, a3, b0, b1, b2, b3 vec
	w, skip := p.w, p.skip
	for ; jumpy && rows >= 2; rows -= 2 {
		k, l := splat(w, 0), splat(w, skip)
		u, v := load(x, 0), load(x, bytes)
		a0, b0 = a0.Add(k.Mul(u)), b0.Add(l.Mul(u))
		a1, b1 = a1.Add(k.Mul(v)), b1.Add(l.Mul(v))
		u, v = load(x, 2*bytes), load(x, 3*bytes)
		a2, b2 = a2.Add(k.Mul(u)), b2.Add(l.Mul(u))
		a3, b3 = a3.Add(k.Mul(v)), b3.Add(l.Mul(v))
		w, x = unsafe.Add(w, 4), unsafe.Add(x, step)
		k, l = splat(w, 0), splat(w, skip)
		u, v = load(x, 0), load(x, bytes)
		a0, b0 = a0.Add(k.Mul(u)), b0.Add(l.Mul(u))
		a1, b1 = a1.Add(k.Mul(v)), b1.Add(l.Mul(v))
		u, v = load(x, 2*bytes), load(x, 3*bytes)
		a2, b2 = a2.Add(k.Mul(u)), b2.Add(l.Mul(u))
		a3, b3 = a3.Add(k.Mul(v)), b3.Add(l.Mul(v))
		w, x = unsafe.Add(w, 4), unsafe.Add(x, step)
	}
	for ; rows > 0; rows-- {
		k, l := splat(w, 0), splat(w, skip)
		u, v := load(x, 0), load(x, bytes)
		a0, b0 = a0.Add(k.Mul(u)), b0.Add(l.Mul(u))
		a1, b1 = a1.Add(k.Mul(v)), b1.Add(l.Mul(v))
		u, v = load(x, 2*bytes), load(x, 3*bytes)
		a2, b2 = a2.Add(k.Mul(u)), b2.Add(l.Mul(u))
		a3, b3 = a3.Add(k.Mul(v)), b3.Add(l.Mul(v))
		w, x = unsafe.Add(w, 4), unsafe.Add(x, step)
	}
	h, i := p.h, unsafe.Add(p.h, p.hop)
	return relu(h, 0, a0, a1), relu(h, tileBytes, a2, a3), relu(i, 0, b0, b1), relu(i, tileBytes, b2, b3)
}

// activate1 does the same for one.
func (p *pair) activate1(x unsafe.Pointer, rows, step int) (c, d uint64) {
	var a0, a1, b0, b1 vec
	w, skip := p.w, p.skip
	for ; rows > 0; rows-- {
		k, l := splat(w, 0), splat(w, skip)
		u, v := load(x, 0), load(x, bytes)
		a0, b0 = a0.Add(k.Mul(u)), b0.Add(l.Mul(u))
		a1, b1 = a1.Add(k.Mul(v)), b1.Add(l.Mul(v))
		w, x = unsafe.Add(w, 4), unsafe.Add(x, step)
	}
	return relu(p.h, 0, a0, a1), relu(unsafe.Add(p.h, p.hop), 0, b0, b1)
}

// relu stores a tile with what is negative set to zero, and returns zero if nothing is
// left. A NaN is kept.
func relu(p unsafe.Pointer, at int, v, w vec) uint64 {
	x, y := rectify(v), rectify(w)
	store(p, at, x.BitsToFloat32())
	store(p, at+bytes, y.BitsToFloat32())
	both := x.Or(y).ReshapeToUint64s()
	return both.GetElem(0) | both.GetElem(1)
}

func rectify(v vec) archsimd.Uint32x4 {
	var zero vec
	return v.ToBits().AndNot(v.LessEqual(zero).ToInt32x4().ToBits())
}

// A list is of the tiles where a unit is active.
type list struct {
	on   []int32
	many int
}

func (l *list) add(t int, active uint64) {
	if active != 0 {
		l.on[l.many] = int32(t)
		l.many++
	}
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
