package minima

import (
	"driftlab/engine/measure"
	"driftlab/engine/wire"
)

//go:generate go tool msgp -tests=false -io=false -o state_gen.go
//msgp:limit arrays:4096 maps:64

// A State is what a run has come to, beyond what follows from its dials.
type State struct {
	Step     int64        `msg:"step"`
	Lost     int          `msg:"lost"` // the first rule that has lost a walker; -1 if none has
	Expected float64      `msg:"expected"`
	Crowds   []CrowdState `msg:"crowds"`
	Rows     wire.Doubles `msg:"rows"` // the history
	Spread   float64      `msg:"spread"`
	Next     float64      `msg:"next"`
}

// A CrowdState is the walkers of a rule.
type CrowdState struct {
	X     wire.Floats `msg:"x"`
	Y     wire.Floats `msg:"y"`
	Right []bool      `msg:"right"`
	Hops  int64       `msg:"hops"`
}

// AppendParameters appends the walkers' places as little-endian floats: what a hash of the run is made
// of.
func (s *Sim) AppendParameters(b []byte) []byte {
	for _, c := range s.crowds {
		b = wire.AppendFloats(wire.AppendFloats(b, c.x), c.y)
	}
	return b
}

// AppendState appends the run's State.
func (s *Sim) AppendState(b []byte) ([]byte, error) {
	s.record()
	st := State{
		Step: s.steps, Lost: s.lost, Expected: s.expected,
		Rows: s.report.Rows, Spread: s.report.Spread, Next: s.report.Next,
	}
	for _, c := range s.crowds {
		st.Crowds = append(st.Crowds, CrowdState{X: c.x, Y: c.y, Right: c.right, Hops: c.hops})
	}
	return st.MarshalMsg(b)
}

// RestoreState goes on from a State of a run with the same dials. After an error the Sim must not be
// used.
func (s *Sim) RestoreState(b []byte) error {
	var st State
	if err := wire.Whole(st.UnmarshalMsg(b)); err != nil || !s.fits(&st) || !s.report.Restore(st.Rows, st.Spread, st.Next, st.Step) {
		return wire.ErrState
	}
	s.steps, s.lost, s.expected = st.Step, st.Lost, st.Expected
	for i, c := range s.crowds {
		copy(c.x, st.Crowds[i].X)
		copy(c.y, st.Crowds[i].Y)
		copy(c.right, st.Crowds[i].Right)
		c.hops = st.Crowds[i].Hops
	}
	return nil
}

// fits reports whether a decoded state is one that this Sim could have come to.
func (s *Sim) fits(st *State) bool {
	ok := st.Step >= 0 && st.Step <= measure.MostSteps && st.Lost >= -1 && st.Lost < rules && len(st.Crowds) == rules && st.Expected >= 0
	for _, c := range st.Crowds {
		n := s.params.Walkers
		ok = ok && len(c.X) == n && len(c.Y) == n && len(c.Right) == n && c.Hops >= 0 && c.Hops <= st.Step*int64(n)
	}
	return ok
}
