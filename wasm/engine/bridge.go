//go:build js && wasm

package main

import (
	"encoding/json"
	"syscall/js"
	"time"

	"driftlab/engine"
	"driftlab/engine/wire"
)

// A bridge offers one session to JavaScript. Everything goes as text, but for frames.
type bridge struct {
	session *engine.Session // nil until the first "open"
	start   time.Time
	frame   []byte // reused for every frame
}

func newBridge() *bridge { return &bridge{start: time.Now()} }

// object is what worker.js sees as globalThis.engine:
//
//	command(json) -> json         a wire.Command and its wire.Reply
//	tick(ms) -> playing           as many steps as the tempo allows within ms
//	status() -> json              a wire.Status
//	picture(buffer) -> {exhibit, buffer, length, error}
//	                              the newest frame in an ArrayBuffer: the one given if it is
//	                              large enough, else a new one
//
// Before the first "open" there is no session: commands fail, the others return undefined.
func (b *bridge) object() js.Value {
	object := js.Global().Get("Object").New()
	for name, call := range map[string]func(js.Value) any{
		"command": b.command, "tick": b.tick, "status": b.status, "picture": b.picture,
	} {
		object.Set(name, js.FuncOf(func(_ js.Value, args []js.Value) any {
			if len(args) == 0 {
				return call(js.Undefined())
			}
			return call(args[0])
		}))
	}
	return object
}

func (b *bridge) command(text js.Value) any {
	reply := b.do([]byte(text.String()))
	out, err := json.Marshal(reply)
	if err != nil {
		panic(err) // a Reply is plain text and numbers
	}
	return string(out)
}

func (b *bridge) do(text []byte) wire.Reply {
	c, err := engine.Read(text)
	switch {
	case err != nil:
		return wire.Reply{ID: c.ID, Error: err.Error()}
	case c.Kind == "open":
		b.session = engine.Open(c.Address)
		return wire.Reply{ID: c.ID}
	case b.session == nil:
		return wire.Reply{ID: c.ID, Error: "no exhibit is open yet"}
	default:
		return b.session.Do(c)
	}
}

func (b *bridge) tick(ms js.Value) any {
	if b.session == nil {
		return js.Undefined()
	}
	budget := time.Duration(ms.Float() * float64(time.Millisecond))
	b.session.Tick(func() time.Duration { return time.Since(b.start) }, budget)
	return b.session.Playing()
}

func (b *bridge) status(js.Value) any {
	if b.session == nil {
		return js.Undefined()
	}
	out, err := json.Marshal(b.session.Status())
	if err != nil {
		panic(err) // a Status holds finite numbers only
	}
	return string(out)
}

func (b *bridge) picture(buffer js.Value) any {
	if b.session == nil {
		return js.Undefined()
	}
	frame, err := b.session.AppendFrame(b.frame[:0])
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	b.frame = frame
	if !buffer.Truthy() || buffer.Get("byteLength").Int() < len(frame) {
		const headroom = 4 // frames grow slowly: a quarter more saves most reallocations
		buffer = js.Global().Get("ArrayBuffer").New(len(frame) + len(frame)/headroom)
	}
	js.CopyBytesToJS(js.Global().Get("Uint8Array").New(buffer), frame)
	return map[string]any{"exhibit": b.session.Exhibit(), "buffer": buffer, "length": len(frame)}
}
