//go:build js && wasm

package main

import (
	"io"
	"io/fs"
	"syscall/js"
	"testing"
)

// What the page brings is there for the next exhibit, in place of what was brought before.
func TestAssets(t *testing.T) {
	b := newBridge()
	e := b.object()
	file := func(name, text string) map[string]any {
		return map[string]any{"name": name, "bytes": toJS([]byte(text)).Get("buffer")}
	}
	e.Call("assets", []any{file("old.bin", "old")})
	e.Call("assets", []any{file("digits.bin", "0123456789"), file("empty.bin", "")})
	for name, want := range map[string]string{"digits.bin": "0123456789", "empty.bin": ""} {
		if got, err := fs.ReadFile(b.assets, name); err != nil || string(got) != want {
			t.Errorf("%s holds %q, %v", name, got, err)
		}
		f, err := b.assets.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(f)
		info, _ := f.Stat()
		if err != nil || string(got) != want || info.Name() != name || info.Size() != int64(len(want)) || info.IsDir() {
			t.Errorf("%s holds %q, %v; %d bytes are said", name, got, err, info.Size())
		}
	}
	if _, err := fs.ReadFile(b.assets, "old.bin"); err == nil {
		t.Error("the exhibit before has left its data")
	}
	if _, err := b.assets.Open("old.bin"); err == nil {
		t.Error("the exhibit before has left its data")
	}
}

// A saved run says whose it is before it is loaded; what is none says nothing.
func TestSceneOfASavedRun(t *testing.T) {
	e := newBridge().object()
	ask(t, e, `{"kind":"open","address":"scene=valley&walkers=3"}`)
	file := e.Call("save").Get("bytes")
	if got := e.Call("scene", file).String(); got != "valley" {
		t.Errorf("the saved run is of %q", got)
	}
	for name, bytes := range map[string]js.Value{"empty": toJS(nil), "cut short": file.Call("subarray", 0, 20)} {
		if got := e.Call("scene", bytes).String(); got != "" {
			t.Errorf("%s: %q", name, got)
		}
	}
}
