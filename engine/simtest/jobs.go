package simtest

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"driftlab/engine"
	"driftlab/engine/run"
)

// jobs: a run whose jobs others do comes to the same, whoever does them and in whatever order their
// results come.
func jobs(t *testing.T, e engine.Exhibit) {
	alone := trial(t, e, "")
	if _, ok := alone.Sim().(run.Jobs); !ok {
		return
	}
	take(t, alone, few)
	helped := trial(t, e, "")
	for h := newHelpers(t, e, helped.Sim()); helped.Sim().Steps() < alone.Sim().Steps(); {
		h.turn()
		for range 3 {
			if helped.Sim().Steps() < few && helped.Sim().Step() == run.Over {
				break
			}
		}
	}
	if got := helped.Sim(); !bytes.Equal(got.AppendParameters(nil), alone.Sim().AppendParameters(nil)) {
		t.Errorf("at step %d helpers come to another result", got.Steps())
	}
}

// helpers do jobs of a run, and bring the results back late, in another order, and twice.
type helpers struct {
	t       *testing.T
	run     run.Jobs
	other   run.Jobs
	order   *rand.Rand
	results []result
}

type result struct {
	job   int
	bytes []byte
}

func newHelpers(t *testing.T, e engine.Exhibit, of engine.Sim) *helpers {
	return &helpers{
		t: t, run: of.(run.Jobs), other: trial(t, e, "").Sim().(run.Jobs), order: rand.New(rand.NewPCG(2, 2)),
	}
}

// turn has some jobs done, and some results taken over.
func (h *helpers) turn() {
	if n := len(h.results); n > 0 && h.order.IntN(2) == 0 {
		i := h.order.IntN(n)
		h.bring(h.results[i])
		h.results[i] = h.results[n-1]
		h.results = h.results[:n-1]
	}
	if !h.run.Wants() {
		return
	}
	i, input := h.run.Give(nil)
	if h.order.IntN(8) == 0 {
		h.run.Recall() // it has been lost
		return
	}
	bytes, err := h.other.Work(i, input, nil)
	if err != nil {
		h.t.Fatal(err)
	}
	h.results = append(h.results, result{i, bytes})
}

func (h *helpers) bring(r result) {
	if err := h.run.Take(r.job, r.bytes[:len(r.bytes)/2]); err == nil {
		h.t.Errorf("half a result of job %d was taken", r.job)
	}
	if err := h.run.Take(-1, r.bytes); err == nil {
		h.t.Error("a result of no job was taken")
	}
	for range 2 {
		if err := h.run.Take(r.job, r.bytes); err != nil {
			h.t.Fatal(err)
		}
	}
}
