package main

import "driftlab/engine/sweep"

// How many runs of the paper's sweep are timed side by side, so that each has as many steps in the figure; between which
// steps; and how many each takes at a time.
const (
	sweptRuns             = 24
	sweptFrom, sweptUntil = 1_000, 100_000
	sweptSteps            = 10
)

// openSweep takes steps of the first runs of the paper's sweep: its mix of rules, noises, tasks and sizes.
func openSweep([]byte) (work, error) {
	s := sweep.New()
	p, err := s.Dials().Preset("paper")
	if err != nil {
		return work{}, err
	}
	s.Dials().Apply(p)
	if err := s.Restart(nil); err != nil {
		return work{}, err
	}
	jobs := make([]*sweep.Job, sweptRuns)
	begin := func(i int) (err error) {
		if jobs[i], err = s.Job(i, nil); err == nil {
			jobs[i].Advance(sweptFrom)
		}
		return err
	}
	for i := range jobs {
		if err := begin(i); err != nil {
			return work{}, err
		}
	}
	return work{do: func() (steps int) {
		for i, j := range jobs {
			before := j.Steps()
			over := j.Advance(sweptSteps)
			steps += int(j.Steps() - before)
			if over || j.Steps() >= sweptUntil {
				if err := begin(i); err != nil {
					panic(err) // it has begun before
				}
			}
		}
		return steps
	}}, nil
}
