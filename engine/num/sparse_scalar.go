//go:build !goexperiment.simd

package num

func times(s *Sparse, y, x Rows, first, rows int) { timesScalar(s, y, x, first, rows) }

func pull(a *Attract, w *Weights) { pullScalar(a, w) }

func yield(a *Attract, g, w []float32) { yieldScalar(a, g, w) }

func follow(a *Attract, w *Weights, take bool) { followScalar(a, w, take) }

func land(a *Attract, w *Weights) { landScalar(a, w) }
