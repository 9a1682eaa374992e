package sticky

import (
	"cmp"
	"math"
	"slices"

	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// A tree-structured Parzen estimator (Bergstra, Bardenet, Bengio, Kégl, "Algorithms for hyper-parameter
// optimization", NIPS 2011), whose tree has no branches: the best quarter of the trials have a density l, the others
// g, both products over the parameters, and the next trial is where l/g is largest among whole points drawn from l.
// Each factor is the paper's: the prior, which is uniform, and a Gaussian at each trial, all of equal weight.
// A Gaussian is as wide as the farther of its two neighbours, of which the ends of the span may be one, is away;
// but not below what hyperopt and Optuna have as the least, the span divided by the number of components or by 100.
//
// Gaussians are cut off at the ends of the span by drawing again what falls beyond. The densities do not make up for
// that, in l and g alike: at an end a Gaussian counts for up to half of what it should.

const (
	candidates = 24   // of which the best becomes the trial
	mostDraws  = 1000 // to find a point that fits
	tries      = 16   // to draw a Gaussian within its span, which fails once in a thousand times at worst
)

// A span is where a parameter is searched: in logarithms, or as it is where lo is 0. With lo == hi it is fixed.
type span struct{ lo, hi float64 }

// A trial is a point that was tried and what came of it: greater is better, and NaN, of a run that diverged, the worst.
type trial struct {
	x    []float64
	mark float64
}

// propose is the point for a trial, of which the first have the numbers 0, 1, ...: the first `chance` of them are
// random, later ones from a model of past. What is random in it follows from the key and the number.
// Points that don't fit are drawn again; after 1,000 draws the best of those that did is taken, or, if none did, the
// last one as it is.
func propose(k rng.Key, number, chance int, spans []span, past []trial, fit func(x []float64) bool) []float64 {
	var good, bad [][]float64
	wanted := 1
	if number >= chance {
		wanted = candidates
		good, bad = split(spans, past)
	}
	l, g := mixtures(spans, good), mixtures(spans, bad)
	d := dice{key: k, step: uint64(number) * (2 * mostDraws)}

	var best, x []float64
	most := math.Inf(-1)
	for range mostDraws {
		u := d.draw(l)
		x = point(spans, u)
		if !fit(x) {
			continue
		}
		if gain := advantage(l, g, u); best == nil || gain > most {
			best, most = x, gain
		}
		if wanted--; wanted == 0 {
			break
		}
	}
	if best == nil {
		return x
	}
	return best
}

// split has the best quarter of the trials, and the others, as places between the ends of the spans. Trials that
// diverged are never among the best.
func split(spans []span, past []trial) (good, bad [][]float64) {
	past = slices.Clone(past)
	slices.SortStableFunc(past, func(a, b trial) int { return cmp.Compare(b.mark, a.mark) }) // which has NaN last
	for i, t := range past {
		u := make([]float64, len(spans))
		for j, s := range spans {
			u[j] = s.place(t.x[j])
		}
		if 4*i < len(past) && !math.IsNaN(t.mark) {
			good = append(good, u)
		} else {
			bad = append(bad, u)
		}
	}
	return good, bad
}

// point is what lies at places.
func point(spans []span, u []float64) []float64 {
	x := make([]float64, len(spans))
	for i, s := range spans {
		x[i] = s.at(u[i])
	}
	return x
}

// at is the value at a place from 0 to 1.
func (s span) at(u float64) float64 {
	x := s.lo + float64(u*(s.hi-s.lo))
	if s.lo > 0 {
		a, b := num.Log(s.lo), num.Log(s.hi)
		x = num.Exp(a + float64(u*(b-a)))
	}
	return min(max(x, s.lo), s.hi)
}

// place is where a value lies, from 0 to 1.
func (s span) place(x float64) float64 {
	if s.lo == s.hi {
		return 0
	}
	u := (x - s.lo) / (s.hi - s.lo)
	if s.lo > 0 {
		a, b := num.Log(s.lo), num.Log(s.hi)
		u = (num.Log(x) - a) / (b - a)
	}
	return min(max(u, 0), 1)
}

// A mixture is a density of places: the prior and Gaussians.
type mixture struct{ mean, width []float64 }

// mixtures has one for each span: without trials the prior alone.
func mixtures(spans []span, at [][]float64) []mixture {
	all := make([]mixture, len(spans))
	for i, s := range spans {
		if s.lo == s.hi {
			continue // the place is 0 whatever is drawn
		}
		m := &all[i]
		for _, u := range at {
			m.mean = append(m.mean, u[i])
		}
		slices.Sort(m.mean)
		n := len(m.mean)
		least := 1 / float64(min(100, n+1))
		for j, u := range m.mean {
			before, after := 0.0, 1.0
			if j > 0 {
				before = m.mean[j-1]
			}
			if j < n-1 {
				after = m.mean[j+1]
			}
			m.width = append(m.width, max(u-before, after-u, least))
		}
	}
	return all
}

// density is that at a place.
func (m *mixture) density(u float64) float64 {
	sum := 1.0 // the prior
	for i, mean := range m.mean {
		z := (u - mean) / m.width[i]
		sum += num.Exp(-float64(z*z)/2) / float64(math.Sqrt(2*math.Pi)*m.width[i])
	}
	return sum / float64(len(m.mean)+1)
}

// advantage is the logarithm of l/g at places.
func advantage(l, g []mixture, u []float64) float64 {
	sum := 0.0
	for i := range u {
		sum += num.Log(l[i].density(u[i])) - num.Log(g[i].density(u[i]))
	}
	return sum
}

// dice are what is random in one trial.
type dice struct {
	key  rng.Key
	step uint64
}

// draw has a place from each mixture.
func (d *dice) draw(from []mixture) []float64 {
	chance, bell := make([]float32, 2*len(from)), make([]float32, tries*len(from))
	d.key.Uniforms(chance, d.step)
	d.key.Normals(bell, d.step+1)
	d.step += 2
	u := make([]float64, len(from))
	for i := range from {
		u[i] = from[i].draw(float64(chance[2*i]), float64(chance[2*i+1]), bell[tries*i:tries*(i+1)])
	}
	return u
}

// draw is a place: which is the component's, uniform the prior's.
func (m *mixture) draw(which, uniform float64, bell []float32) float64 {
	i := int(which * float64(len(m.mean)+1))
	if i == len(m.mean) {
		return uniform
	}
	u := 0.0
	for _, z := range bell {
		u = m.mean[i] + float64(float64(z)*m.width[i])
		if 0 <= u && u <= 1 {
			return u
		}
	}
	return min(max(u, 0), 1)
}
