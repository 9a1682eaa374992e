package nn

import (
	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// Descent is gradient descent with update noise: theta -= eta (grad + s_u N(0, 1)).
type Descent struct {
	normal [256]float32
	block  []float32 // noise of some units
}

// A stride is how parameters move in a step.
type stride struct {
	rate, noise float32
	key         rng.Key
	step        uint64
}

// Step moves the parameters of n along grad. The noise is that of the stream at step.
func (d *Descent) Step(n *Net, grad []float32, rate, noise float32, key rng.Key, step uint64) {
	if noise == 0 {
		clear(d.normal[:])
	}
	for at := 0; at < len(n.Theta); at += len(d.normal) {
		theta := n.Theta[at:min(at+len(d.normal), len(n.Theta))]
		normal := d.normal[:len(theta)]
		if noise != 0 {
			key.NormalsFrom(normal, step, at)
		}
		num.Descend(theta, grad[at:at+len(theta)], normal, rate, noise)
	}
}

// units moves the parameters of these units, ascending, as if they were all there are: the first gets
// the noise of unit 0 in Step. Little of what is drawn together is then drawn in vain.
func (d *Descent) units(n *Net, grad []float32, units []int32, s stride) {
	size := n.size()
	for at := 0; at < len(units); at += rng.Group { // where noise can be entered
		block := units[at:min(at+rng.Group, len(units))]
		normal := d.draw(s, at*size, len(block)*size)
		for len(block) > 0 {
			many := 1
			for many < len(block) && block[many] == block[many-1]+1 {
				many++
			}
			from := int(block[0]) * size
			to := from + many*size
			num.Descend(n.Theta[from:to], grad[from:to], normal[:to-from], s.rate, s.noise)
			block, normal = block[many:], normal[to-from:]
		}
	}
}

// unit moves the parameters of unit j, which is without gradient. The noise is at its own place.
func (d *Descent) unit(n *Net, grad []float32, j int, s stride) {
	size := n.size()
	normal := d.draw(s, j*grouped(size), size)
	num.Descend(n.Row(j), grad[j*size:(j+1)*size], normal, s.rate, s.noise)
}

// draw draws many normals, from index at on.
func (d *Descent) draw(s stride, at, many int) []float32 {
	whole := grouped(many)
	if len(d.block) < whole {
		d.block = make([]float32, whole)
	}
	s.key.NormalsFrom(d.block[:whole], s.step, at)
	return d.block[:many]
}

// grouped rounds a number of normals up to how many are made together.
func grouped(n int) int { return (n + rng.Group - 1) / rng.Group * rng.Group }
