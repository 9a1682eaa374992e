package hebbian

import (
	"driftlab/engine/measure"
	"driftlab/engine/wire"
)

// AppendParameters appends the weights as little-endian floats, column after column: what a hash
// of the run is made of.
func (s *Sim) AppendParameters(b []byte) []byte { return wire.AppendFloats(b, s.net.theta) }

// AppendState appends the run's State.
func (s *Sim) AppendState(b []byte) ([]byte, error) {
	s.look()
	set := s.net.set
	st := State{
		Step: s.steps, Broken: s.broken, Theta: s.net.theta, Set: wire.Floats{set.alpha, set.lambda1, set.lambda2},
		Rows: s.report.Rows, Spread: s.report.Spread, Next: s.report.Next,
		Every: s.intervals.Every, Marks: s.marks(),
	}
	for _, snap := range s.snaps {
		st.Snaps = append(st.Snaps, Snap{Step: snap.step, Y: snap.Y})
	}
	return st.MarshalMsg(b)
}

// RestoreState goes on from a State of a run with the same dials. After an error the Sim must
// not be used.
func (s *Sim) RestoreState(b []byte) error {
	var st State
	if err := wire.Whole(st.UnmarshalMsg(b)); err != nil || !s.fits(&st) || !s.report.Restore(st.Rows, st.Spread, st.Next, st.Step) {
		return wire.ErrState
	}
	s.steps, s.broken = st.Step, st.Broken
	copy(s.net.theta, st.Theta)
	s.net.set = settings{st.Set[0], st.Set[1], st.Set[2]}
	s.net.ready()
	s.snaps, s.corr = nil, nil
	for _, snap := range st.Snaps {
		s.snapshot(&snapshot{step: snap.Step, Population: measure.Population{Places: Places, Y: snap.Y}})
	}
	if !s.markAgain(&st) {
		return wire.ErrState
	}
	s.decide()
	return nil
}

// fits reports whether a decoded state is one that this Sim could have come to.
func (s *Sim) fits(st *State) bool {
	if len(st.Theta) != len(s.net.theta) || len(st.Set) != 3 || st.Step < 0 || st.Step > measure.MostSteps ||
		st.Broken < -1 || st.Broken > st.Step || len(st.Snaps) == 0 {
		return false
	}
	due := int64(0)
	for _, snap := range st.Snaps {
		if len(snap.Y) != len(s.answers.Y) || snap.Step != due || snap.Step > st.Step {
			return false
		}
		due = measure.NextSnapshot(snap.Step)
	}
	return true
}
