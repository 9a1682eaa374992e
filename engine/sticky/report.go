package sticky

import (
	"math"
	"slices"

	"driftlab/engine/measure"
	"driftlab/engine/wire"
)

// Columns are the measures of a report, for each method: means over the seeds whose networks have not diverged.
var Columns = []measure.Column{
	{Name: "method", Label: "method", Letters: true, Help: "A control, B sticky, C ewc, D sticky+ewc, then parts of the rule: E smart, F l1, G smart+l1, H attractor, I attractor+l1, J sticky+l1; there is a row for each at every step"},
	{Name: "step", Label: "iteration", Help: "of a grid the number of the run, which the row is of; all else is then of its end"},
	{Name: "task", Label: "task", Help: "which of the tasks is learned, from 1 on; at its last iteration still that one"},
	{Name: "loss", Label: "Loss", Unit: "nats", Help: "mean cross-entropy of the answers to the present task's test digits"},
	{Name: "acc_all", Label: "all tasks so far", Help: "share of test digits told right, mean over all tasks up to the present one"},
	{Name: "acc_previous", Label: "earlier tasks", Help: "the same over the tasks before the present one; NaN in the first"},
	{Name: "acc_current", Label: "this task", Help: "the same in the present task"},
	{Name: "f0", Label: "f(0)", Help: "plasticity of a weight of 0 whose step leads away from the attractor; below 1 it is a trap"},
	{Name: "attractor_share", Label: "weights at a₁", Help: "share of the weights of the first layer within 0.02 of a₁"},
	{Name: "well_share", Label: "weights in the well", Help: "share of all weights, without biases, with f(w) below 1: their steps away from the attractor are made smaller, where the rule is on"},
	{Name: "acc_interval", Label: "± of all tasks", Help: "half the width of the 95 % interval of acc_all over the seeds, by Student's t; NaN with one seed"},
	{Name: "run_seed", Label: "seed of the run", Seldom: true, Help: "of a grid: the seed of the run"},
	{Name: "run_share", Label: "share that stays", Seldom: true, Help: "of a grid: the share of pixels that stay in all tasks"},
	{Name: "mark", Label: "mark", Seldom: true, Help: "of a grid: Σⱼ (ln j / j) Σᵢ A(i, j) / Σⱼ ln j, with A(i, j) the accuracy in task i after task j; what a search makes large"},
	{Name: "run_a1", Label: "a₁ of the run", Seldom: true, Help: "of a grid: the attractor"},
	{Name: "run_mu", Label: "μ of the run", Seldom: true, Help: "of a grid: the mean weight at first"},
	{Name: "run_sigma", Label: "σ of the run", Seldom: true, Help: "of a grid: the spread of weights at first"},
	{Name: "run_gamma", Label: "γ of the run", Seldom: true, Help: "of a grid: the steepness"},
	{Name: "run_lambda", Label: "λ of the run", Seldom: true, Help: "of a grid: the plasticity far away"},
	{Name: "run_zeta", Label: "ζ of the run", Seldom: true, Help: "of a grid: the strength of L1, which counts where the method has it"},
}

// The places of the columns in a method's row.
const (
	colStep = iota
	_
	colLoss
	colAll
	colPrevious
	colCurrent
	_
	colNear
	colWell
	colInterval
)

// Charts are the curves of the picture: of each measure a line for every one of Methods.
var Charts = []wire.Chart{
	{Title: "Accuracy over all tasks so far", Short: "Accuracy, all", Hi: 1, Lines: lines},
	{Title: "Accuracy in earlier tasks", Short: "Accuracy, earlier", Hi: 1, Lines: lines},
	{Title: "Accuracy in this task", Short: "Accuracy, now", Hi: 1, Lines: lines},
	{Title: "Loss in this task", Short: "Loss", Unit: "nats", Least: 0.5, Lines: lines},
	{Title: "Weights at a₁", Short: "At a₁", Least: 0.1, Lines: lines},
}

// charted are the columns of the charts.
var charted = [...]int{colAll, colPrevious, colCurrent, colLoss, colNear}

var lines = func() (all []wire.Line) {
	for i, m := range Methods {
		all = append(all, wire.Line{Name: m.Name, Dashed: i >= compared})
	}
	return all
}()

// Report is the run in numbers, with the newest measures.
func (s *sides) Report() *measure.Report {
	s.newest()
	return s.report
}

// Measure asks all networks about all test digits now.
func (s *sides) Measure() {
	for _, c := range s.nets {
		c.measured()
	}
	s.record()
	for _, g := range s.groups {
		g.measure(s.steps)
	}
}

// newest sees to it that there are measures at all.
func (s *sides) newest() {
	for _, g := range s.groups {
		if len(g.report.Row) == 0 {
			s.Measure()
			return
		}
	}
}

// group is the one of a method, nil if it is not run.
func (s *sides) group(m *Method) *group {
	i := slices.IndexFunc(s.groups, func(g *group) bool { return g.method.Name == m.Name })
	if i < 0 {
		return nil
	}
	return s.groups[i]
}

// draw fills in the lines of the curves, and the tasks behind them.
func (s *sides) draw(h *wire.Head) {
	h.Steps = s.groups[0].report.Column(h.Steps[:0], colStep)
	for len(h.Curves) < len(Methods)*len(charted) {
		h.Curves = append(h.Curves, nil)
	}
	for i, column := range charted {
		for k := range Methods {
			line := h.Curves[len(Methods)*i+k][:0]
			if g := s.group(&Methods[k]); g != nil {
				line = g.report.Column(line, column)
			} else {
				for range h.Steps {
					line = append(line, float32(math.NaN()))
				}
			}
			h.Curves[len(Methods)*i+k] = line
		}
	}
	h.Bands = h.Bands[:0]
	for i := range s.nets[0].task(s.steps) {
		h.Bands = append(h.Bands, wire.Band{From: int64(i) * s.data.per(s.p), Name: taskNames[i], Phase: 1 + i%3})
	}
}

// taskNames are those of the bands.
var taskNames = func() (names [mostTasks]string) {
	for i := range names {
		names[i] = "task " + string(rune('A'+i))
	}
	return names
}()

// Curves are the measures as the picture's curves show them.
func (s *sides) Curves() *wire.Curves {
	s.newest()
	var h wire.Head
	s.draw(&h)
	return &wire.Curves{Step: s.steps, Axis: "iteration", Steps: wire.Gappy(h.Steps), Bands: h.Bands, Charts: wire.Charted(Charts, &h)}
}
