// Package valley is the paper's picture of why networks drift: noisy gradient descent
// on L(x, y) = (x y)^2, whose zero-loss valleys are the axes, walks towards the corner
// where the valley is flat (Ratzon, Derdikman, Barak, eLife 2024;12:RP90069).
package valley

import "driftlab/engine/param"

// shown is how far along either axis a walker can start, and the picture shows.
const shown = 3

// Params are the dials of the exhibit. The zero value is not usable; see Defaults.
type Params struct {
	Seed    int
	Rate    float64 // eta
	Noise   float64 // s: std per coordinate and step (update), or of xi (label)
	Kind    string  // "update" or "label"
	Walkers int
	X0, Y0  float64 // where they start

	Picture string  // "map" or "surface"
	Azimuth float64 // of the surface, degrees
	Tilt    float64 // of the surface, degrees
}

// Defaults are the values of the preset "paper".
func Defaults() Params {
	return Params{
		Seed: 1, Rate: 0.02, Noise: 0.02, Kind: "update", Walkers: 24, X0: 2, Y0: 0.6,
		Picture: "map", Azimuth: 35, Tilt: 35,
	}
}

// Dials declares every dial over p; the values p has are the defaults.
func (p *Params) Dials() *param.Set {
	var s param.Set
	s.Int(&p.Seed, "seed", 0, 999999999, "seed", param.Fresh,
		param.Help("All that is random follows from it."))
	s.Float(&p.Rate, "rate", 1e-4, 1, "learning rate", param.Symbol("η"), param.Log)
	s.Float(&p.Noise, "noise", 0, 1, "noise", param.Symbol("σ"), param.LogFrom(1e-4),
		param.Help("Standard deviation of the noise, each step."))
	s.Choice(&p.Kind, "kind", []string{"update", "label"}, "kind of noise",
		param.Help("update: added to both coordinates; label: added to the target of x·y."))
	s.Int(&p.Walkers, "walkers", 1, 4096, "walkers", param.Fresh, param.Log)
	s.Float(&p.X0, "x0", -shown, shown, "start", param.Symbol("x₀"), param.Fresh)
	s.Float(&p.Y0, "y0", -shown, shown, "start", param.Symbol("y₀"), param.Fresh)
	s.Choice(&p.Picture, "picture", []string{"map", "surface"}, "picture", param.View, param.Formerly("look"))
	s.Float(&p.Azimuth, "azimuth", -180, 180, "azimuth of the surface", param.View, param.Formerly("turn"), param.Unit("°"))
	s.Float(&p.Tilt, "tilt", 10, 80, "tilt of the surface", param.View, param.Unit("°"))
	s.Presets = presets
	return &s
}

var presets = []param.Preset{
	{Name: "paper", Title: "paper: two dozen walkers"},
	{Name: "crowd", Title: "crowd: 2,000 walkers against theory", Edition: 2, Values: []param.Setting{
		{Name: "walkers", Value: "2000"},
		{Name: "rate", Value: "0.005"},
		{Name: "noise", Value: "0.006"},
	}},
	{Name: "label", Title: "label: noise in the target", Values: []param.Setting{
		{Name: "kind", Value: "label"},
		{Name: "noise", Value: "0.5"},
		{Name: "walkers", Value: "200"},
	}},
}
