package minima

import (
	"driftlab/engine/measure"
	"driftlab/engine/wire"
)

//go:generate go tool msgp -tests=false -io=false -o state_gen.go
//msgp:limit arrays:4096 maps:64
//msgp:tuple State CrowdState

// A State is what a run has come to, beyond what follows from its dials.
type State struct {
	Step     int64        `msg:"step"`
	Lost     int          `msg:"lost"` // the rule that has lost a walker, and rules more for one that was dropped; -1 if none has
	Expected float64      `msg:"expected"`
	Crowds   []CrowdState `msg:"crowds"` // of each rule, then of each those that were dropped
	NextDrop int          `msg:"nextdrop"`
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
	for _, c := range append(s.crowds[:], s.drops.of[:]...) {
		st.Crowds = append(st.Crowds, c.state())
	}
	st.NextDrop = s.drops.next
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
		c.take(&st.Crowds[i])
		s.drops.of[i] = newCrowd(len(st.Crowds[rules+i].X))
		s.drops.of[i].take(&st.Crowds[rules+i])
	}
	s.drops.next = st.NextDrop
	return nil
}

func (c *crowd) state() CrowdState { return CrowdState{X: c.x, Y: c.y, Right: c.right, Hops: c.hops} }

// take puts everybody where they were.
func (c *crowd) take(st *CrowdState) {
	copy(c.x, st.X)
	copy(c.y, st.Y)
	copy(c.right, st.Right)
	c.hops = st.Hops
}

// fits reports whether a decoded state is one that this Sim could have come to.
func (s *Sim) fits(st *State) bool {
	ok := st.Step >= 0 && st.Step <= measure.MostSteps && st.Lost >= -1 && st.Lost < 2*rules && st.Expected >= 0 &&
		len(st.Crowds) == 2*rules && st.NextDrop >= 0 && st.NextDrop < mostDrops
	if !ok {
		return false
	}
	dropped := len(st.Crowds[rules].X)
	ok = dropped == mostDrops || dropped == st.NextDrop
	for i := range rules {
		ok = ok && st.Crowds[i].fits(s.params.Walkers, st.Step) && st.Crowds[rules+i].fits(dropped, st.Step)
	}
	return ok
}

// fits reports whether those are so many, none with more hops than steps.
func (c *CrowdState) fits(n int, steps int64) bool {
	return len(c.X) == n && len(c.Y) == n && len(c.Right) == n && c.Hops >= 0 && c.Hops <= steps*int64(max(n, mostDrops))
}
