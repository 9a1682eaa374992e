//go:build js && wasm && count

package main

import (
	"runtime"
	"strings"
	"syscall/js"

	"driftlab/render"
	"driftlab/scenes"
)

// Built with the tag count, the view can note every allocation and tell those of its
// Draws to the browser tests.
func init() {
	runtime.MemProfileRate = 0
	newScene = func(exhibit string) scenes.Scene { return &counted{Scene: scenes.New(exhibit)} }
	js.Global().Set("countDraws", js.ValueOf(map[string]any{
		"begin": js.FuncOf(func(js.Value, []js.Value) any { draws, runtime.MemProfileRate = 0, 1; return nil }),
		"draws": js.FuncOf(func(js.Value, []js.Value) any { return draws }),
		"end":   js.FuncOf(func(js.Value, []js.Value) any { runtime.MemProfileRate = 0; return report() }),
	}))
}

// draws counts the Draws since the beginning.
var draws int

// counted is a scene whose Draws are counted. Its Draw is in the stack of whatever is
// allocated there.
type counted struct{ scenes.Scene }

func (s *counted) Draw(c *render.Canvas) {
	draws++
	s.Scene.Draw(c)
}

// report counts the allocations in Draws since the beginning, by the innermost function
// of ours, "own", or of Ebitengine, "engine".
func report() any {
	// The profile holds what was allocated before the last collection but one.
	runtime.GC()
	runtime.GC()
	records := make([]runtime.MemProfileRecord, 20_000)
	n, ok := runtime.MemProfile(records, true)
	if !ok {
		panic("view: more places that allocate than expected")
	}
	own, engine := map[string]any{}, map[string]any{}
	for i := range records[:n] {
		at, ours := place(records[i].Stack())
		counts := engine
		if ours {
			counts = own
		}
		if at != "" {
			before, _ := counts[at].(int)
			counts[at] = before + int(records[i].AllocObjects)
		}
	}
	return map[string]any{"draws": draws, "own": own, "engine": engine}
}

// place is the innermost function of ours or of Ebitengine in a stack that leads through
// a Draw, and whether it is ours; "" for other stacks.
func place(stack []uintptr) (at string, ours bool) {
	frames := runtime.CallersFrames(stack)
	for more := true; more; {
		var f runtime.Frame
		f, more = frames.Next()
		own, engine := strings.HasPrefix(f.Function, "driftlab/"), strings.HasPrefix(f.Function, "github.com/hajimehoshi/")
		if at == "" && (own || engine) {
			at, ours = f.Function, own
		}
		if strings.HasSuffix(f.Function, "(*counted).Draw") {
			return at, ours
		}
	}
	return "", false
}
