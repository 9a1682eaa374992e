//go:build js && wasm

package main

import (
	"encoding/json"
	"syscall/js"
	"testing"

	"driftlab/engine/wire"
)

// ask sends a command as worker.js does and returns the reply.
func ask(t *testing.T, engine js.Value, command string) wire.Reply {
	t.Helper()
	var r wire.Reply
	if err := json.Unmarshal([]byte(engine.Call("command", command).String()), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestNothingIsOpenAtFirst(t *testing.T) {
	engine := newBridge().object()
	if r := ask(t, engine, `{"kind":"play","id":3}`); r.ID != 3 || r.Error == "" {
		t.Errorf("play before open: %+v", r)
	}
	if r := ask(t, engine, `{`); r.Error == "" {
		t.Error("half a command was taken")
	}
	for _, call := range []string{"status", "picture"} {
		if got := engine.Call(call, js.Null()); !got.IsUndefined() {
			t.Errorf("%s before open: %v", call, got)
		}
	}
}

func TestRunThroughJavaScript(t *testing.T) {
	engine := newBridge().object()
	if r := ask(t, engine, `{"kind":"open","id":1,"address":"scene=valley&tempo=max"}`); r.ID != 1 || r.Error != "" {
		t.Fatalf("open: %+v", r)
	}
	if engine.Call("tick", 1).Bool() {
		t.Error("a new run plays by itself")
	}
	ask(t, engine, `{"kind":"play"}`)
	if !engine.Call("tick", 5).Bool() {
		t.Error("play does not play")
	}
	var s wire.Status
	if err := json.Unmarshal([]byte(engine.Call("status").String()), &s); err != nil {
		t.Fatal(err)
	}
	if s.Exhibit != "valley" || !s.Playing || s.Step == 0 {
		t.Errorf("status: %+v", s)
	}
}

func TestPictureUsesTheBufferAgain(t *testing.T) {
	engine := newBridge().object()
	ask(t, engine, `{"kind":"open","address":"scene=valley"}`)
	first := engine.Call("picture", js.Null())
	if first.Get("exhibit").String() != "valley" || first.Get("length").Int() == 0 {
		t.Fatalf("picture: %v", first)
	}
	second := engine.Call("picture", first.Get("buffer"))
	if !second.Get("buffer").Equal(first.Get("buffer")) {
		t.Error("the returned buffer was not used again")
	}
}
