// Package stability is a recurrent network that learns to tell handwritten digits apart, pair after
// pair, by one of several rules of continual learning, beside the same network under another rule:
// one that protects its parameters keeps the very dynamics it had, one that protects its outputs keeps
// the tasks and lets the dynamics drift (Jensen, "An algorithmic hypothesis of differential neural
// stability in the brain", the note; Kao, Jensen, van de Ven, Bernacchia, Hennequin, NeurIPS 2021, and
// its code, which is followed where both differ).
package stability

import (
	"math"

	"driftlab/engine/nn"
	"driftlab/engine/nn/continual"
	"driftlab/engine/param"
)

// A Task is to tell two digits apart, of which the strokes may have been turned.
type Task struct {
	Name   string
	Labels [2]int // answer 0, answer 1
	Turn   Turn
}

// A Turn is what is done to strokes.
type Turn int

// The turns.
const (
	Plain   Turn = iota
	Swapped      // dx and dy
	Flipped      // dy negated
)

// Tasks are all there are, in the order in which they are learned.
var Tasks = []Task{
	{"2v3", [2]int{2, 3}, Plain},
	{"4v5", [2]int{4, 5}, Plain},
	{"1v7", [2]int{1, 7}, Plain},
	{"8v9", [2]int{8, 9}, Plain},
	{"0v6", [2]int{0, 6}, Plain},
	{"3v2 xy", [2]int{3, 2}, Swapped},
	{"5v4 xy", [2]int{5, 4}, Swapped},
	{"7v1 xy", [2]int{7, 1}, Swapped},
	{"9v8 xy", [2]int{9, 8}, Swapped},
	{"6v0 xy", [2]int{6, 0}, Swapped},
	{"2v3 ud", [2]int{2, 3}, Flipped},
	{"4v5 ud", [2]int{4, 5}, Flipped},
	{"1v7 ud", [2]int{1, 7}, Flipped},
	{"8v9 ud", [2]int{8, 9}, Flipped},
	{"0v6 ud", [2]int{0, 6}, Flipped},
}

// Params are the dials of the exhibit. The zero value is not usable; see Defaults.
type Params struct {
	Seed    int
	Learner string // a continual.Name
	Other   string // a continual.Name, or off

	Tasks      int // of Tasks, the first so many are learned
	Iterations int // of each
	Batch      int // trials in an iteration
	Fisher     int // trials that a learned task's Fisher information is of
	Probes     int // test digits of each task

	Units      int
	Activation string
	Tau        float64 // 1 is no leak
	Noise      float64 // sigma_rec
	Pen        float64 // standard deviation of the noise of each pen movement

	Rate     float64
	Momentum float64
	Decay    float64 // L2
	Lambda   float64
	Damping  float64 // a
	Data     float64 // N
	Replays  int     // R
	Merge    string  // nearest or sum
	Mover    string  // sgd or adam: how penalties move
	AdamRate float64 // gamma of adam

	Probe   string // the task that the picture is of
	Digit   int    // the test digit that it follows
	Permute string // whether units change places: none, two or all
}

// mostProbes bounds the test digits of a task.
const mostProbes = 400

const off = "off"

// Defaults are the values of the preset "live".
func Defaults() Params {
	return Params{
		Seed: 1, Learner: string(continual.NCL), Other: string(continual.Replay),
		Tasks: len(Tasks), Iterations: 1500, Batch: 16, Fisher: 2048, Probes: 100,
		Units: 30, Activation: string(nn.ReLU), Tau: 0.2, Noise: 0.05, Pen: 1,
		Rate: 0.01, Momentum: 0.9, Decay: 1e-5, Lambda: 100, Damping: 1e-3, Data: 50000, Replays: 16,
		Merge: "nearest", Mover: "adam", AdamRate: 1e-3, Probe: Tasks[probes[0]].Name, Permute: "none",
	}
}

// Dials declares every dial over p; the values p has are the defaults.
func (p *Params) Dials() *param.Set {
	var s param.Set
	s.Int(&p.Seed, "seed", 0, 999999999, "seed", param.Fresh,
		param.Help("All that is random follows from it."))
	p.learners(&s)
	p.lessons(&s)
	p.network(&s)
	p.rules(&s)
	s.Choice(&p.Probe, "probe", probeNames(), "task in the picture", param.View)
	s.Int(&p.Digit, "digit", 0, mostProbes-1, "test digit", param.View,
		param.Help("Which of the task's test digits is drawn; beyond the last it begins again with the first."))
	s.Choice(&p.Permute, "permute", []string{"none", "two", "all"}, "units that change places", param.View,
		param.Help("In the network of the last task learned: its loss stays, but ncl and kfac believe less in it."))
	s.Presets = presets
	return &s
}

func (p *Params) learners(s *param.Set) {
	s.Choice(&p.Learner, "learner", continual.Names, "learner", param.Fresh,
		param.Help("ncl: natural continual learning; replay: earlier tasks again; kfac, ewc, si: penalties on leaving what was learned; dowm: changes orthogonal to it; none: nothing against forgetting."))
	s.Choice(&p.Other, "other", append([]string{off}, continual.Names...), "learner beside it", param.Fresh,
		param.Help("The same network under another rule, from the same weights, on the same digits with the same noise."))
}

func (p *Params) lessons(s *param.Set) {
	s.Int(&p.Tasks, "tasks", 1, len(Tasks), "tasks", param.Fresh)
	s.Int(&p.Iterations, "iterations", 1, 100000, "iterations a task", param.Fresh, param.Log)
	s.Int(&p.Batch, "batch", 1, 512, "trials an iteration", param.Fresh, param.Log)
	s.Int(&p.Fisher, "fisher", 1, 20000, "trials for the Fisher information", param.Fresh, param.Log,
		param.Help("Of each learned task, with answers drawn as the network gives them."))
	s.Int(&p.Probes, "probes", 2, mostProbes, "test digits a task", param.Fresh, param.Log,
		param.Help("Half of either kind, but for one. They and their noise are the same at every step."))
}

func (p *Params) network(s *param.Set) {
	s.Int(&p.Units, "units", 2, 200, "units", param.Fresh, param.Log)
	s.Choice(&p.Activation, "activation", []string{string(nn.ReLU), string(nn.Tanh), string(nn.Softplus), string(nn.Leaky)},
		"activation", param.Symbol("φ"), param.Fresh)
	s.Float(&p.Tau, "tau", 0.01, 1, "share of what is new", param.Symbol("τ"), param.Fresh, param.Log,
		param.Help("In a unit's activity, at each step. 1: no leak, as in the note; 0.2, as in its code."))
	s.Float(&p.Noise, "noise", 0, 1, "noise of the units", param.Symbol("σ"), param.Fresh, param.LogFrom(1e-3),
		param.Help("Each unit's input has σ√(2/τ)·N(0, 1) at each step."))
	s.Float(&p.Pen, "pen", 0, 3, "noise of the pen", param.Fresh,
		param.Help("Each of the four inputs has this times N(0, 1) at each step. A movement is 1 long."))
}

func (p *Params) rules(s *param.Set) {
	s.Float(&p.Rate, "rate", 1e-5, 1, "learning rate", param.Symbol("γ"), param.Log)
	s.Float(&p.Momentum, "momentum", 0, 0.999, "momentum")
	s.Float(&p.Decay, "decay", 0, 0.1, "weight decay", param.LogFrom(1e-6),
		param.Help("Of replay and none."))
	s.Int(&p.Replays, "replays", 1, 512, "replayed trials", param.Symbol("R"), param.Fresh, param.Log,
		param.Help("Of replay: an iteration, spread over the earlier tasks. The fewer, the noisier."))
	s.Float(&p.Lambda, "lambda", 0, 1e4, "strength of the penalty", param.Symbol("λ"), param.LogFrom(0.1),
		param.Help("Of kfac, ewc and si, for which 100, 100 and 10 are good beginnings."))
	s.Choice(&p.Mover, "mover", []string{"adam", "sgd"}, "how penalties move", param.Fresh,
		param.Help("Of kfac, ewc and si. sgd: gradient descent with momentum, which strong penalties throw off; that of kfac slows down from task to task."))
	s.Float(&p.AdamRate, "adam-rate", 1e-6, 0.1, "learning rate of adam", param.Log)
	s.Float(&p.Damping, "damping", 1e-6, 0.1, "damping", param.Symbol("a"), param.Log,
		param.Help("Of ncl and dowm."))
	s.Float(&p.Data, "datapoints", 100, 1e7, "data a task", param.Symbol("N"), param.Fresh, param.Log,
		param.Help("Of ncl and kfac: so many data a task is taken to have; the prior counts as one."))
	s.Choice(&p.Merge, "merge", []string{"nearest", "sum"}, "how precisions are added", param.Fresh,
		param.Help("Of ncl and kfac. nearest: the Kronecker product nearest to the sum; sum: the product of the sums."))
}

// Up to so many replayed trials, gradients are clipped at so much; none replays no trial at all.
const fewReplays, mostGradient = 8, 2

// settings are the rule's.
func (p *Params) settings(name continual.Name) continual.Settings {
	s := continual.Settings{
		Rate: p.Rate, Momentum: p.Momentum, Decay: p.Decay, Lambda: p.Lambda, Damping: p.Damping, Data: p.Data,
		Adam: p.Mover == "adam", Additive: p.Merge == "sum",
	}
	if s.Adam && (name == continual.KFAC || name == continual.EWC || name == continual.SI) {
		s.Rate = p.AdamRate
	}
	if name == continual.None || name == continual.Replay && p.Replays <= fewReplays {
		s.Clip = mostGradient
	}
	return s
}

// task is which task is learned up to a step, from 1 on.
func (p *Params) task(step int64) int {
	return int(max(1, (step+int64(p.Iterations)-1)/int64(p.Iterations)))
}

// end is the step at which a task, as a place in Tasks, is learned.
func (p *Params) end(of int) int64 { return int64(of+1) * int64(p.Iterations) }

// spread is the standard deviation of the units' noise.
func (p *Params) spread() float32 { return float32(p.Noise * math.Sqrt(2/p.Tau)) }
