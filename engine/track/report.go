package track

import (
	"fmt"
	"math"

	"driftlab/engine/measure"
	"driftlab/engine/num"
	"driftlab/engine/say"
)

// The columns of a report: loss is log10(MSE / variance of the targets), active_fraction
// the mean of 1[h > 0] over units and samples, active_units the fraction of units with
// h > 0 in some sample, place_units a count, mean_si in bits over place units, corr_start
// the mean correlation of the rate maps with those at step 0, phase 1, 2, 3 or 0 (at rest).
var columns = []string{"step", "loss", "active_fraction", "active_units", "place_units", "mean_si", "corr_start", "phase"}

const (
	colStep = iota
	colLoss
	colActiveFraction
	colActiveUnits
	colPlaceUnits
	colMeanSI
	colCorrStart
	colPhase
)

// Columns names the measures of a report.
func (s *Sim) Columns() []string { return columns }

// AppendRow appends the measures now.
func (s *Sim) AppendRow(row []float64) []float64 {
	s.maps()
	place, si := s.now.Place()
	corr := 1.0
	if len(s.snaps) > 0 {
		corr = measure.MapCorrelation(&s.snaps[0].Snapshot, &s.now)
	}
	t := s.data.batch.T
	return append(row,
		float64(s.steps),
		num.Log10(s.pass.MSE/s.data.batch.Variance),
		measure.ActiveFraction(s.pass.H.Rows, t),
		measure.ActiveUnits(s.pass.H.Rows, t),
		float64(place),
		si,
		corr,
		float64(s.phase))
}

// AppendHistory appends the rows of the history.
func (s *Sim) AppendHistory(rows []float64) []float64 { return append(rows, s.history.Rows...) }

// decidePhase looks at the whole history again.
func (s *Sim) decidePhase() {
	s.course.Step = s.history.Column(s.course.Step[:0], colStep)
	s.course.Loss = s.history.Column(s.course.Loss[:0], colLoss)
	s.course.Active = s.history.Column(s.course.Active[:0], colActiveFraction)
	s.course.Units = s.history.Column(s.course.Units[:0], colActiveUnits)
	s.phase, s.borders = s.phases.Find(s.course, s.still(), s.borders)
	s.tau = s.timescale()
}

// timescale fits the fraction of active units after learning; 0 when no exponential fits.
func (s *Sim) timescale() float64 {
	const most = 128 // points, evenly spread over the steps
	if len(s.borders) == 0 {
		return 0
	}
	t, y := s.fitT[:0], s.fitY[:0]
	next := float64(s.borders[0])
	for at := 0; at < len(s.history.Rows); at += s.history.Width {
		row := s.history.Rows[at : at+s.history.Width]
		if row[colStep] >= next {
			t, y = append(t, row[colStep]), append(y, row[colActiveUnits])
			next = row[colStep] + float64(float64(s.steps)/most)
		}
	}
	s.fitT, s.fitY = t, y
	fit, ok := measure.FitExponential(t, y)
	if !ok {
		return 0
	}
	return fit.Tau
}

// still is the correlation of the maps now with the last snapshot taken before half as
// many steps; NaN while there is none.
func (s *Sim) still() float64 {
	for i := len(s.snaps) - 1; i > 0; i-- {
		if 2*s.snaps[i].Step <= s.steps {
			return measure.MapCorrelation(&s.snaps[i].Snapshot, &s.now)
		}
	}
	return math.NaN()
}

// Phase names the current phase.
func (s *Sim) Phase() string {
	if s.phase == measure.Rest {
		return measure.PhaseName(s.phase)
	}
	return fmt.Sprintf("phase %d: %s", s.phase, measure.PhaseName(s.phase))
}

// Trouble names a network that diverged or died.
func (s *Sim) Trouble() (what, advice string) {
	s.forward()
	switch {
	case s.broken >= 0:
		return fmt.Sprintf("diverged at step %s: the loss is no longer a number", say.Grouped(s.broken)),
			"Lower the learning rate or the noise and restart."
	case measure.ActiveUnits(s.pass.H.Rows, s.data.batch.T) == 0:
		return "dead network: every hidden unit is silent",
			"Nothing reaches the outputs, so nothing can be learned. Lower the learning rate or the noise and restart; with noise on, a unit may wake up by chance."
	}
	return "", ""
}

// Caption says what is going on.
func (s *Sim) Caption() string {
	if what, _ := s.Trouble(); what != "" {
		return "The network " + map[bool]string{true: "has ", false: "is a "}[s.broken >= 0] + what + "."
	}
	s.maps()
	place, _ := s.now.Place()
	silent := s.p.Units - int(math.Round(measure.ActiveUnits(s.pass.H.Rows, s.data.batch.T)*float64(s.p.Units)))
	units := fmt.Sprintf("%d of %d units have a place field, %s", place, s.p.Units, fallen(silent))
	if s.p.Task == "random" {
		units = fmt.Sprintf("%d of %d units respond, %s", s.p.Units-silent, s.p.Units, fallen(silent))
	}
	switch s.phase {
	case measure.Learning:
		return fmt.Sprintf("The network is learning: its error is %s of the views' variance; %s.", say.Percent(s.pass.MSE/s.data.batch.Variance), units)
	case measure.Directed:
		return fmt.Sprintf("The loss has been flat since step %s, yet the network changes: %s.", say.Grouped(s.borders[0]), units)
	case measure.Null:
		return fmt.Sprintf("Loss and sparsity are flat since step %s, and still the maps drift: %s.", say.Grouped(s.borders[1]), units)
	default:
		return fmt.Sprintf("Nothing moves any more: without noise, a network that has learned stays put; %s.", units)
	}
}

func fallen(silent int) string {
	switch silent {
	case 0:
		return "none is silent"
	case 1:
		return "1 is silent"
	default:
		return fmt.Sprintf("%d are silent", silent)
	}
}
