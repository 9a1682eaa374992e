package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// trialEngine builds an engine that has the exhibit of wasm/engine/trial_test.go too.
func trialEngine(t *testing.T) []byte {
	t.Helper()
	dir := t.TempDir()
	room, err := filepath.Abs("../engine")
	if err != nil {
		t.Fatal(err)
	}
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{
		filepath.Join(room, "trial.go"): filepath.Join(room, "trial_test.go"),
	}})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "engine.wasm")
	if err := os.WriteFile(filepath.Join(dir, "overlay.json"), overlay, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "build", "-overlay", filepath.Join(dir, "overlay.json"), "-ldflags=-s -w", "-o", file, "driftlab/wasm/engine")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT=simd")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	code, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return code
}

const (
	trialDone = `driftlab.state().step === 120 && !driftlab.state().playing`
	trialTook = `Number(driftlab.state().caption.split("took ")[1])`
	trialHash = `driftlab.about().then((a) => a.hash)`
)

// A run of many jobs comes to the same with helpers and without, whatever befalls them.
func TestHelpers(t *testing.T) {
	t.Parallel()
	code := trialEngine(t)
	trial := func(t *testing.T, cores int) *tab {
		site := serve(t, late(`/view\.`), replacing(`/engine\.`, code))
		p := newTab(t)
		p.cores(cores)
		p.visitEarly(site + "#v=1&scene=trial&preset=tiny&tempo=max&seed=7")
		return p
	}
	p := trial(t, 1)
	p.wait(trialDone)
	p.is(trialTook + ` === 0`)
	p.workers(1)
	want := p.text(trialHash)

	for name, c := range map[string]struct {
		cores, left int
		midway      func(p *tab)
	}{
		"one":   {2, 2, func(*tab) {}},
		"three": {4, 4, func(*tab) {}},
		"killed": {4, 4, func(p *tab) {
			p.expect(`a helper is lost: the ground gave way`)
			p.inHelper(`engine.work = () => { throw new Error("the ground gave way") }`) // another takes its place
		}},
		"failing": {4, 4, func(p *tab) {
			p.expect(`a helper is lost: too hard`)
			p.inHelper(`engine.work = () => ({ error: "too hard" })`)
		}},
		"gone": {4, 3, func(p *tab) { p.inHelper(`self.close()`) }}, // nobody is told
		"restarted": {3, 3, func(p *tab) {
			p.run(`driftlab.reset()`)
			p.run(`driftlab.play()`)
		}},
		"other dials": {3, 3, func(p *tab) {
			p.run(`driftlab.set({seed: 8})`)
			p.wait(`driftlab.state().step > 5`)
			p.run(`driftlab.set({seed: 7})`)
		}},
		"paused": {3, 3, func(p *tab) {
			p.run(`driftlab.pause()`)
			p.run(`new Promise((done) => setTimeout(done, 300))`) // what was begun is done
			step := p.number(`driftlab.state().step`)
			p.run(`new Promise((done) => setTimeout(done, 500))`)
			p.is(fmt.Sprintf(`driftlab.state().step === %v && %v < 120`, step, step))
			p.run(`driftlab.play()`)
		}},
	} {
		t.Run(name, func(t *testing.T) {
			p := trial(t, c.cores)
			p.wait(trialTook + ` > 3`)
			p.workers(c.cores)
			c.midway(p)
			p.wait(trialDone)
			p.is(trialTook + ` > 3`)
			if got := p.text(trialHash); got != want {
				t.Errorf("hash %s, without helpers %s", got, want)
			}
			p.workers(c.left)
			p.run(`driftlab.open("valley")`)
			p.workers(1)
			p.quiet()
		})
	}
}

// inHelper evaluates in one of the run's helpers, which may not survive to answer.
func (p *tab) inHelper(js string) {
	p.t.Helper()
	for _, id := range p.watch.workerIDs() {
		ctx, cancel := chromedp.NewContext(p.ctx, chromedp.WithTargetID(id))
		p.t.Cleanup(cancel)
		var name string
		err := soon(func() (err error) {
			name, err = chromedp.Run(ctx, chromedp.Evaluate[string](`name`))
			return err
		})
		if err != nil {
			p.t.Fatal(err)
		}
		if name == "driftlab helper" {
			go func() { _ = chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](js)) }()
			return
		}
	}
	p.t.Error("there is no helper")
}

// A run of a sweep that kills two helpers counts as failed, and so does no other; the sweep goes on to its end.
func TestARunThatKillsHelpers(t *testing.T) {
	t.Parallel()
	site := serve(t, late(`/view\.`))
	p := newTab(t)
	p.cores(2)
	p.inEveryWorker(`
		addEventListener("message", ({ data }) => {
			if (data.kind === "work" && data.job >> 1 === 1) engine.work = () => { throw new Error("the ground gave way"); };
		});`)
	p.expect(`a helper is lost: the ground gave way`)
	p.visitEarly(site + "#v=1&scene=sweep&preset=trial&runs=12&length=10000000&tempo=max&seed=7&play=1")
	p.wait(`driftlab.state().caption.includes("1 failed (broke off twice).")`)
	p.run(`driftlab.open("sweep", {preset: "trial", runs: 12, length: 20})`)
	p.run(`driftlab.set({tempo: "max"})`)
	p.run(`driftlab.play()`)
	p.wait(`driftlab.state().step === 12`)
	p.quiet()
}

// inEveryWorker puts a script before that of every worker of the tab's pages.
func (p *tab) inEveryWorker(script string) {
	p.t.Helper()
	p.before(fmt.Sprintf(`{
		const { createObjectURL } = URL;
		URL.createObjectURL = (blob) => createObjectURL(blob.type === "text/javascript" ? new Blob([%q, blob], { type: blob.type }) : blob);
	}`, script))
}
