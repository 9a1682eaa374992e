package nn

import (
	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// Descent is gradient descent with update noise: theta -= eta (grad + s_u N(0, 1)).
type Descent struct {
	normal [256]float32
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
