package valley

import (
	"math"

	"driftlab/engine/measure"
	"driftlab/engine/num"
	"driftlab/engine/wire"
)

// Columns are the measures of a report. One that flew off has left its arm for good; the means
// are over those still here, and NaN if nobody is.
var Columns = []measure.Column{
	colStep: {Name: "step", Label: "steps"},
	colAlive: {
		Name: "alive", Label: "Have not met the corner", Unit: "share of the walkers",
		Help: "fraction of walkers that have not yet met |x| ≤ |y| on the arm they settled on",
	},
	colTheory: {
		Name: "alive_theory", Label: "theory", Unit: "share of the walkers",
		Help: "the same from theory; NaN where theory does not hold (engine/valley/theory.go says where, as measured)",
	},
	colX2:        {Name: "mean_x2", Label: "mean x²", Help: "mean of x²"},
	colLogLambda: {Name: "mean_log_lambda", Label: "mean of log λ", Help: "mean of the natural logarithm of λ = 2 max(x², y²), the curvature across the arm"},
	colLambda:    {Name: "mean_lambda", Label: "mean λ", Help: "mean of λ"},
}

// The places of the columns in a row.
const (
	colStep = iota
	colAlive
	colTheory
	colX2
	colLogLambda
	colLambda
)

// Charts are the curves of the picture. The first line is named by how many walkers there are.
var Charts = []wire.Chart{
	{Title: Columns[colAlive].Label, Short: "Not at corner", Unit: Columns[colAlive].Unit, Hi: 1, Lines: []wire.Line{
		{Name: "walkers"},
		{Name: Columns[colTheory].Label, Dashed: true},
	}},
	{Title: "Curvature λ under the walkers", Short: "Curvature λ", Unit: "log₁₀", Least: 0.5, Lines: []wire.Line{
		{Name: "log of mean λ", Dashed: true},
		{Name: Columns[colLogLambda].Label},
	}},
}

// Report is the run in numbers, with the measures now.
func (s *Sim) Report() *measure.Report {
	if len(s.left) > 0 {
		s.measure()
	}
	return s.report
}

// measure makes the newest row that of the present places.
func (s *Sim) measure() {
	var x2, logs, lambdas float64
	here := 0
	for i, x := range s.crowd.x {
		if s.crowd.gone[i] {
			continue
		}
		l := lambda(x, s.crowd.y[i])
		x2 += float64(x * x)
		logs += num.Log(l)
		lambdas += l
		here++
	}
	n := float64(here)
	s.report.Row = append(s.report.Row[:0], float64(s.step), s.alive(), s.theory(), x2/n, logs/n, lambdas/n)
}

// alive is the share of the crowd that is still on the arm it settled on.
func (s *Sim) alive() float64 {
	n := 0
	for _, l := range s.left {
		if l == 0 {
			n++
		}
	}
	return float64(n) / float64(len(s.left))
}

// theory is what alive should be: survival from the distance at which the start settles.
// It speaks of small steps of update noise; outside, and ever after, it is NaN. Until the
// crowd has settled it is 1, as alive is. The noise counts from step 0 on: on the way down,
// too, it changes the x^2 - y^2 that decides where a walker arrives.
func (s *Sim) theory() float64 {
	switch {
	case s.ended || s.p.Kind == "label" || !s.small():
		return math.NaN()
	case s.step < int64(s.floor.steps):
		return 1
	}
	return survival(s.floor.far2, s.spent)
}

// record adds a report to the history when one is due. The curves' axis is linear.
func (s *Sim) record() {
	if s.report.Due(s.step) {
		s.measure()
		s.report.Keep()
	}
}
