//go:build !goexperiment.simd

package num

const vector = false
