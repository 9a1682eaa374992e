package e2e

import (
	"fmt"
	"testing"
	"time"
)

// A run of a sweep opens in track, with its own seed, and Back is the sweep as it was.
func TestARunOfASweepOpens(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=sweep&preset=trial&seed=3&paused=1")
	p.run(`driftlab.step(12)`)
	p.is(step + ` === 12`)
	p.click("Open a run in track")
	p.wait(`driftlab.state().scene === "track"`)
	p.is(turned + `seed === "30000" && ` + turned + `units === "10"`)
	p.run(`history.back()`)
	p.wait(`driftlab.state().scene === "sweep" && ` + step + ` === 12`)
	p.run(`driftlab.set({network: 7})`)
	p.is(`driftlab.state().caption.includes(" Run 7: ")`)
	p.click("Open a run in track")
	p.wait(`driftlab.state().scene === "track"`)
	p.is(turned + `seed === "30007"`)
}

// A link computes a share of somebody else's sweep, to its last run.
func TestAShardInThePage(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=sweep&preset=trial&shard=1/4&tempo=max&play=1")
	p.wait(step + ` === 10 && !driftlab.state().playing`)
	p.is(turned + `shard === "1" && ` + turned + `shards === "4"`)
	p.quiet()
}

// A sweep that goes on for long says how fast it does, and how long it still takes.
func TestASweepSaysHowLongItTakes(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=sweep&preset=trial&runs=1000&length=100000&tempo=max&play=1")
	p.wait(`/^[\d.,]+ runs\/min, \d+ % done, about [\d,]+ (s|min|h) left$/.test(document.querySelector("#speed").textContent)`)
	p.run(`driftlab.pause()`)
	p.wait(`document.querySelector("#speed").textContent === "paused"`)
}

// A finger's first tap tells of a run, and the page stays; a second one opens it.
func TestASecondTapOpensARun(t *testing.T) {
	t.Parallel()
	site := serve(t)
	p := newTab(t)
	p.do(screen(412, 915, 1, true))
	p.visit(site + "#v=1&scene=sweep&paused=1")
	p.ready()
	p.toFinger()
	p.settle()
	before := p.drawn()
	for down := 0.27; down < 0.4; down += 0.004 {
		_, at := p.inPicture(0.2, down)
		p.run(fmt.Sprintf(`scrollBy({top: %v - innerHeight / 2, behavior: "instant"})`, at))
		x, y := p.inPicture(0.2, down)
		p.do(tap(x, y, 20*time.Millisecond))
		p.settle()
		p.is(`driftlab.state().scene === "sweep"`)
		if p.drawn() == before {
			continue
		}
		p.do(tap(x, y, 20*time.Millisecond))
		p.wait(`driftlab.state().scene === "track"`)
		return
	}
	t.Error("no tap tells of a run")
}
