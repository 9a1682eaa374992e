package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// odd are values that a call may be given by mistake.
var odd = []string{
	`undefined`, `null`, `NaN`, `Infinity`, `0`, `-3`, `1.5`, `1e9`, `1e300`, `""`, `"10"`, `"nope"`, `"x".repeat(100000)`,
	`true`, `[]`, `[5]`, `{}`, `{rate: {}}`, `{rate: null}`, `{rate: [0.1]}`, `{rate: NaN}`, `{rate: "fast"}`, `{wings: 2}`, `new Date(0)`, `10n`,
	`new Uint8Array(9)`, `new Blob(["no run"])`, `(() => { const o = {}; o.o = o; return o; })()`,
}

// local are odd values that no message carries.
var local = []string{
	`() => 1`, `Symbol("s")`, `{rate: Symbol("s")}`, `{get rate() { throw new Error("boo"); }}`, `Object.create(null)`,
	`new Proxy({}, {ownKeys() { throw new Error("boo"); }})`, `window`, `document.body`,
}

// settled gives what a call has come to, for as long as it takes; "" for a value.
const settled = `async (promise) => {
	const late = new Promise((done) => setTimeout(done, 30_000, "never answered"));
	return Promise.race([late, (async () => { try { await promise(); return ""; } catch (e) { return String(e.message); } })()]);
}`

// A call is answered, whatever it is given, in words where it cannot be done; and the run
// goes on. What takes no argument passes over one.
func TestOddCalls(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&tempo=fixed&speed=50&paused=1")
	p.run(`window.settled = ` + settled)
	for _, call := range []string{"open", "step", "set", "draw", "export", "load"} {
		for _, value := range append(odd, local...) {
			said := p.text(fmt.Sprintf(`settled(() => driftlab.%s(%s))`, call, value))
			fine := call == "step" && value == "undefined" || call == "set" && allowed(value)
			p.judge(call+"("+value+")", said, fine)
		}
	}
	for _, value := range append(odd, local...) {
		said := p.text(fmt.Sprintf(`settled(() => driftlab.open("track", %s))`, value))
		p.judge("open(track, "+value+")", said, value == "undefined" || allowed(value))
	}
	p.alive()
}

// allowed are odd values without a single setting: nothing is asked for.
func allowed(value string) bool { return value == "{}" || value == "Object.create(null)" }

// judge checks what a call said.
func (p *tab) judge(call, said string, fine bool) {
	p.t.Helper()
	if fine != (said == "") || strings.Contains(said, "never answered") || len(said) > 300 || said == "undefined" || strings.Contains(said, "is not a function") {
		p.t.Errorf("%.80s: %q", call, said)
	}
}

// alive checks that the run is as it was, and still takes steps.
func (p *tab) alive() {
	p.t.Helper()
	step := p.number(`driftlab.state().step`)
	p.run(`driftlab.step(2)`)
	p.is(fmt.Sprintf(`driftlab.state().scene === "track" && driftlab.state().step === %v && driftlab.state().error === ""`, step+2))
	p.wait(`!document.querySelector("#problem").checkVisibility()`)
}

// The same by message, to a paused embed: every message brings one reply with its id.
func TestOddMessages(t *testing.T) {
	t.Parallel()
	p := embed(t, "track", "tiny")
	p.run(`call("pause")`)
	step := p.number(`call("state").then((r) => r.value.step)`)
	p.run(`window.say = (message, transfer = []) => new Promise((done) => {
		const late = setTimeout(done, 30_000, "never answered");
		addEventListener("message", function hear({data}) {
			if (data.driftlab !== "reply") return;
			removeEventListener("message", hear);
			clearTimeout(late);
			const same = Object(data.id) === data.id || Object.is(data.id, message.id);
			done(same || data.error?.includes("id cannot") ? data.error ?? "" : "the id is " + data.id);
		});
		waiting.get = () => () => {};
		small.contentWindow.postMessage(message, "*", transfer);
	})`)
	for _, value := range odd {
		for _, call := range []string{"step", "set", "draw", "export", "load", "open"} {
			said := p.text(fmt.Sprintf(`say({driftlab: %q, id: 7, args: [%s]})`, call, value))
			p.judge(call+" "+value, said, call == "step" && value == "undefined" || call == "set" && allowed(value))
		}
		said := p.text(fmt.Sprintf(`say({driftlab: "step", id: 7, args: %s})`, value))
		p.judge("args "+value, said, value == "undefined" || value == "[]" || value == "[5]")
		said = p.text(fmt.Sprintf(`say({driftlab: %s, id: 7})`, value))
		p.judge("name "+value, said, false)
		said = p.text(fmt.Sprintf(`say({driftlab: "link", id: %s})`, value))
		p.judge("id "+value, said, true)
	}
	for message, want := range map[string]string{
		`{driftlab: "fly", id: 9}`:                       `"fly" is not a call; there are open, play,`,
		`{driftlab: "constructor", id: 9}`:               `"constructor" is not a call`,
		`{driftlab: "step", id: 9, args: ["10"]}`:        `step: "10" is not a whole number`,
		`{driftlab: "step", id: 9, args: [0]}`:           `step: 0 is outside [1, 10,000]`,
		`{driftlab: "step", id: 9, args: [-3]}`:          `step: -3 is outside [1, 10,000]`,
		`{driftlab: "step", id: 9, args: [1e9]}`:         `step: 1,000,000,000 is outside [1, 10,000]`,
		`{driftlab: "step", id: 9, args: [NaN]}`:         `step: NaN is not a whole number`,
		`{driftlab: "step", id: 9, args: 10}`:            `step: args is to be a list, such as [10], not 10`,
		`{driftlab: "set", id: 9, args: [{noise: 7}]}`:   `noise: 7 is outside [0, 1]`,
		`{driftlab: "set", id: 9, args: [{rate: {}}]}`:   `set: rate is to be a number, text, true or false, not an object`,
		`{driftlab: "open", id: 9, args: [5]}`:           `open: the exhibit's name is to be text, not 5`,
		`{driftlab: "open", id: 9, args: ["nope"]}`:      `scene: there is no exhibit "nope"`,
		`{driftlab: "export", id: 9, args: ["x"]}`:       `export: "x" is not one of png, csv, run`,
		`{driftlab: "load", id: 9, args: ["nope"]}`:      `load: a saved run is to be a Blob or its bytes, not "nope"`,
		`{driftlab: "step"}`:                             ``,
		`{driftlab: "play", id: {deep: [1]}, args: "x"}`: `play: args is to be a list`,
	} {
		if said := p.text(`say(` + message + `)`); !strings.HasPrefix(said, want) || want == "" && said != "" {
			t.Errorf("%s: %q, want %q", message, said, want)
		}
	}
	if said := p.text(`(() => { const c = new MessageChannel(); return say({driftlab: "link", id: c.port1}, [c.port1]); })()`); said != "the id cannot be sent back" {
		t.Errorf("an id that can't be sent: %q", said)
	}
	// A reply that comes back is not answered: two pages would never stop.
	p.run(`delete waiting.get`)
	p.run(`(heard.length = 0, small.contentWindow.postMessage({driftlab: "reply", id: 1}, "*"), call("state"))`)
	p.is(`heard.filter((m) => m.driftlab === "reply").length === 1`)
	p.is(fmt.Sprintf(`call("state").then(({value}) => value.scene === "track" && !value.playing && value.error === "" && value.step > %v)`, step))
}
