package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp/kb"
)

const step = `driftlab.state().step`

// The open exhibit's tab does nothing to the run, by hand or by key.
func TestOpenTabIsInert(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&noise=0.1&paused=1")
	p.run(`driftlab.step(500)`)
	history := p.number(`history.length`)
	p.run(`document.querySelector("[data-tab=track]").click()`)
	p.openMenu()
	p.focus(`[data-tab=track]`)
	p.press(kb.Enter)
	p.press("1")
	p.run(`driftlab.step(1)`)
	p.is(step + ` === 501 && ` + param("noise") + ` === "0.1"`)
	p.is(fmt.Sprintf(`history.length === %v`, history))

	// Asked for while another is opening, it stays: the last wish wins.
	p.press("2")
	p.press("1")
	p.run(`driftlab.step(1)`)
	p.is(step + ` === 502`)
	p.workers(1)
}

// A run that another took the place of is found again, paused, to the bit: by its tab and by
// the browser's Back and Forward.
func TestKept(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&seed=9&noise=0.1&paused=1")
	p.run(`driftlab.step(3000)`)
	p.run(`driftlab.set({noise: 0.2})`)
	p.run(`driftlab.step(21)`)
	before := p.text(`driftlab.about().then((a) => JSON.stringify(a))`)
	back := func(how, js string) {
		t.Helper()
		p.run(js)
		p.wait(`driftlab.state().scene === "track" && ` + param("preset") + ` === "tiny" && ` + step + ` === 3021`)
		if after := p.text(`driftlab.about().then((a) => JSON.stringify(a))`); after != before {
			t.Errorf("%s leads to\n%s, not\n%s", how, after, before)
		}
		p.is(`!driftlab.state().playing`)
		p.says("#notice", "kept when you left it, at step 3,021. It is paused.")
		p.agree("track", map[string]string{"noise": "0.2", "seed": "9"})
		p.workers(1)
	}

	p.press("2")
	p.wait(`driftlab.state().scene === "valley" && ` + step + ` > 10`)
	p.run(`driftlab.pause()`)
	valley := p.number(step)
	p.wait(`location.hash.includes("scene=valley")`)
	back("Back", `history.back()`)
	p.run(`history.forward()`)
	p.wait(fmt.Sprintf(`driftlab.state().scene === "valley" && %s === %v`, step, valley))
	back("the tab", `document.querySelector("[data-tab=track]").click()`)
	p.press("2")
	p.wait(fmt.Sprintf(`driftlab.state().scene === "valley" && %s === %v`, step, valley))
	p.press("1")
	back("the key", `0`)

	// Another preset is another run; so is a saved run, and an address that the visitor writes.
	p.choose("track-preset", "lecture")
	p.wait(param("preset") + ` === "lecture" && location.hash.includes("preset=lecture")`)
	back("Back from a preset", `history.back()`)
	_, file := saveNatively(t, kept[2].address)
	p.load(file)
	p.wait(`location.hash.includes("scene=valley")`)
	back("Back from a saved run", `history.back()`)
	p.run(`location.hash = "#scene=valley&walkers=7&paused=1"`)
	p.agree("valley", map[string]string{"walkers": "7"})
	back("Back from an address", `history.back()`)

	// It goes on, and the word goes.
	p.click("Play")
	p.wait(step + ` > 3100`)
	p.quiet()
}

// So in the offline file from a disk.
func TestKeptInFile(t *testing.T) {
	t.Parallel()
	p := newTab(t)
	p.visitEarly("file://" + offlineFile(t) + "#v=1&scene=track&preset=tiny&edition=2&seed=9&paused=1")
	p.run(`driftlab.step(3000)`)
	p.press("2")
	p.wait(`driftlab.state().scene === "valley" && location.hash.includes("scene=valley")`)
	p.press("1")
	p.wait(`driftlab.state().scene === "track" && ` + step + ` === 3000`)
	p.wait(`location.hash.includes("scene=track")`)
	p.run(`history.go(-2)`)
	p.says("#notice", "kept when you left it, at step 3,000")
	p.is(`driftlab.state().scene === "track" && ` + step + ` === 3000 && !driftlab.state().playing`)
}

// A long run that begins anew, by a key or a dial, is found by Back.
func TestKeptBeforeRestart(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&seed=9&paused=1")
	for i, again := range []func(){
		func() { p.press("r") },
		func() { p.press("n") },
		func() { p.choose("track-init", "lazy") },
	} {
		p.run(`driftlab.step(2000)`)
		again()
		p.wait(step + ` === 0`)
		p.run(`history.back()`)
		p.wait(fmt.Sprintf(`%s === %d && %s === "9" && %s === "rich"`, step, 2000*(i+1), param("seed"), param("init")))
		p.says("#notice", "kept when you left it")
	}
}

// A run that is no longer in memory, as after a reload, starts anew from its address.
func TestKeptNoMore(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&seed=9&paused=1")
	p.run(`driftlab.step(100)`)
	p.run(`driftlab.open("valley", {walkers: 7})`)
	p.wait(`location.hash.includes("walkers=7")`)
	p.run(`location.reload()`)
	p.wait(`window.driftlab?.state().scene === "valley"`)
	p.run(`history.back()`)
	p.wait(`driftlab.state().scene === "track" && ` + param("seed") + ` === "9"`)
	p.is(step + ` === 0`)
}

// Once loaded, the page needs no network: exhibits, presets and saved runs open, with pictures.
func TestNoNetwork(t *testing.T) {
	t.Parallel()
	p := open(t, "#v=1&scene=track&preset=tiny&edition=2&paused=1")
	_, file := saveNatively(t, kept[2].address)
	p.offline()
	asked := len(p.watch.asked())
	p.press("2")
	p.wait(`driftlab.state().scene === "valley" && ` + step + ` > 5`)
	p.picture()
	p.run(`driftlab.open("track", {preset: "fig2"})`)
	p.picture()
	p.is(param("preset") + ` === "fig2"`)
	if said := p.load(file); said != "" {
		t.Error(said)
	}
	p.picture()
	p.is(step + ` === 150 && driftlab.state().error === ""`)
	for _, address := range p.watch.asked()[asked:] {
		if address[:5] != "blob:" && address[:5] != "data:" && address[:6] != "about:" {
			t.Errorf("it asked for %.100s", address)
		}
	}
	p.quiet()
}

// A run that can't start leaves the one before it running, and says so.
func TestInVainGoesOn(t *testing.T) {
	t.Parallel()
	site := serve(t, late(`/view\.`))
	p := newTab(t)
	p.before(`window.Worker = class extends Worker {
		constructor(...args) {
			super(window.broken ? "data:text/javascript," : args[0]); // which the page's policy forbids
		}
	}`)
	p.expect(`Content Security Policy`)
	p.visitEarly(site + "#v=1&scene=track&preset=tiny&edition=2&tempo=fixed&speed=100")
	p.wait(step + ` > 10`)
	p.run(`window.broken = true`)
	before := p.number(step)
	p.press("2")
	p.says("[role=alert]", "The present run goes on.")
	p.wait(fmt.Sprintf(`driftlab.state().scene === "track" && driftlab.state().playing && %s > %v`, step, before))
	p.is(`driftlab.open("valley").then(() => false, (error) => error.message.includes("The present run goes on."))`)
	p.run(`location.hash = "#scene=valley&walkers=3"`)
	p.wait(`location.hash.includes("scene=track")`)
	p.wait(fmt.Sprintf(`driftlab.state().scene === "track" && driftlab.state().playing && %s > %v`, step, before))
	p.workers(1)
	p.run(`window.broken = false`)
	p.press("2")
	p.wait(`driftlab.state().scene === "valley" && ` + step + ` > 5`)
	p.quiet()
}

// offline cuts the tab off from the network.
func (p *tab) offline() {
	p.t.Helper()
	p.do(call(network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Offline: true, DownloadThroughput: -1, UploadThroughput: -1}},
	}))
}
