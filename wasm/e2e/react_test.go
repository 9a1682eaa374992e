package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// While a large network trains as fast as it can and is drawn, the controls answer, one
// after the other, and the training goes on. How soon, `make bench` measures.
func TestControlsAnswerAtFullSpeed(t *testing.T) {
	t.Parallel()
	p := open(t, "#v=1&scene=track&preset=fig2&edition=3&tempo=max&play=1")
	p.wait(`driftlab.state().step > 20`)
	step := 0.0
	goesOn := func() {
		t.Helper()
		p.wait(fmt.Sprintf(`driftlab.state().step > %v`, step))
		step = p.number(`driftlab.state().step`)
	}
	goesOn()

	p.focus(dial("noise") + " input[type=range]")
	for _, key := range []string{kb.ArrowRight, kb.ArrowRight, kb.ArrowLeft} {
		before := p.text(param("noise"))
		p.press(key)
		p.wait(param("noise") + ` !== ` + quote(before))
		p.wait(`document.getElementById("track-noise").value === ` + param("noise"))
		p.is(`driftlab.state().playing`)
		goesOn()
	}
	for range 3 {
		p.click("Pause")
		p.wait(`!driftlab.state().playing`)
		p.says("#speed", "paused")
		step = p.number(`driftlab.state().step`)
		p.is(fmt.Sprintf(`new Promise((done) => setTimeout(done, 300)).then(() => driftlab.state().step === %v)`, step))
		p.click("Play")
		p.wait(`driftlab.state().playing`)
		goesOn()
	}
}
