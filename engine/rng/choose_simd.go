//go:build goexperiment.simd

package rng

import "driftlab/engine/num"

// The vector kernels need a CPU that has their instructions; others get the scalar twins,
// chosen at start, and the same bits.

func normals(dst []float32, key [4]uint32, g uint32, step uint64) {
	if !num.Ready() {
		normalsScalar(dst, key, g, step)
		return
	}
	normalsVector(dst, key, g, step)
}

func uniforms(dst []float32, key [4]uint32, g uint32, step uint64) {
	if !num.Ready() {
		uniformsScalar(dst, key, g, step)
		return
	}
	uniformsVector(dst, key, g, step)
}
