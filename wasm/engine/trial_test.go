//go:build js && wasm

package main

import (
	"encoding/binary"
	"fmt"
	"strconv"

	"driftlab/engine"
	"driftlab/engine/run"
)

// The tests here have one exhibit more, and so has the engine that the browser tests build with
// this file among its sources.
func init() {
	e := engine.Exhibits[0]
	inner := e.New
	e.Name, e.New = "trial", func() engine.Sim { return &trial{Sim: inner()} }
	engine.Exhibits = append(engine.Exhibits, e)
}

// A trial is made of many jobs: each is a long walk from the seed and the job's number. Its
// dials, words and picture are the first exhibit's.
type trial struct {
	engine.Sim
	results     [trialJobs]uint64 // 0 while it is not done
	given       [trialJobs]bool
	steps, took int64 // how many were done here, and by others
}

const trialJobs = 120

// trialWalk is how many steps a walk has: in the browser some 20 ms long.
var trialWalk = 4_000_000

func (t *trial) Restart(a run.Assets) error {
	t.results, t.steps, t.took = [trialJobs]uint64{}, 0, 0
	t.Recall()
	return t.Sim.Restart(a)
}

func (t *trial) Recall() { t.given = [trialJobs]bool{} }

// next is the last job that is neither done nor given away, -1 if there is none: Step begins with the
// first.
func (t *trial) next() int {
	i := trialJobs - 1
	for i >= 0 && (t.given[i] || t.results[i] != 0) {
		i--
	}
	return i
}

func (t *trial) Wants() bool { return t.next() >= 0 }

func (t *trial) Give(input []byte) (int, []byte) {
	i := t.next()
	t.given[i] = true
	return i, input
}

func (t *trial) Work(i int, _, dst []byte) ([]byte, error) {
	if i < 0 || i >= trialJobs {
		return nil, fmt.Errorf("there is no job %d", i)
	}
	seed, err := strconv.ParseUint(t.Dials().Lookup("seed").Value(), 10, 64)
	if err != nil {
		return nil, err
	}
	x := seed<<32 + uint64(i) + 1
	for range trialWalk {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
	}
	return binary.LittleEndian.AppendUint64(dst, x), nil
}

func (t *trial) Take(i int, result []byte) error {
	if i < 0 || i >= trialJobs || len(result) != 8 {
		return fmt.Errorf("a result of %d bytes of job %d", len(result), i)
	}
	if t.results[i] == 0 {
		t.results[i] = binary.LittleEndian.Uint64(result)
		t.took++
	}
	return nil
}

func (t *trial) Step() run.Outcome {
	for i := range t.results {
		if t.results[i] != 0 {
			continue
		}
		if b, err := t.Work(i, nil, nil); err == nil {
			t.results[i] = binary.LittleEndian.Uint64(b)
			t.steps++
		}
		return run.Stepped
	}
	return run.Over
}

func (t *trial) Steps() int64 { return t.steps + t.took }

func (t *trial) Says() run.Words {
	return run.Words{Caption: fmt.Sprintf("done %d, took %d", t.steps, t.took), Share: float64(t.Steps()) / trialJobs}
}

// Lasts has what is done of it kept beyond the visit.
func (t *trial) Lasts() bool { return true }

func (t *trial) AppendState(b []byte) ([]byte, error) { return t.AppendParameters(b), nil }

func (t *trial) RestoreState(b []byte) error {
	if len(b) != 8*trialJobs {
		return fmt.Errorf("a state of %d bytes", len(b))
	}
	for i := range t.results {
		if t.results[i] = binary.LittleEndian.Uint64(b[8*i:]); t.results[i] != 0 {
			t.took++
		}
	}
	return nil
}

func (t *trial) AppendParameters(b []byte) []byte {
	for _, x := range t.results {
		b = binary.LittleEndian.AppendUint64(b, x)
	}
	return b
}
