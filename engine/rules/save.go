package rules

import (
	"driftlab/engine/measure"
	"driftlab/engine/wire"
)

// AppendParameters appends all networks' parameters as little-endian floats: what a hash of the run is made of.
func (s *Sim) AppendParameters(b []byte) []byte {
	for _, net := range s.nets {
		b = net.AppendParameters(b)
	}
	return b
}

// AppendState appends the run's State.
func (s *Sim) AppendState(b []byte) ([]byte, error) {
	st := State{Step: s.steps}
	for _, net := range s.nets {
		kept, err := net.AppendState(nil)
		if err != nil {
			return nil, err
		}
		st.Nets = append(st.Nets, kept)
	}
	return st.MarshalMsg(b)
}

// RestoreState goes on from a State of a run with the same dials. After an error the Sim must not be used.
func (s *Sim) RestoreState(b []byte) error {
	var st State
	if wire.Whole(st.UnmarshalMsg(b)) != nil || len(st.Nets) != len(s.nets) || st.Step < 0 || st.Step > measure.MostSteps {
		return wire.ErrState
	}
	for i, net := range s.nets {
		if err := net.RestoreState(st.Nets[i]); err != nil {
			return err
		}
		if at := net.Steps(); at > st.Step || at < st.Step && !net.Broken() {
			return wire.ErrState
		}
	}
	s.steps = st.Step
	s.begin()
	return nil
}
