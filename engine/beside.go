package engine

import (
	"fmt"
	"net/url"

	"driftlab/engine/param"
)

// A Paired is an experiment that another exhibit has beside itself.
type Paired interface {
	// Beside is that exhibit, and its dials with this experiment twice, in one of them with one dial
	// changed: which one is said in a sentence.
	Beside() (exhibit string, dials []param.Setting, changed string)
}

// beside is the address of the session's experiment beside itself, and what is changed in it.
func (s *Session) beside() (address, changed string, err error) {
	p, ok := s.sim.(Paired)
	if !ok {
		return "", "", fmt.Errorf("beside: %s has no exhibit with two of it", s.exhibit.Name)
	}
	exhibit, dials, changed := p.Beside()
	values := url.Values{"scene": {exhibit}}
	for _, d := range s.clock.dials.All() {
		values.Set(d.Name, d.Value())
	}
	for _, d := range dials {
		values.Set(d.Name, d.Value)
	}
	return values.Encode(), changed, nil
}
