//go:build goexperiment.simd

package num

import "unsafe"

func addVector(sum, v Rows, x *Panels, tiles *Lists) {
	for row, left := 0, vectors(x.Len); left > 0; {
		wide := panel(left)
		data, many := base(x.Data[row*x.Samples:]), min(wide*Lanes, x.Len-row)
		part := Rows{Data: sum.Data[row:], Stride: sum.Stride, Len: many}
		switch wide {
		case 5:
			add5(part, v, data, tiles)
		case 3:
			add3(part, v, data, tiles)
		default:
			add2(part, v, data, tiles)
		}
		row, left = row+wide*Lanes, left-wide
	}
}

func add5(sum, v Rows, x unsafe.Pointer, tiles *Lists) {
	const width = 5 * bytes
	for _, unit := range tiles.which {
		j := int(unit)
		var a, b, c, d, e vec
		pv := base(v.Data[j*v.Stride:])
		for list := tiles.Of(j); len(list) > 0; {
			p, q := unsafe.Add(pv, int(list[0])*tileBytes), unsafe.Add(x, int(list[0])*Tile*width)
			for next := list[0]; len(list) > 0 && list[0] == next; list, next = list[1:], next+1 {
				k, l, m, n := splats(p, 0)
				a, b, c, d, e = sample5(a, b, c, d, e, k, q, 0)
				a, b, c, d, e = sample5(a, b, c, d, e, l, q, width)
				a, b, c, d, e = sample5(a, b, c, d, e, m, q, 2*width)
				a, b, c, d, e = sample5(a, b, c, d, e, n, q, 3*width)
				k, l, m, n = splats(p, 16)
				a, b, c, d, e = sample5(a, b, c, d, e, k, q, 4*width)
				a, b, c, d, e = sample5(a, b, c, d, e, l, q, 5*width)
				a, b, c, d, e = sample5(a, b, c, d, e, m, q, 6*width)
				a, b, c, d, e = sample5(a, b, c, d, e, n, q, 7*width)
				p, q = unsafe.Add(p, tileBytes), unsafe.Add(q, Tile*width)
			}
		}
		p := base(sum.Data[j*sum.Stride:])
		store(p, 0, a)
		store(p, bytes, b)
		store(p, 2*bytes, c)
		store(p, 3*bytes, d)
		storePart(unsafe.Add(p, 4*bytes), e, sum.Len-16)
	}
}

// sample5 adds k times a sample's vectors, at a byte offset from x, to their sums.
func sample5(a, b, c, d, e, k vec, x unsafe.Pointer, at int) (vec, vec, vec, vec, vec) {
	return a.Add(k.Mul(load(x, at))), b.Add(k.Mul(load(x, at+bytes))), c.Add(k.Mul(load(x, at+2*bytes))),
		d.Add(k.Mul(load(x, at+3*bytes))), e.Add(k.Mul(load(x, at+4*bytes)))
}

func add3(sum, v Rows, x unsafe.Pointer, tiles *Lists) {
	const width = 3 * bytes
	for _, unit := range tiles.which {
		j := int(unit)
		var a, b, c vec
		pv := base(v.Data[j*v.Stride:])
		for list := tiles.Of(j); len(list) > 0; {
			p, q := unsafe.Add(pv, int(list[0])*tileBytes), unsafe.Add(x, int(list[0])*Tile*width)
			for next := list[0]; len(list) > 0 && list[0] == next; list, next = list[1:], next+1 {
				k, l, m, n := splats(p, 0)
				a, b, c = sample3(a, b, c, k, q, 0)
				a, b, c = sample3(a, b, c, l, q, width)
				a, b, c = sample3(a, b, c, m, q, 2*width)
				a, b, c = sample3(a, b, c, n, q, 3*width)
				k, l, m, n = splats(p, 16)
				a, b, c = sample3(a, b, c, k, q, 4*width)
				a, b, c = sample3(a, b, c, l, q, 5*width)
				a, b, c = sample3(a, b, c, m, q, 6*width)
				a, b, c = sample3(a, b, c, n, q, 7*width)
				p, q = unsafe.Add(p, tileBytes), unsafe.Add(q, Tile*width)
			}
		}
		p := base(sum.Data[j*sum.Stride:])
		store(p, 0, a)
		store(p, bytes, b)
		storePart(unsafe.Add(p, 2*bytes), c, sum.Len-8)
	}
}

func sample3(a, b, c, k vec, x unsafe.Pointer, at int) (vec, vec, vec) {
	return a.Add(k.Mul(load(x, at))), b.Add(k.Mul(load(x, at+bytes))), c.Add(k.Mul(load(x, at+2*bytes)))
}

func add2(sum, v Rows, x unsafe.Pointer, tiles *Lists) {
	const width = 2 * bytes
	for _, unit := range tiles.which {
		j := int(unit)
		var a, b vec
		pv := base(v.Data[j*v.Stride:])
		for list := tiles.Of(j); len(list) > 0; {
			p, q := unsafe.Add(pv, int(list[0])*tileBytes), unsafe.Add(x, int(list[0])*Tile*width)
			for next := list[0]; len(list) > 0 && list[0] == next; list, next = list[1:], next+1 {
				k, l, m, n := splats(p, 0)
				a, b = row1(a, b, k, q, 0)
				a, b = row1(a, b, l, q, width)
				a, b = row1(a, b, m, q, 2*width)
				a, b = row1(a, b, n, q, 3*width)
				k, l, m, n = splats(p, 16)
				a, b = row1(a, b, k, q, 4*width)
				a, b = row1(a, b, l, q, 5*width)
				a, b = row1(a, b, m, q, 6*width)
				a, b = row1(a, b, n, q, 7*width)
				p, q = unsafe.Add(p, tileBytes), unsafe.Add(q, Tile*width)
			}
		}
		p := base(sum.Data[j*sum.Stride:])
		storePart(p, a, sum.Len)
		storePart(unsafe.Add(p, bytes), b, sum.Len-4)
	}
}

// storePart stores the first n lanes; all of them if n is larger.
func storePart(p unsafe.Pointer, v vec, n int) {
	if n >= Lanes {
		store(p, 0, v)
		return
	}
	for i, x := range [...]float32{v.GetElem(0), v.GetElem(1), v.GetElem(2)} {
		if i < n {
			*(*float32)(unsafe.Add(p, 4*i)) = x
		}
	}
}
