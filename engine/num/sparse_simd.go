//go:build goexperiment.simd

package num

import (
	"simd/archsimd"
	"unsafe"
)

func times(s *Sparse, y, x Rows, first, rows int) {
	if !Ready() {
		timesScalar(s, y, x, first, rows)
		return
	}
	for u, left := 0, y.Len/Lanes; left > 0; {
		width, do := 1, times1
		switch {
		case left >= 8:
			width, do = 8, times8
		case left >= 4:
			width, do = 4, times4
		case left == 3:
			width, do = 3, times3
		}
		strip(s, unsafe.Add(base(y.Data), u), unsafe.Add(base(x.Data), u), [4]int{first, rows, 4 * y.Stride, 4 * x.Stride}, do)
		u, left = u+width*bytes, left-width
	}
}

// strip does some vectors of all rows: how says which is the first, how many there are, and how many bytes rows of
// y and x are apart.
func strip(s *Sparse, y, x unsafe.Pointer, how [4]int, do func(y, x, index, value unsafe.Pointer, entries, step int)) {
	index, value := unsafe.Pointer(unsafe.SliceData(s.Index)), base(s.Value)
	for r := range how[1] {
		from, to := s.Of(how[0] + r)
		do(unsafe.Add(y, r*how[2]), x, unsafe.Add(index, 4*from), unsafe.Add(value, 4*from), to-from, how[3])
	}
}

// times8 does eight vectors of a row with so many entries; rows of x are step bytes apart.
func times8(y, x, index, value unsafe.Pointer, entries, step int) {
	var a0, a1, a2, a3, a4, a5, a6, a7 vec
	for ; entries > 0; entries-- {
		v := archsimd.BroadcastFloat32x4(*(*float32)(value))
		p := unsafe.Add(x, int(*(*int32)(index))*step)
		a0, a1 = a0.Add(v.Mul(load(p, 0))), a1.Add(v.Mul(load(p, bytes)))
		a2, a3 = a2.Add(v.Mul(load(p, 2*bytes))), a3.Add(v.Mul(load(p, 3*bytes)))
		a4, a5 = a4.Add(v.Mul(load(p, 4*bytes))), a5.Add(v.Mul(load(p, 5*bytes)))
		a6, a7 = a6.Add(v.Mul(load(p, 6*bytes))), a7.Add(v.Mul(load(p, 7*bytes)))
		index, value = unsafe.Add(index, 4), unsafe.Add(value, 4)
	}
	store(y, 0, a0)
	store(y, bytes, a1)
	store(y, 2*bytes, a2)
	store(y, 3*bytes, a3)
	store(y, 4*bytes, a4)
	store(y, 5*bytes, a5)
	store(y, 6*bytes, a6)
	store(y, 7*bytes, a7)
}

// times4 does four.
func times4(y, x, index, value unsafe.Pointer, entries, step int) {
	var a0, a1, a2, a3 vec
	for ; entries > 0; entries-- {
		v := archsimd.BroadcastFloat32x4(*(*float32)(value))
		p := unsafe.Add(x, int(*(*int32)(index))*step)
		a0, a1 = a0.Add(v.Mul(load(p, 0))), a1.Add(v.Mul(load(p, bytes)))
		a2, a3 = a2.Add(v.Mul(load(p, 2*bytes))), a3.Add(v.Mul(load(p, 3*bytes)))
		index, value = unsafe.Add(index, 4), unsafe.Add(value, 4)
	}
	store(y, 0, a0)
	store(y, bytes, a1)
	store(y, 2*bytes, a2)
	store(y, 3*bytes, a3)
}

// times3 does three.
func times3(y, x, index, value unsafe.Pointer, entries, step int) {
	var a0, a1, a2 vec
	for ; entries > 0; entries-- {
		v := archsimd.BroadcastFloat32x4(*(*float32)(value))
		p := unsafe.Add(x, int(*(*int32)(index))*step)
		a0, a1, a2 = a0.Add(v.Mul(load(p, 0))), a1.Add(v.Mul(load(p, bytes))), a2.Add(v.Mul(load(p, 2*bytes)))
		index, value = unsafe.Add(index, 4), unsafe.Add(value, 4)
	}
	store(y, 0, a0)
	store(y, bytes, a1)
	store(y, 2*bytes, a2)
}

// times1 does one.
func times1(y, x, index, value unsafe.Pointer, entries, step int) {
	var a vec
	for ; entries > 0; entries-- {
		p := unsafe.Add(x, int(*(*int32)(index))*step)
		a = a.Add(archsimd.BroadcastFloat32x4(*(*float32)(value)).Mul(load(p, 0)))
		index, value = unsafe.Add(index, 4), unsafe.Add(value, 4)
	}
	store(y, 0, a)
}
