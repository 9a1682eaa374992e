//go:build js && wasm

package main

import (
	"strings"
	"syscall/js"

	"driftlab/engine"
	"driftlab/engine/param"
)

// jobs are those of a Sharded experiment. They are handed out once each and from the last down,
// since Step goes up from the first; what does not come back is left to Step.
type jobs struct {
	generation int    // of the experiment: a restart or another dial makes it another one, which takes no old results
	dials      string // that it follows from
	out        []bool // what has been handed out
}

// anew makes what is out results of another experiment.
func (b *bridge) anew() { b.jobs = jobs{generation: b.jobs.generation + 1} }

// sharded is the session's experiment if it is made of jobs, whose list is then up to date.
func (b *bridge) sharded() (s engine.Sharded, ok bool) {
	if b.session == nil {
		return nil, false
	}
	if s, ok = b.session.Sim().(engine.Sharded); !ok {
		return nil, false
	}
	if dials := settings(b.session.Sim().Dials()); dials != b.jobs.dials || b.jobs.out == nil {
		b.anew()
		b.jobs.dials, b.jobs.out = dials, make([]bool, s.Jobs())
	}
	return s, true
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

// next lists up to n jobs that nobody has.
func (b *bridge) next(n int) (list []any) {
	s, ok := b.sharded()
	if !ok {
		return nil
	}
	for i := len(b.jobs.out) - 1; i >= 0 && len(list) < n; i-- {
		if !b.jobs.out[i] && s.Wants(i) {
			list = append(list, i)
		}
	}
	return list
}

func (b *bridge) waits(js.Value) any { return len(b.next(1)) > 0 }

func (b *bridge) hand(n js.Value) any {
	list := b.next(n.Int())
	if len(list) == 0 {
		return map[string]any{"jobs": []any{}}
	}
	for _, i := range list {
		b.jobs.out[i.(int)] = true
	}
	return map[string]any{"generation": b.jobs.generation, "address": b.session.Status().Link, "jobs": list}
}

func (b *bridge) work(i js.Value) any {
	s, ok := b.sharded()
	if !ok || i.Int() < 0 || i.Int() >= s.Jobs() {
		return map[string]any{"error": "there is no such job"}
	}
	result, err := s.Work(i.Int(), nil)
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	return map[string]any{"bytes": toJS(result)}
}

func (b *bridge) takeOver(done js.Value) any {
	s, ok := b.sharded()
	i := done.Get("job").Int()
	if !ok || done.Get("generation").Int() != b.jobs.generation || i < 0 || i >= s.Jobs() {
		return "the result is of another run"
	}
	if err := s.Take(i, toGo(done.Get("bytes"))); err != nil {
		return err.Error()
	}
	return ""
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
