package main

import (
	"context"
	"fmt"
	"time"
)

// carryOut does the runs that are not done, as many at a time as there are processors. What comes of a run is kept at once,
// unless runs are so short that nothing else would be done; of a run under way is kept how far it is.
func (s *sweeping) carryOut(ctx context.Context) (err error) {
	todo := s.sim.Todo()
	w := newWorkers(s.open, min(s.procs, len(todo)), s.every)
	w.left = int64(len(todo)) * s.sim.Length()
	told := s.tells(w)
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	kept := true
	for w.working > 0 {
		var jobs chan<- task // nil, which takes nothing, once there are no more
		var next task
		switch stopped := err != nil || ctx.Err() != nil; {
		case len(todo) > 0 && !stopped:
			jobs, next = w.jobs, task{todo[0], s.sim.Part(todo[0])}
		case w.out == 0 || stopped: // else one that is out may have to be done again
			w.close(stopped)
		}
		select {
		case jobs <- next:
			todo = todo[1:]
			w.out++
		case m := <-w.messages:
			w.heard(m, s.sim.Length())
			switch {
			case err != nil || m.gone || m.began:
			case m.why != "":
				again := s.lose(m)
				if w.lost(m, again, s.sim.Length()); again {
					todo = append(todo, m.run)
				}
				kept = false
			default:
				err, kept = s.take(m), false
			}
		case <-tick.C:
			told()
		}
		if !kept && err == nil && time.Now().After(s.last.Add(min(20*s.cost, 10*time.Second))) {
			err, kept = s.keep(), true
		}
	}
	if err == nil {
		err = s.keep()
	}
	return s.farewell(ctx, err)
}

// farewell says what is done, and what is left.
func (s *sweeping) farewell(ctx context.Context, err error) error {
	done, _ := s.sim.Done()
	left := len(s.sim.Todo())
	if err != nil {
		return fmt.Errorf("what was done could not all be written to %s: %w", s.file, err)
	}
	fmt.Fprintf(s.stderr, "shard %d of %d: %d of %d runs done, in %s\n", s.share.shard, s.share.of, done, done+left, s.file)
	if left > 0 && ctx.Err() != nil {
		return errStopped
	}
	return nil
}

// lose says that a run has broken off, and reports whether it is to be tried once more.
func (s *sweeping) lose(m message) bool {
	again := s.sim.Drop(m.run)
	what := "that was the second time, and it counts as failed"
	if again {
		what = "it is tried once more"
	}
	fmt.Fprintf(s.stderr, "run %d broke off (%s): %s\n%s", m.run, m.why, what, m.bytes)
	return again
}

// take takes over what a worker tells.
func (s *sweeping) take(m message) error {
	switch {
	case m.err != nil:
		return m.err
	case m.done:
		return s.sim.Finish(m.run, m.bytes)
	}
	return s.sim.Hold(m.bytes)
}

// tells returns what tells how far the shard is: once a second on a terminal, once a minute in a file.
func (s *sweeping) tells(w *workers) func() {
	every := time.Minute
	if watched(s.stderr) {
		every = time.Second
	}
	start, next := time.Now(), time.Now().Add(every)
	return func() {
		now := time.Now()
		if now.Before(next) {
			return
		}
		next = now.Add(every)
		done, _ := s.sim.Done()
		steps := w.steps.Load()
		rate := float64(steps) / now.Sub(start).Seconds()
		wait := time.Duration(float64(w.left-steps) / rate * float64(time.Second)).Round(time.Second)
		fmt.Fprintf(s.stderr, "shard %d of %d: %d of %d runs done, %.0f steps/s, %v left\n",
			s.share.shard, s.share.of, done, done+len(s.sim.Todo()), rate, wait)
	}
}
