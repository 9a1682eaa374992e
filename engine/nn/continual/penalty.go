package continual

import "math"

// A penalty is gradient descent, or Adam, on the loss with a penalty on leaving what was learned.
type penalty struct {
	descent
	v, before []float64 // Adam's second moments; room
	count     []float64 // Adam's steps
	slower    float64   // with every task gradient descent slows down by so much: stiff penalties throw it off
	cost      cost
}

// A cost is the penalty itself.
type cost interface {
	// pull adds the penalty's gradient.
	pull(theta, grad []float64, s *Settings)
	// moved says that a step along a gradient of the loss alone, which was before the pull, has led
	// from one theta to another.
	moved(grad, from, to []float64)
	learned(theta []float64, l *Learned, s *Settings) bool
	memory() [][]float64
}

func newPenalty(layers []Layer, c cost, slower float64) *penalty {
	n := all(layers)
	return &penalty{
		descent: *newDescent(layers), v: make([]float64, n), before: make([]float64, 2*n), count: make([]float64, 1),
		slower: slower, cost: c,
	}
}

func (p *penalty) Step(theta, grad []float64, s *Settings, task int) {
	n := len(theta)
	from, alone := p.before[:n], p.before[n:]
	copy(from, theta)
	copy(alone, grad)
	p.cost.pull(theta, grad, s)
	if s.Adam {
		p.adam(theta, grad, s)
	} else {
		now := *s
		now.Decay = 0
		now.Rate /= 1 + float64(p.slower*float64(task-1))
		p.descent.Step(theta, grad, &now, task)
	}
	p.cost.moved(alone, from, theta)
}

// adam is Adam's step (Kingma, Ba 2015), with beta_1 the momentum.
func (p *penalty) adam(theta, grad []float64, s *Settings) {
	const beta2, epsilon = 0.999, 1e-8
	clip(grad, s.Clip)
	p.count[0]++
	c1, c2 := 1-power(s.Momentum, p.count[0]), 1-power(beta2, p.count[0])
	for i, g := range grad {
		p.m[i] = float64(s.Momentum*p.m[i]) + float64((1-s.Momentum)*g)
		p.v[i] = float64(beta2*p.v[i]) + float64((1-beta2)*float64(g*g))
		theta[i] -= float64(s.Rate*(p.m[i]/c1)) / (math.Sqrt(p.v[i]/c2) + epsilon)
	}
}

// power is b to the n-th, n a whole number, by squares.
func power(b, n float64) float64 {
	out := 1.0
	for k := uint64(n); k > 0; k >>= 1 {
		if k&1 != 0 {
			out = float64(out * b)
		}
		b = float64(b * b)
	}
	return out
}

func (p *penalty) Learned(theta []float64, l *Learned, s *Settings) bool {
	return p.cost.learned(theta, l, s)
}

func (p *penalty) Memory() [][]float64 {
	return append(p.cost.memory(), p.m, p.v, p.count)
}

// kfac is the penalty with Kronecker factors; it believes in weights.
type kfac struct {
	*penalty
	*factored
}

func newKFAC(layers []Layer, s *Settings) kfac {
	f := &factored{newPosterior(layers, s)}
	return kfac{newPenalty(layers, f, 50), f}
}

// Energy is that of a Believer.
func (k kfac) Energy(theta []float64, data float64) float64 { return k.energy(theta, data) }

func (k kfac) Restored() { k.search, k.found = nil, 0 }

// factored is the penalty lambda/2 (theta - mu)' Lambda (theta - mu) with natural's precision.
type factored struct{ posterior }

func (f *factored) pull(theta, grad []float64, s *Settings) { f.posterior.pull(theta, grad, s.Lambda) }

func (f *factored) moved(_, _, _ []float64) {}

// diagonal is the penalty lambda/2 sum_i F_i (theta_i - mu_i)^2, with F the sum over tasks of the
// Fisher information's diagonal.
type diagonal struct{ fisher, mean []float64 }

func newDiagonal(layers []Layer) *diagonal {
	return &diagonal{make([]float64, all(layers)), make([]float64, all(layers))}
}

func (d *diagonal) pull(theta, grad []float64, s *Settings) {
	for i, v := range theta {
		grad[i] += float64(float64(s.Lambda*d.fisher[i]) * (v - d.mean[i]))
	}
}

func (d *diagonal) moved(_, _, _ []float64) {}

func (d *diagonal) learned(theta []float64, l *Learned, _ *Settings) bool {
	copy(d.mean, theta)
	for i, v := range l.Squares {
		d.fisher[i] += v
	}
	return true
}

func (d *diagonal) memory() [][]float64 { return [][]float64{d.fisher, d.mean} }

// course is the penalty lambda sum_i Omega_i (theta_i - mu_i)^2, where Omega adds, for every task, how
// much a weight's way has lowered the loss over the square of how far it has led.
type course struct{ omega, mean, gain []float64 }

// least keeps weights that did not move out of it.
const least = 0.1

func newCourse(theta []float64) *course {
	n := len(theta)
	return &course{make([]float64, n), append([]float64(nil), theta...), make([]float64, n)}
}

func (c *course) pull(theta, grad []float64, s *Settings) {
	for i, v := range theta {
		grad[i] += float64(float64(2*s.Lambda*c.omega[i]) * (v - c.mean[i]))
	}
}

func (c *course) moved(grad, from, to []float64) {
	for i, g := range grad {
		c.gain[i] -= float64(g * (to[i] - from[i]))
	}
}

func (c *course) learned(theta []float64, _ *Learned, _ *Settings) bool {
	for i, v := range theta {
		way := v - c.mean[i]
		c.omega[i] += max(c.gain[i], 0) / (float64(way*way) + least)
		c.mean[i], c.gain[i] = v, 0
	}
	return true
}

func (c *course) memory() [][]float64 { return [][]float64{c.omega, c.mean, c.gain} }
