package continual

import "math"

// A posterior is what is believed of the weights once tasks are learned: a normal distribution with a
// precision for each layer, as a share of one datum.
type posterior struct {
	layers    []Layer
	precision []Kronecker
	mean      []float64 // mu
	search    *search   // of the next layer's precision, while a task is being learned
	found     int       // layers
	diff      []float64 // room
	room      []float64
}

// newPosterior is the prior: precision 1/N, mean 0.
func newPosterior(layers []Layer, s *Settings) posterior {
	p := posterior{layers: layers}
	for _, l := range layers {
		p.precision = append(p.precision, newKronecker(l.Rows, l.Columns, 1/s.Data))
	}
	n := all(layers)
	p.mean, p.diff, p.room = make([]float64, n), make([]float64, n), make([]float64, n)
	return p
}

// pull adds by times L (theta - mu) R to the gradient.
func (p *posterior) pull(theta, grad []float64, by float64) {
	for i, v := range theta {
		p.diff[i] = v - p.mean[i]
	}
	at := 0
	for i := range p.precision {
		k := &p.precision[i]
		part, room := p.diff[at:at+k.Rows*k.Columns], p.room[at:at+k.Rows*k.Columns]
		k.apply(part, part, room)
		at += len(part)
	}
	for i, v := range p.diff {
		grad[i] += float64(by * v)
	}
}

// energy is that of a Believer.
func (p *posterior) energy(theta []float64, data float64) float64 {
	pull := make([]float64, len(theta))
	p.pull(theta, pull, 1)
	sum := 0.0
	for i, v := range theta {
		sum += float64(pull[i] * (v - p.mean[i]))
	}
	return data / 2 * sum
}

// someTurns is how many turns of a search one call takes: some milliseconds.
const someTurns = 8

// learned adds the Fisher information of a task, a part of it at a time, and takes the weights for the mean. It
// reports whether that is done.
//
//	F = sqrt(T) cov(inputs) (x) sqrt(T) cov(gradients)
func (p *posterior) learned(theta []float64, l *Learned, s *Settings) bool {
	if s.Additive {
		for i := range p.precision {
			p.precision[i] = Add(p.precision[i], p.fisher(l, i))
		}
		copy(p.mean, theta)
		return true
	}
	if p.search == nil {
		p.search = newSearch(p.precision[p.found], p.fisher(l, p.found))
	}
	for range someTurns {
		if p.search.turn() {
			p.precision[p.found] = p.search.sum
			p.search = nil
			p.found++
			break
		}
	}
	if p.found < len(p.precision) {
		return false
	}
	p.found = 0
	copy(p.mean, theta)
	return true
}

// fisher is the Fisher information of a layer's weights.
func (p *posterior) fisher(l *Learned, layer int) Kronecker {
	k := &p.precision[layer]
	f := Kronecker{k.Rows, k.Columns, append([]float64(nil), l.Inputs[layer]...), append([]float64(nil), l.Gradients[layer]...)}
	scale(f.L, math.Sqrt(l.Steps))
	scale(f.R, math.Sqrt(l.Steps))
	return f
}

// memory is the mean and the precisions.
func (p *posterior) memory() [][]float64 {
	m := [][]float64{p.mean}
	for _, k := range p.precision {
		m = append(m, k.L, k.R)
	}
	return m
}

// natural is natural continual learning: the gradient, with the pull of what is believed, is divided
// by the precision, damped.
//
//	g = grad + L (theta - mu) R     m = momentum m + g
//	theta -= rate/N (L + pi a 1)^-1 m (R + a/pi 1)^-1     pi = sqrt(tr L n_R / (n_L tr R))
type natural struct {
	posterior
	m       []float64
	inverse []Kronecker // damped
	damping float64     // a that the inverse is for; 0 for none
	step    []float64
}

func newNatural(layers []Layer, s *Settings) *natural {
	return &natural{posterior: newPosterior(layers, s), m: make([]float64, all(layers)), step: make([]float64, all(layers))}
}

func (n *natural) Step(theta, grad []float64, s *Settings, _ int) {
	if n.damping != s.Damping {
		n.invert(s.Damping)
	}
	n.pull(theta, grad, 1)
	clip(grad, s.Clip)
	for i, g := range grad {
		n.m[i] = float64(s.Momentum*n.m[i]) + g
	}
	at := 0
	for i := range n.inverse {
		k := &n.inverse[i]
		end := at + k.Rows*k.Columns
		k.apply(n.step[at:end], n.m[at:end], n.room[at:end])
		at = end
	}
	rate := s.Rate / s.Data
	for i, v := range n.step {
		theta[i] -= float64(rate * v)
	}
}

// invert makes the damped inverses.
func (n *natural) invert(a float64) {
	n.inverse, n.damping = n.inverse[:0], a
	for i := range n.precision {
		k := &n.precision[i]
		pi := k.ratio()
		n.inverse = append(n.inverse, Kronecker{
			k.Rows, k.Columns,
			floored(plus(k.L, k.Rows, float64(pi*a)), k.Rows), floored(plus(k.R, k.Columns, a/pi), k.Columns),
		})
	}
}

func (n *natural) Learned(theta []float64, l *Learned, s *Settings) bool {
	n.damping = 0
	return n.learned(theta, l, s)
}

// Energy is that of a Believer.
func (n *natural) Energy(theta []float64, data float64) float64 { return n.energy(theta, data) }

func (n *natural) Memory() [][]float64 { return append(n.memory(), n.m) }

func (n *natural) Restored() { n.damping, n.search, n.found = 0, nil, 0 }
