package e2e

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// deck has the embed in a frame that is not on the screen yet, with a way to show and hide it.
const deck = `<style>
	body { margin: 0; }
	iframe { border: 0; width: 400px; height: 300px; }
	.none { display: none; }
	.far { margin-top: 3000px; }
	.clear { opacity: 0; visibility: hidden; transition: none; }
	.aside { position: absolute; left: 2000px; }
</style>
<body style="overflow-x: hidden">
<div id="slide" class="%s"><iframe id="inner" data-preload src="%sindex.html#scene=track&preset=tiny&embed=1"></iframe></div>`

// show brings the slide on the screen, hide takes it away again.
func (p *tab) show() { p.run(`[slide.dataset.was, slide.className] = [slide.className, ""]`) }
func (p *tab) hide() { p.run(`slide.className = slide.dataset.was`) }

// An embed has not started before it is on the screen, and rests when it leaves it.
func TestUnseen(t *testing.T) {
	for _, how := range []string{"none", "far", "clear", "aside"} {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			p := room(t, fmt.Sprintf(deck, how, ""), late(`/view\.`))
			p.unseen()
		})
	}
}

// So has one of another host, as far as a browser tells it.
func TestUnseenStranger(t *testing.T) {
	for _, how := range []string{"none", "far", "aside"} {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			other := strings.Replace(serve(t, late(`/view\.`)), "127.0.0.1", "localhost", 1)
			p := room(t, fmt.Sprintf(deck, how, other))
			p.expect(`request to another host: ` + other)
			p.unseen()
		})
	}
}

func (p *tab) unseen() {
	p.t.Helper()
	p.wait(`state().then((s) => s.scene === "track")`) // it is open
	p.run(`new Promise((done) => setTimeout(done, 1000))`)
	p.is(`state().then((s) => s.step === 0 && !s.playing)`)
	p.show()
	p.wait(`state().then((s) => s.playing && s.step > 5)`)
	p.hide()
	p.wait(`state().then((s) => !s.playing)`)
	step := p.number(`state().then((s) => s.step)`)
	p.show()
	p.wait(fmt.Sprintf(`state().then((s) => s.playing && s.step > %v)`, step))

	// What the host or the visitor paused, seen or unseen, stays paused.
	p.run(`call("pause")`)
	p.hide()
	p.show()
	p.run(`new Promise((done) => setTimeout(done, 1000))`)
	p.is(`state().then((s) => !s.playing)`)
	p.run(`call("play")`)
	p.hide()
	p.wait(`state().then((s) => !s.playing)`)
	p.run(`call("pause")`)
	p.show()
	p.run(`new Promise((done) => setTimeout(done, 1000))`)
	p.is(`state().then((s) => !s.playing)`)

	// What the host starts unseen starts when it is seen.
	p.hide()
	p.run(`new Promise((done) => setTimeout(done, 1000))`)
	p.run(`call("open", "valley").then(() => call("play"))`)
	p.run(`new Promise((done) => setTimeout(done, 500))`)
	p.is(`state().then((s) => s.step === 0 && s.scene === "valley")`)
	p.show()
	p.wait(`state().then((s) => s.playing && s.step > 5)`)
}

// A host may pause an embed that is still on its way.
func TestPausedEarly(t *testing.T) {
	t.Parallel()
	fault, mend := untilMended(func(w http.ResponseWriter, r *http.Request) bool {
		if matches(`/engine\.`, r) {
			http.Error(w, "not yet", http.StatusServiceUnavailable)
			return true
		}
		return false
	})
	p := room(t, fmt.Sprintf(deck, "", ""), fault, late(`/view\.`))
	p.expect(`503`)
	p.wait(`inner.contentDocument.querySelector("#problem")?.checkVisibility()`)
	p.is(`call("pause").then((r) => !r.error)`)
	mend()
	p.run(`[...inner.contentDocument.querySelectorAll("button")].find((b) => b.textContent === "Try again").click()`)
	p.wait(`state().then((s) => s.scene === "track")`)
	p.run(`new Promise((done) => setTimeout(done, 500))`)
	p.is(`state().then((s) => s.step === 0 && !s.playing)`)
}

// A page in a tab behind others starts when it is looked at, and then goes on unseen.
func TestHiddenTab(t *testing.T) {
	t.Parallel()
	site := serve(t, late(`/view\.`))
	p := newTab(t)
	p.before(`window.unseen = true;
		Object.defineProperty(document, "hidden", {get: () => unseen});
		window.turn = (yes) => { unseen = yes; document.dispatchEvent(new Event("visibilitychange")); }`)
	p.visitEarly(site + "#v=1&scene=track&preset=tiny&edition=2")
	p.run(`new Promise((done) => setTimeout(done, 500))`)
	p.is(`driftlab.state().step === 0 && !driftlab.state().playing`)
	p.run(`turn(false)`)
	p.wait(step + ` > 5`)
	p.run(`turn(true)`)
	before := p.number(step)
	p.wait(fmt.Sprintf(`driftlab.state().playing && %s > %v`, step, before+5))
}

// After a click into the frame the keys are the deck's, which has no code for that.
func TestKeysStayWithTheDeck(t *testing.T) {
	const keys = `<script>
		const keys = [];
		document.addEventListener("keydown", (event) => { keys.push(event.key + "," + event.keyCode + "," + event.isTrusted) });
	</script>`
	for _, host := range []string{"127.0.0.1", "localhost"} {
		t.Run(host, func(t *testing.T) {
			t.Parallel()
			other := strings.Replace(serve(t), "127.0.0.1", host, 1)
			if host == "127.0.0.1" {
				other = ""
			}
			p := room(t, fmt.Sprintf(deck, "", other)+keys)
			if other != "" {
				p.expect(`request to another host: ` + other)
			}
			p.wait(`heard.some((m) => m.driftlab === "ready")`)
			for _, at := range [][2]float64{{200, 100}, {80, 285}, {160, 285}} { // picture, buttons
				p.clickAt(at[0], at[1])
				p.run(`new Promise((done) => setTimeout(done, 300))`)
				for name, key := range map[string]string{"PageDown,34": kb.PageDown, "ArrowRight,39": kb.ArrowRight, "b,66": "b", " ,32": " "} {
					p.run(`keys.length = 0`)
					p.press(key)
					p.wait(fmt.Sprintf(`keys.includes("%s,true")`, name))
				}
			}
			p.is(`!heard.some((m) => m.driftlab === "key")`)
		})
	}
}

// Who comes into the frame by keyboard keeps it there. Keys that the page has no use for go
// to the deck once: as a key if it takes it, else as a message.
func TestKeysHandedOn(t *testing.T) {
	t.Parallel()
	p := room(t, fmt.Sprintf(deck, "", "")+`<script>
		const keys = [];
		let takes = true;
		document.addEventListener("keydown", (event) => {
			keys.push(event.key + "," + event.keyCode);
			if (takes) event.preventDefault();
		});
		addEventListener("message", ({data}) => data.driftlab === "gone" && document.activeElement.blur()); // as EMBEDDING.md has it
	</script>`, late(`/view\.`))
	p.wait(`state().then((s) => s.scene === "track")`)
	p.run(`call("pause")`)
	for _, takes := range []bool{true, false} {
		p.run(fmt.Sprintf(`takes = %v`, takes))
		for name, key := range map[string]string{"PageDown,34": kb.PageDown, "ArrowLeft,37": kb.ArrowLeft, "b,66": "b", "Home,36": kb.Home} {
			p.run(`inner.focus()`)
			p.run(`keys.length = heard.length = 0`)
			p.press(key)
			p.wait(fmt.Sprintf(`keys.length === 1 && keys[0] === %q`, name))
			p.wait(fmt.Sprintf(`heard.filter((m) => m.driftlab === "key").length === %d`, map[bool]int{true: 0, false: 1}[takes]))
		}
	}
	p.press(" ")
	p.wait(`state().then((s) => s.playing)`)

	// Neither a frame that leaves the screen nor one that is unloaded on it keeps the keyboard.
	for _, leave := range []string{`slide.className = "far"`, `slide.className = "none"`, `slide.className = "clear"`, `inner.src = "about:blank"`} {
		p.run(`slide.className = ""`)
		p.wait(`state().then((s) => s.playing)`)
		p.run(`inner.focus()`)
		p.run(leave)
		p.wait(`!inner.contentWindow.driftlab?.state().playing`)
		p.run(`new Promise((done) => setTimeout(done, 300))`)
		p.run(`keys.length = 0`)
		p.press(kb.PageDown)
		p.wait(`keys.includes("PageDown,34")`)
	}
}
