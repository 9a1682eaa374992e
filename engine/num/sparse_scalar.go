//go:build !goexperiment.simd

package num

func times(s *Sparse, y, x Rows, first, rows int) { timesScalar(s, y, x, first, rows) }

func attract(a *Attract, w *Weights) { attractScalar(a, w) }
