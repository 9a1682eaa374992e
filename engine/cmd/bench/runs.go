package main

import (
	"errors"
	"fmt"

	"driftlab/engine"
)

// opener takes the steps of the run that an address names, from step 0 on.
func opener(address string) func([]byte) (work, error) {
	return func([]byte) (work, error) {
		s, err := engine.Open(address, nil)
		if err != nil {
			return work{}, err
		}
		return steps(s.Sim())
	}
}

// openSaved goes on with a saved run.
func openSaved(file []byte) (work, error) {
	sim, err := load(file)
	if err != nil {
		return work{}, err
	}
	return steps(sim)
}

func load(file []byte) (engine.Sim, error) {
	s, err := engine.Load(file, nil)
	if err != nil {
		return nil, err
	}
	return s.Sim(), nil
}

// steps takes a run's steps, without the reports: those are close together at its
// beginning and so rare later that a long run does not feel them.
func steps(sim engine.Sim) (work, error) {
	if s, ok := sim.(interface{ Advance() }); ok {
		return work{do: func() int { s.Advance(); return 1 }}, nil
	}
	return work{}, fmt.Errorf("there are no steps without reports of a %T", sim)
}

// The sparse run: more noise makes the units fall silent sooner, by its square.
const (
	loud     = "0.12"
	usual    = "0.01389" // the preset's
	sparse   = 0.08      // active fraction at which the noise goes back; a little returns
	settling = 500       // steps, for the loss to fall again
)

// Of tiny a few units are left after a million steps, or after a sixteenth of them with four times the noise.
const (
	fourfold = "0.24"
	once     = "0.06" // the preset's
	thinning = 62_500 // steps
)

// openThinned takes the steps of tiny when few of its units are left.
func openThinned(address string) func([]byte) (work, error) {
	return func([]byte) (work, error) {
		s, err := engine.Open(address+"&noise="+fourfold, nil)
		if err != nil {
			return work{}, err
		}
		w, err := steps(s.Sim())
		if err != nil {
			return work{}, err
		}
		for range thinning {
			w.do()
		}
		return w, s.Sim().Dials().Set("noise", once)
	}
}

// sparsified is a run of fig2 whose active fraction is below a tenth, as a file.
func sparsified() ([]byte, error) {
	s, err := engine.Open("scene=track&preset=fig2&noise="+loud, nil)
	if err != nil {
		return nil, err
	}
	active := func() float64 { return s.Status().Measures["active_fraction"] }
	for s.Sim().Steps() < 100_000 && active() > sparse {
		for range 500 {
			s.Sim().Step()
		}
	}
	if err := s.Sim().Dials().Set("noise", usual); err != nil {
		return nil, err
	}
	for range settling {
		s.Sim().Step()
	}
	if a := active(); a >= 0.1 || a == 0 {
		return nil, errors.New("the run did not become sparse")
	}
	return s.Save()
}
