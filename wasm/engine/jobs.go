//go:build js && wasm

package main

import (
	"strings"
	"syscall/js"

	"driftlab/engine"
	"driftlab/engine/param"
)

// jobs are those of a Sharded experiment.
type jobs struct {
	generation int    // of the experiment: a restart or another dial makes it another one, which takes no old results
	dials      string // that it follows from; empty before the first are given away
}

// anew makes what is out results of another experiment.
func (b *bridge) anew() { b.jobs = jobs{generation: b.jobs.generation + 1} }

// sharded is the session's experiment if it has jobs for helpers: with other dials than before, all of them
// are to be given away anew.
func (b *bridge) sharded() (s engine.Sharded, ok bool) {
	if b.session == nil {
		return nil, false
	}
	if s, ok = b.session.Sim().(engine.Sharded); !ok {
		return nil, false
	}
	if dials := settings(b.session.Sim().Dials()); dials != b.jobs.dials {
		b.anew()
		b.jobs.dials = dials
		s.Recall()
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

func (b *bridge) waits(js.Value) any {
	s, ok := b.sharded()
	return ok && s.Wants()
}

func (b *bridge) hand(n js.Value) any {
	list := []any{}
	s, ok := b.sharded()
	for ok && len(list) < n.Int() && s.Wants() {
		var i int
		i, b.input = s.Give(b.input[:0])
		list = append(list, map[string]any{"job": i, "input": toJS(b.input)})
	}
	if len(list) == 0 {
		return map[string]any{"jobs": list}
	}
	return map[string]any{"generation": b.jobs.generation, "address": b.session.Status().Link, "jobs": list}
}

func (b *bridge) work(of js.Value) any {
	s, ok := b.sharded()
	if !ok {
		return map[string]any{"error": "there is no such job"}
	}
	result, err := s.Work(of.Get("job").Int(), toGo(of.Get("input")), b.result[:0])
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	b.result = result
	return map[string]any{"bytes": toJS(result)}
}

func (b *bridge) takeOver(done js.Value) any {
	s, ok := b.sharded()
	if !ok || done.Get("generation").Int() != b.jobs.generation {
		return "the result is of another run"
	}
	if err := s.Take(done.Get("job").Int(), toGo(done.Get("bytes"))); err != nil {
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
