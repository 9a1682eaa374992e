//go:build !goexperiment.simd

package num

func dot(x, y []float64) float64 { return dotScalar(x, y) }

func axpy(y []float64, a float64, x []float64) { axpyScalar(y, a, x) }

func sweep(s *Sweep, row []float64, k int) float64 { return sweepScalar(s, row, k) }
