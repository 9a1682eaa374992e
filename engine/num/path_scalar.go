//go:build !goexperiment.simd

package num

func axpy4(y []float32, a *[4]float32, x0, x1, x2, x3 []float32) { axpy4Scalar(y, a, x0, x1, x2, x3) }

func activate(h, w Rows, x []float32, tiles, on *Lists) {
	activateScalar(h, w, x, tiles, on)
}

func shift(most []float32, v, w Rows, reach []float32, units []int32) {
	shiftScalar(most, v, w, reach, units)
}

func gather(y []float32, w, h Rows, units *Lists) {
	gatherScalar(y, w, h, units)
}

func back(dh, h, w Rows, g []float32, tiles *Lists) {
	backScalar(dh, h, w, g, tiles)
}

func add(sum, v Rows, x *Panels, tiles *Lists) {
	addScalar(sum, v, x, tiles)
}

func residual(g, y, target []float32, scale float32) float32 {
	return residualScalar(g, y, target, scale)
}

func descend(theta, grad, normal []float32, rate, noise float32) {
	descendScalar(theta, grad, normal, rate, noise)
}

func walkUpdate(x, y, nx, ny []float32, rate, noise, edge float32) bool {
	return walkUpdateScalar(x, y, nx, ny, rate, noise, edge)
}

func walkLabel(x, y, n []float32, rate, noise, edge float32) bool {
	return walkLabelScalar(x, y, n, rate, noise, edge)
}

func meet(left []uint32, along, across []float32) { meetScalar(left, along, across) }

func relax(c *Cells, dt, threshold float32) (moved, size float32) {
	return relaxScalar(c, dt, threshold)
}

func hebb(w, y, normal []float32, keep, gain, noise float32) {
	hebbScalar(w, y, normal, keep, gain, noise)
}

func keepPositive(w []float32) { keepPositiveScalar(w) }
