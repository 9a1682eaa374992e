//go:build goexperiment.simd

package num

import "unsafe"

// gatherBlock is how many units are gathered at a time: what they say, and their weights,
// stay in the first cache while all rows of y are made.
const gatherBlock = 64

func gatherVector(y []float32, w, h Rows, units *Lists) {
	clear(y)
	for t := range units.many {
		py, ph := base(y[t*w.Len*Tile:]), base(h.Data[t*Tile:])
		for list := units.Of(t); len(list) > 0; {
			block := list[:min(len(list), gatherBlock)]
			list = list[len(block):]
			o := 0
			for ; o+4 <= w.Len; o += 4 {
				gather4(unsafe.Add(py, o*tileBytes), unsafe.Add(base(w.Data), 4*o), ph, 4*w.Stride, 4*h.Stride, block)
			}
			for ; o < w.Len; o++ {
				gather1(unsafe.Add(py, o*tileBytes), unsafe.Add(base(w.Data), 4*o), ph, 4*w.Stride, 4*h.Stride, block)
			}
		}
	}
}

// gather4 adds what the units say to four rows of a tile, kept in registers. Units lie
// step bytes apart in w, hop bytes in h.
func gather4(y, w, h unsafe.Pointer, step, hop int, units []int32) {
	a0, a1, b0, b1 := load(y, 0), load(y, bytes), load(y, 2*bytes), load(y, 3*bytes)
	c0, c1, d0, d1 := load(y, 4*bytes), load(y, 5*bytes), load(y, 6*bytes), load(y, 7*bytes)
	if len(units) > 0 { // where the next unit is, is found before it is asked for
		p, q := unsafe.Add(h, int(units[0])*hop), unsafe.Add(w, int(units[0])*step)
		for n := 1; ; n++ {
			a0, a1, b0, b1, c0, c1, d0, d1 = outer(a0, a1, b0, b1, c0, c1, d0, d1, p, q)
			if n >= len(units) {
				break
			}
			j := int(units[n])
			p, q = unsafe.Add(h, j*hop), unsafe.Add(w, j*step)
		}
	}
	store(y, 0, a0)
	store(y, bytes, a1)
	store(y, 2*bytes, b0)
	store(y, 3*bytes, b1)
	store(y, 4*bytes, c0)
	store(y, 5*bytes, c1)
	store(y, 6*bytes, d0)
	store(y, 7*bytes, d1)
}

// gather1 does so for one row.
func gather1(y, w, h unsafe.Pointer, step, hop int, units []int32) {
	a0, a1 := load(y, 0), load(y, bytes)
	for ; len(units) >= 2; units = units[2:] {
		i, j := int(units[0]), int(units[1])
		a0, a1 = row1(a0, a1, splat(w, i*step), unsafe.Add(h, i*hop), 0)
		a0, a1 = row1(a0, a1, splat(w, j*step), unsafe.Add(h, j*hop), 0)
	}
	for _, j := range units {
		a0, a1 = row1(a0, a1, splat(w, int(j)*step), unsafe.Add(h, int(j)*hop), 0)
	}
	store(y, 0, a0)
	store(y, bytes, a1)
}

// outer adds the products of a unit's tile, at h, with four weights to their sums.
func outer(a0, a1, b0, b1, c0, c1, d0, d1 vec, h, w unsafe.Pointer) (vec, vec, vec, vec, vec, vec, vec, vec) {
	k, l, m, n := splats(w, 0)
	v0, v1 := load(h, 0), load(h, bytes)
	return a0.Add(k.Mul(v0)), a1.Add(k.Mul(v1)), b0.Add(l.Mul(v0)), b1.Add(l.Mul(v1)),
		c0.Add(m.Mul(v0)), c1.Add(m.Mul(v1)), d0.Add(n.Mul(v0)), d1.Add(n.Mul(v1))
}
