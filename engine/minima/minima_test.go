package minima_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"driftlab/engine"
	"driftlab/engine/minima"
	"driftlab/engine/run"
	"driftlab/engine/simtest"
	"driftlab/engine/wire"
)

var exhibit = engine.Exhibit{
	Name: "minima", Title: "Minima", Brief: "Of two equal minima replay keeps neither, and an approximation at one of them stays.",
	Group: engine.Continual, Trial: "few", State: 1, New: func() engine.Sim { return minima.New() },
}

func TestExhibit(t *testing.T) { simtest.Run(t, exhibit) }

func FuzzCheck(f *testing.F) {
	simtest.FuzzFrame(f, exhibit, func() simtest.Frame { return new(minima.Frame) })
}

// after is the row of a run of so many steps, by columns.
func after(t *testing.T, steps int, dials string) map[string]float64 {
	t.Helper()
	s := simtest.Of(t, exhibit, "note", dials)
	if r := s.Do(wire.Command{Kind: "step", N: steps}); r.Error != "" {
		t.Fatal(r.Error)
	}
	row := map[string]float64{}
	for i, c := range s.Sim().Report().Columns {
		row[c.Name] = s.Sim().Report().Row[i]
	}
	return row
}

// Where steps are small and the barrier is high for the noise, replay hops as often as Kramers' formula
// has it, and the others not at all, with the noise or without.
func TestHopsAreKramers(t *testing.T) {
	for _, sigma := range []float64{1.5, 1.7, 2} {
		row := after(t, 5000, fmt.Sprintf("&walkers=1024&noise=%v&shared=true", sigma))
		got, want := row["hops_replay"], row["rate_kramers"]
		t.Logf("noise %v: %.3g hops, theory %.3g", sigma, got, want)
		if math.Abs(got/want-1) > 0.25 {
			t.Errorf("noise %v: %.3g hops in a step, theory %.3g", sigma, got, want)
		}
		if row["hops_ncl"] != 0 || row["hops_laplace"] > got/100 {
			t.Errorf("noise %v: %v hops under laplace, %v under ncl", sigma, row["hops_laplace"], row["hops_ncl"])
		}
		if math.Abs(row["mean_y"]-0.5) > 0.02 {
			t.Errorf("noise %v: mean y %v", sigma, row["mean_y"])
		}
	}
	// Four times the trials are half the noise.
	a, b := after(t, 200, "&noise=2&replays=4"), after(t, 200, "&noise=1&replays=1")
	if a["hops_replay"] != b["hops_replay"] || a["mean_y"] != b["mean_y"] {
		t.Errorf("4 trials of noise 2: %v; one of noise 1: %v", a, b)
	}
}

// Walkers that fly off are named, with what to do.
func TestLostWalkers(t *testing.T) {
	s := simtest.Of(t, exhibit, "note", "&rate=0.2&noise=5&barrier=1")
	sim := s.Sim()
	for sim.Step() != run.Over {
	}
	if w := sim.Says(); !strings.Contains(w.Trouble, "under replay a walker flew off") || w.Advice == "" {
		t.Errorf("%+v", w)
	}
}

// The same seed gives the same places on every machine.
func TestSameBitsEverywhere(t *testing.T) {
	s := simtest.Of(t, exhibit, "note", "&shared=true")
	if r := s.Do(wire.Command{Kind: "step", N: 300}); r.Error != "" {
		t.Fatal(r.Error)
	}
	if got, want := engine.Hash(s.Sim()), "39bbaa4057dc1fde"; got != want {
		t.Errorf("hash %s, want %s", got, want)
	}
}
