//go:build goexperiment.simd

package rng

import "driftlab/engine/num"

// The vector kernels need a CPU that has their instructions; others get the scalar twins,
// chosen at start, and the same bits.

func normals(dst []float32, key [4]uint32, g uint32, step uint64) {
	if !num.Vector() {
		normalsScalar(dst, key, g, step)
		return
	}
	num.Clean()
	normalsVector(dst, key, g, step)
}

func uniforms(dst []float32, key [4]uint32, g uint32, step uint64) {
	if !num.Vector() {
		uniformsScalar(dst, key, g, step)
		return
	}
	num.Clean()
	uniformsVector(dst, key, g, step)
}
