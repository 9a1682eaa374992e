package main

import (
	"errors"
	"fmt"

	"driftlab/engine"
	"driftlab/engine/sweep"
	"driftlab/engine/track"
)

// How many runs of the paper's sweep are timed side by side, each at another of their first steps, so that all of these have
// their part in the figure; and how many steps each takes at a time.
const (
	sweptRuns  = 24
	sweptFirst = 100_000
	sweptSteps = 10
)

// paper is the paper's sweep, its mix of rules, noises, tasks and sizes, with runs of so many steps.
func paper(length int) (*sweep.Sim, error) {
	s, err := engine.Open(fmt.Sprintf("scene=sweep&preset=paper&length=%d", length), nil)
	if err != nil {
		return nil, err
	}
	return s.Sim().(*sweep.Sim), nil
}

// staggered are some runs of the paper's sweep, each a sweep.Part: run after run in the middle of another of the equal parts
// of their first steps. One that diverges before gives its place to the next.
func staggered(runs, first int) (file []byte, err error) {
	s, err := paper(first)
	if err != nil {
		return nil, err
	}
	for run, k := 0, 0; k < runs; run++ {
		j, err := s.Job(run, nil)
		if err != nil {
			return nil, err
		}
		if !j.Advance(first * (2*k + 1) / (2 * runs)) {
			file = j.Part(file)
			k++
		}
	}
	return file, nil
}

// openSwept takes steps of the staggered runs, with leaps or without.
func openSwept(leaps bool) func([]byte) (work, error) {
	return func(file []byte) (work, error) {
		nets, err := networks(file, leaps)
		if err != nil {
			return work{}, err
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

// networks goes on with runs as far as they are: a sweep has leaps, and no dial for them.
func networks(file []byte, leaps bool) (nets []*track.Swept, err error) {
	s, err := paper(sweptFirst)
	if err != nil {
		return nil, err
	}
	for len(file) > 0 {
		var at sweep.Part
		if file, err = at.UnmarshalMsg(file); err != nil {
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
		nets = append(nets, net)
	}
	if len(nets) == 0 {
		return nil, errors.New("there are no runs")
	}
	return nets, nil
}
