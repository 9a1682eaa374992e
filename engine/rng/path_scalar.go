//go:build !goexperiment.simd

package rng

func normals(dst []float32, key [4]uint32, g uint32, step uint64) { normalsScalar(dst, key, g, step) }

func uniforms(dst []float32, key [4]uint32, g uint32, step uint64) { uniformsScalar(dst, key, g, step) }
