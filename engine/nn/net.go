// Package nn is the paper's network: one hidden layer, trained on full batches.
//
//	a_t = m x_t + b     h_t = phi(a_t)     y_t = n h_t     L = (1/M) sum_t |y_t - target_t|^2
//
// with phi = relu unless it is said otherwise, T samples, D inputs, H hidden units, O outputs and M = T*O.
package nn

import (
	"math"

	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// Net is the network's parameters. Those of one hidden unit lie together, so that a
// silent unit is one stretch of memory without gradient: its D input weights, its bias,
// its O output weights; unit after unit.
type Net struct {
	D, H, O    int
	Theta      []float32  // H x (D+1+O)
	Activation Activation // phi
}

// Init is the scale of the output weights at the start.
type Init string

// The paper's two starts. The names are the authors'; common use has them the other way.
const (
	Rich Init = "rich" // n ~ N(0, 2/H)
	Lazy Init = "lazy" // standard deviation 2/H
)

// New draws a network: m, b ~ N(0, 2/D), n as init says.
func New(d, h, o int, init Init, key rng.Key) *Net {
	n := &Net{D: d, H: h, O: o, Theta: make([]float32, h*(d+1+o))}
	key.Normals(n.Theta, 0)
	in := float32(math.Sqrt(2 / float64(d)))
	out := float32(math.Sqrt(2 / float64(h)))
	if init == Lazy {
		out = 2 / float32(h)
	}
	for j := range h {
		scale(n.In(j), in)
		scale(n.Out(j), out)
	}
	return n
}

func scale(x []float32, by float32) {
	for i := range x {
		x[i] *= by
	}
}

// Row is all parameters of unit j: (m_j, b_j, n_j), length D+1+O.
func (n *Net) Row(j int) []float32 {
	p := n.size()
	return n.Theta[j*p : (j+1)*p : (j+1)*p]
}

// size is how many parameters a unit has.
func (n *Net) size() int { return n.D + 1 + n.O }

// In is unit j's input weights and its bias, length D+1.
func (n *Net) In(j int) []float32 { return n.Row(j)[: n.D+1 : n.D+1] }

// Out is unit j's output weights, length O.
func (n *Net) Out(j int) []float32 { return n.Row(j)[n.D+1:] }

// in and out are all units' weights as the kernels take them.
func (n *Net) in(theta []float32) num.Rows {
	return num.Rows{Data: theta, Stride: n.size(), Len: n.D + 1}
}

func (n *Net) out(theta []float32) num.Rows {
	return num.Rows{Data: theta[n.D+1:], Stride: n.size(), Len: n.O}
}
