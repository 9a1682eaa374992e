package e2e

import (
	"fmt"
	"math"
	"testing"

	"github.com/chromedp/chromedp"
)

// The crowd's survival is close to theory.
func TestCrowd(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=valley&preset=crowd&edition=2&paused=1")
	for range 2 {
		p.run(`driftlab.step(10000)`)
		p.run(`driftlab.step(10000)`)
		alive, theory := p.number(`driftlab.state().measures.alive`), p.number(`driftlab.state().measures.alive_theory`)
		if !(math.Abs(alive-theory) < 0.03) || theory > 0.95 || theory < 0.2 {
			t.Errorf("at step %v %v of the crowd is alive, in theory %v", p.number(`driftlab.state().step`), alive, theory)
		}
	}
	p.says(".caption", "theory")
}

// A click on the map drops a walker; the surface is turned by dragging.
func TestValleyByHand(t *testing.T) {
	t.Parallel()
	p := open(t, "#v=1&scene=valley&paused=1&walkers=3")
	p.run(`driftlab.step(50)`)
	p.run(`document.querySelector("#picture").scrollIntoView({block: "center", behavior: "instant"})`)
	p.settle()
	before := p.drawn()
	x, y := p.inPicture(0.3, 0.3)
	p.do(chromedp.MouseClickXY(x, y), hover(1, 1))
	p.repaints(before)

	p.settle()
	before = p.drawn()
	p.run(`document.querySelector("[data-poke] [name=x]").value = "-1"`)
	p.click("Drop a walker")
	p.repaints(before)

	before = p.drawn()
	p.run(`driftlab.set({picture: "surface"})`)
	p.repaints(before)
	azimuth := p.text(param("azimuth"))
	x, y = p.inPicture(0.3, 0.4)
	p.do(hover(x, y), press(x, y), hover(x+30, y), hover(x+80, y+5), hover(x+120, y+5), release(x+120, y+5), hover(1, 1))
	p.wait(param("azimuth") + ` !== ` + quote(azimuth))
	p.wait(`location.hash.includes("azimuth=" + ` + param("azimuth") + `)`)
	p.wait(`document.getElementById("valley-azimuth").value === ` + param("azimuth"))
	p.is(`driftlab.state().step === 50`)
}

// The map is no taller than the screen, upright or on its side.
func TestTheMapFitsTheScreen(t *testing.T) {
	t.Parallel()
	p := open(t, "#v=1&scene=valley&paused=1")
	const plots = 4 * 208 // below the map in a column
	for _, c := range []struct{ w, h, below int64 }{
		{390, 844, plots}, {320, 568, plots}, {844, 390, 0}, {640, 360, 0}, {568, 320, 0},
	} {
		p.do(chromedp.EmulateViewport(c.w, c.h))
		p.wait(fmt.Sprintf(`innerWidth === %d && (({top, height}) => height - %d > 130 && top + scrollY + height - %d <= innerHeight)
			(document.getElementById("picture").getBoundingClientRect())`, c.w, c.below, c.below))
		if c.below == 0 {
			p.is(`document.getElementById("picture").getBoundingClientRect().bottom <= document.querySelector(".hold").getBoundingClientRect().top + 1`)
		}
	}
}

// When all have flown off the run is over: it pauses, and steps no longer count.
func TestAllFlownOff(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=valley&rate=1&x0=3&y0=0.5&walkers=2&play=1")
	p.says(".caption", "all flown off: nothing is left to move")
	p.says("#problem", "Lower the learning rate, or start nearer to the corner")
	p.wait(`!driftlab.state().playing`)
	step := p.number(`driftlab.state().step`)
	p.run(`driftlab.step(5)`)
	if now := p.number(`driftlab.state().step`); now != step || step > 20 {
		t.Errorf("five steps on it is step %v, after %v", now, step)
	}
}

// Where theory does not hold there is none: in the table, and with a word in the caption.
func TestTheoryEndsWhereItDoesNotHold(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=valley&paused=1")
	p.run(`driftlab.step(10000)`)
	p.says(".caption", "(theory ")
	p.run(`driftlab.step(10000)`)
	p.run(`driftlab.step(1000)`)
	p.says(".caption", "theory holds for small steps only: σ√(ηt) is 0.41, not below 0.4")
	p.wait(`driftlab.state().measures.alive_theory === undefined`)
	p.wait(`driftlab.export("csv").then((blob) => blob.text()).then((text) => text.trim().split("\n").pop().split(",")[2] === "NaN")`)
}

// settle waits until the picture stays the same.
func (p *tab) settle() {
	p.t.Helper()
	for last := ""; ; {
		now := p.drawn()
		if now == last {
			return
		}
		last = now
	}
}
