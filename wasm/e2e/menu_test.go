package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// openMenu opens the menu of exhibits by its button, if it is closed.
func (p *tab) openMenu() {
	p.t.Helper()
	p.run(`document.getElementById("exhibits").hidden && document.getElementById("menu").click()`)
	p.is(`document.getElementById("exhibits").checkVisibility() && document.getElementById("menu").ariaExpanded === "true"`)
}

// nine fills the menu with nine exhibits in three groups.
const nine = `(() => {
	const panel = document.getElementById("exhibits");
	const groups = ["Drift", "Continual learning", "Recurrent networks"].map((name) => {
		const group = panel.children[0].cloneNode(true);
		const [link] = group.querySelectorAll("li");
		link.querySelector("a").removeAttribute("aria-current");
		link.querySelector("span").textContent = "A network of many units learns one task after another, and what it knew of the first one fades.";
		group.querySelector("p").textContent = name;
		group.querySelector("ul").replaceChildren(...[0, 1, 2].map(() => link.cloneNode(true)));
		return group;
	});
	groups[0].querySelector("ul").prepend(...panel.querySelectorAll("li"));
	groups[0].querySelectorAll("li").forEach((li, i) => i > 2 && li.remove());
	panel.replaceChildren(...groups);
})()`

const (
	menuOpen   = `document.getElementById("exhibits").checkVisibility()`
	menuClosed = `!` + menuOpen + ` && document.getElementById("menu").ariaExpanded === "false"`
	onButton   = `document.activeElement.id === "menu"`
)

// onLink holds if the link of that number has the focus.
func onLink(i int) string {
	return fmt.Sprintf(`[...document.querySelectorAll("[data-tab]")].indexOf(document.activeElement) === %d`, i)
}

// Nine exhibits are within reach on every screen, and nothing sticks out sideways.
func TestMenuFits(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&paused=1")
	p.run(nine)
	p.openMenu()
	for theme, sizes := range map[string][][2]int64{
		"dark":      {{320, 568}, {390, 844}, {640, 360}, {1000, 480}, {1280, 720}, {1600, 900}},
		"projector": {{1024, 768}, {1280, 720}, {1920, 1080}},
	} {
		p.run(`location.hash += "&theme=` + theme + `"`)
		p.wait(`document.documentElement.dataset.theme === ` + quote(theme))
		for _, size := range sizes {
			p.do(screen(size[0], size[1], 1, size[0] < 1000))
			p.wait(fmt.Sprintf(`innerWidth === %d && innerHeight === %d`, size[0], size[1]))
			p.run(`(document.getElementById("menu").click(), document.getElementById("menu").click())`)
			if !p.truth(`((e) => e.scrollWidth <= e.clientWidth && ((r) => r.left >= 0 && r.right <= innerWidth && r.bottom <= innerHeight + 1)(e.getBoundingClientRect()))(document.getElementById("exhibits"))`) {
				t.Errorf("%s, %v: the menu does not fit", theme, size)
			}
			p.is(`document.scrollingElement.scrollWidth <= innerWidth`)
			for i := range 9 {
				link := fmt.Sprintf(`document.querySelectorAll("[data-tab]")[%d]`, i)
				p.run(link + `.scrollIntoView({block: "nearest", behavior: "instant"})`)
				if !p.truth(`((e, r) => r.height >= 24 && e.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2)))(` + link + `, ` + link + `.getBoundingClientRect())`) {
					t.Errorf("%s, %v: link %d is out of reach", theme, size, i)
				}
			}
		}
	}
}

// The menu by keyboard: it opens, leads through its links, never holds Tab, and gives the
// focus back.
func TestMenuByKeyboard(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&paused=1")
	p.run(nine)
	p.is(menuClosed)
	p.focus("#menu")
	p.press(kb.Enter)
	p.is(menuOpen + ` && ` + onButton)
	p.is(`document.querySelectorAll("#exhibits [aria-current=page]").length === 1`)
	for _, c := range []struct {
		key string
		at  int
	}{{kb.ArrowDown, 0}, {kb.ArrowDown, 1}, {kb.ArrowUp, 0}, {kb.ArrowUp, 8}, {kb.ArrowDown, 0}, {kb.End, 8}, {kb.Home, 0}, {kb.Tab, 1}} {
		p.press(c.key)
		p.is(onLink(c.at))
	}
	p.press(kb.Escape)
	p.is(menuClosed + ` && ` + onButton)
	p.press(kb.ArrowUp) // opens it too
	p.is(menuOpen + ` && ` + onLink(8))
	p.press(kb.Tab)
	p.is(menuClosed + ` && document.activeElement.matches(".tools *")`)
	p.is(`driftlab.state().step === 0`) // no key was taken for the page's

	p.openMenu()
	p.press(kb.ArrowDown, kb.ArrowDown)
	p.enter()
	p.wait(`driftlab.state().scene === "valley"`)
	p.is(menuClosed + ` && ` + onButton + ` && document.getElementById("menu").textContent.trim() === "Valley"`)
	p.openMenu()
	p.press("1")
	p.wait(`driftlab.state().scene === "track"`)
	p.quiet()
}

// The menu by finger: the button opens and closes it, so does a touch elsewhere, and a link
// leads to its exhibit.
func TestMenuByTouch(t *testing.T) {
	t.Parallel()
	site := serve(t)
	p := newTab(t)
	p.do(screen(390, 844, 2, true))
	p.do(fingers())
	p.visit(site + "#v=1&scene=track&preset=tiny&edition=2&paused=1")
	p.ready()
	p.tapOn(`#menu`)
	p.wait(menuOpen)
	p.tapOn(`#menu`)
	p.wait(menuClosed)
	p.tapOn(`#menu`)
	p.wait(menuOpen)
	p.tapOn(`#picture`)
	p.wait(menuClosed)
	p.tapOn(`#menu`)
	p.wait(menuOpen)
	p.tapOn(`[data-tab=valley]`)
	p.wait(menuClosed + ` && driftlab.state().scene === "valley"`)
}

// enter presses Enter as a keyboard does: what it writes goes to whatever has the focus then,
// unless the page had use for the key itself.
func (p *tab) enter() {
	p.t.Helper()
	down := input.DispatchKeyEventParams{Type: kb.KeyDown, Key: "Enter", Code: "Enter", WindowsVirtualKeyCode: 13, Text: "\r"}
	up := down
	up.Type, up.Text = kb.KeyUp, ""
	p.do(call(input.DispatchKeyEvent, down), call(input.DispatchKeyEvent, up))
}

// tapOn taps the lower part of an element, which a menu above does not cover.
func (p *tab) tapOn(selector string) {
	p.t.Helper()
	at := p.eval[struct{ X, Y float64 }](`((r) => ({X: r.x + r.width / 2, Y: Math.min(r.bottom, innerHeight - 200) - 8}))(document.querySelector(` + quote(selector) + `).getBoundingClientRect())`)
	p.do(tap(at.X, at.Y, 40e6))
}
