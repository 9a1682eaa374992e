//go:build !goexperiment.simd

package num

var (
	axpy4        = axpy4Scalar
	dot4         = dot4Scalar
	relu         = reluScalar
	maskPositive = maskPositiveScalar
	residual     = residualScalar
	descend      = descendScalar
)
