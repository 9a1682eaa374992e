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

var exhibit, _ = engine.Lookup("minima")

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
		row := after(t, 5000, fmt.Sprintf("&walkers=1024&noise=%v&everywhere=true", sigma))
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
	// What they are short of the formula is due to T, which it takes as far below h: where steps are small,
	// the mean time from well on one side to well on the other accounts for it.
	row := after(t, 8000, "&walkers=1024&rate=0.025&noise=2.8284271")
	got, want := row["hops_replay"]/row["rate_kramers"], passages(0.1)
	t.Logf("T = 0.1: %.3f of theory, by the mean time %.3f", got, want)
	if want > 0.9 || math.Abs(got/want-1) > 0.06 {
		t.Errorf("T = 0.1: %.3f of theory, by the mean time %.3f", got, want)
	}
	// Four times the trials are half the noise.
	a, b := after(t, 200, "&noise=2&replays=4"), after(t, 200, "&noise=1&replays=1")
	if a["hops_replay"] != b["hops_replay"] || a["mean_y"] != b["mean_y"] {
		t.Errorf("4 trials of noise 2: %v; one of noise 1: %v", a, b)
	}
}

// passages is the hops in the limit of small steps over Kramers' formula, for h = 1/4, by the mean time of
// first passage from -0.7 to 0.7, to any order in T.
func passages(heat float64) float64 {
	const h, side, lo, n = 0.25, 0.7, -4.0, 20000
	loss := func(x float64) float64 { return h * (x*x - 1) * (x*x - 1) / heat }
	dx, left, time := (side-lo)/n, 0.0, 0.0
	for i := range n {
		x := lo + (float64(i)+0.5)*dx
		left += math.Exp(-loss(x)) * dx
		if x > -side {
			time += math.Exp(loss(x)) * left * dx
		}
	}
	return heat / time / (math.Sqrt(32) * h / (2 * math.Pi) * math.Exp(-h/heat))
}

// Walkers that fly off are named, with what to do: those of the crowd, and those that were dropped.
func TestLostWalkers(t *testing.T) {
	for dials, want := range map[string]string{
		"&rate=0.2&noise=5&barrier=1": "under replay a walker flew off at step ",
		"&rate=0.2&noise=0&barrier=1": "under replay a dropped walker flew off at step ",
	} {
		sim := simtest.Of(t, exhibit, "note", dials).Sim()
		if _, err := sim.(engine.Poker).Poke(1.95, 0); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(want, "dropped") {
			sim.Restart(nil) // takes what was dropped away
		}
		for sim.Step() != run.Over {
		}
		if w := sim.Says(); !strings.Contains(w.Trouble, want) || !strings.Contains(w.Trouble, "|x| = 1.9") || w.Advice == "" {
			t.Errorf("%+v", w)
		}
	}
}

// A walker that is dropped beside the right minimum stays there under replay without noise; the others
// know the left one alone, and bring it back. The crowds do not feel it.
func TestDropsGoWhereTheRuleLeads(t *testing.T) {
	s, alone := simtest.Of(t, exhibit, "note", "&noise=0"), simtest.Of(t, exhibit, "note", "&noise=0")
	for range 20 { // the last sixteen are kept
		if r := s.Do(wire.Command{Kind: "poke", X: 0.6, Y: 1.5}); r.Error != "" {
			t.Fatal(r.Error)
		}
	}
	for _, s := range []*engine.Session{s, alone} {
		if r := s.Do(wire.Command{Kind: "step", N: 300}); r.Error != "" {
			t.Fatal(r.Error)
		}
	}
	if engine.Hash(s.Sim()) != engine.Hash(alone.Sim()) {
		t.Error("dropped walkers move the crowds")
	}
	var f minima.Frame
	b, err := s.Sim().AppendFrame(nil, false)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.UnmarshalMsg(b); err != nil || f.Dropped != 16 {
		t.Fatalf("%d dropped, %v", f.Dropped, err)
	}
	for i, want := range [minima.Rules]float64{1, -1, -1} {
		c := f.Crowds[i]
		n := len(c.X) - 1
		if math.Abs(float64(c.X[n])-want) > 0.01 || math.Abs(float64(c.Y[n])-0.5) > 0.01 {
			t.Errorf("%s: dropped walker at %v, %v", minima.Names[i], c.X[n], c.Y[n])
		}
	}
	for _, bad := range []wire.Command{{X: 3}, {Y: -2}, {X: float32(math.NaN())}} {
		bad.Kind = "poke"
		if r := s.Do(bad); r.Error == "" {
			t.Errorf("a walker was dropped at %v, %v", bad.X, bad.Y)
		}
	}
}

// Sixteen walkers at most are dropped, and a run with some goes on from its saved state.
func TestDropsAreSaved(t *testing.T) {
	a := simtest.Of(t, exhibit, "few", "&everywhere=true")
	for i := range 18 {
		a.Do(wire.Command{Kind: "poke", X: float32(i)/10 - 1, Y: 1})
		a.Do(wire.Command{Kind: "step", N: 3})
	}
	file, err := a.Save()
	if err != nil {
		t.Fatal(err)
	}
	b, err := engine.Load(file, nil)
	if err != nil {
		t.Fatal(err)
	}
	frames := [2]string{}
	for i, s := range []*engine.Session{a, b} {
		s.Do(wire.Command{Kind: "step", N: 200})
		var f minima.Frame
		frame, err := s.Sim().AppendFrame(nil, false)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.UnmarshalMsg(frame); err != nil {
			t.Fatal(err)
		}
		frames[i] = fmt.Sprint(f.Crowds, f.Dropped)
	}
	if frames[0] != frames[1] {
		t.Error("dropped walkers of a saved run go elsewhere")
	}
}

// The same seed gives the same places on every machine.
func TestSameBitsEverywhere(t *testing.T) {
	s := simtest.Of(t, exhibit, "note", "&everywhere=true")
	if r := s.Do(wire.Command{Kind: "step", N: 300}); r.Error != "" {
		t.Fatal(r.Error)
	}
	if got, want := engine.Hash(s.Sim()), "39bbaa4057dc1fde"; got != want {
		t.Errorf("hash %s, want %s", got, want)
	}
}
