package main

import (
	"errors"
	"fmt"

	"driftlab/engine"
	"driftlab/engine/sweep"
	"driftlab/engine/track"
	"driftlab/engine/wire"
)

// How many runs of the paper's sweep are timed side by side, each at another of their first steps, so that all of these have
// their part in the figure; and how many steps each takes at a time.
const (
	sweptRuns  = 24
	sweptFirst = 100_000
	sweptSteps = 10
)

// paper is the paper's sweep, its mix of rules, noises, tasks and sizes, with runs of so many steps.
func paper(length int) (*engine.Session, *sweep.Sim, error) {
	session, err := engine.Open(fmt.Sprintf("scene=sweep&preset=paper&length=%d", length), nil)
	if err != nil {
		return nil, nil, err
	}
	return session, session.Sim().(*sweep.Sim), nil
}

// staggered are some runs of the paper's sweep, as a file: run after run in the middle of another of the equal parts of their
// first steps. One that diverges before gives its place to the next.
func staggered(runs, first int) ([]byte, error) {
	session, s, err := paper(first)
	if err != nil {
		return nil, err
	}
	for run, k := 0, 0; k < runs; run++ {
		j, err := s.Job(run, nil)
		if err != nil {
			return nil, err
		}
		if j.Advance(first * (2*k + 1) / (2 * runs)) {
			continue
		}
		if err := s.Hold(j.Part(nil)); err != nil {
			return nil, err
		}
		k++
	}
	return session.Save()
}

// openSwept takes steps of the staggered runs, with leaps or without.
func openSwept(leaps bool) func([]byte) (work, error) {
	return func(file []byte) (work, error) {
		sim, err := load(file)
		if err != nil {
			return work{}, err
		}
		s, ok := sim.(*sweep.Sim)
		if !ok {
			return work{}, errors.New("that is no sweep")
		}
		var nets []*track.Swept
		for _, run := range s.Todo() {
			if part := s.Part(run); part != nil {
				net, err := network(s, part, leaps)
				if err != nil {
					return work{}, err
				}
				nets = append(nets, net)
			}
		}
		return work{do: func() (steps int) {
			for _, net := range nets {
				for range sweptSteps {
					if net.Step() { // one that has diverged rests
						steps++
					}
				}
			}
			return steps
		}}, nil
	}
}

// network goes on with a run as far as it is: a sweep has leaps, and no dial for them.
func network(s *sweep.Sim, part []byte, leaps bool) (*track.Swept, error) {
	var at sweep.Part
	if err := wire.Whole(at.UnmarshalMsg(part)); err != nil {
		return nil, err
	}
	_, dials, _, err := s.Beside(at.Run + 1)
	if err != nil {
		return nil, err
	}
	p := track.Defaults()
	all := p.Dials()
	for _, d := range dials {
		if err := all.Set(d.Name, d.Value); err != nil {
			return nil, err
		}
	}
	p.Leaps = leaps
	net := track.NewSwept(&p)
	if !net.Resume(&at.Net, at.Rows, at.Spread, at.Next) {
		return nil, fmt.Errorf("run %d cannot be gone on with", at.Run)
	}
	return net, nil
}
