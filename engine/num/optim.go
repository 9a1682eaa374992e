package num

import "math"

// Adam is the settings of an Adam step (Kingma, Ba 2015), with the bias corrections of
// the step that is taken: 1-Beta1^t and 1-Beta2^t.
type Adam struct {
	Rate, Beta1, Beta2, Epsilon float32
	Correction1, Correction2    float32
}

// Step moves theta along grad and updates the moments m and v, all of one length:
//
//	m = beta1*m + (1-beta1)*g;  v = beta2*v + (1-beta2)*g^2
//	theta -= rate * (m/correction1) / (sqrt(v/correction2) + epsilon)
//
// Moments no larger than 1e-30 become zero.
func (a *Adam) Step(theta, grad, m, v []float32) {
	same3(len(theta), len(grad), len(m), len(v))
	whole := len(theta) &^ (Lanes - 1)
	adam(a, theta[:whole], grad, m, v)
	adamScalar(a, theta[whole:], grad[whole:], m[whole:], v[whole:])
}

// RMSprop is the settings of an RMSprop step (Hinton 2012).
type RMSprop struct{ Rate, Alpha, Epsilon float32 }

// Step moves theta along grad and updates the mean square v, all of one length:
//
//	v = alpha*v + (1-alpha)*g^2;  theta -= rate * g / (sqrt(v) + epsilon)
//
// A mean square no larger than 1e-30 becomes zero.
func (r *RMSprop) Step(theta, grad, v []float32) {
	same3(len(theta), len(grad), len(v), len(v))
	whole := len(theta) &^ (Lanes - 1)
	rmsprop(r, theta[:whole], grad, v)
	rmspropScalar(r, theta[whole:], grad[whole:], v[whole:])
}

func same3(n int, a, b, c int) {
	if n != a || n != b || n != c {
		panic("num: slices of different lengths")
	}
}

func adamScalar(a *Adam, theta, grad, m, v []float32) {
	grad, m, v = grad[:len(theta)], m[:len(theta)], v[:len(theta)]
	for i, g := range grad {
		m[i] = flush(float32(a.Beta1*m[i]) + float32((1-a.Beta1)*g))
		v[i] = flush(float32(a.Beta2*v[i]) + float32((1-a.Beta2)*float32(g*g)))
		theta[i] -= float32(a.Rate*(m[i]/a.Correction1)) / (sqrt(v[i]/a.Correction2) + a.Epsilon)
	}
}

func rmspropScalar(r *RMSprop, theta, grad, v []float32) {
	grad, v = grad[:len(theta)], v[:len(theta)]
	for i, g := range grad {
		v[i] = flush(float32(r.Alpha*v[i]) + float32((1-r.Alpha)*float32(g*g)))
		theta[i] -= float32(r.Rate*g) / (sqrt(v[i]) + r.Epsilon)
	}
}

// faint is what counts as nothing among the moments. Those of a unit that has fallen silent
// decay for ever, would end where a processor is many times slower, and move no parameter by
// then: the root of v is far below epsilon.
const faint = 1e-30

// flush takes what is faint for zero. A NaN is kept.
func flush(x float32) float32 {
	if math.Abs(float64(x)) <= faint {
		return 0
	}
	return x
}

// sqrt is correctly rounded: a float64 root of a float32 rounds to the float32 root.
func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }
