package sweep

import (
	"errors"
	"fmt"
)

// What the command line does with a shard: it has its own processors do the runs.

// Todo are the numbers of the runs that are not done: those first that are under way.
func (s *Sim) Todo() (runs []int) {
	for _, begun := range [...]bool{true, false} {
		for k, r := range s.done {
			if r == nil && begun == (s.parts[k] != nil) {
				runs = append(runs, s.run(k))
			}
		}
	}
	return runs
}

// Done counts the runs that are done, and the training steps in them.
func (s *Sim) Done() (runs int, steps int64) { return s.known, s.taken }

// Length is how many training steps a run has.
func (s *Sim) Length() int64 { return int64(s.p.Length) }

// Part is how far a run is, as far as has been told; nil of one that has not begun.
func (s *Sim) Part(run int) []byte { return s.parts[s.place(run)] }

// Job is a run, from its beginning or from where a Part has it. It is done apart from the Sim, whose dials must stay as they
// are, and may be begun beside it.
func (s *Sim) Job(run int, part []byte) (*Job, error) {
	if s.place(run) < 0 {
		return nil, errNone
	}
	j := &Job{p: &s.p}
	return j, j.Begin(run, part)
}

// errNone says that a run is none of a shard.
var errNone = errors.New("that is no run of this sweep")

// Finish takes over what has come of a job.
func (s *Sim) Finish(run int, result []byte) error {
	k := s.place(run)
	if k < 0 {
		return errNone
	}
	return s.Take(k, result)
}

// Drop says that a worker has stopped in a run, and reports whether that is to be tried once more: after the second time it
// has failed, and is done.
func (s *Sim) Drop(run int) (again bool) {
	k := s.place(run)
	s.Lose(k, true)
	return s.done[k] == nil
}

// Hold keeps a Part: how far a run is.
func (s *Sim) Hold(part []byte) error {
	j := &Job{p: &s.p}
	run, err := j.enter(part)
	if err != nil {
		return err
	}
	if k := s.place(run); k < 0 {
		return errNone
	} else if s.done[k] == nil {
		s.parts[k] = append([]byte(nil), part...)
	}
	return nil
}

// Put keeps a result. Of a run that is done already there is none.
func (s *Sim) Put(of *Kept) error {
	k := s.place(of.Run)
	if k < 0 {
		return errNone
	}
	if s.done[k] != nil {
		return fmt.Errorf("run %d is there twice", of.Run)
	}
	b, err := of.Result.MarshalMsg(nil)
	if err != nil {
		return err
	}
	if k == s.Kept() {
		if !s.Restore(b) {
			return errNone
		}
		return nil
	}
	return s.Take(k, b)
}

// Each calls a function with every run that is done, in the order of their numbers.
func (s *Sim) Each(do func(*Kept) error) error {
	for k, r := range s.done {
		if r != nil {
			if err := do(&Kept{Run: s.run(k), Result: *r}); err != nil {
				return err
			}
		}
	}
	return nil
}

// Draw is what run i is.
func (s *Sim) Draw(i int) Draw { return s.p.draw(i) }

// Looks are the training steps of time courses.
func (s *Sim) Looks() []int64 { return s.looks }
