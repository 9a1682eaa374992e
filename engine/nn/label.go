package nn

import (
	"math"

	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// labels makes label noise.
type labels struct{ draw, middle []float32 }

// blur makes the error of a pass that with noisy targets,
//
//	g = 2 (y - (target + s_l xi)) / M
//
// of which Backward makes the gradient. The loss of the pass stays that with the true targets.
func (l *labels) blur(p *Pass, t int, m Method, key rng.Key, step uint64) {
	if n := len(p.g.Data); len(l.draw) != n {
		l.draw, l.middle = make([]float32, n), make([]float32, n)
	}
	size, middle := m.Noise, float32(0)
	if m.Shape == Gaussian {
		key.Normals(l.draw, step)
		size /= float32(math.Sqrt(12))
	} else {
		key.Uniforms(l.draw, step)
		middle = -size / 2
	}
	for i := range l.middle {
		l.middle[i] = middle
	}
	num.Descend(p.g.Data, l.middle, l.draw, float32(2/float64(t*p.g.Rows)), size)
	for s := t; s%num.Tile != 0; s++ {
		for o := range p.g.Rows {
			p.g.set(o, s, 0) // beyond the last sample
		}
	}
}
