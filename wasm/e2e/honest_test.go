package e2e

import "testing"

// A copy that the browser refused does not say "Copied"; the text is there to be copied by hand.
func TestCopyRefused(t *testing.T) {
	for name, c := range map[string]struct {
		before string
		copied bool
	}{
		"all refused":     {`navigator.clipboard.writeText = () => Promise.reject(new Error("no")); document.execCommand = () => false`, false},
		"no such command": {`navigator.clipboard.writeText = () => Promise.reject(new Error("no")); document.execCommand = undefined`, false},
		"the old way":     {`navigator.clipboard.writeText = () => Promise.reject(new Error("no")); document.execCommand = () => { window.copied = document.activeElement.value; return true; }`, true},
		"the new way":     {`navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }`, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&paused=1")
			p.run(`(() => { ` + c.before + ` })()`)
			p.run(`document.querySelector("#copy").focus()`)
			p.run(`(() => {
				window.said = [];
				new MutationObserver(() => said.push(document.querySelector("#copy").textContent)).observe(document.querySelector("#copy"), {childList: true, characterData: true, subtree: true});
			})()`)
			p.click("Copy link")
			p.is(`document.activeElement.id === "copy"`)
			if c.copied {
				p.wait(`said.includes("Copied")`)
				p.is(`window.copied === driftlab.link()`)
				p.quiet()
			} else {
				p.says("[role=alert]", "to be copied by hand: "+p.text(`driftlab.link()`))
				p.is(`!said.includes("Copied") && said.includes("Not copied")`)
			}
			p.wait(`document.querySelector("#copy").textContent === "Copy link"`)
		})
	}
}

// A page that slept does not accuse its engine; one that waits in vain does.
func TestSleep(t *testing.T) {
	t.Parallel()
	site := serve(t, late(`/view\.`))
	p := newTab(t)
	// What the engine says can be held back, and the clock put forward, as by a sleep.
	p.before(`(() => {
		let ahead = 0;
		const now = performance.now.bind(performance);
		performance.now = () => now() + ahead;
		window.sleep = (ms) => (ahead += ms);
		const handler = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage");
		Object.defineProperty(Worker.prototype, "onmessage", { ...handler, set(f) {
			handler.set.call(this, (event) => (window.mute ? undefined : f(event)));
		}});
	})()`)
	p.visitEarly(site + "#v=1&scene=track&preset=tiny&edition=2&tempo=fixed&speed=5")
	p.wait(`driftlab.state().step > 1`)
	p.run(`(window.mute = true, sleep(3_600_000))`)
	p.run(`new Promise((done) => setTimeout(done, 4000))`)
	p.is(`![...document.querySelectorAll(".notice")].some((n) => n.textContent.includes("has not answered"))`)
	p.says("[role=alert]", "The engine has not answered for ten seconds.") // awake and in vain
	p.run(`(window.mute = false)`)
	p.quiet()
}
