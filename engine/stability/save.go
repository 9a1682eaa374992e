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
		st.Courses = append(st.Courses, c.state())
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
		if !c.fits(&st.Courses[i], st.Step) || !c.restore(&st.Courses[i]) {
			return wire.ErrState
		}
	}
	return nil
}

func (c *course) state() CourseState {
	st := CourseState{
		Step: c.steps, Broken: c.broken, Theta: c.theta,
		Rows: c.report.Rows, Spread: c.report.Spread, Next: c.report.Next,
	}
	for _, m := range c.rule.Memory() {
		st.Memory = append(st.Memory, m)
	}
	for _, k := range c.kept {
		st.Kept = append(st.Kept, k)
	}
	return st
}

// fits reports whether a decoded state is one that this course could have come to at a step.
func (c *course) fits(st *CourseState, step int64) bool {
	memory := c.rule.Memory()
	tasks := int64(len(st.Kept))
	ok := st.Step == step && st.Step >= 0 && st.Step <= c.p.end(c.p.Tasks-1) && st.Broken >= -1 && st.Broken <= st.Step &&
		len(st.Theta) == len(c.theta) && len(st.Memory) == len(memory) &&
		tasks <= int64(c.p.Tasks) && st.Step >= tasks*int64(c.p.Iterations) && st.Step <= (tasks+1)*int64(c.p.Iterations)
	for i := range st.Memory {
		ok = ok && len(st.Memory[i]) == len(memory[i])
	}
	for _, k := range st.Kept {
		ok = ok && len(k) == len(c.theta)
	}
	return ok
}

// restore takes a state over that fits, and reports whether its history is one that a run could have.
func (c *course) restore(st *CourseState) bool {
	if !c.report.Restore(st.Rows, st.Spread, st.Next, st.Step) {
		return false
	}
	c.steps, c.broken = st.Step, st.Broken
	copy(c.theta, st.Theta)
	for i, m := range c.rule.Memory() {
		copy(m, st.Memory[i])
	}
	c.rule.Restored()
	c.kept, c.scores, c.coming = nil, nil, nil
	for _, k := range st.Kept {
		c.kept = append(c.kept, k)
	}
	c.views = [len(probes)]view{}
	for len(c.scores) < len(c.kept) {
		c.review()
	}
	c.exam.step, c.exam.next = -1, 0
	return true
}
