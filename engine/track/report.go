package track

import (
	"driftlab/engine/measure"
	"driftlab/engine/num"
)

// The columns of a report: loss is log10(MSE / variance of the targets), active_fraction
// the mean of 1[h > 0] over units and samples, active_units the fraction of units with
// h > 0 in some sample, place_units a count, mean_si in bits over place units, corr_start
// the mean correlation of the rate maps with those at step 0, phase 1, 2, 3 or 0 (at rest,
// dead or diverged) as it was decided at the last report of the history, at most 1 % of the
// steps ago; the borders in the picture are drawn in retrospect.
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
		float64(s.standing()))
}

// AppendHistory appends the rows of the history.
func (s *Sim) AppendHistory(rows []float64) []float64 { return append(rows, s.history.Rows...) }

// decide looks at the whole history again. What it finds follows from the history alone.
func (s *Sim) decide() {
	c := &s.course
	c.Step = s.history.Column(c.Step[:0], colStep)
	c.Error = s.history.Column(c.Error[:0], colLoss)
	for i, log := range c.Error {
		c.Error[i] = float32(share(float64(log)))
	}
	c.Active = s.history.Column(c.Active[:0], colActiveFraction)
	c.Units = s.history.Column(c.Units[:0], colActiveUnits)
	c.SI = s.history.Column(c.SI[:0], colMeanSI)
	c.Of = s.p.Units
	s.verdict = s.phases.Find(*c)
	s.tau = s.timescale()
}

// timescale fits the fraction of active units after learning; 0 when no exponential fits.
func (s *Sim) timescale() float64 {
	const most = 128 // points, evenly spread over the steps
	if len(s.verdict.Borders) == 0 {
		return 0
	}
	t, y := s.fitT[:0], s.fitY[:0]
	next := float64(s.verdict.Borders[0])
	last := s.history.Rows[len(s.history.Rows)-s.history.Width]
	for at := 0; at < len(s.history.Rows); at += s.history.Width {
		row := s.history.Rows[at : at+s.history.Width]
		if row[colStep] >= next {
			t, y = append(t, row[colStep]), append(y, row[colActiveUnits])
			next = row[colStep] + float64(last/most)
		}
	}
	s.fitT, s.fitY = t, y
	fit, ok := measure.FitExponential(t, y)
	if !ok {
		return 0
	}
	return fit.Tau
}
