//go:build !js

package valley

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

// These are statistics of many steps. They follow from the bits, which are the same everywhere,
// and are taken once, natively: see TestOnlyKernelsDifferBetweenMachines in package engine.

// Theory takes small steps and a corner without extent. Its two leading errors, relative
// in the exponent z = x^2/(2 s^2 t), are the square of the corner's distance, where
// <y^2> = x^2, over the walker's, 2 (s^2/4 eta)^(1/2)/x^2, and the last factor of
// drift = -s^2/2x / (1 - eta x^2), 2 eta x^2; alive changes by at most dz/z/e. To this
// come four standard deviations of the binomial of 4,000 walkers.
func TestSurvivalFollowsTheory(t *testing.T) {
	const n = 4000
	for _, c := range []struct{ x0, y0, rate, noise float64 }{
		{2, 0.6, 0.02, 0.05},
		{2, 0.6, 0.01, 0.03},
		{-1.5, 0, 0.02, 0.03},
		{1, 0.3, 0.02, 0.01},
		{0.6, -2, 0.02, 0.04},
		{0.7, 0.1, 0.1, 0.015},
	} {
		t.Run(fmt.Sprintf("%+v", c), func(t *testing.T) {
			s := crowdOf(n, c.x0, c.y0, c.rate, c.noise, "update")
			far2 := s.floor.far2
			bias := (2*c.noise/math.Sqrt(4*c.rate)/far2 + 2*c.rate*far2) / math.E
			for _, z := range []float64{3, 1, 0.6} {
				s.walk(int64(far2 / (2 * c.noise * c.noise * z)))
				want := 1 - math.Exp(-far2/(2*c.noise*c.noise*float64(s.step)))
				near(t, "theory", s.theory(), want, 1e-12)
				near(t, "alive", s.alive(), want, bias+4*math.Sqrt(want*(1-want)/n))
			}
		})
	}
}

// The crowd that the page offers keeps to theory: within three standard deviations of its
// 2,000 walkers, and the 0.006 that a limit for small steps leaves.
func TestTheCrowdKeepsToTheory(t *testing.T) {
	s := New()
	p, err := s.Dials().Preset("crowd")
	if err != nil {
		t.Fatal(err)
	}
	s.Dials().Apply(p)
	s.Restart(nil)
	for _, step := range []int64{9000, 15000, 30000, 45000} {
		s.walk(step)
		want := s.theory()
		near(t, "alive", s.alive(), want, 0.006+3*math.Sqrt(want*(1-want)/2000))
	}
}

// Of walkers that start at x0, a share eta x0^2 meets the end of the stable floor before the
// corner: x^2 is a martingale. They are counted once, and by the rate at the time.
func TestWalkersAtTheEndOfTheFloorAreCounted(t *testing.T) {
	s := crowdOf(4000, 2, 0, 0.05, 0.05, "update")
	if n := frameOf(t, s).Been; n != 0 {
		t.Errorf("%d have been there at the start", n)
	}
	s.walk(6000)
	near(t, "share", float64(s.steep.count())/4000, 0.2, 0.03)
	if s.steep.count() < s.beyond(end(s.p.Rate)) || frameOf(t, s).Been != s.steep.count() {
		t.Errorf("%d have been there, %d are", s.steep.count(), s.beyond(end(s.p.Rate)))
	}
	before := s.steep.count()
	s.p.Rate = 0.2
	s.walk(6001)
	if n := s.steep.count(); n <= before {
		t.Errorf("%d at a higher rate, %d before", n, before)
	}
	if !strings.Contains(s.caption(), "have been beyond 2.2, where a step overshoots the floor") {
		t.Error(s.caption())
	}
}

func TestTheoryAddsUpNoiseThatWasTurned(t *testing.T) {
	s := crowdOf(4000, 2, 0, 0.02, 0.03, "update")
	s.walk(600)
	s.p.Noise = 0.05
	s.walk(900)
	want := 1 - math.Exp(-4/(2*(600*0.03*0.03+300*0.05*0.05)))
	near(t, "theory", s.theory(), want, 1e-9)
	near(t, "alive", s.alive(), want, 0.06)
	s.p.Kind = "label"
	s.Step()
	s.p.Kind = "update"
	if !math.IsNaN(s.theory()) {
		t.Error("theory goes on after label noise")
	}
}

// Four thousand walkers at 20 times that are about independent: the mean of y^2 has a
// standard deviation of sqrt(2/80,000), half a percent.
func TestHeightOverTheFloor(t *testing.T) {
	for _, c := range []struct{ x0, rate, noise float64 }{{2, 0.02, 0.01}, {1, 0.1, 0.005}, {2, 0.1, 0.005}} {
		s := crowdOf(4000, c.x0, 0, c.rate, c.noise, "update")
		var sum float64
		for k := int64(1); k <= 20; k++ {
			s.walk(40 * k)
			for i, y := range s.crowd.y {
				sum += float64(y*y) / spread2(float64(s.crowd.x[i]*s.crowd.x[i]), c.rate, c.noise)
			}
		}
		want := c.noise * c.noise / (4 * c.rate * c.x0 * c.x0 * (1 - c.rate*c.x0*c.x0))
		near(t, "<y^2>/theory", sum/80000, 1, 0.025)
		near(t, "spread2", spread2(c.x0*c.x0, c.rate, c.noise), want, 1e-12)
	}
}

// Update noise flattens the log, not the mean: x^2 - y^2 is conserved on average, up to
// eta s^2 a step, and so is x^2 while few have left the arm.
func TestMeanStaysWhileLogFalls(t *testing.T) {
	s := crowdOf(4000, 2, 0, 0.005, 0.05, "update")
	before := slices.Clone(s.Report().Row)
	s.walk(400)
	after := slices.Clone(s.Report().Row)
	var kept float64
	for i, x := range s.crowd.x {
		kept += float64(x*x) - float64(s.crowd.y[i]*s.crowd.y[i])
	}
	// 4 x0^2 s^2 t is the variance of x^2 - y^2 for one walker.
	sd := math.Sqrt(4 * 4 * 0.05 * 0.05 * 400 / 4000)
	near(t, "E[x^2-y^2]", kept/4000, 4, 4*sd+4*0.005*0.05*0.05*400)
	near(t, "E[x^2]", after[colX2], 4, 4*sd+4*0.005*0.05*0.05*400)
	if fall := before[colLogLambda] - after[colLogLambda]; fall < 0.2 {
		t.Errorf("the mean log curvature fell by %v only", fall)
	}
}

func TestLabelNoiseSlidesDown(t *testing.T) {
	for _, c := range []struct{ rate, noise float64 }{{0.02, 0.5}, {0.05, 0.2}, {0.01, 0.8}} {
		s := crowdOf(1000, 2, 0, c.rate, c.noise, "label")
		s.walk(int64(0.2 / (2 * c.rate * c.rate * c.noise * c.noise)))
		want := 2 * math.Exp(-2*c.rate*c.rate*c.noise*c.noise*float64(s.step))
		// <y^2> = eta s^2/(1 - eta x^2): the last factor speeds it up by up to eta x^2.
		near(t, "x", math.Sqrt(s.Report().Row[colX2]), want, 0.2*want*4*c.rate+0.01)
		if !math.IsNaN(s.theory()) || s.alive() != 1 {
			t.Errorf("theory %v, alive %v", s.theory(), s.alive())
		}
	}
}
