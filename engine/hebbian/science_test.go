//go:build !js

package hebbian

import (
	"math"
	"testing"

	"driftlab/engine/measure"
)

// These are statistics of many steps. They follow from the bits, which are the same everywhere,
// and are taken once, natively: see TestOnlyKernelsDifferBetweenMachines in package engine.

// The code moves and what it says of how alike places are stays; the loss is never below its
// bound and comes near it.
func TestTheCodeMovesAndTheLikenessStays(t *testing.T) {
	s := started(t, "ring", map[string]string{"cells": "40", "noise": "0.003"})
	for _, at := range []int64{0, 50, 300, 1000} {
		s.to(at)
		s.Measure()
		loss, least := s.loss(), s.least()
		if loss < least || at >= 300 && loss > least+0.03 {
			t.Errorf("at step %d the loss is %v, its bound %v", at, loss, least)
		}
	}
	then := &snapshot{Population: measure.Population{Places: Places, Y: append([]float32(nil), s.answers.Y...)}}
	s.to(5000)
	s.Measure()
	if pv, likes := s.compare(then); !(pv < 0.5 && likes > 0.95) {
		t.Errorf("population vectors correlate at %v, similarities at %v", pv, likes)
	}
}

// The null drift of the ring is stationary: cells go on to be born and to fall silent at one rate.
func TestTheRingIsSteady(t *testing.T) {
	s := started(t, "ring", map[string]string{"seed": "3"})
	s.to(2000)
	s.Measure()
	if v, ok := s.stands().Steadiness(); !ok || !v.Short() || s.stands().Steady() != "" {
		t.Errorf("at step 2,000 it is said to be %+v", v)
	}
	s.to(7700)
	s.Measure()
	v, ok := s.stands().Steadiness()
	if !ok || !v.Steady() || v.Every != leastInterval || v.Born < 3 || math.Abs(v.Born-v.Silenced) > 0.3*v.Born ||
		v.Speed[0] < 0.2 || v.Speed[0] > 0.45 {
		t.Errorf("%+v: %v", v, s.Facts())
	}
}
