// Package track is the paper's main task: an agent walks a corridor with textured
// walls, and a network with one hidden layer learns to predict its next view.
// Its hidden units' rate maps form, then drift and grow sparse long after the task
// is learned (Ratzon, Derdikman, Barak, eLife 2024;12:RP90069).
package track

import "driftlab/engine/param"

// Params are the dials of the exhibit. The zero value is not usable; see Defaults.
type Params struct {
	Seed  int
	Task  string // "track" or "random"
	Units int    // H, hidden units
	// Samples is T, drawn once from the seed; every step is a full batch over all of them.
	Samples int
	Inputs  int     // D, for the random task; the track has Rays+1
	Outputs int     // O, for the random task; the track has Rays
	Rays    int     // L_vis
	Rate    float64 // eta
	Noise   float64 // s_u: parameter noise per step has std eta*s_u
	Init    string  // "rich": n ~ N(0, 2/H); "lazy": std 2/H

	Lx, Ly      float64 // the arena
	Smooth      float64 // K: the texture's sigma is K of the perimeter
	FOV         float64 // FOV_frac: half the field of view is pi/FOV
	Velocity    float64 // V0
	Buffer      float64 // share of Ly at either end where the agent turns back
	SpeedJitter float64 // std of the speed, each step
	TurnJitter  float64 // std of the heading's change, in turns
	Offsets     string  // "arc": correct arc length along the walls; "legacy": as the authors' code
	Scale       string  // of inputs and targets: "signed" to [-1, 1], "unit" to [0, 1]

	Freeze bool // hold the rows of the matrix in their present order
	Order  int  // the snapshot whose order the small multiples follow; -1: the first after learning
}

// Defaults are the values of the preset "lecture".
func Defaults() Params {
	return Params{
		Seed: 1, Task: "track", Units: 120, Samples: 60, Inputs: 20, Outputs: 5, Rays: 9,
		Rate: 0.4, Noise: 0.028, Init: "lazy",
		Lx: 1, Ly: 14, Smooth: 0.05, FOV: 8, Velocity: 0.4, Buffer: 0.1,
		SpeedJitter: 0.1, TurnJitter: 0.000873, Offsets: "arc", Scale: "signed", Order: -1,
	}
}

// Dials declares every dial over p; the values p has are the defaults.
func (p *Params) Dials() *param.Set {
	var s param.Set
	s.Int(&p.Seed, "seed", 0, 999999999, "seed", param.Fresh,
		param.Help("All that is random follows from it."))
	s.Float(&p.Rate, "rate", 1e-4, 10, "learning rate", param.Symbol("η"), param.Log)
	s.Float(&p.Noise, "noise", 0, 1, "update noise", param.Symbol("σᵤ"), param.LogFrom(1e-4),
		param.Help("Added to every gradient: each parameter moves by η·σᵤ·N(0, 1) a step."))
	s.Int(&p.Units, "units", 10, 1000, "hidden units", param.Symbol("H"), param.Fresh, param.Log)
	s.Int(&p.Samples, "samples", 2, 1000, "samples", param.Symbol("T"), param.Fresh, param.Log,
		param.Help("Drawn once; every step learns from all of them."))
	s.Choice(&p.Init, "init", []string{"rich", "lazy"}, "output weights at the start", param.Fresh,
		param.Help("rich: variance 2/H; lazy: standard deviation 2/H, which is smaller."))
	s.Choice(&p.Task, "task", []string{"track", "random"}, "task", param.Fresh)
	s.Int(&p.Inputs, "inputs", 1, 200, "inputs", param.Symbol("D"), param.Fresh,
		param.Help("Of the random task; the track has one for each ray, and the turn."))
	s.Int(&p.Outputs, "outputs", 1, 200, "outputs", param.Symbol("O"), param.Fresh,
		param.Help("Of the random task; the track has one for each ray."))
	s.Int(&p.Rays, "rays", 3, 101, "rays of the view", param.Fresh)
	s.Float(&p.Lx, "lx", 0.2, 20, "corridor's width", param.Fresh, param.Log)
	s.Float(&p.Ly, "ly", 1, 50, "corridor's length", param.Fresh)
	s.Float(&p.Smooth, "smooth", 0.001, 0.5, "smoothness of the texture", param.Symbol("K"), param.Fresh, param.Log)
	s.Float(&p.FOV, "fov", 1.1, 50, "view divisor", param.Fresh, param.Log,
		param.Help("The view spans π/this to either side: 8 means 45° in all."))
	s.Float(&p.Velocity, "velocity", 0.01, 5, "speed", param.Symbol("V₀"), param.Fresh, param.Log)
	s.Float(&p.Buffer, "buffer", 0.01, 0.4, "turning zone", param.Fresh,
		param.Help("Share of the length at either end where the agent turns back."))
	s.Float(&p.SpeedJitter, "speed-jitter", 0, 1, "speed jitter", param.Fresh, param.LogFrom(1e-3))
	s.Float(&p.TurnJitter, "turn-jitter", 0, 0.05, "turn jitter", param.Fresh, param.LogFrom(1e-5), param.Unit("turns"))
	s.Choice(&p.Offsets, "offsets", []string{"arc", "legacy"}, "wall offsets", param.Fresh, param.Formerly("phase"),
		param.Help("legacy repeats the authors' code: each wall takes a quarter of the texture, however long it is, and most of the left one is blank."))
	s.Choice(&p.Scale, "scale", []string{"signed", "unit"}, "range of the data", param.Fresh,
		param.Help("signed: inputs and targets in [-1, 1]; unit: in [0, 1], as in the paper's figure 2."))
	s.Bool(&p.Freeze, "freeze", "freeze the order of the rows", param.View,
		param.Help("Drift then shows as disorder."))
	s.Int(&p.Order, "order", -1, 63, "snapshot that gives the order", param.View,
		param.Help("-1: the first after the task is learned. A click on a small picture chooses it."))
	s.Presets = presets
	return &s
}

var presets = []param.Preset{
	{Name: "lecture", Title: "lecture: learning and drift in a minute", Edition: 2},
	{Name: "fig2", Title: "fig2: the paper's figure 2", Edition: 2, Values: []param.Setting{
		{Name: "units", Value: "500"},
		{Name: "samples", Value: "150"},
		{Name: "rays", Value: "17"},
		{Name: "smooth", Value: "0.09"},
		{Name: "rate", Value: "0.1"},
		{Name: "noise", Value: "0.01389"},
		{Name: "init", Value: "lazy"},
		{Name: "velocity", Value: "0.2"},
		{Name: "turn-jitter", Value: "0"},
		{Name: "scale", Value: "unit"},
	}},
	{Name: "tiny", Title: "tiny: five random samples", Values: []param.Setting{
		{Name: "task", Value: "random"},
		{Name: "inputs", Value: "20"},
		{Name: "units", Value: "100"},
		{Name: "outputs", Value: "5"},
		{Name: "samples", Value: "5"},
		{Name: "init", Value: "rich"},
		{Name: "rate", Value: "0.1"},
		{Name: "noise", Value: "0.06"},
	}},
}
