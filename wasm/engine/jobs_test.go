//go:build js && wasm

package main

import (
	"syscall/js"
	"testing"
)

// opened is an engine with a trial of that seed.
func opened(t *testing.T, seed string) js.Value {
	t.Helper()
	trialWalk = 100
	e := newBridge().object()
	ask(t, e, `{"kind":"open","address":"scene=trial&preset=tiny&seed=`+seed+`"}`)
	return e
}

// handed are the numbers of the jobs that an engine hands out, up to n.
func handed(e js.Value, n int) (list []int, jobs js.Value) {
	jobs = e.Call("hand", n)
	for i := range jobs.Get("jobs").Length() {
		list = append(list, jobs.Get("jobs").Index(i).Get("job").Int())
	}
	return list, jobs
}

// give has a helper do a job, and the engine take over what comes of it.
func give(e, helper js.Value, generation, job int) string {
	done := helper.Call("work", map[string]any{"job": job, "input": toJS(nil)})
	if text := done.Get("error"); text.Truthy() {
		return text.String()
	}
	return e.Call("take", map[string]any{"generation": generation, "job": job, "bytes": done.Get("bytes")}).String()
}

// However many jobs others do, the same comes of it; none is handed out twice, or after it was done.
func TestJobs(t *testing.T) {
	alone := opened(t, "7")
	ask(t, alone, `{"kind":"step","n":120}`)
	want := ask(t, alone, `{"kind":"about"}`).About
	if want.Step != trialJobs || alone.Call("waits").Bool() {
		t.Fatalf("alone: %+v", want)
	}

	e := opened(t, "7")
	helper := newBridge().object()
	seen := map[int]bool{}
	for own := 0; e.Call("waits").Bool(); own++ {
		list, jobs := handed(e, 5)
		ask(t, helper, `{"kind":"open","address":"`+jobs.Get("address").String()+`"}`)
		for i, job := range list {
			if seen[job] || job < own*kinds {
				t.Errorf("job %d is handed out, which is done", job)
			}
			seen[job] = true
			if i == 0 {
				continue // never comes back: Step does it
			}
			if text := give(e, helper, jobs.Get("generation").Int(), job); text != "" {
				t.Fatal(text)
			}
		}
		ask(t, e, `{"kind":"step","n":1}`)
	}
	ask(t, e, `{"kind":"step","n":120}`)
	if got := ask(t, e, `{"kind":"about"}`).About; got.Step != want.Step || got.Hash != want.Hash {
		t.Errorf("with a helper: %+v, alone: %+v", got, want)
	}
	if len(seen) < trialJobs/2 {
		t.Errorf("only %d jobs were handed out", len(seen))
	}
}

// Results of another run are not taken, nor what is no result; exhibits without jobs have none.
func TestResultsOfAnotherRun(t *testing.T) {
	e, helper := opened(t, "7"), opened(t, "7")
	for _, change := range []string{`{"kind":"reset"}`, `{"kind":"set","values":{"seed":"8"}}`, `{"kind":"set","values":{"noise":"0.2"}}`} {
		list, jobs := handed(e, 1)
		ask(t, e, change)
		if give(e, helper, jobs.Get("generation").Int(), list[0]) == "" {
			t.Errorf("after %s an old result was taken", change)
		}
		if again, _ := handed(e, 1); len(again) != 1 || again[0] != (trialJobs-1)*kinds {
			t.Errorf("after %s the jobs are %v", change, again)
		}
	}
	_, jobs := handed(e, 1)
	generation := jobs.Get("generation").Int()
	ask(t, e, `{"kind":"set","values":{"order":"-1","tempo":"max"}}`)
	if text := give(e, opened(t, "8"), generation, 3*kinds); text != "" {
		t.Errorf("a dial of the view made it another run: %s", text)
	}
	for _, job := range []int{-1, 1, trialJobs * kinds} {
		if give(e, helper, generation, job) == "" {
			t.Errorf("there is a job %d", job)
		}
	}
	bad := map[string]any{"generation": generation, "job": 4 * kinds, "bytes": js.Global().Get("Uint8Array").New(3)}
	if e.Call("take", bad).String() == "" || !e.Call("waits").Bool() {
		t.Error("three bytes were taken for a result")
	}

	ask(t, e, `{"kind":"open","address":"scene=valley"}`)
	if list, _ := handed(e, 3); e.Call("waits").Bool() || len(list) > 0 || give(e, e, generation, 0) == "" {
		t.Error("an exhibit without jobs has some")
	}
}
