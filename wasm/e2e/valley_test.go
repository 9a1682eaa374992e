package e2e

import (
	"math"
	"testing"

	"github.com/chromedp/chromedp"
)

// The crowd's survival is close to theory.
func TestCrowd(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=valley&preset=crowd&paused=1")
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
	before := p.file("png")
	x, y := p.inPicture(0.3, 0.3)
	p.do(chromedp.MouseClickXY(x, y), hover(1, 1))
	p.repaints(before)

	p.settle()
	before = p.file("png")
	p.run(`document.querySelector("[data-poke] [name=x]").value = "-1"`)
	p.click("Drop a walker")
	p.repaints(before)

	before = p.file("png")
	p.run(`driftlab.set({look: "surface"})`)
	p.repaints(before)
	turn := p.text(param("turn"))
	x, y = p.inPicture(0.3, 0.4)
	p.do(hover(x, y), press(x, y), hover(x+30, y), hover(x+80, y+5), hover(x+120, y+5), release(x+120, y+5), hover(1, 1))
	p.wait(param("turn") + ` !== ` + quote(turn))
	p.wait(`location.hash.includes("turn=" + ` + param("turn") + `)`)
	p.wait(`document.getElementById("valley-turn").value === ` + param("turn"))
	p.is(`driftlab.state().step === 50`)
}

// settle waits until the picture stays the same.
func (p *tab) settle() {
	p.t.Helper()
	for last := ""; ; {
		now := p.file("png")
		if now == last {
			return
		}
		last = now
	}
}
