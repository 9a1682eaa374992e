package valley

import "math"

// columns are the measures of a report.
var columns = []string{"step", "alive", "alive_theory", "mean_x2", "mean_log_lambda", "mean_lambda"}

// The places of the columns in a row of cols.
const (
	colStep = iota
	colAlive
	colTheory
	colX2
	colLogLambda
	colLambda
	cols
)

// Columns names the measures of a report:
//
//	alive            share of the walkers that have not met the corner since they settled
//	alive_theory     the same from theory; NaN where there is none, see theory
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
		logs += math.Log(l)
		lambdas += l
		here++
	}
	n := float64(here)
	return append(row, float64(s.step), s.alive(), s.theory(), x2/n, logs/n, lambdas/n)
}

// AppendHistory appends the reports kept so far, at most 1,024, equally far apart.
func (s *Sim) AppendHistory(rows []float64) []float64 { return append(rows, s.history.rows...) }

// alive is the share of the crowd that is still on the arm it settled on.
func (s *Sim) alive() float64 {
	n := 0
	for _, l := range s.left {
		if !l {
			n++
		}
	}
	return float64(n) / float64(len(s.left))
}

// theory is what alive should be: survival from the distance at which the start settles.
// It speaks of update noise only, and of starts from which one can settle; else it is NaN.
// Until the crowd has settled it is 1, as alive is. The noise counts from step 0 on: on
// the way down, too, it changes the x^2 - y^2 that decides where a walker arrives.
func (s *Sim) theory() float64 {
	switch {
	case s.floor.lost || s.mixed || s.p.Kind == "label":
		return math.NaN()
	case s.step < int64(s.floor.steps):
		return 1
	}
	return survival(s.floor.far2, s.spent)
}

// mostRows is how many reports the history keeps.
const mostRows = 1024

// A history keeps the reports of the steps that are multiples of stride.
type history struct {
	stride int64
	rows   []float64 // row after row
}

// clear forgets everything and begins at step 0.
func (h *history) clear(s *Sim) {
	h.stride = 1
	h.rows = s.AppendRow(make([]float64, 0, (mostRows+1)*cols))
}

// follow takes note of s after a step. A full history drops every other report.
func (h *history) follow(s *Sim) {
	if s.step%h.stride != 0 {
		return
	}
	h.rows = s.AppendRow(h.rows)
	if len(h.rows) <= mostRows*cols {
		return
	}
	kept := h.rows[:0]
	for i := 0; i < len(h.rows); i += 2 * cols {
		kept = append(kept, h.rows[i:i+cols]...)
	}
	h.rows = kept
	h.stride *= 2
}
