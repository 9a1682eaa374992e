package num

import "math"

// Leak is the slope of the leaky relu below zero.
const Leak = 0.01

// SoftplusRow writes log(1 + e^x) = max(x, 0) + log(1 + e^-|x|) to dst, with an error below
// 2e-7 (1 + |x|). A NaN stays one. Lengths are equal and multiples of Lanes; dst may be x.
func SoftplusRow(dst, x []float32) {
	check(len(dst), len(x))
	softplusRow(dst, x)
}

// LeakyRow writes x where it is positive and Leak*x elsewhere to dst. A NaN stays one.
func LeakyRow(dst, x []float32) {
	check(len(dst), len(x))
	leakyRow(dst, x)
}

// The backward steps take a gradient d by the values h of a function to one by its arguments,
// with the slope there as it follows from h.

// TanhBack is d *= 1 - h^2.
func TanhBack(d, h []float32) {
	check(len(d), len(h))
	tanhBack(d, h)
}

// SoftplusBack is d *= 1 - e^-h.
func SoftplusBack(d, h []float32) {
	check(len(d), len(h))
	softplusBack(d, h)
}

// LeakyBack is d *= Leak where h is not positive.
func LeakyBack(d, h []float32) {
	check(len(d), len(h))
	leakyBack(d, h)
}

func softplusRowScalar(dst, x []float32) {
	for i, v := range x[:len(dst)] {
		dst[i] = rectified(v) + logOne(expOne(-float32(math.Abs(float64(v))))+1)
	}
}

func leakyRowScalar(dst, x []float32) {
	for i, v := range x[:len(dst)] {
		if !(v > 0) {
			v = float32(Leak * v)
		}
		dst[i] = v
	}
}

func tanhBackScalar(d, h []float32) {
	for i, v := range h[:len(d)] {
		d[i] = float32(d[i] * (1 - float32(v*v)))
	}
}

func softplusBackScalar(d, h []float32) {
	for i, v := range h[:len(d)] {
		d[i] = float32(d[i] * (1 - expOne(-v)))
	}
}

func leakyBackScalar(d, h []float32) {
	for i, v := range h[:len(d)] {
		if !(v > 0) {
			d[i] = float32(Leak * d[i])
		}
	}
}
