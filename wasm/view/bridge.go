//go:build js && wasm

package main

import (
	"encoding/json"
	"syscall/js"

	"driftlab/engine/wire"
	"driftlab/render/plot"
)

// fields are the fields of a message beside its kind.
type fields map[string]any

// A look is how the page wants the picture.
type look struct {
	theme  string
	scale  float32 // device pixels per CSS pixel
	motion bool
}

// A request asks for the picture at a size in device pixels.
type request struct {
	id, width, height int
	scale             float32
	theme             *plot.Theme
	title, text       string // of the legend; none without a title
}

// An answer is the picture that was asked for, its legend included.
type answer struct {
	request
	pixels []byte // RGBA, premultiplied
	step   int64  // that it shows
	marred int    // by how much the browser changes what is read from a picture, of 255
}

// A bridge leads to the script of the view's document, view.js, and through it to the
// page and the engine. wasm/PROTOCOL.md lists the messages.
type bridge struct {
	script   js.Value // the object that view.js shares
	port     js.Value // to the engine
	another  bool     // the next frame is of another run
	look     look
	turned   bool // the look has changed
	requests []request
	hand     hand

	exhibit string
	body    []byte
	step    int64    // that body shows
	waiting bool     // body is not yet taken
	owed    js.Value // the buffer to give back as credit, or undefined
	drawn   bool     // what was in it
}

// connect takes over from the script: from now on it hands every message on.
func connect() *bridge {
	b := &bridge{script: js.Global().Get("driftview")}
	b.script.Set("message", js.FuncOf(func(_ js.Value, args []js.Value) any {
		b.message(args[0])
		return nil
	}))
	b.script.Set("pointer", js.FuncOf(func(_ js.Value, args []js.Value) any {
		b.hand.event(gesture{args[0].String(), float32(args[1].Float()), float32(args[2].Float()), args[3].Bool()})
		return nil
	}))
	b.script.Set("ask", js.FuncOf(func(js.Value, []js.Value) any {
		b.credit()
		return nil
	}))
	b.message(b.script.Get("init"))
	return b
}

// message takes one message from the page.
func (b *bridge) message(m js.Value) {
	switch m.Get("kind").String() {
	case "init":
		b.listen(m.Get("port"))
		b.see(m)
	case "look":
		b.see(m)
	case "pixels":
		const most = 8192 // more than graphics cards are sure to have
		r := request{id: m.Get("id").Int(), scale: float32(m.Get("scale").Float()), theme: b.theme()}
		if v := m.Get("theme"); v.Type() == js.TypeString {
			r.theme = plot.Themed(v.String())
		}
		r.width = min(max(m.Get("width").Int(), 1), most)
		r.height = min(max(m.Get("height").Int(), 1), most)
		r.scale = max(r.scale, 0.1)
		if v := m.Get("title"); v.Type() == js.TypeString {
			r.title, r.text = v.String(), m.Get("text").String()
		}
		b.requests = append(b.requests, r)
	}
}

// see takes those parts of the look that the message has.
func (b *bridge) see(m js.Value) {
	if v := m.Get("theme"); v.Type() == js.TypeString {
		b.look.theme = v.String()
	}
	if v := m.Get("scale"); v.Type() == js.TypeNumber && v.Float() > 0.05 {
		b.look.scale = float32(v.Float())
	}
	if v := m.Get("motion"); v.Type() == js.TypeBoolean {
		b.look.motion = v.Bool()
	}
	if b.look.scale == 0 {
		b.look.scale = 1
	}
	p := b.theme().Page
	b.script.Call("background", int(p.R), int(p.G), int(p.B))
	b.turned = true
}

// listen takes frames from a port, and no longer from the one before.
func (b *bridge) listen(port js.Value) {
	if !port.Truthy() {
		return
	}
	if b.port.Truthy() {
		b.port.Call("close")
	}
	b.port, b.owed, b.waiting, b.another = port, js.Undefined(), false, true
	port.Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if m := args[0].Get("data"); m.Get("kind").String() == "frame" {
			b.take(m)
		}
		return nil
	}))
}

// take copies a frame. Its buffer goes back when the frame has been drawn.
func (b *bridge) take(m js.Value) {
	buffer, n := m.Get("buffer"), m.Get("length").Int()
	if cap(b.body) < n {
		b.body = make([]byte, n+n/4)
	}
	b.body = b.body[:n]
	js.CopyBytesToGo(b.body, js.Global().Get("Uint8Array").New(buffer, 0, n))
	b.step = int64(m.Get("step").Float())
	b.exhibit, b.owed, b.waiting, b.drawn = m.Get("exhibit").String(), buffer, true, false
	b.script.Set("busy", m.Get("busy"))
}

// frame is the newest frame, once.
func (b *bridge) frame() (exhibit string, body []byte, ok bool) {
	ok, b.waiting = b.waiting, false
	return b.exhibit, b.body, ok
}

// credit asks the engine for the next frame, once the last is drawn.
func (b *bridge) credit() {
	if b.owed.IsUndefined() || !b.drawn {
		return
	}
	m := js.ValueOf(map[string]any{"kind": "credit", "buffer": b.owed})
	b.port.Call("postMessage", m, js.ValueOf([]any{b.owed}))
	b.owed = js.Undefined()
}

// send gives a command to the engine.
func (b *bridge) send(cmd wire.Command) {
	text, err := json.Marshal(cmd)
	if err != nil {
		b.fail("command: " + err.Error())
		return
	}
	b.port.Call("postMessage", js.ValueOf(map[string]any{"kind": "command", "json": string(text)}))
}

// post gives a message to the page.
func (b *bridge) post(kind string, f fields) {
	m := js.Global().Get("Object").New()
	m.Set("kind", kind)
	for name, v := range f {
		m.Set(name, v)
	}
	b.script.Call("post", m)
}

// answer sends the pixels that were asked for.
func (b *bridge) answer(a answer) {
	array := js.Global().Get("Uint8Array").New(len(a.pixels))
	js.CopyBytesToJS(array, a.pixels)
	b.post("pixels", fields{
		"id": a.id, "width": a.width, "height": a.height, "buffer": array.Get("buffer"),
		"step": a.step, "marred": a.marred,
	})
}

// fail tells the page that the view cannot go on.
func (b *bridge) fail(why string) { b.post("error", fields{"error": why}) }
