package sticky

import (
	"encoding/binary"
	"math"

	"driftlab/engine/wire"
)

// AppendParameters appends the networks' weights as little-endian float32s: what a hash of the run is made of.
func (s *sides) AppendParameters(b []byte) []byte {
	for _, c := range s.nets {
		for _, v := range c.Theta {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
		}
	}
	return b
}

// AppendState appends the run's State.
func (s *sides) AppendState(b []byte) ([]byte, error) {
	s.Measure()
	st := State{Step: s.steps}
	for _, c := range s.nets {
		of := NetState{At: c.Stand, Paths: c.paths}
		for _, row := range c.scores {
			of.Scores = append(of.Scores, row...)
		}
		st.Nets = append(st.Nets, of)
	}
	for _, g := range s.groups {
		st.Groups = append(st.Groups, GroupState{Rows: g.report.Rows, Spread: g.report.Spread, Next: g.report.Next})
	}
	return st.MarshalMsg(b)
}

// RestoreState goes on from a State of a run with the same dials. After an error the Sim must not be used.
func (s *sides) RestoreState(b []byte) error {
	var st State
	err := wire.Whole(st.UnmarshalMsg(b))
	if err != nil || len(st.Nets) != len(s.nets) || len(st.Groups) != len(s.groups) || st.Step < 0 || st.Step > s.end() {
		return wire.ErrState
	}
	for i, c := range s.nets {
		if !c.restore(&st.Nets[i], st.Step) {
			return wire.ErrState
		}
	}
	for i, g := range s.groups {
		of := &st.Groups[i]
		if !g.report.Restore(of.Rows, of.Spread, of.Next, st.Step) || len(g.nets[0].paths) != g.report.Len()*samples {
			return wire.ErrState
		}
	}
	s.steps = st.Step
	s.begin()
	return nil
}

// restore takes a state over, and reports whether it is one that this course could have come to when the run
// was at a step.
func (c *course) restore(st *NetState, step int64) bool {
	at := &st.At
	if !c.fits(at) || at.Step > step || at.Step < step && !at.Broken || len(st.Scores) != at.Settled*(at.Settled+1)/2 {
		return false
	}
	c.lesson.enter(at)
	c.scores, c.paths = nil, st.Paths
	for k := range at.Settled {
		row := st.Scores[:k+1]
		for _, v := range row {
			if !(v >= 0 && v <= 1) {
				return false
			}
		}
		c.scores, st.Scores = append(c.scores, row), st.Scores[k+1:]
	}
	return true
}
