package track

import (
	"driftlab/engine/measure"
	"driftlab/engine/wire"
)

// decide looks at the whole history again. What it finds follows from the history alone.
func (r *record) decide() {
	c := &r.course
	c.Step = r.report.Column(c.Step[:0], colStep)
	c.Error = r.report.Column(c.Error[:0], colLoss)
	for i, log := range c.Error {
		c.Error[i] = float32(share(float64(log)))
	}
	c.Active = r.report.Column(c.Active[:0], colActiveFraction)
	c.Units = r.report.Column(c.Units[:0], colActiveUnits)
	c.SI = r.report.Column(c.SI[:0], colMeanSI)
	c.Of = r.p.Units
	r.verdict = r.phases.Find(*c)
	r.fitted = false
}

// timescale is that of the exponential which fits the fraction of active units after learning, in steps; 0 when none
// does. It is dear, and found when it is asked for.
func (r *record) timescale() float64 {
	if !r.fitted {
		r.fitted, r.tau = true, r.findTimescale()
	}
	return r.tau
}

func (r *record) findTimescale() float64 {
	const most = 128 // points, evenly spread over the steps
	if len(r.verdict.Borders) == 0 {
		return 0
	}
	t, y := r.fitT[:0], r.fitY[:0]
	next := float64(r.verdict.Borders[0])
	last := r.report.Last()[colStep]
	for at := 0; at < len(r.report.Rows); at += r.report.Width {
		row := r.report.Rows[at : at+r.report.Width]
		if row[colStep] >= next {
			t, y = append(t, row[colStep]), append(y, row[colActiveUnits])
			next = row[colStep] + float64(last/most)
		}
	}
	r.fitT, r.fitY = t, y
	fit, ok := measure.FitExponential(t, y)
	if !ok {
		return 0
	}
	return fit.Tau
}

// standing is the phase as a number: none for a network that can't move, or does not.
func (r *record) standing() int {
	if r.broken >= 0 || r.dead() || r.restingSince() >= 0 {
		return measure.None
	}
	return r.verdict.Phase
}

// bands are the phases as the curves' backgrounds, in retrospect: none where every unit is
// silent, for nothing is known of a network that was.
func (r *record) bands(bands []wire.Band) []wire.Band {
	if r.dead() {
		return bands
	}
	bands = r.verdict.Bands(bands)
	if rest := r.restingSince(); rest >= 0 {
		bands = append(bands, wire.Band{From: rest, Phase: measure.None, Name: "at rest"})
	}
	return bands
}
