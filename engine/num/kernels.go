package num

import "math"

// Axpy4 adds four scaled rows to y:
//
//	for i { y[i] += (a[0]*x0[i] + a[1]*x1[i]) + (a[2]*x2[i] + a[3]*x3[i]) }
func Axpy4(y []float32, a *[4]float32, x0, x1, x2, x3 []float32) {
	check(len(y), len(x0), len(x1), len(x2), len(x3))
	axpy4(y, a, x0, x1, x2, x3)
}

// Combine writes the combination of the rows of x with weights w to y; row d begins at
// x[d*stride]:
//
//	for i { y[i] = 0; for d { y[i] += w[d]*x[d*stride+i] } }
func Combine(y, w, x []float32, stride int) {
	checkRows(len(y), len(w), len(x), stride)
	combine(y, w, x, stride)
}

// DotRows writes the products of v with the rows of x to out; row d begins at x[d*stride]:
//
//	for d { lane = 0; for i { lane[i%4] += v[i]*x[d*stride+i] }
//	        out[d] = (lane[0] + lane[2]) + (lane[1] + lane[3]) }
func DotRows(out, v, x []float32, stride int) {
	checkRows(len(v), len(out), len(x), stride)
	dotRows(out, v, x, stride)
}

// Relu sets the negative entries of x to zero and returns the range of vectors that
// holds all positive ones, x[from:to] with multiples of Lanes; from == to if there is none.
func Relu(x []float32) (from, to int) {
	check(len(x))
	return relu(x)
}

// MaskPositive sets g[i] to zero where h[i] is not positive: relu's backward step.
func MaskPositive(g, h []float32) {
	check(len(g), len(h))
	maskPositive(g, h)
}

// Residual writes the scaled error g = scale*(y - target) and returns the sum of the
// squares of y - target, in the lane order of DotRows.
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

func combineScalar(y, w, x []float32, stride int) {
	clear(y)
	for d, a := range w {
		row := x[d*stride:][:len(y)]
		for i, v := range row {
			y[i] += float32(a * v)
		}
	}
}

func dotRowsScalar(out, v, x []float32, stride int) {
	for d := range out {
		var lane [Lanes]float32
		r := x[d*stride:][:len(v)]
		for i := 0; i+Lanes <= len(v); i += Lanes {
			lane[0] += float32(v[i] * r[i])
			lane[1] += float32(v[i+1] * r[i+1])
			lane[2] += float32(v[i+2] * r[i+2])
			lane[3] += float32(v[i+3] * r[i+3])
		}
		out[d] = (lane[0] + lane[2]) + (lane[1] + lane[3])
	}
}

func reluScalar(x []float32) (from, to int) {
	from = len(x)
	for i, v := range x {
		// Written so that a NaN is kept: a diverged unit is not a silent one.
		if v <= 0 {
			x[i] = 0
			continue
		}
		from, to = min(from, i), i+1
	}
	return spanOfVectors(from, to)
}

// spanOfVectors widens a range of entries to whole vectors.
func spanOfVectors(from, to int) (int, int) {
	if to == 0 {
		return 0, 0
	}
	return from &^ (Lanes - 1), Pad(to)
}

func maskPositiveScalar(g, h []float32) {
	h = h[:len(g)]
	for i := range g {
		if !(h[i] > 0) {
			g[i] = 0
		}
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
