//go:build js && wasm

package main

import (
	"strings"
	"syscall/js"

	"driftlab/engine"
	"driftlab/engine/param"
	"driftlab/engine/run"
)

// jobs are parts of the session's experiment for helpers.
type jobs struct {
	generation int    // of the experiment: a restart or another dial makes it another one, which takes no old results
	dials      string // that it follows from; empty before the first are given away
}

// anew makes what is out results of another experiment.
func (b *bridge) anew() { b.jobs = jobs{generation: b.jobs.generation + 1} }

// kinds are how many lists of jobs an experiment may have: its own, and that of the work beside it. A job's
// number in JavaScript tells its list too.
const kinds = 2

// lists are the session's lists of jobs, nil where there is none. With other dials than before, all are to be
// given away anew.
func (b *bridge) lists() (all [kinds]run.Jobs) {
	if b.session == nil {
		return all
	}
	sim := b.session.Sim()
	all[0], _ = sim.(run.Jobs)
	if aside, ok := sim.(engine.Aside); ok {
		all[1] = aside.AsideJobs()
	}
	if dials := settings(sim.Dials()); dials != b.jobs.dials {
		b.anew()
		b.jobs.dials = dials
		for _, list := range all {
			if list != nil {
				list.Recall()
			}
		}
	}
	return all
}

// settings are the values of all dials that the numbers depend on.
func settings(dials *param.Set) string {
	var text strings.Builder
	for _, d := range dials.All() {
		if !d.View {
			text.WriteString(d.Value() + "\n")
		}
	}
	return text.String()
}

// list is the list of a job, nil if there is none, and its number there.
func (b *bridge) list(job js.Value) (run.Jobs, int) {
	n := job.Int()
	if n < 0 {
		return nil, n
	}
	return b.lists()[n%kinds], n / kinds
}

func (b *bridge) waits(js.Value) any {
	for _, list := range b.lists() {
		if list != nil && list.Wants() {
			return true
		}
	}
	return false
}

func (b *bridge) hand(n js.Value) any {
	out := []any{}
	for kind, list := range b.lists() {
		for list != nil && len(out) < n.Int() && list.Wants() {
			var i int
			i, b.input = list.Give(b.input[:0])
			out = append(out, map[string]any{"job": i*kinds + kind, "input": toJS(b.input)})
		}
	}
	if b.session == nil {
		return map[string]any{"jobs": out}
	}
	return map[string]any{"generation": b.jobs.generation, "address": b.session.Link(), "jobs": out}
}

func (b *bridge) work(of js.Value) any {
	list, i := b.list(of.Get("job"))
	if list == nil {
		return map[string]any{"error": "there is no such job"}
	}
	result, err := list.Work(i, toGo(of.Get("input")), b.result[:0])
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	b.result = result
	return map[string]any{"bytes": toJS(result)}
}

func (b *bridge) takeOver(done js.Value) any {
	list, i := b.list(done.Get("job"))
	if list == nil || done.Get("generation").Int() != b.jobs.generation {
		return "the result is of another run"
	}
	if err := list.Take(i, toGo(done.Get("bytes"))); err != nil {
		return err.Error()
	}
	return ""
}

func (b *bridge) lost(gone js.Value) any {
	list, i := b.list(gone.Get("job")) // first: it may begin another generation
	if losing, ok := list.(run.Losing); ok && gone.Get("generation").Int() == b.jobs.generation {
		losing.Lose(i, gone.Get("died").Bool())
	}
	return nil
}

func toJS(b []byte) js.Value {
	bytes := js.Global().Get("Uint8Array").New(len(b))
	js.CopyBytesToJS(bytes, b)
	return bytes
}

func toGo(bytes js.Value) []byte {
	b := make([]byte, bytes.Get("length").Int())
	js.CopyBytesToGo(b, bytes)
	return b
}
