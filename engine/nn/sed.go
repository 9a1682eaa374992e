package nn

import (
	"math"

	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// probe is the spread of stochastic error descent's random directions, times the root of a
// matrix' rows: H of m and b, O of n (the authors' code).
const probe = 0.1

// search is stochastic error descent: it tries a random direction xi and goes along it as far
// as the error falls there, or back if it rises,
//
//	theta -= eta (L(theta + xi) - L(theta)) xi
//
// which needs no gradient, only two errors.
type search struct{ there, xi, none []float32 }

func (s *search) step(l *Learner, rate float32, key rng.Key, step uint64) {
	n, p := *l.net, l.pass
	if size := len(n.Theta); len(s.xi) != size {
		s.there, s.xi, s.none = make([]float32, size), make([]float32, size), make([]float32, size)
	}
	key.Normals(s.xi, step)
	n.Theta = s.xi
	in, out := float32(probe/math.Sqrt(float64(n.H))), float32(probe/math.Sqrt(float64(n.O)))
	for j := range n.H {
		scale(n.In(j), in)
		scale(n.Out(j), out)
	}
	copy(s.there, l.net.Theta)
	num.Descend(s.there, s.xi, s.none, -1, 0)
	n.Theta = s.there
	here := p.MSE
	p.Forward(&n, l.batch)
	num.Descend(l.net.Theta, s.xi, s.none, float32(float64(rate)*(p.MSE-here)), 0)
}
