package engine

import "driftlab/engine/run"

// A Crew does jobs of an experiment on other processors, as the helpers of the page do.
type Crew struct {
	jobs    chan job
	results chan job
	idle    int // how many more jobs the helpers have room for
}

// A job is one that was given away, and what has come of it.
type job struct {
	i     int
	bytes []byte
	err   error
}

// atOnce is how many jobs each helper has: it goes on with the second while the run is at something else.
const atOnce = 2

// NewCrew is a crew of experiments with the same dials as the one whose jobs they do.
func NewCrew(helpers ...run.Jobs) *Crew {
	n := atOnce * len(helpers)
	c := &Crew{jobs: make(chan job, n), results: make(chan job, n), idle: n}
	for _, h := range helpers {
		go func() {
			for j := range c.jobs {
				j.bytes, j.err = h.Work(j.i, j.bytes, nil)
				c.results <- j
			}
		}()
	}
	return c
}

// Turn takes over the results that have come and gives away as many jobs as the helpers have room for. It
// does not wait.
func (c *Crew) Turn(s run.Jobs) error {
	for {
		select {
		case j := <-c.results:
			c.idle++
			if j.err != nil {
				return j.err
			}
			if err := s.Take(j.i, j.bytes); err != nil {
				return err
			}
			continue
		default:
		}
		break
	}
	for ; c.idle > 0 && s.Wants(); c.idle-- {
		i, input := s.Give(nil)
		c.jobs <- job{i: i, bytes: input}
	}
	return nil
}

// End lets the helpers go once they have done what they are at.
func (c *Crew) End() { close(c.jobs) }
