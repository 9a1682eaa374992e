package e2e

import (
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// What a touch of the model did is read out, also when it was a click in the picture; a
// description, when it is asked for; else only phases.
func TestSaid(t *testing.T) {
	t.Parallel()
	p := open(t, "#v=1&scene=valley&paused=1&walkers=3")
	p.is(`document.getElementById("said").matches("[role=status]:not([hidden])")`)
	p.run(`document.querySelector("#picture").scrollIntoView({block: "center", behavior: "instant"})`)
	x, y := p.inPicture(0.3, 0.3)
	p.do(chromedp.MouseClickXY(x, y))
	p.says("#said", "A walker was dropped at x = ")

	p.press("i")
	p.says("#said", "Step 0, paused; phase ")
	p.says("#said", "dropped by hand 1 walker")
	p.run(`driftlab.step(500)`)
	p.click("Describe")
	p.says("#said", "Changed since step 0, when this was last asked: ")
	p.run(`driftlab.play()`)
	p.run(`document.querySelector("iframe").contentWindow.focus()`)
	p.press("i")
	p.wait(`/^Step [\d,]+; phase /.test(document.getElementById("said").textContent)`)

	// In all the page, these are live.
	got := p.text(`[...document.querySelectorAll("[aria-live], [role=status], [role=alert], [role=log], output")]
		.filter((e) => !e.matches(".side .wrong")).map((e) => e.id).sort().join(" ")`)
	if want := "notice phase problem progress-word said stability-heard"; got != want {
		t.Errorf("live are %q, not %q", got, want)
	}
}

// On a phone, where the picture is taller than the screen, it is seen all the same.
func TestSaidOnAPhone(t *testing.T) {
	t.Parallel()
	site := serve(t)
	p := newTab(t)
	p.do(screen(390, 844, 1, true))
	p.visit(site + "#v=1&scene=valley&paused=1")
	p.ready()
	p.toFinger()
	x, y := p.inPicture(0.3, 0.2)
	p.do(tap(x, y, 20*time.Millisecond))
	p.says("#said", "A walker was dropped at x = ")
	p.is(`((r) => r.top > 0 && r.bottom < innerHeight && r.left >= 0 && r.right <= innerWidth)(document.querySelector("#said span").getBoundingClientRect())`)
}

// Words are set only when they change: what is selected stays selected, and what a browser
// has translated stays translated.
func TestWordsStay(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&paused=1")
	p.run(`driftlab.step(20)`)
	p.run(`(() => {
		for (const id of ["caption", "step", "phase", "speed"]) {
			const e = document.getElementById(id);
			const inner = document.createElement("font");
			inner.textContent = "übersetzt: " + e.textContent;
			e.replaceChildren(inner);
		}
		getSelection().selectAllChildren(document.getElementById("caption"));
		window.changes = [];
		new MutationObserver((all) => changes.push(...all.map((m) => m.target.id || m.target.className || m.target.nodeName)))
			.observe(document.body, {subtree: true, childList: true, characterData: true});
	})()`)
	for range 5 {
		p.run(`driftlab.set({freeze: true})`)
		p.run(`driftlab.set({freeze: false})`)
	}
	if got := p.text(`changes.join(" ")`); got != "" {
		t.Errorf("without need, these were set: %s", got)
	}
	p.is(`document.getElementById("caption").textContent.startsWith("übersetzt") && String(getSelection()).startsWith("übersetzt")`)
	p.run(`driftlab.step(300)`)
	p.wait(`document.getElementById("step").textContent === "step 320"`)
}
