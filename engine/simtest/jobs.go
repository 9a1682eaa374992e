package simtest

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"driftlab/engine"
	"driftlab/engine/run"
)

// jobs: a run made of jobs comes to the same whoever does them and in whatever order.
func jobs(t *testing.T, e engine.Exhibit) {
	alone := trial(t, e, "").Sim()
	sharded, ok := alone.(engine.Sharded)
	if !ok {
		return
	}
	for alone.Step() != run.Over {
	}
	helped, helper := trial(t, e, "").Sim(), trial(t, e, "").Sim().(engine.Sharded)
	taker := helped.(engine.Sharded)
	for _, i := range rand.New(rand.NewPCG(2, 2)).Perm(sharded.Jobs()) {
		result, err := helper.Work(i, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := taker.Take(i, result[:len(result)/2]); err == nil {
			t.Errorf("half a result of job %d was taken", i)
		}
		for range 2 { // a second time counts for nothing
			if err := taker.Take(i, result); err != nil {
				t.Fatal(err)
			}
		}
	}
	for helped.Step() != run.Over {
	}
	if !bytes.Equal(helped.AppendParameters(nil), alone.AppendParameters(nil)) {
		t.Error("helpers come to another result")
	}
	for _, i := range []int{-1, sharded.Jobs()} {
		if _, err := sharded.Work(i, nil); err == nil {
			t.Errorf("there is no job %d", i)
		}
		if err := taker.Take(i, nil); err == nil {
			t.Errorf("a result of job %d was taken", i)
		}
	}
}
