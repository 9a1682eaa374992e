package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Every key of the list does what the list says.
func TestKeys(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&seed=9&paused=1")
	p.press(kb.ArrowRight)
	p.wait(`driftlab.state().step === 1`)
	p.press(".")
	p.wait(`driftlab.state().step === 2`)
	p.press("r")
	p.wait(`driftlab.state().step === 0 && ` + param("seed") + ` === "9"`)
	p.press("n")
	p.wait(param("seed") + ` !== "9"`)
	p.press("f")
	p.wait(param("freeze") + ` === "true"`)
	p.press("F")
	p.wait(param("freeze") + ` === "false"`)

	theme := `getComputedStyle(document.documentElement).backgroundColor + getComputedStyle(document.body).color`
	seen := map[string]bool{}
	for range 3 {
		before := p.text(theme)
		seen[before] = true
		p.press("t")
		p.wait(theme + ` !== ` + quote(before))
	}
	if len(seen) != 3 || !seen[p.text(theme)] {
		t.Errorf("T leads through %d themes", len(seen))
	}

	p.press(" ")
	p.wait(`driftlab.state().playing`)
	p.press(" ")
	p.wait(`!driftlab.state().playing`)

	// Faster than an exhibit can open: the last wish wins.
	for i := range exhibits() {
		p.press(fmt.Sprint(i + 1))
	}
	for i, scene := range exhibits() {
		p.press(fmt.Sprint(i + 1))
		p.wait(`driftlab.state().scene === ` + quote(scene))
	}

	p.run(`driftlab.pause()`)
	p.press("?")
	p.wait(`document.querySelector("dialog").open`)
	for _, words := range []string{"play or pause", "one step", "restart", "new seed", "freeze", "drop a walker", "theme", "exhibits"} {
		p.says("dialog dd", words)
	}
	p.press(" ")
	p.is(`!driftlab.state().playing`)
	p.press(kb.Escape)
	p.wait(`!document.querySelector("dialog").open`)
}

// Keys in a field are the field's.
func TestKeysInFields(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&seed=9&paused=1")
	p.focus("#track-noise")
	p.press("2", "r", "n", " ", kb.ArrowRight)
	p.is(`driftlab.state().step === 0 && !driftlab.state().playing && ` + param("seed") + ` === "9"`)
	p.press(kb.Escape)
	p.wait(`document.getElementById("track-noise").value === "0.06"`)
	p.is(`driftlab.state().scene === "track"`)
}

// reachable are the things that Tab should visit: of radio buttons, one of each group.
const reachable = `[...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
	.filter((e) => e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.tabIndex >= 0 && (e.type !== "radio" || e.checked))`

// Tab visits everything, shows where it is, and comes round.
func TestTab(t *testing.T) {
	for _, scene := range exhibits() {
		t.Run(scene, func(t *testing.T) {
			t.Parallel()
			p := openEarly(t, "#v=1&paused=1&scene="+scene)
			p.run(`document.querySelectorAll("details").forEach((d) => d.open = true)`)
			p.run(`(` + reachable + `).forEach((e, i) => e.dataset.place = i)`)
			count := int(p.number(reachable + `.length`))
			visited := map[string]bool{}
			for range count + 3 {
				p.press(kb.Tab)
				place := p.text(`document.activeElement.dataset.place`)
				if place == "undefined" {
					continue // between the last and the first
				}
				if visited[place] {
					break
				}
				visited[place] = true
				p.is(`(() => {
					const style = getComputedStyle(document.activeElement);
					return document.activeElement.matches(":focus-visible") &&
						(style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 || style.boxShadow !== "none");
				})()`)
			}
			if len(visited) != count {
				t.Errorf("Tab visits %d things of %d; not %s", len(visited), count,
					p.text(reachable+`.filter((e) => !`+quote(visited)+`[e.dataset.place]).map((e) => e.outerHTML.slice(0, 120)).join("\n")`))
			}
			p.press(kb.Tab)
			p.wait(`document.activeElement.dataset.place !== undefined`)
		})
	}
}

// The keyboard leaves the picture, and its keys are the page's.
func TestKeysInPicture(t *testing.T) {
	t.Parallel()
	p := open(t, "#v=1&scene=valley&paused=1")
	into := `document.querySelector("iframe").contentWindow.focus()`
	p.run(into)
	p.is(`document.activeElement.tagName === "IFRAME"`)
	p.press(kb.ArrowRight)
	p.wait(`driftlab.state().step === 1`)
	p.press("?")
	p.wait(`document.querySelector("dialog").open`)
	p.press(kb.Escape)
	p.wait(`!document.querySelector("dialog").open`)

	// In the picture there is one thing to stop at, its canvas.
	for _, back := range []kb.Modifier{0, kb.ModifierShift} {
		p.run(into)
		p.do(chromedp.KeyEvent(kb.Tab+kb.Tab, chromedp.KeyModifiers(back)))
		p.wait(`document.activeElement.tagName !== "IFRAME"`)
	}

	before := p.drawn()
	p.press("d")
	p.repaints(before)
}
