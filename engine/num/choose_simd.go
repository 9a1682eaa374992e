//go:build goexperiment.simd

package num

// The vector kernels need a CPU that has their instructions; others get the scalar twins,
// chosen at start, and the same bits.

func axpy4(y []float32, a *[4]float32, x0, x1, x2, x3 []float32) {
	if !vector {
		axpy4Scalar(y, a, x0, x1, x2, x3)
		return
	}
	axpy4Vector(y, a, x0, x1, x2, x3)
}

func combine(y, w, x []float32, stride int) {
	if !vector {
		combineScalar(y, w, x, stride)
		return
	}
	combineVector(y, w, x, stride)
}

func dotRows(out, v, x []float32, stride int) {
	if !vector {
		dotRowsScalar(out, v, x, stride)
		return
	}
	dotRowsVector(out, v, x, stride)
}

func relu(x []float32) (from, to int) {
	if !vector {
		return reluScalar(x)
	}
	return reluVector(x)
}

func maskPositive(g, h []float32) {
	if !vector {
		maskPositiveScalar(g, h)
		return
	}
	maskPositiveVector(g, h)
}

func residual(g, y, target []float32, scale float32) float32 {
	if !vector {
		return residualScalar(g, y, target, scale)
	}
	return residualVector(g, y, target, scale)
}

func descend(theta, grad, normal []float32, rate, noise float32) {
	if !vector {
		descendScalar(theta, grad, normal, rate, noise)
		return
	}
	descendVector(theta, grad, normal, rate, noise)
}

func walkUpdate(x, y, nx, ny []float32, rate, noise, edge float32) bool {
	if !vector {
		return walkUpdateScalar(x, y, nx, ny, rate, noise, edge)
	}
	return walkUpdateVector(x, y, nx, ny, rate, noise, edge)
}

func walkLabel(x, y, n []float32, rate, noise, edge float32) bool {
	if !vector {
		return walkLabelScalar(x, y, n, rate, noise, edge)
	}
	return walkLabelVector(x, y, n, rate, noise, edge)
}

func meet(left []uint32, along, across []float32) {
	if !vector {
		meetScalar(left, along, across)
		return
	}
	meetVector(left, along, across)
}
