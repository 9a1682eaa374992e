package e2e

import (
	"fmt"
	"testing"
)

// chromeSays404 is the browser's own remark on a missing file.
const chromeSays404 = `Failed to load resource.*404`

// Without WebAssembly nothing runs, and the page says so and keeps its words.
func TestNoWebAssembly(t *testing.T) {
	t.Parallel()
	site := serve(t)
	p := newTab(t)
	p.before(`delete window.WebAssembly`)
	p.visit(site)
	p.says("[role=alert]", "cannot run WebAssembly")
	p.says("h2", "What you see")
	p.is(`[...document.querySelectorAll("[role=alert] button")].some((b) => b.textContent === "Try again")`)
	p.is(`driftlab.state().error.includes("WebAssembly")`)
	p.is(`driftlab.set({noise: 0.1}).then(() => false, (error) => error.message === "no exhibit is open")`)
	p.is(`driftlab.ready.then(() => false, () => true)`)
	p.click("Theme")
	p.workers(0)
}

// An engine that does not arrive is named, and comes when it is asked for again.
func TestEngineMissing(t *testing.T) {
	for name, c := range map[string]struct {
		fault fault
		says  string
	}{
		"404":       {missing(`/engine\.`), "is missing: the server answered 404"},
		"cut short": {cutShort(`/engine\.`, 200_000), "arrived cut short or damaged"},
		"empty":     {cutShort(`/engine\.`, 0), "no program"},
		"a page":    {hosting(`/engine\.`, "<p>Sign in, please"), "is no program"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			fault, mend := untilMended(c.fault)
			site := serve(t, fault, late(`/view\.`))
			p := newTab(t)
			p.expect(chromeSays404)
			p.visit(site + "#v=1&scene=track&preset=tiny&edition=2")
			p.says("[role=alert]", c.says)
			p.says("h2", "What you see")
			p.is(`driftlab.state().error.includes(` + quote(c.says) + `)`)
			p.workers(0)
			mend()
			p.click("Try again")
			p.wait(`driftlab.state().step > 0 && driftlab.state().error === ""`)
			p.quiet()
		})
	}
}

// A picture that does not arrive is replaced by curves; the run goes on all the while.
func TestViewMissing(t *testing.T) {
	for name, c := range map[string]struct {
		fault fault
		says  string
	}{
		"program":   {missing(`/view\..*\.wasm`), "is missing: the server answered 404"},
		"cut short": {cutShort(`/view\..*\.wasm`, 300_000), "arrived cut short or damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			fault, mend := untilMended(c.fault)
			site := serve(t, fault)
			p := newTab(t)
			p.expect(chromeSays404)
			p.visit(site + "#v=1&scene=valley&preset=crowd&edition=2&tempo=max")
			p.says("[role=alert]", c.says)
			p.says("[role=alert]", "drawn as curves")
			p.curves()
			step := p.number(`driftlab.state().step`)
			p.wait(fmt.Sprintf(`driftlab.state().step > %v`, step))
			mend()
			p.click("Try the picture again")
			p.wait(`document.querySelector("iframe") && !document.querySelector("svg.curves")`)
			p.quiet()
			p.is(fmt.Sprintf(`driftlab.state().step > %v && driftlab.state().error === ""`, step))
		})
	}
}

// Without WebGL2 the engine runs and the shell draws curves.
func TestNoWebGL(t *testing.T) {
	t.Parallel()
	site := serve(t)
	p := newTab(t)
	p.before(`HTMLCanvasElement.prototype.getContext = ((get) => function (kind, ...rest) {
		return kind === "webgl2" ? null : get.call(this, kind, ...rest);
	})(HTMLCanvasElement.prototype.getContext)`)
	p.visit(site + "#v=1&scene=track&preset=tiny&edition=2")
	p.ready()
	p.says("[role=alert]", "no WebGL2")
	p.curves()
	p.wait(`driftlab.state().step > 20`)
	p.run(`driftlab.pause()`)
	before := p.drawn()
	p.run(`driftlab.step(500)`)
	p.repaints(before)
	for _, text := range []string{"Loss", "Sparsity", "active units", "active fraction", "Spatial information", "bits", "learning", "100", "step"} {
		p.says("svg.curves", text)
	}
	p.run(`driftlab.open("valley", {preset: "crowd"})`)
	p.run(`driftlab.step(100)`)
	p.says("svg.curves", "theory")
	p.says("svg.curves", "Have not met the corner")
	p.is(`!document.querySelector("iframe")`)
}

// curves waits for the curves that stand in for the picture.
func (p *tab) curves() {
	p.t.Helper()
	p.wait(`document.querySelectorAll("svg[role=img] polyline[points*=',']").length > 2`)
}

// picture waits for a picture that is drawn.
func (p *tab) picture() {
	p.t.Helper()
	p.wait(`document.querySelectorAll("iframe").length === 1 && !document.querySelector("svg.curves")`)
	p.wait(`driftlab.export("png").then((blob) => blob.size > 10_000, () => false)`)
}

// quiet waits until no notice is shown.
func (p *tab) quiet() {
	p.t.Helper()
	p.wait(`![...document.querySelectorAll(".notice")].some((n) => n.checkVisibility())`)
}
