package valley

import (
	"math"

	"driftlab/engine/num"
)

// columns are the measures of a report.
var columns = []string{"step", "alive", "alive_theory", "mean_x2", "mean_log_lambda", "mean_lambda"}

// The places of the columns in a row.
const (
	colStep = iota
	colAlive
	colTheory
	colX2
	colLogLambda
	colLambda
)

// Columns names the measures of a report:
//
//	alive            share of the walkers that have not met the corner since they settled
//	alive_theory     the same from theory; NaN where it does not hold, see theory
//	mean_x2          mean of x^2
//	mean_log_lambda  mean of the natural logarithm of lambda = 2 max(x^2, y^2)
//	mean_lambda      mean of lambda
//
// One that flew off has left its arm for good; the means are over those still here, and
// NaN if nobody is.
func (s *Sim) Columns() []string { return columns }

// AppendRow appends the measures now.
func (s *Sim) AppendRow(row []float64) []float64 {
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
	return append(row, float64(s.step), s.alive(), s.theory(), x2/n, logs/n, lambdas/n)
}

// AppendHistory appends the reports kept so far, at most 1,024, equally far apart.
func (s *Sim) AppendHistory(rows []float64) []float64 { return append(rows, s.history.Rows...) }

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
	if s.history.Due(s.step) {
		s.report = s.AppendRow(s.report[:0])
		s.history.Add(s.report)
	}
}
