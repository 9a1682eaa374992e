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
	st := State{Step: s.steps}
	for _, c := range s.courses {
		c.measured()
		of := CourseState{Rows: c.report.Rows, Spread: c.report.Spread, Next: c.report.Next}
		c.stand(&of.At)
		st.Courses = append(st.Courses, of)
	}
	return st.MarshalMsg(b)
}

// RestoreState goes on from a State of a run with the same dials. After an error the Sim must not be
// used.
func (s *Sim) RestoreState(b []byte) error {
	var st State
	if err := wire.Whole(st.UnmarshalMsg(b)); err != nil || len(st.Courses) != len(s.courses) {
		return wire.ErrState
	}
	s.steps, s.pic = st.Step, picture{}
	for i, c := range s.courses {
		if !c.restore(&st.Courses[i], st.Step) {
			return wire.ErrState
		}
	}
	s.begin()
	return nil
}

// restore takes a state over, and reports whether it is one that this course could have come to when the run
// was at a step.
func (c *course) restore(st *CourseState, step int64) bool {
	at := &st.At
	if !c.fits(at) || at.Step > step || at.Step < step && !at.Broken {
		return false
	}
	if !c.report.Restore(st.Rows, st.Spread, st.Next, at.Step) {
		return false
	}
	c.lesson.enter(at)
	c.scores, c.coming, c.views = nil, nil, [len(probes)]view{}
	return true
}
