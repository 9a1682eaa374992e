package e2e

import (
	"fmt"
	"testing"
)

// Networks side by side come to the same whether their steps are taken in one worker or in several.
func TestNetworksOnAllProcessors(t *testing.T) {
	for address, steps := range map[string]int{
		"scene=rules&preset=five&edition=2":         3000,
		"scene=stability&preset=toy&iterations=300": 700, // two tasks are learned on the way
		"scene=sticky&preset=toy&train=3000":        700,
		"scene=sticky&preset=toy&grid=search":       12, // whole runs
	} {
		site := serve(t, late(`/view\.`))
		open := func(cores int, more string) *tab {
			p := newTab(t)
			p.cores(cores)
			p.visitEarly(site + "#v=1&" + address + "&tempo=max" + more)
			return p
		}
		several := open(3, "&play=1")
		several.workers(3)
		several.wait(fmt.Sprintf(`driftlab.state().step > %d`, steps))
		several.run(`driftlab.pause()`)
		steps := int(several.number(`driftlab.state().step`))
		one := open(1, "&paused=1")
		one.workers(1)
		for left := steps; left > 0; left -= 10000 {
			one.run(fmt.Sprintf(`driftlab.step(%d)`, min(left, 10000)))
		}
		if got, want := several.text(trialHash), one.text(trialHash); got != want {
			t.Errorf("%s: at step %d hash %s in three workers, %s in one", address, steps, got, want)
		}
		several.quiet()
	}
}

// One click opens a run of the track beside itself, with one dial changed.
func TestBesideItself(t *testing.T) {
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&seed=5&rate=0.2&paused=1")
	p.click("A/B: beside itself")
	p.wait(`driftlab.state().scene === "rules"`)
	p.is(`driftlab.state().params.nets === "2" && driftlab.state().params.seed === "5" && driftlab.state().params["a-rate"] === "0.2"`)
	p.is(`driftlab.state().params["b-rate"] === "0.2" && driftlab.state().params["b-noise-kind"] === "none"`)
	p.says("#said", "B is the same network without noise.")
	p.quiet()
}

// The controls have a part for each network that there is.
func TestPartsOfTheControls(t *testing.T) {
	p := openEarly(t, "#v=1&scene=rules&preset=twice&edition=2&paused=1")
	shown := `[...document.querySelectorAll("[data-exhibit=rules] details.part")].filter((d) => !d.hidden).map((d) => d.querySelector("summary").textContent).join()`
	p.is(shown + ` === "Network A,Network B"`)
	p.run(`driftlab.set({nets: 3})`)
	p.wait(shown + ` === "Network A,Network B,Network C"`)
	p.is(`driftlab.state().measures["c-active_units"] > 0 && !("d-loss" in driftlab.state().measures)`)
	p.quiet()
}
