//go:build !js

package track

import (
	"math"
	"slices"
	"testing"

	"driftlab/engine/measure"
)

// These are statistics of many steps. They follow from the bits, which are the same everywhere,
// and are taken once, natively: see TestOnlyKernelsDifferBetweenMachines in package engine.

func TestNoiseFreeDescentStaysPutAfterConvergence(t *testing.T) {
	s := open(t, "task", "random", "samples", "5", "init", "rich", "noise", "0", "rate", "0.1")
	advance(s, 20_000)
	theta := slices.Clone(s.net.Theta)
	row := slices.Clone(s.Report().Row)
	advance(s, 20_000)
	for i, v := range theta {
		if math.Abs(float64(v-s.net.Theta[i])) > 1e-3 {
			t.Fatalf("parameter %d went from %v to %v", i, v, s.net.Theta[i])
		}
	}
	if after := slices.Clone(s.Report().Row); after[colActiveFraction] != row[colActiveFraction] {
		t.Errorf("active fraction went from %v to %v", row[colActiveFraction], after[colActiveFraction])
	}
	if s.Says().Phase != "at rest" || s.standing() != measure.None {
		t.Errorf("phase %q, want at rest", s.Says().Phase)
	}
}

func TestNoiseSparsifies(t *testing.T) {
	s := open(t, "task", "random", "samples", "5", "init", "rich", "noise", "0.06", "rate", "0.1")
	before := slices.Clone(s.Report().Row)
	advance(s, 20_000)
	after := slices.Clone(s.Report().Row)
	if after[colLoss] > -0.7 {
		t.Errorf("the task is not learned: loss %v", after[colLoss])
	}
	if after[colActiveFraction] > 0.8*before[colActiveFraction] {
		t.Errorf("active fraction went from %v to %v", before[colActiveFraction], after[colActiveFraction])
	}
}

// Without noise nothing that is reported changes once the task is learned.
func TestNoiseFreeDescentKeepsEveryFigure(t *testing.T) {
	s := small(t, "noise-free")
	advance(s, 4_000)
	s.Spectrum()
	before := row(s)
	advance(s, 4_000)
	s.Spectrum()
	for i, v := range row(s) {
		if i != colStep && !(math.Abs(v-before[i]) <= 1e-4*max(1, math.Abs(v))) {
			t.Errorf("%s went from %v to %v", Columns[i].Name, before[i], v)
		}
	}
	if s.Says().Phase != "at rest" {
		t.Errorf("phase %q", s.Says().Phase)
	}
}

func TestAdamAndRMSpropSparsifyWithoutNoise(t *testing.T) {
	for _, rule := range []string{"adam", "rmsprop"} {
		s := small(t, rule)
		before := row(s)
		advance(s, 10_000)
		after := row(s)
		if after[colLoss] > -2 || after[colActiveFraction] > 0.85*before[colActiveFraction] || after[colActiveUnits] > 0.9*before[colActiveUnits] {
			t.Errorf("%s: from %v to %v", rule, before, after)
		}
	}
}

func TestLabelNoiseThinsActivityAndLeavesUnits(t *testing.T) {
	s := small(t, "label-noise")
	advance(s, 1000)
	before := row(s)
	advance(s, 20_000)
	after := row(s)
	if after[colLoss] > -1 || after[colActiveFraction] > 0.8*before[colActiveFraction] || after[colActiveUnits] < 0.9*before[colActiveUnits] {
		t.Errorf("from %v to %v", before, after)
	}
}
