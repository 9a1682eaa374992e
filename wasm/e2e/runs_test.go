package e2e

import (
	"fmt"
	"strings"
	"testing"

	"driftlab/engine/simtest"
	"driftlab/engine/wire"

	"github.com/chromedp/chromedp"
)

// A run that diverges pauses, is named with its step, and leads back to one that works.
func TestDiverged(t *testing.T) {
	t.Parallel()
	const address = "scene=track&preset=tiny&rate=10&noise=1"
	_, sentence := troubled(t, address)
	p := openEarly(t, "#v=1&"+address)
	p.says("[role=alert]", strings.ToUpper(sentence[:1])+sentence[1:])
	p.says("[role=alert]", "Lower the learning rate or the noise")
	p.wait(`driftlab.state().playing === false && driftlab.state().error.includes("iverged at step")`)
	p.says("button", "Play")

	p.click("Restart")
	p.wait(`driftlab.state().error === "" && driftlab.state().step === 0`)
	p.click("Play")
	p.says("[role=alert]", "Diverged at step")
	p.click("Back to the preset")
	p.wait(`driftlab.state().error === "" && ` + param("rate") + ` === "0.1" && driftlab.state().step > 5`)
	p.quiet()
}

// A network that has fallen silent is named; it may go on, for noise may wake it.
func TestDeadNetwork(t *testing.T) {
	t.Parallel()
	const address = "scene=track&preset=tiny&units=10&noise=1&seed=2"
	steps, sentence := troubled(t, address)
	p := openEarly(t, "#v=1&paused=1&"+address)
	p.run(fmt.Sprintf(`driftlab.step(%d)`, steps-1))
	p.is(`driftlab.state().error === ""`)
	p.run(`driftlab.step(1)`)
	p.says("[role=alert]", strings.ToUpper(sentence[:1])+sentence[1:])
	p.says("[role=alert]", "can be learned")
	p.says("figcaption, p", "The network is dead")
	p.click("Back to the preset")
	p.wait(`driftlab.state().error === "" && ` + param("noise") + ` === "0.06"`)
	p.quiet()
}

// troubled steps natively until the run is in trouble, and says when and what.
func troubled(t *testing.T, address string) (steps int, what string) {
	t.Helper()
	s := simtest.Open(t, address)
	for what = s.Status().Trouble; what == "" && steps < 5000; what = s.Status().Trouble {
		s.Do(wire.Command{Kind: "step", N: 1})
		steps++
	}
	if what == "" {
		t.Fatalf("%s: no trouble in %d steps", address, steps)
	}
	return steps, what
}

// A worker that dies is named, and another takes over with the same settings.
func TestWorkerDies(t *testing.T) {
	for name, c := range map[string]struct{ kill, says string }{
		"crash": {`(() => { engine.tick = () => { throw new Error("the ground gave way") } })()`, "The engine has stopped: the ground gave way"},
		"panic": {`engine.tick({})`, "The engine has stopped: panic"},
		"gone":  {`self.close()`, "has not answered for ten seconds"},
		"stuck": {`setTimeout(() => { for (;;); })`, "has not answered for ten seconds"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&noise=0.1&seed=3")
			p.expect("the ground gave way|panic|goroutine|wasm_exec|exit code|driftlab/")
			p.wait(`driftlab.state().step > 5`)
			p.inWorker(c.kill)
			p.says("[role=alert]", c.says)
			p.is(`driftlab.state().error !== ""`)
			p.click("Start again with the same settings")
			p.wait(`driftlab.state().error === "" && driftlab.state().step > 5`)
			p.agree("track", map[string]string{"preset": "tiny", "noise": "0.1", "seed": "3"})
			p.workers(1)
			p.quiet()
		})
	}
}

// inWorker evaluates in the one worker, which may not survive to answer.
func (p *tab) inWorker(js string) {
	p.t.Helper()
	p.workers(1)
	ctx, cancel := chromedp.NewContext(p.ctx, chromedp.WithTargetID(p.watch.workerIDs()[0]))
	p.t.Cleanup(cancel)
	if err := soon(func() error { return chromedp.Do(ctx) }); err != nil {
		p.t.Fatal(err)
	}
	go func() { _ = chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](js)) }()
}
