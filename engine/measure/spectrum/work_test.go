package spectrum

import (
	"testing"

	"driftlab/engine/rng"
)

// planned is work of all kinds, on 320 outputs.
func planned() map[string]func() *Work {
	s := randomNet(40, 10, 50, 8, 10, 1).snapshot()
	few := randomNet(40, 10, 12, 8, 5, 1).snapshot()
	return map[string]func() *Work{
		"kernel":       func() *Work { return Begin(s, rng.Key{}) },
		"Gauss-Newton": func() *Work { return Begin(few, rng.Key{}) },
		"sampled":      func() *Work { return begin(s, rng.Key{Seed: 1}, 100) },
	}
}

// The pieces are small, they come to the same every time, and they allocate nothing.
func TestPieces(t *testing.T) {
	for name, begin := range planned() {
		var works []*Work
		for range 4 {
			works = append(works, begin())
		}
		i, pieces := 0, 0
		work := func() {
			for !works[i].Step() {
				pieces++
			}
			i++
		}
		// Each once before it counts. What the runtime allocates meanwhile is counted too, but not twice.
		if allocs := min(testing.AllocsPerRun(1, work), testing.AllocsPerRun(1, work)); allocs > 0 {
			t.Errorf("%s: %v allocations", name, allocs)
		}
		if pieces /= 4; pieces < 10 && name != "Gauss-Newton" {
			t.Errorf("%s: %d pieces", name, pieces)
		}
		if works[0].Result() != works[1].Result() {
			t.Errorf("%s: %+v, then %+v", name, works[0].Result(), works[1].Result())
		}
		if !works[0].Step() || works[0].Result() != works[1].Result() {
			t.Errorf("%s: a step too many does something", name)
		}
	}
}

// What changes after Begin changes nothing.
func TestNothingOfASnapshotIsKept(t *testing.T) {
	s := randomNet(9, 3, 7, 2, 1, 1).snapshot()
	want := Of(s, rng.Key{})
	w := Begin(s, rng.Key{})
	for _, x := range append(append(append(s.Hidden, s.Slope...), s.Out...), s.Inputs) {
		clear(x)
	}
	for !w.Step() {
	}
	if got := w.Result(); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// The bits are these on every machine, with SIMD and without: sum, lambda_max, rank, sum of
// logarithms and its error.
func TestSameBitsEverywhere(t *testing.T) {
	for name, want := range map[string][5]float64{
		"kernel":       {860.8707028714833, 33.610976813070764, 320, -91.17023548087259, 0},
		"Gauss-Newton": {146.55721020235356, 9.376510092479228, 126, -104.47368365145573, 0},
		"sampled":      {860.8707028714833, 33.61097681307079, 320.00000000000006, -77.22937190671763, 13.982345435276844},
	} {
		w := planned()[name]()
		for !w.Step() {
		}
		s := w.Result()
		if got := [...]float64{s.Sum, s.Max, s.Rank, s.SumLog, s.SumLogError}; got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
