package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
)

// On a telephone, and on a page at twice its size, Play and the caption are always within
// reach, and what the page asks stands above the picture.
func TestWithinReach(t *testing.T) {
	t.Parallel()
	p := open(t, "#v=1&scene=track&preset=tiny&edition=2&paused=1")
	p.run(`driftlab.step(20)`)
	for _, size := range [][2]int64{{390, 844}, {320, 568}, {844, 390}, {640, 360}} {
		p.do(screen(size[0], size[1], 1, true))
		p.wait(fmt.Sprintf(`innerWidth === %d && innerHeight === %d`, size[0], size[1]))
		p.is(`document.scrollingElement.scrollWidth <= innerWidth`)
		for _, down := range []string{"0", "700", "1e6"} {
			p.run(fmt.Sprintf(`scrollTo({top: %s, behavior: "instant"})`, down))
			for _, s := range []string{"[data-do=play]", "#caption", "#step", "#phase"} {
				if !p.truth(fmt.Sprintf(`((r) => r.top >= 0 && r.left >= 0 && r.bottom <= innerHeight && r.right <= innerWidth && r.height > 10)(document.querySelector(%q).getBoundingClientRect())`, s)) {
					t.Errorf("%v, scrolled to %s: %s is out of reach", size, down, s)
				}
			}
			p.is(`document.querySelector(".hold").offsetHeight < innerHeight / 3`)
		}
	}
	for _, scene := range exhibits() {
		p.run(`driftlab.open(` + quote(scene) + `, {})`)
		p.do(screen(1280, 720, 1, false))
		p.wait(`innerWidth === 1280`)
		p.wait(`((shown) => shown.length === 1 && shown[0].textContent.endsWith("?") && shown[0].dataset.question === ` + quote(scene) + ` &&
			shown[0].getBoundingClientRect().bottom <= document.querySelector("#picture").getBoundingClientRect().top + 1)
			([...document.querySelectorAll(".question")].filter((e) => e.checkVisibility()))`)
		p.wait(`((r) => r.height > 10 && r.bottom <= innerHeight)(document.querySelector("#phase").getBoundingClientRect())`)
	}
}

// truth is whether an expression holds.
func (p *tab) truth(js string) bool {
	p.t.Helper()
	return p.eval[bool](js)
}

// With a projector the controls step aside, and the caption is as large as the picture's letters.
func TestProjector(t *testing.T) {
	t.Parallel()
	p := open(t, "#v=1&scene=track&preset=tiny&edition=2&paused=1")
	const shown = `document.getElementById("side").checkVisibility()`
	const large = `parseFloat(getComputedStyle(document.getElementById("caption")).fontSize) >= 0.026 * document.getElementById("picture").clientHeight`
	p.do(screen(1280, 720, 1, false))
	p.is(shown)
	p.run(`location.hash += "&theme=projector"`)
	for _, size := range [][2]int64{{1024, 768}, {1280, 720}, {1600, 900}, {1920, 1080}} {
		p.do(screen(size[0], size[1], 1, false))
		p.wait(fmt.Sprintf(`innerWidth === %d && !%s && %s`, size[0], shown, large))
		p.is(`document.getElementById("panel").checkVisibility() && document.querySelector("[data-do=play]").checkVisibility()`)
		p.is(`document.getElementById("picture").clientWidth > 0.9 * innerWidth`)
	}
	p.click("Controls")
	p.wait(shown)
	p.is(`document.getElementById("panel").ariaExpanded === "true"`)
	p.press("p")
	p.wait(`!` + shown)
	p.click("Theme")
	p.wait(shown)
}

// The drift panel stays at every size that is projected: its snapshots can be picked. Beside
// the maps there is a button that holds the order of their rows.
func TestDriftAtEverySize(t *testing.T) {
	t.Parallel()
	p := open(t, "#v=1&scene=track&preset=tiny&edition=2&paused=1")
	p.run(`driftlab.step(400)`)
	for _, c := range []struct {
		w, h  int64
		theme string
	}{{1024, 768, "light"}, {1024, 768, "projector"}, {1280, 720, "dark"}, {1280, 720, "projector"}} {
		p.do(screen(c.w, c.h, 1, false))
		for !p.truth(`document.documentElement.dataset.theme === ` + quote(c.theme)) {
			p.press("t")
		}
		p.run(`driftlab.set({order: -1, freeze: false})`)
		p.settle()
		if !p.finds(param("order")+` !== "-1"`, [4]float64{0.3, 0.25, 0.98, 0.98}) {
			t.Errorf("%v: no snapshot to be picked", c)
		}
		if !p.finds(param("freeze")+` === "true"`, [4]float64{0.2, 0.02, 0.55, 0.45}) {
			t.Errorf("%v: no button to hold the rows", c)
		}
	}
}

// finds clicks what can be clicked in a part of the picture (from x, y, to x, y, as shares) until
// something holds.
func (p *tab) finds(js string, in [4]float64) bool {
	p.t.Helper()
	const drawn = `new Promise((done) => setTimeout(done, 60))`
	for y := in[1]; y <= in[3]; y += 0.025 {
		for x := in[0]; x <= in[2]; x += 0.06 {
			px, py := p.inPicture(x, y)
			p.do(hover(px, py))
			p.run(drawn)
			if !p.truth(`document.querySelector("#picture iframe").contentDocument.querySelector("canvas").style.cursor === "pointer"`) {
				continue
			}
			p.do(chromedp.MouseClickXY(px, py))
			for range 20 {
				if p.truth(js) {
					return true
				}
				p.run(drawn)
			}
		}
	}
	return false
}

// What is said fits the task: without a corridor none is spoken of.
func TestWordsOfTheTask(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&paused=1")
	const words = `[...document.querySelectorAll("article:not([hidden]) .words p, article:not([hidden]) figcaption")].filter((e) => e.checkVisibility()).map((e) => e.innerText).join(" ")`
	p.wait(words + `.includes("An agent runs")`)
	p.is(`!` + words + `.includes("there is no corridor")`)
	p.run(`driftlab.open("track", {preset: "tiny"})`)
	p.wait(words + `.includes("there is no corridor")`)
	p.is(`!` + words + `.includes("An agent runs") && !` + words + `.includes("the next view") && !` + words + `.includes("walking left")`)
}
