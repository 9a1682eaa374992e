//go:build goexperiment.simd

package num

import (
	"simd/archsimd"
	"unsafe"
)

type pair = archsimd.Float64x2

func both(x float64) pair { return archsimd.BroadcastFloat64x2(x) }

func base2(x []float64) unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(x)) }

// loadPair reads two numbers at a byte offset.
func loadPair(p unsafe.Pointer, at int) pair {
	return archsimd.LoadFloat64x2Array((*[2]float64)(unsafe.Add(p, at)))
}

func storePair(p unsafe.Pointer, at int, v pair) { v.StoreArray((*[2]float64)(unsafe.Add(p, at))) }

func dot(x, y []float64) float64 {
	if !Ready() {
		return dotScalar(x, y)
	}
	var sum pair
	px, py := base2(x), base2(y)
	whole := len(x) &^ 1
	for i, end := 0, 8*whole; i < end; i += bytes {
		sum = sum.Add(loadPair(px, i).Mul(loadPair(py, i)))
	}
	even := sum.GetElem(0)
	if whole < len(x) {
		even += float64(x[whole] * y[whole])
	}
	return even + sum.GetElem(1)
}

func axpy(y []float64, a float64, x []float64) {
	if !Ready() {
		axpyScalar(y, a, x)
		return
	}
	py, px, by := base2(y), base2(x), both(a)
	whole := len(y) &^ 1
	for i, end := 0, 8*whole; i < end; i += bytes {
		storePair(py, i, loadPair(py, i).Add(by.Mul(loadPair(px, i))))
	}
	if whole < len(y) {
		y[whole] += float64(a * x[whole])
	}
}

func sweep(s *Sweep, row []float64, k int) float64 {
	if !Ready() {
		return sweepScalar(s, row, k)
	}
	vk, qk, xk := both(s.V[k]), both(s.Q[k]), both(s.X[k])
	pr, pv, pq, px, pp := base2(row), base2(s.V), base2(s.Q), base2(s.X), base2(s.P)
	var sum pair
	whole := len(row) &^ 1
	for i, end := 0, 8*whole; i < end; i += bytes {
		a := loadPair(pr, i).Sub(vk.Mul(loadPair(pq, i)).Add(qk.Mul(loadPair(pv, i))))
		storePair(pr, i, a)
		sum = sum.Add(a.Mul(loadPair(px, i)))
		storePair(pp, i, loadPair(pp, i).Add(a.Mul(xk)))
	}
	even := sum.GetElem(0)
	if l := whole; l < len(row) {
		a := row[l] - (float64(s.V[k]*s.Q[l]) + float64(s.Q[k]*s.V[l]))
		row[l] = a
		even += float64(a * s.X[l])
		s.P[l] += float64(a * s.X[k])
	}
	return even + sum.GetElem(1)
}
