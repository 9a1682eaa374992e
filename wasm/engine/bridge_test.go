//go:build js && wasm

package main

import (
	"encoding/json"
	"fmt"
	"syscall/js"
	"testing"
	"time"

	"driftlab/engine/wire"
)

// ask sends a command as worker.js does, again for what is left of it, and returns the reply.
func ask(t *testing.T, engine js.Value, command string) wire.Reply {
	t.Helper()
	r := once(t, engine, command)
	for r.Left > 0 {
		r = once(t, engine, fmt.Sprintf(`{"kind":"step","n":%d}`, r.Left))
	}
	return r
}

func once(t *testing.T, engine js.Value, command string) wire.Reply {
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
	if wrong := second.Call("load", file); wrong.Truthy() {
		t.Fatal(wrong.Get("error"))
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
		if wrong := engine.Call("load", bytes); !wrong.Truthy() || wrong.Get("error").String() == "" {
			t.Errorf("%s: loaded", name)
		}
	}
	if after := ask(t, engine, `{"kind":"about"}`).About; after.Hash != before.Hash || after.Step != 9 || !engine.Call("playing").Bool() {
		t.Errorf("after bad files: %+v", after)
	}
}

// A command comes back soon and says how many steps are left; asked again for those, it comes
// to what one that does all at once comes to.
func TestLongCommandsComeBack(t *testing.T) {
	engine := newBridge().object()
	ask(t, engine, `{"kind":"open","address":"scene=track&preset=fig2"}`)
	asked := 0
	for left := 300; left > 0; asked++ {
		start := time.Now()
		r := once(t, engine, fmt.Sprintf(`{"kind":"step","n":%d}`, left))
		if took := time.Since(start); r.Error != "" || r.Left >= left || r.Left > 0 && took < patience {
			t.Fatalf("%v for %+v", took, r)
		}
		left = r.Left
	}
	var s wire.Status
	if err := json.Unmarshal([]byte(engine.Call("status").String()), &s); err != nil || s.Step != 300 {
		t.Errorf("asked %d times, at step %d, %v", asked, s.Step, err)
	}
}
