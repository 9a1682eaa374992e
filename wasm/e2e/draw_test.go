package e2e

import (
	"fmt"
	"math"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// heard is what is said beside the canvas, and mistaken what is wrong with the drawing.
const (
	heard    = `article:not([hidden]) [data-heard]`
	mistaken = `article:not([hidden]) .easel .wrong`
)

// sheet is a place in the window: shares of the canvas's width and height.
func (p *tab) sheet(across, down float64) (x, y float64) {
	p.t.Helper()
	box := p.eval[struct{ X, Y, W, H float64 }](`((canvas) => {
		canvas.scrollIntoView({block: "center", behavior: "instant"});
		const {x: X, y: Y, width: W, height: H} = canvas.getBoundingClientRect();
		return {X, Y, W, H};
	})(document.querySelector("article:not([hidden]) [data-canvas] canvas"))`)
	return box.X + across*box.W, box.Y + down*box.H
}

// five draws strokes by mouse, as a 5 has them.
func (p *tab) five() {
	p.t.Helper()
	p.strokes([][2]float64{{0.7, 0.2}, {0.35, 0.2}, {0.33, 0.5}, {0.5, 0.44}, {0.66, 0.52}, {0.68, 0.68}, {0.55, 0.82}, {0.32, 0.8}})
}

// strokes draws from place to place.
func (p *tab) strokes(at [][2]float64) {
	p.t.Helper()
	x, y := p.sheet(at[0][0], at[0][1])
	p.do(hover(x, y), press(x, y))
	for _, to := range at[1:] {
		x, y = p.sheet(to[0], to[1])
		p.do(drag(x, y))
	}
	p.do(release(x, y))
}

func drag(x, y float64) action {
	e := input.DispatchMouseEventParams{Type: chromedp.MouseMoved, X: x, Y: y, Button: input.MouseButtonLeft, Buttons: 1}
	return call(input.DispatchMouseEvent, e)
}

// inked is whether there is anything on the canvas.
const inked = `(() => {
	const canvas = document.querySelector("article:not([hidden]) [data-canvas] canvas");
	const empty = Object.assign(document.createElement("canvas"), {width: canvas.width, height: canvas.height});
	return canvas.toDataURL() !== empty.toDataURL();
})()`

// A visitor draws, and the networks answer beside the canvas and in the picture; what is no digit is said
// there; and the run is the one that it was.
func TestDrawADigit(t *testing.T) {
	t.Parallel()
	p := open(t, "#v=1&scene=stability&preset=toy&paused=1")
	p.do(chromedp.EmulateViewport(1280, 720)) // the picture has room for the digit
	hash := p.text(`driftlab.about().then((a) => a.hash + a.command)`)
	p.says(heard, "Draw a 4 or a 5 with mouse, finger or pen")
	p.says(heard, "By keyboard, the dial “test digit”")
	p.five()
	p.says(heard, "No network has learned 4v5 yet: whether this is a 4 or a 5 they are asked from iteration 120 on.")
	if now := p.text(`driftlab.about().then((a) => a.hash + a.command)`); now != hash {
		t.Errorf("the run is %s, was %s", now, hash)
	}
	p.run(`driftlab.step(241)`) // and the last network is kept
	p.says(heard, "Asked whether this is a 4 or a 5, after 4 tasks ncl says ")
	p.says(heard, "Of the 3 networks kept since 4v5 was learned, ")
	p.settle()
	before := p.drawn()
	p.click("Clear")
	p.repaints(before)
	p.five()
	p.says(heard, "Asked whether this is a 4 or a 5, after 4 tasks ncl says ")
	p.run(`driftlab.set({probe: "1v7"})`)
	p.says(heard, "Asked whether this is a 1 or a 7")
	p.run(`driftlab.reset()`)
	p.says(heard, "No network has learned 1v7 yet")

	p.run(`driftlab.set({digit: 3})`)
	p.says(heard, "Draw a 1 or a 7")
	p.wait(`!` + inked)
	p.strokes([][2]float64{{0.5, 0.5}, {0.5, 0.5}})
	p.says(mistaken, "That is no more than a dot: draw a digit, about as large as the canvas.")
	p.wait(`!document.querySelector("` + heard + `").checkVisibility()`)
	p.five() // over it
	p.says(heard, "No network has learned 1v7 yet")
	p.wait(`!document.querySelector("` + mistaken + `").checkVisibility()`)
	for row := 0.04; row < 1; row += 0.08 {
		p.strokes([][2]float64{{0.02, row}, {0.98, row}})
	}
	p.says(mistaken, "clear the canvas and draw one digit.")
	p.is(inked)
	p.click("Clear")
	p.says(heard, "Draw a 1 or a 7")
	p.is(`!` + inked + ` && !document.querySelector("` + mistaken + `").checkVisibility()`)
	p.is(`driftlab.state().step === 0 && driftlab.state().error === ""`)
}

// A finger draws, and does not scroll the page.
func TestAFingerDraws(t *testing.T) {
	t.Parallel()
	site := serve(t, late(`/view\.`))
	p := newTab(t)
	p.do(screen(390, 844, 2, true), fingers())
	p.visitEarly(site + "#v=1&scene=stability&preset=toy&paused=1")
	p.says(heard, "Draw a 4 or a 5")
	x, y := p.sheet(0.5, 0.1)
	top := p.number(`scrollY`)
	toX, toY := p.sheet(0.5, 0.9)
	p.do(swipe(x, y, toX, toY))
	p.says(heard, "No network has learned 4v5 yet")
	if now := p.number(`scrollY`); math.Abs(now-top) > 1 {
		t.Errorf("the page has scrolled from %v to %v", top, now)
	}
	// Another run has no drawing.
	p.choose("stability-preset", "live")
	p.wait(param("preset") + ` === "live"`)
	p.says(heard, "Draw a 4 or a 5")
	p.wait(`!` + inked)
}

// A script draws, and the page shows it.
func TestDrawByScript(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=stability&preset=toy&paused=1")
	const bar = `Uint8Array.from({length: 784}, (_, i) => i % 28 > 12 && i % 28 < 16 && i > 100 && i < 700 ? 255 : 0)`
	p.is(`driftlab.draw(` + bar + `).then((said) => said.startsWith("No network has learned 4v5 yet"))`)
	p.says(heard, "No network has learned 4v5 yet")
	p.is(inked)
	p.run(`window.settled = ` + settled)
	for ink, want := range map[string]string{
		`new Uint8Array(784)`:           `there is no ink: draw a digit`,
		`new Uint8Array(9)`:             `draw: a drawing is 28 × 28 bytes, not 9`,
		`Array(784).fill(255)`:          `there is more ink than the lines of a digit have: clear the canvas and draw one digit`,
		`Array(784).fill(-1)`:           `draw: a drawing is to be its bytes, row after row, not a list`,
		`"five"`:                        `draw: a drawing is to be its bytes, row after row, not "five"`,
		`new Uint8Array(9).fill(1e300)`: `draw: a drawing is 28 × 28 bytes, not 9`,
	} {
		if said := p.text(fmt.Sprintf(`settled(() => driftlab.draw(%s))`, ink)); said != want {
			t.Errorf("%s: %q, want %q", ink, said, want)
		}
	}
	p.says(heard, "No network has learned 4v5 yet")
	p.run(`driftlab.draw([])`)
	p.says(heard, "Draw a 4 or a 5")
	p.is(`!` + inked)
}
