package sweep

import (
	"math"

	"driftlab/engine/measure"
	"driftlab/engine/wire"
)

// Columns are the measures of a report: a row for each run, in the order of their numbers.
var Columns = []measure.Column{
	{Name: "step", Label: "runs finished", Help: "how many runs are finished, this one and all before it"},
	{Name: "run", Label: "run", Seldom: true, Help: "the number of the run, from 0 on; what follows is of it. The page keeps the rows of some thousand runs at most, evenly spread; lab merge has all"},
	{Name: "run_seed", Label: "seed of the run", Seldom: true, Help: "with which it is the same in the exhibit track"},
	{Name: "rule", Label: "learning rule", Seldom: true, Help: "0 gd, 1 adam, 2 sed"},
	{Name: "noise_kind", Label: "kind of noise", Seldom: true, Help: "0 update noise, 1 label noise, 2 none"},
	{Name: "update_noise", Label: "update noise", Unit: "σᵤ", Seldom: true, Help: "empty where the run has none"},
	{Name: "label_noise", Label: "label noise", Unit: "σₗ", Seldom: true, Help: "empty where the run has none"},
	{Name: "task", Label: "task", Seldom: true, Help: "0 abstract, 1 random, 2 smoothed"},
	{Name: "init", Label: "output weights at the start", Seldom: true, Help: "0 lazy, 1 rich"},
	{Name: "samples", Label: "samples", Seldom: true, Help: "T"},
	{Name: "inputs", Label: "inputs", Seldom: true, Help: "D"},
	{Name: "outputs", Label: "outputs", Seldom: true, Help: "O; in the abstract task as many as inputs"},
	{Name: "outcome", Label: "outcome", Seldom: true, Help: "0 finished, 1 died: every hidden unit is silent at the end, 2 diverged, 3 failed: it broke off twice, which is no doing of the network"},
	{Name: "ended", Label: "last training step", Seldom: true, Help: "of the run: where it diverged, or its last; of one that failed, how far it is known to have come"},
	{Name: "loss", Label: "loss", Unit: "log₁₀ of MSE / variance", Seldom: true, Help: "at the end, as in the exhibit track; this and what follows is empty where the run diverged or failed"},
	{Name: "active_fraction", Label: "active fraction", Seldom: true, Help: "the same: mean of 1[h > 0] over units and samples"},
	{Name: "active_units", Label: "active units", Seldom: true, Help: "the same: fraction of units with h > 0 for some sample"},
	{Name: "mean_si", Label: "spatial information", Unit: "bits", Seldom: true, Help: "the same: mean over place units; a place is a sample where the task has no places"},
	{Name: "corr_start", Label: "correlation with the start", Seldom: true, Help: "mean correlation of the rate maps at the end with those of training step 0"},
	{Name: "timescale", Label: "timescale", Unit: "steps", Seldom: true, Help: "τ of the exponential that fits the fraction of active units after learning; empty where there is no fit"},
	{Name: "half_life", Label: "half-life", Unit: "steps", Seldom: true, Help: "of the fraction of active units: training steps from directed_from until it had fallen to half of what it was there; empty where it has not"},
	{Name: "directed_from", Label: "directed drift from", Unit: "step", Seldom: true, Help: "the training step at which phase 2 began; empty where the task was not learned"},
	{Name: "null_from", Label: "null drift from", Unit: "step", Seldom: true, Help: "the training step at which phase 3 began; empty where it did not"},
}

// Charts are the mean time courses of each group.
var Charts = []wire.Chart{
	{Title: "Active units", Unit: "of the units, mean over runs", Hi: 1, Lines: lines},
	{Title: "Loss", Unit: "log₁₀ of MSE / variance, mean over runs", Least: 1, Lines: lines},
	{Title: "Spatial information", Short: "Information", Unit: "bits, mean over runs", Least: 0.5, Lines: lines},
	{Title: "Correlation with the start", Short: "Correlation", Lo: -1, Hi: 1, Lines: lines},
}

// charted are the places in Courses of the charts.
var charted = [...]int{0, 2, 3, 4}

var lines = func() (all []wire.Line) {
	for _, name := range Groups {
		all = append(all, wire.Line{Name: name})
	}
	return all
}()

// Report is the sweep in numbers.
func (s *Sim) Report() *measure.Report { return s.report }

// record makes the newest row and keeps it: of the last of n runs that are told of, or of none.
func (s *Sim) record(n int) {
	nan := math.NaN()
	if n == 0 {
		row := append(s.report.Row[:0], 0)
		for len(row) < len(Columns) {
			row = append(row, nan)
		}
		s.report.Row = row
		s.report.Keep()
		return
	}
	d, r := s.p.draw(s.run(n-1)), s.done[n-1]
	noise, label := nan, nan
	switch d.Kind {
	case UpdateNoise:
		noise = d.Noise
	case LabelNoise:
		label = d.Label
	}
	f := r.Final()
	s.report.Row = append(s.report.Row[:0], float64(n), float64(s.run(n-1)), float64(d.Seed), float64(d.Rule), float64(d.Kind), noise, label,
		float64(d.Task), float64(d.Init), float64(d.Samples), float64(d.Inputs), float64(d.Outputs), float64(r.Outcome), float64(r.Step),
		f.Loss, f.Fraction, f.Units, f.SI, f.Corr, r.Tau, r.Half, r.Directed, r.Null)
	s.report.Keep()
}

// A Final is what was measured at the end of a run.
type Final struct{ Loss, Fraction, Units, SI, Corr float64 }

// Final is that of a run; NaN where it diverged or failed.
func (r *Result) Final() Final {
	if nan := math.NaN(); r.Outcome == Diverged || r.Outcome == Failed {
		return Final{nan, nan, nan, nan, nan}
	}
	k := len(r.Loss) - 1
	return Final{float64(r.Loss[k]), float64(r.Fraction[k]), float64(r.Units[k]), float64(r.SI[k]), float64(r.Corr[k])}
}
