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
	jobs    jobs
	input   []byte // of a job, reused
	result  []byte // of a job, reused
	assets  assets // the files of data that are here
}

func newBridge() *bridge { return &bridge{start: time.Now(), assets: assets{}} }

// object is what worker.js sees as globalThis.engine:
//
//	command(json) -> json         a wire.Command and its wire.Reply
//	tick(ms) -> steps             as many steps as the tempo allows within ms
//	playing() -> boolean          whether ticks take steps
//	status() -> json              a wire.Status
//	picture(buffer) -> {exhibit, step, buffer, length, error}
//	                              the newest frame in an ArrayBuffer: the one given if it is
//	                              large enough, else a new one
//	save() -> {bytes, error}      the whole run as a file, a Uint8Array
//	load(bytes) -> {error, wants} opens such a file, paused; undefined if all is well, else a
//	                              sentence and perhaps the data that it wants, and the session stays as it is
//	scene(bytes) -> name          the exhibit of such a file
//	assets([{name, bytes}])       files of data that an exhibit wants, all of them
//	waits() -> boolean            whether there are jobs that helpers could do
//	hand(n) -> {generation, address, jobs: [{job, input}]}
//	                              up to n such jobs, each given away once: its number and what it
//	                              starts from, a Uint8Array, and the address that they are jobs of
//	work({job, input}) -> {bytes, error}
//	                              does a job, for another engine with the same address
//	take({generation, job, bytes}) -> error
//	                              takes over what came of a job that was handed out; "" if all
//	                              is well, else nothing has changed
//	lost({generation, job, died}) whatever had this job is no more, and died of it or not
//
// Before the first "open" or "load" there is no session: commands fail, the others return
// undefined, and there are no jobs.
func (b *bridge) object() js.Value {
	object := js.Global().Get("Object").New()
	for name, call := range map[string]func(js.Value) any{
		"command": b.command, "tick": b.tick, "playing": b.playing, "status": b.status, "picture": b.picture,
		"save": b.save, "load": b.load, "scene": b.scene, "assets": b.bring,
		"waits": b.waits, "hand": b.hand, "work": b.work, "take": b.takeOver, "lost": b.lost,
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
	c, err := engine.ParseCommand(text)
	switch {
	case err != nil:
		return wire.Reply{ID: c.ID, Error: err.Error()}
	case c.Kind == "open":
		s, err := engine.Open(c.Address, b.assets)
		if err != nil {
			return wire.Reply{ID: c.ID, Error: err.Error(), Wants: engine.Wanted(err)}
		}
		b.session = s
		b.anew()
		return wire.Reply{ID: c.ID}
	case b.session == nil:
		return wire.Reply{ID: c.ID, Error: "no exhibit is open yet"}
	default:
		began := time.Now()
		b.session.Enough = func() bool { return time.Since(began) > patience }
		if c.Kind == "reset" {
			b.anew()
		}
		return b.session.Do(c)
	}
}

// patience is how long a command may keep the worker from hearing others.
const patience = 10 * time.Millisecond

func (b *bridge) tick(ms js.Value) any {
	if b.session == nil {
		return js.Undefined()
	}
	budget := time.Duration(ms.Float() * float64(time.Millisecond))
	return b.session.Tick(func() time.Duration { return time.Since(b.start) }, budget)
}

func (b *bridge) playing(js.Value) any { return b.session != nil && b.session.Playing() }

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
	return map[string]any{"exhibit": b.session.Exhibit(), "buffer": buffer, "length": len(frame), "step": b.session.Sim().Steps()}
}

func (b *bridge) save(js.Value) any {
	if b.session == nil {
		return js.Undefined()
	}
	file, err := b.session.Save()
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	return map[string]any{"bytes": toJS(file)}
}

func (b *bridge) load(bytes js.Value) any {
	session, err := engine.Load(toGo(bytes), b.assets)
	if err != nil {
		return map[string]any{"error": err.Error(), "wants": engine.Wanted(err)}
	}
	b.session = session
	b.anew()
	return js.Undefined()
}
