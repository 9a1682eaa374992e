// Package sticky is a network that learns digits under one permutation of their pixels after another, while an
// attractor holds its weights: those near it hardly move away any more (Ghosh, Mastrovito, Mihalas, "A Biologically
// Plausible Model for Continual Learning using Synaptic Weight Attractors", the paper). Beside it are the same
// network without it, one under elastic weight consolidation (Kirkpatrick et al. 2017), and parts of the rule alone.
package sticky

import (
	"driftlab/engine/num"
	"driftlab/engine/param"
	"driftlab/engine/rng"
	"driftlab/engine/task/digits"
)

// Params are the dials of the exhibit. The zero value is not usable; see Defaults.
type Params struct {
	Seed  int
	Seeds int

	Grid                       string // one of Grids
	Method                     string // the only one that is run, or chosen: those that follow
	Control, Sticky, EWC, Both bool

	Tasks  int
	Images string // small or all
	Train  int    // digits
	Test   int    // digits
	Batch  int
	Share  float64 // s
	Units  int
	Rate   float64

	A1, Gamma, Lambda float64
	Mu, Sigma         float64
	Where             string // gradient or step
	L1                string // off, proximal or literal
	Zeta              float64
	Strength          float64 // lambda_e
	Fisher            int     // digits

	Shares int // of shared: how many there are from 0 to 1
	Trials int // of search
	Ranges [searched]span

	Trial   int    // of a search, the one that is described and opened; 0 for the best
	Digit   int    // the test digit in the picture
	Weights string // whose weights the picture shows: a method's name

	parts bool // methods have L1 by themselves: the dial l1 only says which
}

const small, all = "small", "all"

// chosen is the dial method where it names none.
const chosen = "chosen"

// The dials where and l1.
const (
	ofGradient, ofStep     = "gradient", "step"
	off, proximal, literal = "off", "proximal", "literal"
)

// Defaults are the values of the preset "lecture".
func Defaults() Params {
	return Params{
		Seed: 1, Seeds: 1, Grid: Grids[NoGrid], Method: chosen, Control: true, Sticky: true, EWC: true,
		Tasks: 10, Images: small, Train: 5000, Test: 1000, Batch: 20, Units: 400, Rate: 1.2e-3,
		A1: 0.279, Gamma: 4.70, Lambda: 4.12, Mu: 0.00363, Sigma: 0.0204, Where: ofGradient, L1: off, Zeta: 0.000574,
		Strength: 30, Fisher: 500, Shares: 6, Trials: 30, Ranges: narrow, Weights: "sticky",
	}
}

// Dials declares every dial over p; the values p has are the defaults.
func (p *Params) Dials() *param.Set {
	var s param.Set
	s.Int(&p.Seed, "seed", 0, 999999999, "seed", param.Fresh,
		param.Help("All that is random follows from it: weights, permutations, the order of the digits."))
	s.Int(&p.Seeds, "seeds", 1, mostSeeds, "seeds side by side", param.Fresh,
		param.Help("Each method is run with so many seeds, from this one on. Curves are their mean."))
	p.methods(&s)
	p.lessons(&s)
	p.rule(&s)
	p.search(&s)
	s.Int(&p.Digit, "digit", 0, 9999, "test digit", param.View,
		param.Help("Which test digit is shown as each task has it; beyond the last it begins again with the first."))
	s.Int(&p.Trial, "trial", 0, mostTrials, "trial to be opened", param.View,
		param.Help("Of a search: it is described below the picture, and a button opens it; 0: the best."))
	s.Choice(&p.Weights, "weights", names(), "weights shown", param.View,
		param.Help("The method whose weights are on the left of the picture; where it is not run, the first that is."))
	s.Presets = presets
	return &s
}

// names are those of all methods.
func names() (all []string) {
	for _, m := range Methods {
		all = append(all, m.Name)
	}
	return all
}

func (p *Params) methods(s *param.Set) {
	s.Choice(&p.Grid, "grid", Grids, "grid of whole runs", param.Fresh,
		param.Help("none: methods side by side. ablation: all eight combinations of attractor, the beginning that goes with it (smart) and L1. shared: control and sticky with ever more pixels that stay. search: trials of other settings of the rule, with the first seed. Each run is a job for a processor."))
	s.Choice(&p.Method, "method", append([]string{chosen}, names()...), "method", param.Fresh,
		param.Help("One that is run alone; chosen: those that are ticked below."))
	s.Bool(&p.Control, "control", "control", param.Fresh,
		param.Help("All weights are as plastic, and begin as is usual (He). It is run as well where no method is chosen."))
	s.Bool(&p.Sticky, "sticky", "sticky", param.Fresh,
		param.Help("The attractor holds weights, which begin near it."))
	s.Bool(&p.EWC, "ewc", "ewc", param.Fresh,
		param.Help("Elastic weight consolidation: a penalty on leaving what was learned, the larger the more the answers depend on a weight."))
	s.Bool(&p.Both, "both", "sticky and ewc in one", param.Fresh)
}

func (p *Params) lessons(s *param.Set) {
	s.Int(&p.Tasks, "tasks", 1, mostTasks, "tasks", param.Fresh)
	s.Choice(&p.Images, "images", []string{small, all}, "images", param.Fresh,
		param.Help("small: 14 by 14 pixels, 5,000 digits to learn and 1,000 to be tested with; all: all of MNIST, 28 by 28 pixels."))
	s.Int(&p.Train, "train", 10, 60000, "digits to learn", param.Fresh, param.Log,
		param.Help("Each of them once in each task; as many as there are, at most."))
	s.Int(&p.Test, "test", 10, 10000, "digits to be tested with", param.Fresh, param.Log,
		param.Help("The same in each task, as many as there are, at most."))
	s.Int(&p.Batch, "batch", 1, 500, "batch", param.Fresh, param.Log)
	s.Float(&p.Share, "same", 0, 1, "share of pixels that stay", param.Symbol("s"), param.Fresh,
		param.Help("These are where they are in all tasks; the others change places."))
	s.Int(&p.Units, "units", 4, 2000, "hidden units", param.Fresh, param.Log)
	s.Float(&p.Rate, "rate", 1e-6, 0.1, "learning rate", param.Symbol("η"), param.Log,
		param.Help("Of Adam. All steps together, times this, should be 1 to 3: with less no weight gets anywhere."))
}

func (p *Params) rule(s *param.Set) {
	s.Float(&p.A1, "a1", 0.01, 10, "attractor", param.Symbol("a₁"), param.Log)
	s.Float(&p.Gamma, "gamma", 0.01, 100, "steepness", param.Symbol("γ"), param.Log)
	s.Float(&p.Lambda, "lambda", 0.1, 20, "plasticity far away", param.Symbol("λ"), param.Log)
	s.Choice(&p.Where, "where", []string{ofGradient, ofStep}, "what plasticity scales", param.Fresh,
		param.Help("gradient: what goes into Adam's moments; step: what comes out of them."))
	s.Float(&p.Mu, "mu", 0, 8, "mean weight at first", param.Symbol("μ"), param.Fresh, param.LogFrom(1e-3))
	s.Float(&p.Sigma, "sigma", 0, 7, "spread of weights at first", param.Symbol("σ"), param.Fresh, param.LogFrom(1e-3))
	s.Choice(&p.L1, "l1", []string{off, proximal, literal}, "L1", param.Fresh,
		param.Help("Of sticky. proximal: after each step weights are pulled to 0 by η·ζ; literal: inside the gradient, which Adam rescales."))
	s.Float(&p.Zeta, "zeta", 1e-7, 0.01, "strength of L1", param.Symbol("ζ"), param.Log)
	s.Float(&p.Strength, "strength", 0, 1e4, "strength of ewc", param.Symbol("λₑ"), param.LogFrom(0.1),
		param.Help("The paper has 1,000; with few small digits that holds on to so much that nothing new is learned."))
	s.Int(&p.Fisher, "fisher", 1, 60000, "digits for the Fisher information", param.Fresh, param.Log,
		param.Help("Of each task learned, with answers drawn as the network gives them."))
}

// search declares what the grids have beside the runs.
func (p *Params) search(s *param.Set) {
	s.Int(&p.Shares, "levels", 2, mostShares, "shares of pixels", param.Fresh,
		param.Help("Of the grid shared: so many from 0 to 1, equally far apart."))
	s.Int(&p.Trials, "trials", 1, mostTrials, "trials", param.Fresh, param.Log,
		param.Help("Of the search."))
	for i, of := range Searched {
		from, to := of.Name+"-from", of.Name+"-to"
		lo, hi := widest[i].lo, widest[i].hi
		scale := param.Log
		if lo == 0 {
			scale = param.LogFrom(1e-3)
		}
		s.Float(&p.Ranges[i].lo, from, lo, hi, "search "+of.Symbol+" from", param.Fresh, scale)
		s.Float(&p.Ranges[i].hi, to, lo, hi, "search "+of.Symbol+" to", param.Fresh, scale)
	}
}

// The most that there can be side by side.
const mostSeeds, mostTasks = 10, 20

// asset is the file that has the images.
func (p *Params) asset() string {
	if p.Images == all {
		return digits.AllAsset
	}
	return digits.SmallAsset
}

// attract is the attractor's settings, f(w) among them.
func (p *Params) attract() num.Attract {
	return num.Attract{A1: float32(p.A1), Gamma: float32(p.Gamma), Lambda: float32(p.Lambda)}
}

// turned are the dials that settings has.
var turned = []string{"rate", "a1", "gamma", "lambda", "zeta", "strength"}

// settings are the dials that can be turned while networks learn.
type settings struct{ rate, a1, gamma, lambda, zeta, strength float64 }

func (p *Params) settings() settings {
	return settings{p.Rate, p.A1, p.Gamma, p.Lambda, p.Zeta, p.Strength}
}

// key is a stream of a seed.
func key(seed int, stream uint32) rng.Key { return rng.Key{Seed: uint32(seed), Stream: stream} }
