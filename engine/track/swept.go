package track

import (
	"math"

	"driftlab/engine/measure"
	"driftlab/engine/num"
)

// A Swept is a network as a sweep runs it: the steps of a Sim with the same dials, bit for bit, with the history that
// phases and timescale follow from, and without pictures, snapshots or spectra. What it has come to is small.
type Swept struct {
	lesson
	own        Params
	occupancy  *measure.Occupancy
	smooth     *num.Smoother
	start, now measure.Snapshot
	history    measure.History // of sweptColumns
}

// sweptColumns are those of the history: what the phases follow from.
var sweptColumns = [...]int{colStep, colLoss, colActiveFraction, colActiveUnits, colMeanSI}

// NewSwept is a network at step 0.
func NewSwept(p *Params) *Swept {
	s := &Swept{own: *p}
	s.lesson = newLesson(&s.own, newDataset(&s.own))
	d := s.data
	s.occupancy = measure.NewOccupancy(inOrder(d.bin, d.order), d.bins)
	s.smooth = num.NewSmoother(d.bins/d.places(), d.sigma)
	s.history = measure.History{Width: len(sweptColumns)}
	s.history.Reset()
	s.start.Step, s.now.Step = -1, -1
	s.forward()
	s.start.Take(0, s.pass.Active(), s.occupancy, s.smooth)
	s.keep()
	return s
}

// Step takes a training step, and reports whether it could: a network that has diverged stays where it is.
func (s *Swept) Step() bool {
	if s.Advance(); s.broken >= 0 {
		return false
	}
	if s.history.Due(s.steps) {
		s.keep()
	}
	return true
}

func (s *Swept) keep() {
	m := s.Measures()
	s.history.Add([]float64{float64(s.steps), m.Loss, m.Fraction, m.Units, m.SI})
}

// Steps counts the training steps.
func (s *Swept) Steps() int64 { return s.steps }

// Broken reports whether the network has diverged.
func (s *Swept) Broken() bool {
	s.forward()
	return s.broken >= 0
}

// Dead reports whether every unit is silent.
func (s *Swept) Dead() bool { return s.dead() }

// Cost is about how many multiply-adds a training step takes at most; see Sim.Cost.
func (s *Swept) Cost() float64 { return float64(len(s.net.Theta)) * float64(3*s.learner.Samples()+40) }

// Measures are the columns of a report that have the same names.
type Measures struct{ Loss, Fraction, Units, SI, Corr float64 }

// Measures are those now.
func (s *Swept) Measures() Measures {
	s.forward()
	active, t := s.pass.Active(), s.data.batch.T
	if s.now.Step != s.steps {
		s.now.Take(s.steps, active, s.occupancy, s.smooth)
	}
	_, si := s.now.Place()
	return Measures{
		Loss:     num.Log10(s.pass.MSE / s.data.batch.Variance),
		Fraction: measure.ActiveFraction(active, t), Units: measure.ActiveUnits(active, t),
		SI: si, Corr: measure.MapCorrelation(&s.start, &s.now),
	}
}

// A Verdict is what the history tells; NaN where it does not.
type Verdict struct {
	Directed, Null float64 // the steps at which phases 2 and 3 began
	Tau            float64 // timescale of the exponential that fits the fraction of active units, steps
	Half           float64 // steps of phase 2 until it had fallen to half of what it was
}

// Verdict is that of the history so far.
func (s *Swept) Verdict() Verdict {
	r := record{lesson: s.lesson, report: measure.NewReport(true, Columns...)}
	for at := 0; at < len(s.history.Rows); at += s.history.Width {
		row := make([]float64, len(Columns))
		for k, c := range sweptColumns {
			row[c] = s.history.Rows[at+k]
		}
		r.report.Rows = append(r.report.Rows, row...)
	}
	r.decide()
	from := [2]float64{math.NaN(), math.NaN()}
	for i, b := range r.verdict.Borders {
		from[i] = float64(b)
	}
	v := Verdict{from[0], from[1], r.timescale(), r.halfLife(from[0])}
	if v.Tau == 0 {
		v.Tau = math.NaN()
	}
	return v
}

// halfLife is how many steps after a step the fraction of active units had fallen to half of what it was there.
func (r *record) halfLife(from float64) float64 {
	was := math.NaN()
	for at := 0; at < len(r.report.Rows); at += r.report.Width {
		row := r.report.Rows[at : at+r.report.Width]
		if was != was && row[colStep] >= from {
			was = row[colActiveUnits]
		} else if row[colActiveUnits] <= was/2 {
			return row[colStep] - from
		}
	}
	return math.NaN()
}

// Learned fills in what the network has come to, and returns its history.
func (s *Swept) Learned(dst *Learned) (rows []float64, spread, next float64) {
	s.learned(dst)
	return s.history.Rows, s.history.Spread, s.history.Next
}

// Resume goes on from what Learned has told, and reports whether a network of this size could have come to that.
func (s *Swept) Resume(from *Learned, rows []float64, spread, next float64) bool {
	m := from.moments()
	if from.Step < 0 || len(from.Theta) != len(s.net.Theta) || !m.Fit(len(from.Theta)) || !from.Leaps.fit(s.net.H, from.Step) ||
		!s.history.Restore(rows, spread, next, from.Step) {
		return false
	}
	s.resume(from)
	s.now.Step = -1
	return true
}
