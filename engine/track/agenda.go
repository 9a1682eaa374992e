package track

import (
	"slices"

	"driftlab/engine/measure"
)

// An Agenda tells ahead at which steps a Sim has something to record. It follows from the step count
// alone.
type Agenda struct {
	rows      measure.History
	snapshot  int64
	intervals measure.Intervals[*struct{}]
	travel    travel
	readings  []float64 // the steps of the spectra, whose rows stay
	reading   int64     // from which on the next is due
}

// Agenda is that of a Sim, from the present step on.
func (s *Sim) Agenda() *Agenda {
	a := &Agenda{rows: s.report.Schedule(), snapshot: s.nextDue, travel: travel{stay: s.travel.stay}}
	a.intervals = measure.NewIntervals(leastInterval, func(_, _ *struct{}) float64 { return 0 })
	a.intervals.Restore(s.intervals.Every)
	for i := range s.intervals.Marks {
		a.mark(s.intervals.Marks[i].Step)
	}
	a.reading = s.spectra.next
	for _, r := range s.spectra.taken {
		a.readings = append(a.readings, float64(r.step))
	}
	a.rows.Stays = func(step float64) bool { return slices.Contains(a.readings, step) }
	return a
}

func (a *Agenda) mark(step int64) {
	a.intervals.Next(step)
	a.intervals.Close()
}

// Next is the first step after a step at which something is due; up to it nothing is.
func (a *Agenda) Next(after int64) int64 {
	next := max(after+1, a.rows.Step())
	next = min(next, max(after+1, a.snapshot))
	if a.travel.stay > 0 {
		next = min(next, a.travel.next(after))
	}
	return min(next, max(after+1, a.intervals.NextStep()))
}

// Pass says that what is due at a step has been recorded.
func (a *Agenda) Pass(step int64) {
	if a.rows.Due(step) {
		if step >= a.reading {
			a.readings, a.reading = append(a.readings, float64(step)), measure.NextSnapshot(step)
		}
		a.rows.Add([]float64{float64(step)})
	}
	if step == a.snapshot {
		a.snapshot = measure.NextSnapshot(step)
	}
	if a.intervals.Due(step) {
		a.mark(step)
	}
}
