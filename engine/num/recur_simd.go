//go:build goexperiment.simd

package num

import "unsafe"

func mix(y Tiled, w Rows, x Tiled, tiles int) {
	if !Ready() {
		mixScalar(y, w, x, tiles)
		return
	}
	for t := range tiles {
		py, px := base(y.Of(t)), base(x.Of(t))
		for r := 0; r < y.Rows; r += Lanes {
			mix4(unsafe.Add(py, r*tileBytes), unsafe.Add(base(w.Data), 4*r), px, x.Rows, 4*w.Stride)
		}
	}
}

// mix4 does four rows of a tile, which begin at y; their weights lie together, step bytes apart
// from those of the next row of x.
func mix4(y, w, x unsafe.Pointer, rows, step int) {
	a0, a1, b0, b1 := load(y, 0), load(y, bytes), load(y, tileBytes), load(y, tileBytes+bytes)
	c0, c1, d0, d1 := load(y, 2*tileBytes), load(y, 2*tileBytes+bytes), load(y, 3*tileBytes), load(y, 3*tileBytes+bytes)
	for ; rows > 0; rows-- {
		p, q := load(x, 0), load(x, bytes)
		k, l, m, n := splats(w, 0)
		a0, a1, b0, b1 = a0.Add(k.Mul(p)), a1.Add(k.Mul(q)), b0.Add(l.Mul(p)), b1.Add(l.Mul(q))
		c0, c1, d0, d1 = c0.Add(m.Mul(p)), c1.Add(m.Mul(q)), d0.Add(n.Mul(p)), d1.Add(n.Mul(q))
		x, w = unsafe.Add(x, tileBytes), unsafe.Add(w, step)
	}
	store(y, 0, a0)
	store(y, bytes, a1)
	store(y, tileBytes, b0)
	store(y, tileBytes+bytes, b1)
	store(y, 2*tileBytes, c0)
	store(y, 2*tileBytes+bytes, c1)
	store(y, 3*tileBytes, d0)
	store(y, 3*tileBytes+bytes, d1)
}

func cross(c []float32, a, b Tiled, tiles int) {
	if !Ready() {
		crossScalar(c, a, b, tiles)
		return
	}
	if tiles == 0 {
		return
	}
	pa, pb, pc := base(a.Data), base(b.Data), base(c)
	across := b.Rows * bytes // of c, from row to row
	i := 0
	for ; i+2 <= a.Rows; i += 2 {
		for j := 0; j < b.Rows; j += Lanes {
			cross8(unsafe.Add(pc, i*across+j*bytes), across, unsafe.Add(pa, i*tileBytes), unsafe.Add(pb, j*tileBytes),
				a.Rows*tileBytes, b.Rows*tileBytes, tiles)
		}
	}
	if i < a.Rows {
		for j := 0; j < b.Rows; j += Lanes {
			cross4(unsafe.Add(pc, i*across+j*bytes), unsafe.Add(pa, i*tileBytes), unsafe.Add(pb, j*tileBytes),
				a.Rows*tileBytes, b.Rows*tileBytes, tiles)
		}
	}
}

// cross8 does two rows of a with four of b; u and v are the bytes from tile to tile.
func cross8(c unsafe.Pointer, across int, a, b unsafe.Pointer, u, v, tiles int) {
	c0, c1, c2, c3 := load(c, 0), load(c, bytes), load(c, 2*bytes), load(c, 3*bytes)
	d := unsafe.Add(c, across)
	d0, d1, d2, d3 := load(d, 0), load(d, bytes), load(d, 2*bytes), load(d, 3*bytes)
	for range tiles {
		x, y := load(a, 0), load(a, tileBytes)
		k, l, m, n := load(b, 0), load(b, tileBytes), load(b, 2*tileBytes), load(b, 3*tileBytes)
		c0, c1, c2, c3 = c0.Add(x.Mul(k)), c1.Add(x.Mul(l)), c2.Add(x.Mul(m)), c3.Add(x.Mul(n))
		d0, d1, d2, d3 = d0.Add(y.Mul(k)), d1.Add(y.Mul(l)), d2.Add(y.Mul(m)), d3.Add(y.Mul(n))
		x, y = load(a, bytes), load(a, tileBytes+bytes)
		k, l, m, n = load(b, bytes), load(b, tileBytes+bytes), load(b, 2*tileBytes+bytes), load(b, 3*tileBytes+bytes)
		c0, c1, c2, c3 = c0.Add(x.Mul(k)), c1.Add(x.Mul(l)), c2.Add(x.Mul(m)), c3.Add(x.Mul(n))
		d0, d1, d2, d3 = d0.Add(y.Mul(k)), d1.Add(y.Mul(l)), d2.Add(y.Mul(m)), d3.Add(y.Mul(n))
		a, b = unsafe.Add(a, u), unsafe.Add(b, v)
	}
	store(c, 0, c0)
	store(c, bytes, c1)
	store(c, 2*bytes, c2)
	store(c, 3*bytes, c3)
	store(d, 0, d0)
	store(d, bytes, d1)
	store(d, 2*bytes, d2)
	store(d, 3*bytes, d3)
}

// cross4 does one row of a with four of b.
func cross4(c, a, b unsafe.Pointer, u, v, tiles int) {
	c0, c1, c2, c3 := load(c, 0), load(c, bytes), load(c, 2*bytes), load(c, 3*bytes)
	for range tiles {
		x, y := load(a, 0), load(a, bytes)
		c0 = c0.Add(x.Mul(load(b, 0))).Add(y.Mul(load(b, bytes)))
		c1 = c1.Add(x.Mul(load(b, tileBytes))).Add(y.Mul(load(b, tileBytes+bytes)))
		c2 = c2.Add(x.Mul(load(b, 2*tileBytes))).Add(y.Mul(load(b, 2*tileBytes+bytes)))
		c3 = c3.Add(x.Mul(load(b, 3*tileBytes))).Add(y.Mul(load(b, 3*tileBytes+bytes)))
		a, b = unsafe.Add(a, u), unsafe.Add(b, v)
	}
	store(c, 0, c0)
	store(c, bytes, c1)
	store(c, 2*bytes, c2)
	store(c, 3*bytes, c3)
}

func blend(dst []float32, a float32, x []float32, b float32, y []float32) {
	if !Ready() {
		blendScalar(dst, a, x, b, y)
		return
	}
	k, l := all4(a), all4(b)
	pd, px, py := base(dst), base(x), base(y)
	for i, end := 0, 4*len(dst); i < end; i += bytes {
		store(pd, i, k.Mul(load(px, i)).Add(l.Mul(load(py, i))))
	}
}

func scaleBy(dst []float32, a float32, x []float32) {
	if !Ready() {
		scaleByScalar(dst, a, x)
		return
	}
	k, pd, px := all4(a), base(dst), base(x)
	for i, end := 0, 4*len(dst); i < end; i += bytes {
		store(pd, i, k.Mul(load(px, i)))
	}
}

func reluRow(dst, x []float32) {
	if !Ready() {
		reluRowScalar(dst, x)
		return
	}
	pd, px := base(dst), base(x)
	for i, end := 0, 4*len(dst); i < end; i += bytes {
		store(pd, i, rectify(load(px, i)).BitsToFloat32())
	}
}

func reluBack(d, h []float32) {
	if !Ready() {
		reluBackScalar(d, h)
		return
	}
	var zero vec
	pd, ph := base(d), base(h)
	for i, end := 0, 4*len(d); i < end; i += bytes {
		store(pd, i, load(pd, i).IfElse(load(ph, i).Greater(zero), zero))
	}
}
