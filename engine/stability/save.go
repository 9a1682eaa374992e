package stability

import (
	"encoding/binary"
	"math"

	"driftlab/engine/wire"
)

// AppendParameters appends the learners' weights as little-endian float64s: what a hash of the run is
// made of.
func (s *Sim) AppendParameters(b []byte) []byte {
	for _, c := range s.courses {
		for _, v := range c.theta {
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
		}
	}
	return b
}

// AppendState appends the run's State.
func (s *Sim) AppendState(b []byte) ([]byte, error) {
	s.Measure()
	st := State{
		Step: s.steps, Learners: make([]Stand, len(s.courses)),
		Rows: s.report.Rows, Spread: s.report.Spread, Next: s.report.Next,
	}
	for i, c := range s.courses {
		c.stand(&st.Learners[i])
	}
	return st.MarshalMsg(b)
}

// RestoreState goes on from a State of a run with the same dials. After an error the Sim must not be
// used.
func (s *Sim) RestoreState(b []byte) error {
	var st State
	if wire.Whole(st.UnmarshalMsg(b)) != nil || len(st.Learners) != len(s.courses) {
		return wire.ErrState
	}
	s.steps, s.pic = st.Step, picture{}
	for i, c := range s.courses {
		at := &st.Learners[i]
		if !c.fits(at) || at.Step > st.Step || at.Step < st.Step && !at.Broken {
			return wire.ErrState
		}
		c.exam.step = -1
		c.enter(at)
		c.scores, c.coming, c.views = nil, nil, [len(probes)]view{}
	}
	if !s.report.Restore(st.Rows, st.Spread, st.Next, st.Step) {
		return wire.ErrState
	}
	s.begin()
	return nil
}
