package sticky

import (
	"math"

	"driftlab/engine/nn/mlp"
	"driftlab/engine/num"
	"driftlab/engine/task"
)

// A Method is a way to learn.
type Method struct {
	Name   string
	Sticky bool // the attractor holds weights
	Smart  bool // weights begin as N(mu, sigma^2)
	L1     bool // also where the dial l1 is off
	EWC    bool
}

// Methods are all of them: those of the comparison, and then the other parts of the rule.
var Methods = []Method{
	{Name: "control"},
	{Name: "sticky", Sticky: true, Smart: true},
	{Name: "ewc", EWC: true},
	{Name: "sticky+ewc", Sticky: true, Smart: true, EWC: true},
	{Name: "smart", Smart: true},
	{Name: "l1", L1: true},
	{Name: "smart+l1", Smart: true, L1: true},
	{Name: "attractor", Sticky: true},
	{Name: "attractor+l1", Sticky: true, L1: true},
	{Name: "sticky+l1", Sticky: true, Smart: true, L1: true},
}

// compared is how many of them are no parts.
const compared = 4

// combined are the places in Methods of all combinations of the attractor, the beginning that goes with it and L1.
var combined = [...]int{0, 4, 5, 6, 7, 8, 1, 9}

// chosen are the places in Methods of those that are run side by side.
func (p *Params) chosen() (which []int) {
	on := [compared]bool{p.Control, p.Sticky, p.EWC, p.Both}
	for i, m := range Methods {
		if p.Method == m.Name || p.Method == chosen && i < compared && on[i] {
			which = append(which, i)
		}
	}
	if len(which) == 0 {
		return []int{0}
	}
	return which
}

// rule is what a method makes of the attractor's settings.
func (m *Method) rule(p *Params) num.Attract {
	a := p.attract()
	if m.Sticky {
		a.Where = num.OfGradient
		if p.Where == ofStep {
			a.Where = num.OfStep
		}
	}
	if m.L1 || m.Sticky && m.Smart && p.L1 != off && !p.parts {
		if p.L1 == literal {
			a.Slope = float32(p.Zeta)
		} else {
			a.Threshold = float32(float64(p.Rate * p.Zeta))
		}
	}
	if m.EWC {
		a.Penalty = float32(p.Strength)
	}
	return a
}

// begin draws a net's weights: N(mu, sigma^2) all of them, or N(0, 2/fan in). Biases are 0.
func (m *Method) begin(n *mlp.Net, p *Params, seed int) {
	clear(n.Theta)
	row, at := make([]float32, max(n.H, n.O)), uint64(0)
	n.EachRow(func(w []float32) {
		mean, spread := p.Mu, p.Sigma
		if !m.Smart {
			in := n.D
			if int(at) >= n.D {
				in = n.H
			}
			mean, spread = 0, math.Sqrt(2/float64(in))
		}
		key(seed, task.StreamWeights).Normals(row[:len(w)], at)
		for i, v := range row[:len(w)] {
			w[i] = float32(mean) + float32(float32(spread)*v)
		}
		at++
	})
}

// watershed is the weight above which steps away from the attractor are made smaller: f(w*) = 1. Where f is
// below 1 everywhere there is none.
func watershed(p *Params) float64 {
	if p.Lambda <= 1 {
		return math.Inf(-1)
	}
	return p.A1 - math.Sqrt(-num.Log(1-1/p.Lambda)/p.Gamma)
}

// f0 is f(0).
func f0(p *Params) float64 {
	a := p.attract()
	return a.Plasticity(0)
}
