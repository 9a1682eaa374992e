//go:build !goexperiment.simd

package num

func adam(a *Adam, theta, grad, m, v []float32) { adamScalar(a, theta, grad, m, v) }

func rmsprop(r *RMSprop, theta, grad, v []float32) { rmspropScalar(r, theta, grad, v) }

func expBelow(x []float32) { expBelowScalar(x) }

func overSum(x []float32) { overSumScalar(x) }

func expRow(dst, x []float32) { expRowScalar(dst, x) }

func tanhRow(dst, x []float32) { tanhRowScalar(dst, x) }

func logRow(dst, x []float32) { logRowScalar(dst, x) }
