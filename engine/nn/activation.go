package nn

import (
	"math"

	"driftlab/engine/num"
)

// Activation is what the hidden units make of their input a: h = phi(a).
type Activation string

// The activations. The zero value is relu.
const (
	ReLU     Activation = "relu"     // max(a, 0), the paper's
	Tanh     Activation = "tanh"     // tanh a
	Softplus Activation = "softplus" // log(1 + e^a)
	Leaky    Activation = "leaky"    // a, but num.Leak*a below zero
)

// Counted is the activity from which on units of tanh and softplus, which are never quite
// silent, count as active.
const Counted = 0.1

// Sparse reports whether units fall silent exactly: what is silent need not be computed.
func (a Activation) Sparse() bool { return a != Tanh && a != Softplus && a != Leaky }

// Apply turns inputs into activities, in place. Lengths are multiples of num.Lanes.
func (a Activation) Apply(row []float32) {
	switch a {
	case Tanh:
		num.TanhRow(row, row)
	case Softplus:
		num.SoftplusRow(row, row)
	case Leaky:
		num.LeakyRow(row, row)
	default:
		num.ReLURow(row, row)
	}
}

// Back turns a gradient by the activities h into one by the inputs, in place.
func (a Activation) Back(d, h []float32) {
	switch a {
	case Tanh:
		num.TanhBack(d, h)
	case Softplus:
		num.SoftplusBack(d, h)
	case Leaky:
		num.LeakyBack(d, h)
	default:
		num.ReLUBack(d, h)
	}
}

// count is the part of an activity that counts, 0 where the unit counts as silent: h > 0 of
// relu and its leaky kin, |h| > Counted of the others.
func (a Activation) count(h float32) float32 {
	size := float32(math.Abs(float64(h)))
	switch {
	case a == Leaky && h <= 0, !a.Sparse() && a != Leaky && size <= Counted:
		return 0
	default:
		return size
	}
}
