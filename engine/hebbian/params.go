// Package hebbian is a network of place cells that learns by Hebbian and anti-Hebbian rules
// alone, and drifts: noise in the plasticity carries its code about, while what it says of the
// similarity of places stays (Qin et al., Nature Neuroscience 26, 2023; also in Ratzon, Derdikman,
// Barak, eLife 2024;12:RP90069).
package hebbian

import "driftlab/engine/param"

// Params are the dials of the exhibit. The zero value is not usable; see Defaults.
type Params struct {
	Seed    int
	World   string  // "ring" or "line": where the inputs come from
	Cells   int     // K
	Rate    float64 // lr
	Noise   float64 // sigma: each weight moves by sqrt(lr) sigma N(0, 1) a step
	Alpha   float64 // the similarity of inputs that counts as none
	Lambda1 float64 // a cell is active above it
	Lambda2 float64 // added to a cell's inhibition of itself
	Weights float64 // std of the weights W at the start

	Order int // the snapshot that the present is compared with; -1: see record.reference
}

// Defaults are the values of the preset "ring".
func Defaults() Params {
	return Params{
		Seed: 1, World: "ring", Cells: 100, Rate: 0.02, Noise: 0.001, Lambda2: 0.01, Weights: 0.1, Order: -1,
	}
}

// Dials declares every dial over p; the values p has are the defaults.
func (p *Params) Dials() *param.Set {
	var s param.Set
	s.Int(&p.Seed, "seed", 0, 999999999, "seed", param.Fresh,
		param.Help("All that is random follows from it."))
	s.Float(&p.Rate, "rate", 1e-4, 0.5, "learning rate", param.Symbol("η"), param.Log)
	s.Float(&p.Noise, "noise", 0, 1, "noise", param.Symbol("σ"), param.LogFrom(1e-5),
		param.Help("Each weight moves by √η·σ·N(0, 1) a step."))
	s.Int(&p.Cells, "cells", 8, 400, "place cells", param.Symbol("K"), param.Fresh, param.Log)
	s.Choice(&p.World, "world", []string{"ring", "line"}, "world", param.Fresh,
		param.Help("ring: two inputs, cosine and sine of an angle; line: 270 grid cells along a straight path."))
	s.Float(&p.Alpha, "alpha", 0, 200, "threshold of similarity", param.Symbol("α"), param.LogFrom(0.1),
		param.Help("Places whose inputs have a smaller product than this are to share no cells."))
	s.Float(&p.Lambda1, "lambda1", 0, 1, "threshold of a cell", param.Symbol("λ₁"), param.LogFrom(1e-3))
	s.Float(&p.Lambda2, "lambda2", 1e-3, 1, "leak of a cell", param.Symbol("λ₂"), param.Log,
		param.Help("Added to each cell's inhibition of itself: the smaller, the steeper."))
	s.Float(&p.Weights, "weights", 0, 2, "weights at the start", param.Fresh, param.LogFrom(1e-3),
		param.Help("Standard deviation of the weights from the inputs."))
	s.Int(&p.Order, "order", -1, 63, "snapshot to compare with", param.View,
		param.Help("-1: the start of null drift, before that the first after learning. A click on a row of the correlations chooses it."))
	s.Presets = presets
	return &s
}

var presets = []param.Preset{
	{Name: "ring", Title: "ring: 100 cells, two inputs"},
	{Name: "line", Title: "line: 200 cells, 270 grid cells", Values: []param.Setting{
		{Name: "world", Value: "line"},
		{Name: "cells", Value: "200"},
		{Name: "noise", Value: "0.005"},
		{Name: "alpha", Value: "35"},
		{Name: "lambda1", Value: "0.02"},
		{Name: "lambda2", Value: "0.05"},
		{Name: "weights", Value: "0.5"},
	}},
	{Name: "tiny", Title: "tiny: 16 cells on the ring", Values: []param.Setting{
		{Name: "cells", Value: "16"},
		{Name: "noise", Value: "0.003"},
	}},
}
