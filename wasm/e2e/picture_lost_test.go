package e2e

import (
	"fmt"
	"testing"
)

// A picture whose graphics context is lost comes back, and the run goes on.
func TestLostContext(t *testing.T) {
	t.Parallel()
	p := open(t, "#v=1&scene=valley&tempo=max")
	p.expect(`CONTEXT_LOST_WEBGL`)
	p.run(`document.querySelector("iframe").dataset.old = "yes"`)
	step := p.number(`driftlab.state().step`)
	p.run(`document.querySelector("iframe").contentDocument.querySelector("canvas").
		getContext("webgl2").getExtension("WEBGL_lose_context").loseContext()`)
	p.wait(`document.querySelector("iframe") && !document.querySelector("iframe").dataset.old`)
	p.picture()
	p.wait(fmt.Sprintf(`driftlab.state().step > %v`, step))
	p.is(`driftlab.state().error === ""`)
	p.quiet()
	p.workers(1)

	// One that is lost again and again becomes curves, until the visitor asks for it.
	step = p.number(`driftlab.state().step`)
	p.waitFor(patience, `(() => {
		document.querySelector("iframe")?.contentWindow.driftview?.post({kind: "lost"});
		return driftlab.state().error.includes("again and again");
	})()`)
	p.says("[role=alert]", "drawn as curves")
	p.curves()
	p.wait(fmt.Sprintf(`driftlab.state().step > %v`, step))
	p.click("Try the picture again")
	p.picture()
	p.quiet()
}

// An engine that is started anew leads its frames to the picture.
func TestPictureOfNewEngine(t *testing.T) {
	t.Parallel()
	p := open(t, "#v=1&scene=track&preset=tiny&edition=2&paused=1")
	before := p.drawn()
	p.inWorker(`engine.tick = () => { throw new Error("the ground gave way") }`)
	p.run(`driftlab.play()`)
	p.click("Start again with the same settings")
	p.wait(`driftlab.state().step > 50 && driftlab.state().error === ""`)
	p.repaints(before)
	p.wait(`document.querySelectorAll("iframe").length === 1`)
}
