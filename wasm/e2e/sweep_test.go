package e2e

import "testing"

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
