package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"time"
)

// The sweep that is done whole by one worker and by two: runs of the paper's mix, so many and so short that the last ones,
// at which one worker is alone, hardly count.
const (
	crewRuns   = 100
	crewLength = 5_000
	crewRounds = 3
)

// A Crew is a whole sweep by one worker and by two: training steps per second by the clock, medians.
type Crew struct {
	One   float64 `json:"one"`
	Two   float64 `json:"two"`
	Ratio float64 `json:"ratio"` // of a round
}

// A Sweep is what the first runs of the paper's sweep took natively, on all cores and from beginning to end.
type Sweep struct {
	Runs   int     `json:"runs"`
	Length int     `json:"length"` // training steps of each, at most
	Cores  int     `json:"cores"`
	Spans  []Span  `json:"spans"`
	Error  float64 `json:"error"` // of what a step takes on average, from run to run, as a share of it
}

// A Span is the steps of all runs up to one, from the span before on, and what they took one core.
type Span struct {
	Until int     `json:"until"`
	Steps float64 `json:"steps"`
	NS    float64 `json:"ns"`

	Leaping  float64 `json:"leaping_ns,omitempty"`  // what some steps take from there on,
	Stepwise float64 `json:"stepwise_ns,omitempty"` // and without leaps
}

// workers measures whole sweeps with one worker and with two in turn: natively, in the page, and in the page without its
// picture, for where that is drawn in software it wants a processor of its own.
func (b *browser) workers() ([]line, error) {
	ctx, cancel := context.WithTimeout(b.ctx, 20*time.Minute)
	defer cancel()
	if err := b.visit(ctx, "scene=valley&paused=1"); err != nil {
		return nil, err
	}
	var steps float64
	natively := func(workers int) (seconds float64, err error) {
		t, err := whole(crewRuns, crewLength, workers)
		steps = t.Items // they are the same everywhere
		return t.NS / 1e9, err
	}
	places := []func(workers int) (seconds float64, err error){natively, b.sweeper(true), b.sweeper(false)}
	took := make([][2][]float64, len(places))
	for round := range crewRounds {
		for i, play := range places {
			for k := range took[i] {
				seconds, err := play(k + 1)
				if err != nil {
					return nil, err
				}
				progress("workers: round %d, %s, %d: %.1f s", round+1, [...]string{"native", "the page", "the page without its picture"}[i], k+1, seconds)
				took[i][k] = append(took[i][k], seconds)
			}
		}
	}
	crew := func(i int) *Crew { return newCrew(steps, took[i][0], took[i][1]) }
	return []line{
		{Case: "workers", Where: "native", Path: "simd", Crew: crew(0)},
		{Case: "workers", Where: "chromium", Path: "simd", Crew: crew(1), Unseen: crew(2)},
	}, nil
}

// newCrew is what seconds for so many steps come to, of one worker and of two by rounds.
func newCrew(steps float64, one, two []float64) *Crew {
	ratios := make([]float64, len(one))
	for i := range one {
		ratios[i] = one[i] / two[i]
	}
	return &Crew{One: steps / median(one), Two: steps / median(two), Ratio: median(ratios)}
}

// sweeper has the page do the sweep with so many workers, and says how many seconds that takes from the press of "play" on.
// What the page has kept of the one before is thrown away.
func (b *browser) sweeper(drawn bool) func(workers int) (seconds float64, err error) {
	return func(workers int) (float64, error) {
		return b.eval[float64](fmt.Sprintf(`(async () => {
			const rest = (ms) => new Promise((done) => setTimeout(done, ms));
			const pictures = () => [...document.querySelectorAll("iframe")];
			Object.defineProperty(navigator, "hardwareConcurrency", { get: () => %d, configurable: true });
			const before = pictures();
			await driftlab.pause();
			await driftlab.open("sweep", { preset: "paper", runs: %d, length: %d, tempo: "max" });
			await driftlab.reset();
			const isDrawn = (p) => !before.includes(p) && p.contentWindow.seen?.some((s) => s.draw !== undefined);
			while (!pictures().some(isDrawn)) await rest(50);
			if (!%t) pictures().forEach((p) => p.remove());
			const began = performance.now();
			await driftlab.play();
			while (driftlab.state().step < %[2]d) await rest(20);
			return (performance.now() - began) / 1000;
		})()`, workers, crewRuns, crewLength, drawn))
	}
}

// whole does runs of the paper's sweep natively.
func whole(runs, length, workers int) (t timing, err error) {
	cmd := program("simd", "", "-whole", strconv.Itoa(runs), "-length", strconv.Itoa(length), "-procs", strconv.Itoa(workers))
	cmd.Stderr = os.Stderr // it tells how far it is
	out, err := cmd.Output()
	if err != nil {
		return t, err
	}
	return t, json.Unmarshal(out, &t)
}

// sweepLong does runs of the paper's sweep on all cores: what counts is the mean over whole runs, whose steps get cheaper as
// units fall silent.
func sweepLong(runs, length int) ([]line, error) {
	cores := runtime.NumCPU()
	t, err := whole(runs, length, cores)
	if err != nil {
		return nil, err
	}
	l := line{Case: "sweep-long", Where: "native", Path: "simd", Unit: t.Unit, Sweep: &Sweep{runs, length, cores, t.Spans, t.Error}}
	for _, s := range t.Spans {
		l.NS += s.NS / t.Items
	}
	l.PerS = 1e9 / l.NS
	return []line{l}, nil
}
