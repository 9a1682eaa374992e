//go:build goexperiment.simd && !js

package track

import (
	"fmt"
	"math"
	"testing"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// What the paper says of long runs, on nets that are small enough to be run to it. Every machine
// computes the same bits, which other tests see to: these are run once, where that is fastest.

// spectral is the mean of a column of the spectrum over the next n steps.
func spectral(s *Sim, column, n int) (mean float64) {
	const readings = 20
	for range readings {
		advance(s, n/readings)
		s.Spectrum()
		mean += row(s)[column] / readings
	}
	return mean
}

// Update noise drives the largest eigenvalue up to 2/eta, whatever eta is, and there it stays:
// where the curvature is larger, gradient descent is thrown back.
func TestUpdateNoiseComesToTheEdgeOfStability(t *testing.T) {
	for rate, climb := range map[string]int{"0.1": 8_000, "0.2": 2_000} {
		s := small(t, "update-noise", "units", "50", "rate", rate)
		edge := 2 / s.p.Rate
		first := spectral(s, colMax, 100) / edge
		advance(s, climb)
		early, late := spectral(s, colMax, 5_000)/edge, spectral(s, colMax, 5_000)/edge
		if first > 0.6 || math.Abs(early-1) > 0.1 || math.Abs(late-1) > 0.1 {
			t.Errorf("eta %s: lambda_max is %.2f of 2/eta at first, then %.2f and %.2f", rate, first, early, late)
		}
	}
}

// The rate of sparsification, one over the steps until half of the activity is left, grows with the
// square of the update noise: 2 is within the 95 % confidence interval of the slope of their
// logarithms, and nothing that is 0.5 away from it.
func TestSparsificationGrowsWithTheSquareOfTheNoise(t *testing.T) {
	var noise, rate []float64
	for _, level := range []string{"0.085", "0.14", "0.24"} {
		for _, seed := range []string{"1", "2", "3"} {
			s := small(t, "update-noise", "units", "100", "noise", level, "seed", seed)
			for half := row(s)[colActiveFraction] / 2; s.report.Last()[colActiveFraction] > half && s.steps < 100_000; {
				s.Step()
			}
			noise, rate = append(noise, math.Log(s.p.Noise)), append(rate, -math.Log(float64(s.steps)))
		}
	}
	exponent, margin := slope(noise, rate)
	if math.Abs(exponent-2) > margin || margin > 0.25 {
		t.Errorf("exponent %.2f ± %.2f", exponent, margin)
	}
}

// slope is that of a straight line through points, and how far its 95 % confidence interval reaches
// to either side.
func slope(x, y []float64) (slope, margin float64) {
	at, slope := stat.LinearRegression(x, y, nil, false)
	var off, wide float64
	for i := range x {
		off += math.Pow(y[i]-at-slope*x[i], 2)
		wide += math.Pow(x[i]-stat.Mean(x, nil), 2)
	}
	free := float64(len(x) - 2)
	return slope, distuv.StudentsT{Sigma: 1, Nu: free}.Quantile(0.975) * math.Sqrt(off/free/wide)
}

// Label noise drives the sum of the eigenvalues down.
func TestLabelNoiseLowersTheSumOfEigenvalues(t *testing.T) {
	s := small(t, "label-noise")
	early := spectral(s, colSum, 2000)
	advance(s, 10_000)
	if late := spectral(s, colSum, 2000); !(late < early/2) {
		t.Errorf("from %v to %v", early, late)
	}
}

// Update noise inflates the weights at first, and with them the sum of the eigenvalues' logarithms;
// from the edge of stability on it drives that sum down.
func TestUpdateNoiseLowersTheSumOfLogarithms(t *testing.T) {
	s := small(t, "update-noise", "noise", "0.17", "units", "50")
	first := spectral(s, colSumLog, 100)
	advance(s, 2_000)
	most := spectral(s, colSumLog, 2_000)
	advance(s, 16_000)
	last := spectral(s, colSumLog, 2_000)
	if !(most > first+10) || !(last < most-10) {
		t.Errorf("from %v to %v to %v", first, most, last)
	}
}

// With leaps and without, sparsification comes to the same: the logarithm of the steps until half of the
// activity is left, and at the end the units left, the activity and the spatial information. Of 40 seeds
// each, the means differ by less than three standard errors (Welch), which is less than a tenth for the
// first.
func TestLeapsChangeNoStatistic(t *testing.T) {
	with, without := sparsified(t, 40, 6000, "leaps", "true"), sparsified(t, 40, 6000, "leaps", "false")
	for i, name := range []string{"log half-life", "active units", "active fraction", "mean SI"} {
		a, b := stat.Mean(with[i], nil), stat.Mean(without[i], nil)
		off := math.Sqrt((stat.Variance(with[i], nil) + stat.Variance(without[i], nil)) / float64(len(with[i])))
		t.Logf("%s: %.4f with leaps, %.4f without, standard error %.4f", name, a, b, off)
		if !(math.Abs(a-b) < 3*off) || i == 0 && off > 0.1 {
			t.Errorf("%s: %.4f with leaps, %.4f without, standard error %.4f", name, a, b, off)
		}
	}
}

// sparsified are figures of networks of so many seeds, a list for each figure.
func sparsified(t *testing.T, seeds, steps int, dials ...string) (figures [4][]float64) {
	for seed := range seeds {
		s := small(t, "tiny", append(dials, "noise", "0.3", "seed", fmt.Sprint(seed+1))...)
		half, at := row(s)[colActiveFraction]/2, 0.
		for s.steps < int64(steps) {
			if s.Step(); at == 0 && s.report.Last()[colActiveFraction] <= half {
				at = math.Log(float64(s.steps))
			}
		}
		if at == 0 {
			t.Fatalf("seed %d: half of the activity is left for longer", seed+1)
		}
		r := row(s)
		for i, v := range []float64{at, r[colActiveUnits] * float64(s.p.Units), r[colActiveFraction], r[colMeanSI]} {
			figures[i] = append(figures[i], v)
		}
	}
	return figures
}
