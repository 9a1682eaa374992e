package nn

import (
	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// Descent is gradient descent with update noise: theta -= eta (grad + s_u N(0, 1)).
type Descent struct {
	normal [256]float32
}

// A stride is how parameters move in a step.
type stride struct {
	rate, noise float32
	key         rng.Key
	step        uint64
}

// Step moves the parameters of n along grad. The noise is that of the stream at step.
func (d *Descent) Step(n *Net, grad []float32, rate, noise float32, key rng.Key, step uint64) {
	d.stretch(n.Theta, grad, stride{rate, noise, key, step}, 0, len(n.Theta))
}

// units moves the parameters of some units, ascending. Their noise is what Step gives them.
func (d *Descent) units(n *Net, grad []float32, s stride, units []int32) {
	size := n.size()
	for len(units) > 0 {
		many := 1
		for many < len(units) && units[many] == units[many-1]+1 {
			many++
		}
		from := int(units[0]) * size
		d.stretch(n.Theta, grad, s, from, from+many*size)
		units = units[many:]
	}
}

// stretch moves the parameters in a stretch.
func (d *Descent) stretch(theta, grad []float32, s stride, from, to int) {
	if s.noise == 0 {
		clear(d.normal[:])
	}
	for from < to {
		first := from - from%rng.Group // where noise can be entered
		end := min(first+len(d.normal), to)
		if s.noise != 0 {
			whole := (end - first + rng.Group - 1) / rng.Group * rng.Group
			s.key.NormalsFrom(d.normal[:whole], s.step, first)
		}
		num.Descend(theta[from:end], grad[from:end], d.normal[from-first:end-first], s.rate, s.noise)
		from = end
	}
}
