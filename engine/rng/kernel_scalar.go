package rng

var (
	normals  = normalsScalar
	uniforms = uniformsScalar
)
