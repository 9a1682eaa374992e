// Package minima is the note's figure 3: two losses of two parameters, of which the first has two equal
// minima, and the second is to be learned without leaving the first. Replay, which knows the first by
// noisy samples, hops between the minima; a quadratic approximation at one of them, and natural continual
// learning with it, stay (Jensen, "An algorithmic hypothesis of differential neural stability in the
// brain").
//
//	l1 = h (x^2-1)^2 + y^2/2        l2 = (y-1)^2/2
//	l1 at (-1, 0) by Laplace: 4h (x+1)^2 + y^2/2
//
//	replay     theta -= g (grad l2 + grad l1 + s/sqrt(R) N(0, 1))
//	laplace    theta -= g (grad l2 + grad of the approximation)
//	ncl        theta -= g (Lambda^-1 grad l2 + theta - mu)      Lambda = diag(8h, 1), mu = (-1, 0)
package minima

import "driftlab/engine/param"

// Params are the dials of the exhibit. The zero value is not usable; see Defaults.
type Params struct {
	Seed    int
	Rate    float64 // g
	Noise   float64 // s
	Replays int     // R
	Barrier float64 // h
	Walkers int     // of each rule
	Shared  bool    // the noise is in all three rules, not in replay alone
}

// Defaults are the values of the preset "note".
func Defaults() Params {
	return Params{Seed: 1, Rate: 0.05, Noise: 1.5, Replays: 1, Barrier: 0.25, Walkers: 256}
}

// Dials declares every dial over p; the values p has are the defaults.
func (p *Params) Dials() *param.Set {
	var s param.Set
	s.Int(&p.Seed, "seed", 0, 999999999, "seed", param.Fresh,
		param.Help("All that is random follows from it."))
	s.Float(&p.Rate, "rate", 1e-3, 0.2, "learning rate", param.Symbol("γ"), param.Log)
	s.Float(&p.Noise, "noise", 0, 5, "noise of a replayed trial", param.Symbol("σ"),
		param.Help("Standard deviation of the gradient's noise, each step."))
	s.Int(&p.Replays, "replays", 1, 1000, "replayed trials", param.Symbol("R"), param.Log,
		param.Help("The noise is σ/√R: the more are replayed, the smaller."))
	s.Float(&p.Barrier, "barrier", 0.01, 1, "barrier between the minima", param.Symbol("h"), param.Fresh, param.Log)
	s.Int(&p.Walkers, "walkers", 1, 4096, "walkers of each rule", param.Fresh, param.Log)
	s.Bool(&p.Shared, "everywhere", "noise in all three rules",
		param.Help("Otherwise in replay alone: the others need no samples of what was learned."))
	s.Presets = presets
	return &s
}

var presets = []param.Preset{
	{Name: "note", Title: "note: 256 walkers of each rule"},
	{Name: "crowd", Title: "crowd: 4,096 walkers", Values: []param.Setting{{Name: "walkers", Value: "4096"}}},
	{Name: "cold", Title: "cold: the barrier is ten times T", Values: []param.Setting{
		{Name: "noise", Value: "1"},
		{Name: "walkers", Value: "4096"},
	}},
	{Name: "hot", Title: "hot: the barrier is hardly above T", Values: []param.Setting{{Name: "noise", Value: "3"}}},
	{Name: "tamed", Title: "tamed: hot, nine trials replayed", Values: []param.Setting{
		{Name: "noise", Value: "3"},
		{Name: "replays", Value: "9"},
	}},
	{Name: "shared", Title: "shared: noise in all three rules", Values: []param.Setting{
		{Name: "noise", Value: "2"},
		{Name: "everywhere", Value: "true"},
	}},
	{Name: "few", Title: "few: 12 walkers", Values: []param.Setting{
		{Name: "noise", Value: "2"},
		{Name: "walkers", Value: "12"},
	}},
}
