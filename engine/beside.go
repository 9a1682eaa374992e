package engine

import (
	"fmt"
	"net/url"

	"driftlab/engine/param"
)

// A Paired is an experiment that an exhibit, another or the same, can show more of: it has it beside itself, or one
// of its runs.
type Paired interface {
	// Beside is that exhibit, and its dials: what is special about them is said in a sentence. Where there
	// are several it is one of them, counted from 1 on, or for 0 the one to be opened first.
	Beside(which int) (exhibit string, dials []param.Setting, said string, err error)
}

// beside is the address of what the session's experiment has beside itself, and what is to be said of it.
func (s *Session) beside(which int) (address, said string, err error) {
	p, ok := s.sim.(Paired)
	if !ok {
		return "", "", fmt.Errorf("beside: %s has nothing beside it", s.exhibit.Name)
	}
	exhibit, dials, said, err := p.Beside(which)
	if err != nil {
		return "", "", err
	}
	values := url.Values{"scene": {exhibit}}
	for _, d := range s.clock.dials.All() {
		values.Set(d.Name, d.Value())
	}
	for _, d := range dials {
		values.Set(d.Name, d.Value)
	}
	return values.Encode(), said, nil
}
