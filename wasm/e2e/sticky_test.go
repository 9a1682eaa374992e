package e2e

import (
	"slices"
	"strings"
	"testing"
)

const (
	sticky = `driftlab.state().scene === "sticky"`
	turned = `driftlab.state().params.`
)

// The best trial of a search opens by one click, and Back is the search as it was.
func TestBestTrialOpens(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=sticky&preset=toy&grid=search&trials=12&tempo=max&play=1")
	p.wait(step + ` === 12`)
	p.run(`driftlab.pause()`)
	p.click("Open the best trial, or the chosen one")
	p.wait(turned + `grid === "none" && ` + turned + `a1 !== "0.279"`)
	p.says("#said", "The settings of trial")
	p.is(turned + `units === "24"`)
	p.run(`history.back()`)
	p.wait(turned + `grid === "search" && ` + step + ` === 12`)
	p.says(".notice:not([hidden])", "This run was kept when you left it, at step 12.")
}

// Ranges in which nothing can be found are refused, and the search goes on.
func TestBadRangesOfASearch(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=sticky&preset=toy&grid=search&trials=12&paused=1")
	p.run(`driftlab.step(2)`)
	said := p.text(`driftlab.set({"a1-from": 2}).then(() => "", (error) => error.message)`)
	if !strings.Contains(said, "a1-from and a1-to: a search cannot go from 2 to 1") {
		t.Errorf("it says %q", said)
	}
	p.is(step + ` === 2 && ` + `driftlab.state().params["a1-from"] === "0.1"`)
	p.run(`driftlab.step(1)`)
	p.is(step + ` === 3`)
}

// All of MNIST is fetched when a dial wants it, and not before.
func TestDataThatADialWants(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=sticky&preset=toy&paused=1")
	asked := func() bool {
		return slices.ContainsFunc(p.watch.asked(), func(address string) bool { return strings.Contains(address, "/mnist.") })
	}
	if asked() {
		t.Error("what nobody wants yet has been asked for")
	}
	p.run(`driftlab.set({images: "all"})`)
	p.is(turned + `images === "all"`)
	p.run(`driftlab.step(1)`)
	p.is(step + ` === 1`)
	if !asked() {
		t.Error("nothing was fetched")
	}
	p.quiet()
}

// Helpers that are busy with runs which nobody wants any more are replaced.
func TestHelpersLetGo(t *testing.T) {
	t.Parallel()
	site := serve(t, late(`/view\.`))
	p := newTab(t)
	p.cores(3)
	p.before(`window.made = 0; window.Worker = class extends Worker { constructor(...how) { super(...how); window.made++; } }`)
	p.visitEarly(site + "#v=1&scene=sticky&preset=ablation&units=2000&tempo=max&play=1")
	p.wait(`made === 3`)
	p.run(`new Promise((resolve) => setTimeout(resolve, 2500))`) // until they have been at it for long
	p.run(`driftlab.set({seed: 9})`)
	p.run(`driftlab.play()`)
	p.wait(`made === 5`)
	p.workers(3)
	p.quiet()
}

// What is done of a grid of whole runs is there after a reload.
func TestAGridOutlivesAReload(t *testing.T) {
	t.Parallel()
	site := serve(t, late(`/view\.`))
	p := newTab(t)
	p.before(keptHere)
	p.visitEarly(site + "#v=1&scene=sticky&preset=toy&grid=ablation&seeds=6&tempo=max&play=1")
	p.wait(step + ` > 3`)
	p.wait(keptStep + `.then((n) => n > 0)`)
	p.run(`driftlab.pause()`)
	p.run(`(Object.defineProperty(document, "hidden", {get: () => true, configurable: true}), document.dispatchEvent(new Event("visibilitychange")), delete document.hidden)`)
	p.wait(keptStep + `.then((n) => n === ` + step + `)`)
	before := p.number(step)
	p.run(`(history.replaceState(null, "", "#v=1&scene=sticky&preset=toy&grid=ablation&seeds=6&paused=1"), location.reload())`)
	p.wait(`performance.now() < 60_000 && window.driftlab?.state().scene === "sticky" && ` + step + ` > 0`)
	if after := p.number(step); after != before {
		t.Errorf("before the reload %v runs were done, after it %v are", before, after)
	}
	p.says(".notice:not([hidden])", "Went on with what was computed here before")
}
