//go:build goexperiment.simd

package num

import "unsafe"

// A strip is some columns of S x, all rows: as many vectors as there are registers for their sums.
//
// Pointers stay where they are, and what is read is told by a number that is added: what is a sum is not nil, where
// wasm would ask before it reads. A row is found by subtracting, as if rows went backwards: an offset from a
// difference is part of the load, that from a sum Go adds with an instruction of its own.
type strip struct {
	y, x               unsafe.Pointer
	ends, index, value unsafe.Pointer
	rows, from         int // and the byte where their entries begin
	up, back           int // bytes from one row of y, and of x, to the one before
}

// on goes on to what is beside so many vectors.
func (s *strip) on(vectors int) {
	s.y, s.x = unsafe.Add(s.y, vectors*bytes), unsafe.Add(s.x, vectors*bytes)
}

// whole is the number at a byte offset.
func whole(p unsafe.Pointer, at int) int { return int(*(*int32)(unsafe.Add(p, at))) }

func times(s *Sparse, y, x Rows, first, rows int) {
	if !Ready() {
		timesScalar(s, y, x, first, rows)
		return
	}
	from, _ := s.Of(first)
	p := strip{
		y: base(y.Data), x: base(x.Data),
		ends: unsafe.Pointer(&s.Ends[first]), index: unsafe.Pointer(unsafe.SliceData(s.Index)), value: base(s.Value),
		rows: rows, from: 4 * from, up: -4 * y.Stride, back: -4 * x.Stride,
	}
	left := y.Len / Lanes
	times8(&p, left/8)
	p.on(left &^ 7)
	if left&4 != 0 {
		times4(&p)
		p.on(4)
	}
	if left&3 == 3 {
		times3(&p)
		return
	}
	for range left & 3 {
		times1(&p)
		p.on(1)
	}
}

// times8 does so many strips of eight vectors, two entries at a time: in wasm a loop's way back is dear.
func times8(s *strip, many int) {
	x, y, ends, index, value, first, rows, up, back := s.x, s.y, s.ends, s.index, s.value, s.from, s.rows, s.up, s.back
	for range many {
		from := first
		for row := range rows {
			var a, b, c, d, e, f, g, h vec
			to := 4 * whole(ends, 4*row)
			if (to-from)&4 != 0 {
				v, p := splat(value, from), unsafe.Add(x, -(whole(index, from)*back))
				a, b, c, d, e, f, g, h = entry8(a, b, c, d, e, f, g, h, v, p)
				from += 4
			}
			if from < to {
				for {
					v, p := splat(value, from), unsafe.Add(x, -(whole(index, from)*back))
					a, b, c, d, e, f, g, h = entry8(a, b, c, d, e, f, g, h, v, p)
					v, p = splat(value, from+4), unsafe.Add(x, -(whole(index, from+4)*back))
					a, b, c, d, e, f, g, h = entry8(a, b, c, d, e, f, g, h, v, p)
					if from += 8; from >= to {
						break
					}
				}
			}
			q := unsafe.Add(y, -(row * up))
			store(q, 0, a)
			store(q, bytes, b)
			store(q, 2*bytes, c)
			store(q, 3*bytes, d)
			store(q, 4*bytes, e)
			store(q, 5*bytes, f)
			store(q, 6*bytes, g)
			store(q, 7*bytes, h)
		}
		x, y = unsafe.Add(x, 8*bytes), unsafe.Add(y, 8*bytes)
	}
}

// entry8 adds v times eight vectors.
func entry8(a, b, c, d, e, f, g, h, v vec, p unsafe.Pointer) (vec, vec, vec, vec, vec, vec, vec, vec) {
	return a.Add(v.Mul(load(p, 0))),
		b.Add(v.Mul(load(p, bytes))),
		c.Add(v.Mul(load(p, 2*bytes))),
		d.Add(v.Mul(load(p, 3*bytes))),
		e.Add(v.Mul(load(p, 4*bytes))),
		f.Add(v.Mul(load(p, 5*bytes))),
		g.Add(v.Mul(load(p, 6*bytes))),
		h.Add(v.Mul(load(p, 7*bytes)))
}

// times4 does four vectors.
func times4(s *strip) {
	x, index, value, from, back := s.x, s.index, s.value, s.from, s.back
	for row := range s.rows {
		var a, b, c, d vec
		for to := 4 * whole(s.ends, 4*row); from < to; from += 4 {
			v, p := splat(value, from), unsafe.Add(x, -(whole(index, from)*back))
			a, b = a.Add(v.Mul(load(p, 0))), b.Add(v.Mul(load(p, bytes)))
			c, d = c.Add(v.Mul(load(p, 2*bytes))), d.Add(v.Mul(load(p, 3*bytes)))
		}
		q := unsafe.Add(s.y, -(row * s.up))
		store(q, 0, a)
		store(q, bytes, b)
		store(q, 2*bytes, c)
		store(q, 3*bytes, d)
	}
}

// times3 does three.
func times3(s *strip) {
	x, index, value, from, back := s.x, s.index, s.value, s.from, s.back
	for row := range s.rows {
		var a, b, c vec
		for to := 4 * whole(s.ends, 4*row); from < to; from += 4 {
			v, p := splat(value, from), unsafe.Add(x, -(whole(index, from)*back))
			a, b, c = a.Add(v.Mul(load(p, 0))), b.Add(v.Mul(load(p, bytes))), c.Add(v.Mul(load(p, 2*bytes)))
		}
		q := unsafe.Add(s.y, -(row * s.up))
		store(q, 0, a)
		store(q, bytes, b)
		store(q, 2*bytes, c)
	}
}

// times1 does one.
func times1(s *strip) {
	x, index, value, from, back := s.x, s.index, s.value, s.from, s.back
	for row := range s.rows {
		var a vec
		for to := 4 * whole(s.ends, 4*row); from < to; from += 4 {
			a = a.Add(splat(value, from).Mul(load(unsafe.Add(x, -(whole(index, from)*back)), 0)))
		}
		store(unsafe.Add(s.y, -(row*s.up)), 0, a)
	}
}
