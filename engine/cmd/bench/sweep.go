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
	var jobs []*sweep.Job
	for run := 0; len(jobs) < sweptRuns; run++ {
		j, err := s.Job(run, nil)
		if err != nil {
			return work{}, err
		}
		if !j.Advance(sweptFrom) { // it has not diverged by then
			jobs = append(jobs, j)
		}
	}
	return work{do: func() (steps int) {
		for i, j := range jobs {
			before := j.Steps()
			over := j.Advance(sweptSteps)
			if steps += int(j.Steps() - before); over || j.Steps() >= sweptUntil {
				jobs = append(jobs[:i], jobs[i+1:]...) // the others go on
				break
			}
		}
		return steps
	}}, nil
}
