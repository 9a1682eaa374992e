// Package track is the paper's main task: an agent walks a corridor with textured
// walls, and a network with one hidden layer learns to predict its next view.
// Its hidden units' rate maps form, then drift and grow sparse long after the task
// is learned (Ratzon, Derdikman, Barak, eLife 2024;12:RP90069).
package track

import (
	"driftlab/engine/nn"
	"driftlab/engine/param"
)

// Params are the dials of the exhibit. The zero value is not usable; see Defaults.
type Params struct {
	World
	Learner

	Picture string // "maps" or "spectrum"
	Freeze  bool   // hold the rows of the matrix in their present order
	Order   int    // the snapshot whose order the small multiples follow; -1: the first after learning
}

// A World is what there is to be learned, and the seed of all that is random.
type World struct {
	Seed int
	Task string // "track", "abstract", "smoothed" or "random"
	// Samples is T, drawn once from the seed; every step is a full batch over all of them.
	Samples int
	Inputs  int // D, but on the track, which has Rays+1
	Outputs int // O of the smoothed and the random task; the track has Rays, the abstract one Inputs
	Rays    int // L_vis

	Lx, Ly      float64 // the arena
	Smooth      float64 // K: the texture's sigma is K of the perimeter
	FOV         float64 // FOV_frac: half the field of view is pi/FOV
	Velocity    float64 // V0
	Buffer      float64 // share of Ly at either end where the agent turns back
	SpeedJitter float64 // std of the speed, each step
	TurnJitter  float64 // std of the heading's change, in turns
	Offsets     string  // "arc": correct arc length along the walls; "legacy": as the authors' code
	Scale       string  // of inputs and targets: "signed" to [-1, 1], "unit" to [0, 1]

	// What only networks side by side have dials for.
	Places string // OnePlace, Mixed or Turns
	Stay   int    // steps in a place before the next turn
}

// Where a network learns: in one place, or in two of the same kind.
const (
	OnePlace = "one"
	Mixed    = "mixed" // every step is a full batch over both
	Turns    = "turns" // over one, then for as many steps over the other
)

// Looks are how often the maps are looked at in a stay in a place.
const Looks = 16

// A Learner is a network and how it learns.
type Learner struct {
	Rule       string  // an nn.Rule
	Rate       float64 // eta
	Kind       string  // an nn.Kind: the noise that there is
	Noise      float64 // s_u: parameter noise per step has std eta*s_u
	Label      float64 // s_l: label noise has variance s_l^2/12
	LabelShape string  // an nn.Shape
	Units      int     // H, hidden units
	Init       string  // "rich": n ~ N(0, 2/H); "lazy": std 2/H
	Activation string  // an nn.Activation
	Leaps      bool    // silent units leap, where nn has that exact
}

// Defaults are the values of the preset "lecture".
func Defaults() Params {
	return Params{
		World: World{
			Seed: 1, Task: "track", Samples: 60, Inputs: 20, Outputs: 5, Rays: 9,
			Lx: 1, Ly: 14, Smooth: 0.05, FOV: 8, Velocity: 0.4, Buffer: 0.1,
			SpeedJitter: 0.1, TurnJitter: 0.000873, Offsets: "arc", Scale: "signed",
			Places: OnePlace, Stay: 1000,
		},
		Learner: Learner{
			Rule: "gd", Rate: 0.4, Kind: "update", Noise: 0.028, Label: 0.5, LabelShape: "uniform",
			Units: 120, Init: "lazy", Activation: "relu", Leaps: true,
		},
		Picture: "maps", Order: -1,
	}
}

// Dials declares every dial over p; the values p has are the defaults.
func (p *Params) Dials() *param.Set {
	var s param.Set
	p.World.Declare(&s)
	p.Learner.Declare(&s, "")
	s.Choice(&p.Picture, "picture", []string{"maps", "spectrum"}, "picture", param.View,
		param.Help("spectrum: the eigenvalues of the loss's Hessian, at log-spaced steps, computed beside the run."))
	s.Bool(&p.Freeze, "freeze", "freeze the order of the rows", param.View,
		param.Help("Drift then shows as disorder."))
	s.Int(&p.Order, "order", -1, 63, "snapshot that gives the order", param.View,
		param.Help("-1: the first after the task is learned. A click on a small picture chooses it."))
	s.Presets = presets
	return &s
}

// Declare declares the dials of the world.
func (w *World) Declare(s *param.Set) {
	s.Int(&w.Seed, "seed", 0, 999999999, "seed", param.Fresh,
		param.Help("All that is random follows from it."))
	s.Int(&w.Samples, "samples", 2, 1000, "samples", param.Symbol("T"), param.Fresh, param.Log,
		param.Help("Drawn once; every step learns from all of them."))
	s.Choice(&w.Task, "task", []string{"track", "abstract", "smoothed", "random"}, "task", param.Fresh,
		param.Help("abstract: predict the next view on a ring; random: uniform numbers; smoothed: those, made alike among neighbours."))
	s.Int(&w.Inputs, "inputs", 1, 200, "inputs", param.Symbol("D"), param.Fresh,
		param.Help("The track has one for each ray, and the turn."))
	s.Int(&w.Outputs, "outputs", 1, 200, "outputs", param.Symbol("O"), param.Fresh,
		param.Help("Of the random and the smoothed task; the abstract one has as many as inputs, the track one for each ray."))
	s.Int(&w.Rays, "rays", 3, 101, "rays of the view", param.Fresh)
	s.Float(&w.Lx, "lx", 0.2, 20, "corridor's width", param.Fresh, param.Log)
	s.Float(&w.Ly, "ly", 1, 50, "corridor's length", param.Fresh)
	s.Float(&w.Smooth, "smooth", 0.001, 0.5, "smoothness of the texture", param.Symbol("K"), param.Fresh, param.Log)
	s.Float(&w.FOV, "fov", 1.1, 50, "view divisor", param.Fresh, param.Log,
		param.Help("The view spans π/this to either side: 8 means 45° in all."))
	s.Float(&w.Velocity, "velocity", 0.01, 5, "speed", param.Symbol("V₀"), param.Fresh, param.Log)
	s.Float(&w.Buffer, "buffer", 0.01, 0.4, "turning zone", param.Fresh,
		param.Help("Share of the length at either end where the agent turns back."))
	s.Float(&w.SpeedJitter, "speed-jitter", 0, 1, "speed jitter", param.Fresh, param.LogFrom(1e-3))
	s.Float(&w.TurnJitter, "turn-jitter", 0, 0.05, "turn jitter", param.Fresh, param.LogFrom(1e-5), param.Unit("turns"))
	s.Choice(&w.Offsets, "offsets", []string{"arc", "legacy"}, "wall offsets", param.Fresh, param.Formerly("phase"),
		param.Help("legacy repeats the authors' code: each wall takes a quarter of the texture, however long it is, and most of the left one is blank."))
	s.Choice(&w.Scale, "scale", []string{"signed", "unit"}, "range of the data", param.Fresh,
		param.Help("signed: inputs and targets in [-1, 1]; unit: in [0, 1], as in the paper's figure 2."))
}

// DeclarePlaces declares the dials of several places.
func (w *World) DeclarePlaces(s *param.Set) {
	s.Choice(&w.Places, "places", []string{OnePlace, Mixed, Turns}, "places", param.Fresh,
		param.Help("mixed: every step learns from two places of the same kind; turns: from one, and after a stay from the other."))
	s.Int(&w.Stay, "stay", 2*Looks, 1000000, "stay in a place", param.Fresh, param.Log, param.Unit("steps"),
		param.Help("With turns."))
}

// leastRate is the smallest learning rate.
const leastRate = 1e-4

// Declare declares the dials of a network; whose is put before their names.
func (l *Learner) Declare(s *param.Set, whose string) {
	s.Choice(&l.Rule, whose+"rule", []string{"gd", "adam", "rmsprop", "sed"}, "learning rule",
		param.Help("gd: gradient descent; sed: stochastic error descent, which tries random directions and needs no gradient."))
	s.Float(&l.Rate, whose+"rate", leastRate, 10, "learning rate", param.Symbol("η"), param.Log,
		param.Help("The paper has 0.1 for gd, 0.001 for adam and rmsprop, 0.9 to 1 for sed."))
	s.Choice(&l.Kind, whose+"noise-kind", []string{"update", "label", "none"}, "kind of noise",
		param.Help("update: of the parameters; label: of the targets; sed, whose steps are random, takes neither."))
	s.Float(&l.Noise, whose+"noise", 0, 1, "update noise", param.Symbol("σᵤ"), param.LogFrom(1e-4),
		param.Help("Of the kind update: beside what the rule does, each parameter moves by η·σᵤ·N(0, 1) a step."))
	s.Float(&l.Label, whose+"label", 0, 10, "label noise", param.Symbol("σₗ"), param.LogFrom(1e-3),
		param.Help("Of the kind label: added to every target, fresh each step, with variance σₗ²/12."))
	s.Choice(&l.LabelShape, whose+"label-shape", []string{"uniform", "gaussian"}, "shape of the label noise",
		param.Help("uniform: σₗ wide, as in the authors' code; gaussian: as in the paper, of the same variance."))
	s.Int(&l.Units, whose+"units", 10, 1000, "hidden units", param.Symbol("H"), param.Fresh, param.Log)
	s.Choice(&l.Init, whose+"init", []string{"rich", "lazy"}, "output weights at the start", param.Fresh,
		param.Help("rich: variance 2/H; lazy: standard deviation 2/H, which is smaller."))
	s.Choice(&l.Activation, whose+"activation", []string{"relu", "tanh", "softplus", "leaky"}, "activation", param.Symbol("φ"), param.Fresh,
		param.Help("Active is h > 0; for tanh and softplus, which are never quite silent, |h| > 0.1."))
	s.Bool(&l.Leaps, whose+"leaps", "silent units in leaps", param.Fresh,
		param.Help("With gd, update noise and relu: units that are off for every sample take many steps of their random walk at once, with the same chances. Off: every step."))
}

// method is how a step is taken.
func (l *Learner) method() nn.Method {
	m := nn.Method{Rule: nn.Rule(l.Rule), Rate: float32(l.Rate), Kind: nn.Kind(l.Kind), Shape: nn.Shape(l.LabelShape)}
	switch m.Kind {
	case nn.UpdateNoise:
		m.Noise = float32(l.Noise)
	case nn.LabelNoise:
		m.Noise = float32(l.Label)
	}
	return m
}

// placed reports whether samples are seen at places, so that units can have place fields.
func (w *World) placed() bool { return w.Task == "track" || w.Task == "abstract" }
