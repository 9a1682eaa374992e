package main

import (
	"errors"
	"time"

	"driftlab/engine"
	"driftlab/engine/track"
	"driftlab/engine/wire"
)

// openBeside plays fig2 as a worker of the page does that has no helpers: with its reports, and with
// the Hessian's spectra computed beside it.
func openBeside([]byte) (work, error) {
	e, _ := engine.Lookup("track")
	sim := &timed{Sim: track.New()}
	p, err := sim.Dials().Preset("fig2")
	if err != nil {
		return work{}, err
	}
	sim.Dials().Apply(p)
	s, err := engine.Start(e, p, sim, nil)
	if err != nil {
		return work{}, err
	}
	for _, c := range []wire.Command{{Kind: "set", Values: map[string]string{"tempo": engine.TempoMax}}, {Kind: "play"}} {
		if r := s.Do(c); r.Error != "" {
			return work{}, errors.New(r.Error)
		}
	}
	began := time.Now()
	now := func() time.Duration { return time.Since(began) }
	const budget = 10 * time.Millisecond // of a tick
	return work{
		do:     func() int { return int(s.Tick(now, budget)) },
		beside: func() time.Duration { return sim.aside },
	}, nil
}

// timed is the track, its work beside the run timed.
type timed struct {
	*track.Sim
	aside time.Duration
}

var _ engine.Aside = (*timed)(nil)

func (t *timed) Aside() bool {
	began := time.Now()
	did := t.Sim.Aside()
	t.aside += time.Since(began)
	return did
}
