package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// slides is a page that embeds the site, and notes what it is told.
const slides = `<!doctype html><title>slides</title><link rel="icon" href="data:,">
<style>body { margin: 0; } iframe { border: 0; display: block; } .far { height: 5000px; }</style>
<input id="mine" autofocus>
<iframe id="small" width="320" height="240" src="./index.html#v=1&scene=%s&preset=%s&embed=1"></iframe>
<div class="far"></div>
<script>
	const heard = [], waiting = new Map();
	let lastID = 0;
	addEventListener("message", ({data}) => {
		heard.push(data);
		if (data.driftlab === "reply") waiting.get(data.id)(data);
	});
	function call(name, ...args) {
		return new Promise((resolve) => {
			waiting.set(++lastID, resolve);
			small.contentWindow.postMessage({driftlab: name, id: lastID, args}, "*");
		});
	}
</script>`

// embed opens a page that embeds an exhibit, and waits until that is ready.
func embed(t *testing.T, scene, preset string) *tab {
	t.Helper()
	site := serve(t, hosting(`^/slides$`, fmt.Sprintf(slides, scene, preset)))
	p := newTab(t)
	p.visit(site + "slides")
	p.wait(`heard.some((m) => m.driftlab === "ready")`)
	return p
}

// Embedded the picture and a foot to play fill any frame; where it is wide enough, the foot says
// caption, step and phase.
func TestEmbedFills(t *testing.T) {
	t.Parallel()
	p := embed(t, "track", "tiny")
	p.is(`document.activeElement.id === "mine"`)
	p.run(`window.inner = small.contentWindow`)
	for _, size := range [][2]int{{320, 240}, {1600, 900}, {480, 800}, {480, 300}, {640, 360}, {320, 240}} {
		p.run(fmt.Sprintf(`[small.width, small.height] = [%d, %d]`, size[0], size[1]))
		p.wait(fmt.Sprintf(`inner.innerWidth === %d && inner.innerHeight === %d`, size[0], size[1]))
		p.is(`inner.document.scrollingElement.scrollWidth <= inner.innerWidth`)
		p.is(`inner.document.scrollingElement.scrollHeight <= inner.innerHeight`)
		p.wait(`(() => {
			const [r, foot] = [".picture", ".hold"].map((s) => inner.document.querySelector(s).getBoundingClientRect());
			return r.left <= 1 && r.top <= 1 && r.right >= inner.innerWidth - 1 && foot.bottom <= inner.innerHeight + 1 &&
				foot.height > 20 && foot.height <= 120 && r.height + foot.height >= inner.innerHeight - 2 && r.height > inner.innerHeight / 2;
		})()`)
		for _, name := range []string{"button[data-do=play]", "button[data-do=step]", "button[data-do=restart]", "a[target=_blank]"} {
			p.is(fmt.Sprintf(`[...inner.document.querySelectorAll(%q)].some((e) => {
				const r = e.getBoundingClientRect();
				return e.checkVisibility() && r.left >= 0 && r.right <= inner.innerWidth && r.width > 0;
			})`, name))
		}
		p.is(fmt.Sprintf(`["#caption", "#step", "#phase"].every((s) => inner.document.querySelector(s).checkVisibility() === %v)`, size[0] >= 480))
		p.is(`!inner.document.querySelector("h1")?.checkVisibility() && !inner.document.querySelector(".tabs").checkVisibility()`)
	}
	p.is(`inner.document.querySelector("#bar-title").textContent.length > 3`)
	p.is(`document.activeElement.id === "mine"`)
}

// Embedded it lives with its parent: it rests unseen, hands on keys, and obeys.
func TestEmbed(t *testing.T) {
	t.Parallel()
	p := embed(t, "track", "tiny")
	p.restsUnseen()
	p.turnsSlides()
	p.obeys()
}

// Out of sight it rests, and goes on when it is seen again.
func (p *tab) restsUnseen() {
	p.wait(`call("state").then((r) => r.value.playing && r.value.step > 3)`)
	p.run(`scrollTo({top: 3000, behavior: "instant"})`)
	p.wait(`call("state").then((r) => !r.value.playing)`)
	step := p.number(`call("state").then((r) => r.value.step)`)
	p.run(`scrollTo({top: 0, behavior: "instant"})`)
	p.wait(fmt.Sprintf(`call("state").then((r) => r.value.playing && r.value.step > %v)`, step))

	// One that the visitor paused stays paused.
	p.run(`call("pause")`)
	p.run(`scrollTo({top: 3000, behavior: "instant"})`)
	p.run(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`)
	p.run(`scrollTo({top: 0, behavior: "instant"})`)
	p.run(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`)
	p.is(`call("state").then((r) => !r.value.playing)`)
}

// Keys that the page has no use for turn the parent's slides.
func (p *tab) turnsSlides() {
	p.run(`call("pause")`)
	into := []string{`small.focus()`, `small.contentDocument.querySelector("iframe").contentWindow.focus()`}
	for _, focus := range into {
		p.run(focus)
		for name, key := range map[string]string{"PageDown": kb.PageDown, "PageUp": kb.PageUp, "Escape": kb.Escape, "ArrowRight": kb.ArrowRight} {
			p.run(`heard.length = 0`)
			p.press(key)
			p.wait(fmt.Sprintf(`heard.some((m) => m.driftlab === "key" && m.key === %q)`, name))
		}
		p.press(" ")
		p.wait(`call("state").then((r) => r.value.playing)`)
		p.press(" ")
		p.wait(`call("state").then((r) => !r.value.playing)`)
	}
}

// The parent commands it by messages, as scripts in the page do by calls.
func (p *tab) obeys() {
	p.is(`call("pause").then((r) => !r.error)`)
	p.is(`call("open", "valley", {walkers: 5}).then((r) => !r.error)`)
	p.is(`call("step", 40).then((r) => !r.error)`)
	p.is(`call("state").then(({value}) => value.scene === "valley" && value.step === 40 && value.params.walkers === "5" && !value.playing)`)
	p.is(`call("set", {noise: 7}).then((r) => r.error === "noise: 7 is outside [0, 1]")`)
	p.is(`call("set", {noise: 0.5}).then((r) => !r.error)`)
	p.is(`call("link").then((r) => r.value.endsWith("#v=1&scene=valley&preset=paper&seed=1&noise=0.5&walkers=5"))`)
	p.is(`call("export", "csv").then((r) => r.value.text()).then((text) => text.startsWith("# driftlab: ") && text.includes("\n# seed: 1\n") && text.includes("\nstep,alive"))`)
	p.is(`call("export", "png").then((r) => r.value.size > 1000)`)
	p.is(`call("reset").then(() => call("state")).then((r) => r.value.step === 0)`)
	p.is(`call("play").then((r) => !r.error)`)
	p.wait(`call("state").then((r) => r.value.step > 3)`)
}
