package num

import "math"

// Axpy4 adds four scaled rows to y:
//
//	for i { y[i] += (a[0]*x0[i] + a[1]*x1[i]) + (a[2]*x2[i] + a[3]*x3[i]) }
func Axpy4(y []float32, a *[4]float32, x0, x1, x2, x3 []float32) {
	check(len(y), len(x0), len(x1), len(x2), len(x3))
	axpy4(y, a, x0, x1, x2, x3)
}

// Residual writes the scaled error g = scale*(y - target) and returns the sum of the
// squares of y - target: number i is added to lane i%4, then the lanes (0+2) + (1+3).
func Residual(g, y, target []float32, scale float32) float32 {
	check(len(g), len(y), len(target))
	return residual(g, y, target, scale)
}

// Descend takes a noisy step down the gradient: theta[i] -= rate*(grad[i] + noise*normal[i]).
func Descend(theta, grad, normal []float32, rate, noise float32) {
	if len(grad) != len(theta) || len(normal) != len(theta) {
		panic("num: slices of different lengths")
	}
	whole := len(theta) &^ (Lanes - 1)
	descend(theta[:whole], grad, normal, rate, noise)
	descendScalar(theta[whole:], grad[whole:], normal[whole:], rate, noise)
}

func axpy4Scalar(y []float32, a *[4]float32, x0, x1, x2, x3 []float32) {
	a0, a1, a2, a3 := a[0], a[1], a[2], a[3]
	x0, x1, x2, x3 = x0[:len(y)], x1[:len(y)], x2[:len(y)], x3[:len(y)]
	for i := range y {
		y[i] += float32(float32(a0*x0[i])+float32(a1*x1[i])) + float32(float32(a2*x2[i])+float32(a3*x3[i]))
	}
}

func residualScalar(g, y, target []float32, scale float32) float32 {
	var lane [Lanes]float32
	y, target = y[:len(g)], target[:len(g)]
	for i := range g {
		e := y[i] - target[i]
		lane[i%Lanes] += float32(e * e)
		g[i] = float32(scale * e)
	}
	return (lane[0] + lane[2]) + (lane[1] + lane[3])
}

func descendScalar(theta, grad, normal []float32, rate, noise float32) {
	grad, normal = grad[:len(theta)], normal[:len(theta)]
	for i := range theta {
		theta[i] -= float32(rate * (grad[i] + float32(noise*normal[i])))
	}
}

// Finite reports whether x is neither infinite nor not a number.
func Finite(x float32) bool {
	return math.Float32bits(x)&0x7f800000 != 0x7f800000
}
