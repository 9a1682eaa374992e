package track

import (
	"math"

	"driftlab/engine/measure"
	"driftlab/engine/nn"
	"driftlab/engine/wire"
)

// AppendParameters appends the network's parameters as little-endian floats: what a hash
// of the run is made of.
func (s *Sim) AppendParameters(b []byte) []byte { return wire.AppendFloats(b, s.net.Theta) }

// AppendState appends the run's State.
func (s *Sim) AppendState(b []byte) ([]byte, error) {
	st := State{
		Step: s.steps, Broken: s.broken, Theta: s.net.Theta,
		Rows: s.report.Rows, Spread: s.report.Spread, Next: s.report.Next,
		Every: s.intervals.Every, Marks: s.marks(),
		Held: s.held.on, HeldAt: s.held.step, HeldRow: s.held.rows,
	}
	st.Began, st.Travel = s.travel.state()
	st.Spectra, st.Width = s.spectra.states(), s.report.Width
	m := &s.learner.Moments
	st.Rule, st.Time, st.M, st.V = string(m.Rule), m.Time, m.M, m.V
	st.Leaps.take(s.learner)
	for _, snap := range s.snaps {
		st.Snaps = append(st.Snaps, Snap{Step: snap.Step, Theta: snap.theta})
	}
	return st.MarshalMsg(b)
}

// RestoreState goes on from a State of a run with the same dials. After an error the Sim
// must not be used.
func (s *Sim) RestoreState(b []byte) error {
	var st State
	err := wire.Whole(st.UnmarshalMsg(b))
	if st.Width == 0 {
		st.Rows = widened(st.Rows, s.report.Width)
	}
	if err != nil || !s.fits(&st) || !s.report.Restore(st.Rows, st.Spread, st.Next, st.Step) {
		return wire.ErrState
	}
	s.snaps, s.corr, s.nextDue = nil, nil, 0
	for _, snap := range st.Snaps {
		s.enter(snap.Step, snap.Theta)
		s.maps()
		s.snapshot()
	}
	if !s.markAgain(&st) || !s.travelAgain(&st) {
		return wire.ErrState
	}
	s.enter(st.Step, st.Theta)
	s.broken = st.Broken
	s.learner.Moments = st.moments()
	s.spectra.restore(st.Spectra)
	s.held = held{on: st.Held, step: st.HeldAt, rows: st.HeldRow}
	s.maps()
	if !s.leapOn(&st.Leaps) {
		return wire.ErrState
	}
	s.decide()
	return nil
}

// fits reports whether a decoded state is one that this Sim could have come to.
func (s *Sim) fits(st *State) bool {
	n := len(s.net.Theta)
	if len(st.Theta) != n || st.Step < 0 || st.Step > measure.MostSteps || st.Broken < -1 || st.Broken > st.Step || len(st.Snaps) == 0 {
		return false
	}
	due := int64(0)
	for _, snap := range st.Snaps {
		if len(snap.Theta) != n || snap.Step != due || snap.Step > st.Step {
			return false
		}
		due = measure.NextSnapshot(snap.Step)
	}
	m := st.moments()
	return m.Fit(n) && st.Leaps.fit(s.p.Units, st.Step) && fitsReadings(st.Spectra, n, st.Step) && fitsRows(st.HeldRow, s.p.Units)
}

// moments are those of a decoded state.
func (st *State) moments() nn.Moments {
	return nn.Moments{Rule: nn.Rule(st.Rule), Time: st.Time, M: st.M, V: st.V}
}

func fitsRows(rows []int, units int) bool {
	for _, j := range rows {
		if j < 0 || j >= units {
			return false
		}
	}
	return len(rows) <= units
}

// widened are the rows of a history from before there were columns of the spectrum, with these left
// empty.
func widened(rows []float64, width int) []float64 {
	const was = colZeroRows
	var out []float64
	for ; len(rows) >= was; rows = rows[was:] {
		out = append(out, rows[:was]...)
		for range width - was {
			out = append(out, math.NaN())
		}
	}
	return append(out, rows...) // a part of a row is refused later
}
