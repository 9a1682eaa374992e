//go:build !goexperiment.simd

package num

func softplusRow(dst, x []float32) { softplusRowScalar(dst, x) }

func leakyRow(dst, x []float32) { leakyRowScalar(dst, x) }

func tanhBack(d, h []float32) { tanhBackScalar(d, h) }

func softplusBack(d, h []float32) { softplusBackScalar(d, h) }

func leakyBack(d, h []float32) { leakyBackScalar(d, h) }
