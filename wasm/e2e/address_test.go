package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
)

// The address, the controls and the state say the same, whoever changes something.
func TestAddressControlsState(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&seed=9&noise=0.1&paused=1")
	p.agree("track", map[string]string{"preset": "tiny", "seed": "9", "noise": "0.1", "units": "100", "task": "random"})

	p.run(`driftlab.set({noise: 0.2, units: 64})`)
	p.agree("track", map[string]string{"noise": "0.2", "units": "64", "seed": "9"})
	p.wait(`location.hash.includes("noise=0.2") && location.hash.includes("units=64")`)

	p.run(`driftlab.step(30)`)
	before := p.text(`JSON.stringify(driftlab.state())`)
	p.do(chromedp.Reload())
	p.wait(`window.driftlab?.state().scene`)
	p.run(`driftlab.step(30)`)
	if after := p.text(`JSON.stringify(driftlab.state())`); after != before {
		t.Errorf("after a reload the same steps lead to\n%s, not\n%s", after, before)
	}

	p.run(`location.hash = "#scene=valley&walkers=7&x0=-1.5&paused=1"`)
	p.wait(`driftlab.state().scene === "valley"`)
	p.agree("valley", map[string]string{"preset": "paper", "walkers": "7", "x0": "-1.5", "picture": "map"})
	p.wait(`location.hash.startsWith("#v=1&scene=valley&preset=paper")`)
	p.run(`history.back()`)
	p.wait(`driftlab.state().scene === "track"`)
	p.agree("track", map[string]string{"noise": "0.2", "units": "64", "seed": "9"})
}

// timers lets a test do at once what the page has put off: later.forEach((f) => f()).
const timers = `(() => {
	const [set, clear] = [setTimeout, clearTimeout];
	window.later = new Map();
	window.setTimeout = (f, ...rest) => {
		const id = set(f, ...rest);
		later.set(id, f);
		return id;
	};
	window.clearTimeout = (id) => {
		later.delete(id);
		clear(id);
	};
})()`

// An address that the visitor writes is followed, even when the page writes its own before
// it has heard of that.
func TestAddressAtTheSameTime(t *testing.T) {
	t.Parallel()
	site := serve(t, late(`/view\.`))
	p := newTab(t)
	p.before(timers)
	p.visitEarly(site + "#v=1&scene=track&preset=tiny&edition=2&paused=1")
	p.run(`driftlab.set({noise: 0.11})`)
	p.run(`(() => {
		location.hash = "#paused=1&scene=valley";
		later.forEach((f) => f());
	})()`)
	p.wait(`driftlab.state().scene === "valley"`)
}

// A query is understood as well, and moves into the hash.
func TestQuery(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "?scene=track&units=64&paused=1")
	p.agree("track", map[string]string{"units": "64", "preset": "lecture"})
	p.wait(`location.search === "" && location.hash.includes("units=64")`)
	p.is(`driftlab.state().playing === false`)
}

// A link leads to the same run: two tabs count the same numbers.
func TestLink(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&seed=9&noise=0.1&paused=1")
	p.run(`driftlab.set({rate: 0.05, init: "lazy", tempo: "max"})`)
	link := p.text(`driftlab.link()`)
	p.run(`driftlab.step(300)`)
	if now := p.text(`driftlab.link()`); now != link {
		t.Errorf("steps changed the link from %s to %s", link, now)
	}

	q := newTab(t)
	q.visitEarly(link)
	q.wait(`driftlab.state().playing`)
	q.run(`driftlab.pause()`)
	q.run(`driftlab.reset()`)
	q.is(`driftlab.state().step === 0`)
	q.run(`driftlab.step(300)`)
	for _, what := range []string{`JSON.stringify(driftlab.state())`, `driftlab.link()`} {
		if a, b := p.text(what), q.text(what); a != b {
			t.Errorf("%s is here\n%s, there\n%s", what, a, b)
		}
	}
	if a, b := plain(p.file("csv")), plain(q.file("csv")); a != b {
		t.Errorf("the table is here\n%s, there\n%s", a, b)
	}
}

// agree waits until state, controls and link hold these values.
func (p *tab) agree(scene string, values map[string]string) {
	p.t.Helper()
	p.wait(fmt.Sprintf(`driftlab.state().scene === %q && document.querySelector("[data-tab=%s]").ariaCurrent === "page"`, scene, scene))
	for name, value := range values {
		p.wait(fmt.Sprintf(`driftlab.state().params[%q] === %q`, name, value))
		p.wait(fmt.Sprintf(`document.getElementById("%s-%s").value === %q`, scene, name, value))
	}
	p.wait(`location.hash.replace("&paused=1", "") === "#" + driftlab.link().split("#")[1]`)
}
