// Package rnn is a recurrent network that reads sequences and answers at their end.
//
//	z_t = (r_{t-1}, x_t, e_c)     r_0 = 0
//	h_t = z_t W + s N(0, 1)       r_t = (1-tau) r_{t-1} + tau phi(h_t)       y_t = r_t C
//
// with D inputs x, a context c that is held for the whole trial (e_c is its unit vector among K), H
// units and O outputs. The loss of a trial is the cross-entropy of softmax(y_t), summed over its last
// few steps; gradients are by backpropagation through time.
//
// Trials of unequal length lie side by side, longest first, so that a step costs as much as there are
// trials that last so long. All is in float32, and the same bits on every machine.
package rnn

import (
	"driftlab/engine/nn"
)

// A Net is a network's weights and what its units do.
type Net struct {
	D, K, H, O int
	Tau        float32       // the share of what is new in an activity; 1 is no leak
	Phi        nn.Activation // phi
	Noise      float32       // s: its standard deviation, for each unit and step
	Theta      []float32     // W, then C
}

// New is a net of zeros.
func New(inputs, contexts, units, outputs int) *Net {
	n := &Net{D: inputs, K: contexts, H: units, O: outputs, Tau: 1}
	n.Theta = make([]float32, n.Size())
	return n
}

// Rows is how many numbers z_t has: those of the units, the inputs, the contexts.
func (n *Net) Rows() int { return n.H + n.D + n.K }

// Size is how many weights there are.
func (n *Net) Size() int { return n.H * (n.Rows() + n.O) }

// W is the weights into the units: Rows x H.
func (n *Net) W() []float32 { return n.Theta[: n.Rows()*n.H : n.Rows()*n.H] }

// C is the weights to the outputs: H x O.
func (n *Net) C() []float32 { return n.Theta[n.Rows()*n.H:] }
