package main

import (
	"fmt"
	"io"
	"math"
	"sync"
	"time"

	"driftlab/engine/sweep"
)

// marks are the steps of a run at which the clock is read: what a step takes changes as units fall silent.
var marks = [...]int64{1_000, 100_000, 1_000_000, 10_000_000}

// A run that goes on beyond step long tells how far it is at every mark, and goes on from there for so many steps beside itself, with
// leaps and without.
const long, probing = 100_000, 10_000

// A span is what the steps up to a mark took from the one before, of all runs and on one core.
type span struct {
	Until int64   `json:"until"`
	Steps float64 `json:"steps"`
	NS    float64 `json:"ns"`

	Leaping  float64 `json:"leaping_ns,omitempty"`  // what so many steps take from there on,
	Stepwise float64 `json:"stepwise_ns,omitempty"` // and without leaps
}

// wholeRuns does the first runs of the paper's sweep from beginning to end, so many at a time, and tells how far they are.
func wholeRuns(runs, length, procs int, told io.Writer) (result, error) {
	s, err := paper(length)
	if err != nil {
		return result{}, err
	}
	todo, all, errs := make(chan int), make([][]span, runs), make([]error, runs)
	began := time.Now()
	var workers sync.WaitGroup
	for range procs {
		workers.Go(func() {
			for run := range todo {
				all[run], errs[run] = wholeRun(s, run, told)
			}
		})
	}
	for run := range runs {
		todo <- run
	}
	close(todo)
	workers.Wait()
	r := result{Case: "whole", Path: path(), Unit: "step", NS: float64(time.Since(began).Nanoseconds())}
	for run, spans := range all {
		if errs[run] != nil {
			return result{}, errs[run]
		}
		r.add(spans)
	}
	r.Items, _ = total(r.Spans)
	r.Error = uncertainty(all, r.Spans)
	return r, nil
}

// wholeRun does one run.
func wholeRun(s *sweep.Sim, run int, told io.Writer) (spans []span, err error) {
	j, err := s.Job(run, nil)
	if err != nil {
		return nil, err
	}
	for _, mark := range marks {
		before, began := j.Steps(), time.Now()
		over := j.Advance(int(mark - before))
		took := time.Since(began)
		at := span{Until: mark, Steps: float64(j.Steps() - before), NS: float64(took.Nanoseconds())}
		if before >= long {
			fmt.Fprintf(told, "run %d: step %d, the last %d in %.0f s\n", run, j.Steps(), j.Steps()-before, took.Seconds())
			part := j.Part(nil)
			if at.Leaping, err = probe(part, true); err != nil {
				return nil, err
			}
			if at.Stepwise, err = probe(part, false); err != nil {
				return nil, err
			}
		}
		if spans = append(spans, at); over {
			break
		}
	}
	return spans, nil
}

// probe is what some steps of a run take from a part of it on, ns; one that has diverged takes none.
func probe(part []byte, leaps bool) (ns float64, err error) {
	nets, err := networks(part, leaps)
	if err != nil {
		return 0, err
	}
	began := time.Now()
	for i := 0; i < probing && nets[0].Step(); i++ {
	}
	return float64(time.Since(began).Nanoseconds()), nil
}

// add adds the spans of a run to those of all.
func (r *result) add(run []span) {
	for k, s := range run {
		if k == len(r.Spans) {
			r.Spans = append(r.Spans, span{Until: s.Until})
		}
		r.Spans[k].Steps += s.Steps
		r.Spans[k].NS += s.NS
		r.Spans[k].Leaping += s.Leaping
		r.Spans[k].Stepwise += s.Stepwise
	}
}

// uncertainty is the standard error of what a step takes on average, from run to run, as a share of it.
func uncertainty(runs [][]span, all []span) float64 {
	steps, ns := total(all)
	var squares float64
	for _, run := range runs { // the error of a ratio of two sums
		a, b := total(run)
		off := b/ns - a/steps
		squares += float64(off * off)
	}
	n := float64(len(runs))
	return math.Sqrt(float64(squares*n) / max(1, n-1))
}

// total is how many steps there are in spans, and what they took.
func total(spans []span) (steps, ns float64) {
	for _, s := range spans {
		steps += s.Steps
		ns += s.NS
	}
	return steps, ns
}
