//go:build js && wasm

package main

import (
	"encoding/json"
	"syscall/js"
	"testing"
	"time"

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
	if engine.Call("playing").Bool() {
		t.Error("nothing is open and plays")
	}
	for _, call := range []string{"status", "picture", "save"} {
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
	if engine.Call("tick", 1).Int() != 0 || engine.Call("playing").Bool() {
		t.Error("a new run plays by itself")
	}
	ask(t, engine, `{"kind":"play"}`)
	steps := engine.Call("tick", 5).Int()
	if steps == 0 || !engine.Call("playing").Bool() {
		t.Error("play does not play")
	}
	var s wire.Status
	if err := json.Unmarshal([]byte(engine.Call("status").String()), &s); err != nil {
		t.Fatal(err)
	}
	if s.Exhibit != "valley" || !s.Playing || s.Step != int64(steps) {
		t.Errorf("after %d steps, status: %+v", steps, s)
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

func TestSaveAndLoad(t *testing.T) {
	first := newBridge().object()
	ask(t, first, `{"kind":"open","address":"scene=track&preset=tiny&seed=8"}`)
	ask(t, first, `{"kind":"step","n":40}`)
	file := first.Call("save").Get("bytes")

	second := newBridge().object()
	if text := second.Call("load", file).String(); text != "" {
		t.Fatal(text)
	}
	for _, engine := range []js.Value{first, second} {
		ask(t, engine, `{"kind":"step","n":25}`)
	}
	want, got := ask(t, first, `{"kind":"about"}`).About, ask(t, second, `{"kind":"about"}`).About
	if got == nil || got.Step != 65 || got.Hash != want.Hash || got.Command != want.Command {
		t.Errorf("loaded: %+v, saved: %+v", got, want)
	}
}

// A file that is no saved run leaves the session as it is, running.
func TestABadFileChangesNothing(t *testing.T) {
	engine := newBridge().object()
	ask(t, engine, `{"kind":"open","address":"scene=track&preset=tiny"}`)
	file := engine.Call("save").Get("bytes")
	ask(t, engine, `{"kind":"step","n":9}`)
	ask(t, engine, `{"kind":"play"}`)
	before := ask(t, engine, `{"kind":"about"}`).About
	for name, bytes := range map[string]js.Value{
		"empty":     js.Global().Get("Uint8Array").New(0),
		"cut short": file.Call("subarray", 0, file.Get("length").Int()/2),
	} {
		if text := engine.Call("load", bytes).String(); text == "" {
			t.Errorf("%s: loaded", name)
		}
	}
	if after := ask(t, engine, `{"kind":"about"}`).About; after.Hash != before.Hash || after.Step != 9 || !engine.Call("playing").Bool() {
		t.Errorf("after bad files: %+v", after)
	}
}

// Whoever asks for many steps hears meanwhile that they are being taken.
func TestLongCommandsAreHeardOf(t *testing.T) {
	heard := 0
	listen := js.FuncOf(func(_ js.Value, args []js.Value) any {
		if args[0].Get("kind").String() == "busy" {
			heard++
		}
		return nil
	})
	js.Global().Set("postMessage", listen)
	defer js.Global().Delete("postMessage")
	engine := newBridge().object()
	ask(t, engine, `{"kind":"open","address":"scene=track&preset=fig2"}`)
	for range 20 { // until a command has taken more than a second
		start := time.Now()
		if r := ask(t, engine, `{"kind":"step","n":2000}`); r.Error != "" {
			t.Fatal(r.Error)
		}
		if took := time.Since(start); took > 1100*time.Millisecond {
			if heard < 1 {
				t.Errorf("heard nothing for %v", took)
			}
			return
		}
	}
	t.Log("this machine is too fast to tell")
}
