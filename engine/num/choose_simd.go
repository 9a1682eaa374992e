//go:build goexperiment.simd

package num

// The vector kernels need a CPU that has their instructions; others get the scalar twins,
// chosen at start, and the same bits.

func axpy4(y []float32, a *[4]float32, x0, x1, x2, x3 []float32) {
	if !Ready() {
		axpy4Scalar(y, a, x0, x1, x2, x3)
		return
	}
	axpy4Vector(y, a, x0, x1, x2, x3)
}

func activate(h, w Rows, x []float32, tiles, on *Lists) {
	if !Ready() {
		activateScalar(h, w, x, tiles, on)
		return
	}
	activateVector(h, w, x, tiles, on)
}

func shift(most []float32, v, w Rows, reach []float32, units []int32) {
	if !Ready() {
		shiftScalar(most, v, w, reach, units)
		return
	}
	shiftVector(most, v, w, reach, units)
}

func gather(y []float32, w, h Rows, units *Lists) {
	if !Ready() {
		gatherScalar(y, w, h, units)
		return
	}
	gatherVector(y, w, h, units)
}

func back(dh, h, w Rows, g []float32, tiles *Lists) {
	if !Ready() {
		backScalar(dh, h, w, g, tiles)
		return
	}
	backVector(dh, h, w, g, tiles)
}

func add(sum, v Rows, x *Panels, tiles *Lists) {
	if !Ready() {
		addScalar(sum, v, x, tiles)
		return
	}
	addVector(sum, v, x, tiles)
}

func residual(g, y, target []float32, scale float32) float32 {
	if !Ready() {
		return residualScalar(g, y, target, scale)
	}
	return residualVector(g, y, target, scale)
}

func descend(theta, grad, normal []float32, rate, noise float32) {
	if !Ready() {
		descendScalar(theta, grad, normal, rate, noise)
		return
	}
	descendVector(theta, grad, normal, rate, noise)
}

func walkUpdate(x, y, nx, ny []float32, rate, noise, edge float32) bool {
	if !Ready() {
		return walkUpdateScalar(x, y, nx, ny, rate, noise, edge)
	}
	return walkUpdateVector(x, y, nx, ny, rate, noise, edge)
}

func walkLabel(x, y, n []float32, rate, noise, edge float32) bool {
	if !Ready() {
		return walkLabelScalar(x, y, n, rate, noise, edge)
	}
	return walkLabelVector(x, y, n, rate, noise, edge)
}

func meet(left []uint32, along, across []float32) {
	if !Ready() {
		meetScalar(left, along, across)
		return
	}
	meetVector(left, along, across)
}

func relax(c *Cells, dt, threshold float32) (moved, size float32) {
	if !Ready() {
		return relaxScalar(c, dt, threshold)
	}
	return relaxVector(c, dt, threshold)
}

func hebb(w, y, normal []float32, keep, gain, noise float32) {
	if !Ready() {
		hebbScalar(w, y, normal, keep, gain, noise)
		return
	}
	hebbVector(w, y, normal, keep, gain, noise)
}

func keepPositive(w []float32) {
	if !Ready() {
		keepPositiveScalar(w)
		return
	}
	keepPositiveVector(w)
}
