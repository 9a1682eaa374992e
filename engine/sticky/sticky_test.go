package sticky_test

import (
	"testing"

	"driftlab/engine"
	"driftlab/engine/param"
	"driftlab/engine/simtest"
	"driftlab/engine/sticky"
	"driftlab/engine/wire"
)

var exhibit = engine.Exhibit{
	Name: "sticky", Title: "Sticky", Brief: "An attractor holds the weights that have come near it, and with them what they know.",
	Group: engine.Continual, Assets: sticky.Assets, Trial: "toy", State: 1, New: func() engine.Sim { return sticky.New() },
}

func TestExhibit(t *testing.T) { simtest.Run(t, exhibit) }

// A grid of whole runs is an experiment like any: the search, whose runs hang on others.
func TestGrid(t *testing.T) { simtest.Run(t, toyOf("search")) }

// toyOf is the exhibit with a grid for its trial.
func toyOf(grid string) engine.Exhibit {
	e := exhibit
	e.New = func() engine.Sim {
		s := sticky.New()
		d := s.Dials()
		toy, err := d.Preset("toy")
		if err != nil {
			panic(err)
		}
		toy.Name = "toy grid"
		toy.Values = append(toy.Values[:len(toy.Values):len(toy.Values)], param.Setting{Name: "grid", Value: grid}, param.Setting{Name: "tasks", Value: "2"},
			param.Setting{Name: "train", Value: "60"}, param.Setting{Name: "test", Value: "10"}, param.Setting{Name: "units", Value: "4"})
		d.Presets = []param.Preset{toy}
		return s
	}
	e.Trial = "toy grid"
	return e
}

func FuzzCheck(f *testing.F) {
	simtest.FuzzFrame(f, exhibit, func() simtest.Frame { return new(sticky.Frame) })
}

// The same seed gives the same weights on every machine: these hashes were written down by one, each
// after two tasks and a half, so that what is made of a learned task is in them.
func TestSameBitsEverywhere(t *testing.T) {
	for dials, want := range map[string]string{
		"": "8401abc676c8d6de",
		"&both=true&where=step&l1=proximal&seeds=2": "37d8242f7e9d2ee3",
		"&method=sticky+l1&l1=literal&same=0.3":     "9fce1742495e02df",
	} {
		s := simtest.Of(t, exhibit, "toy", dials)
		if r := s.Do(wire.Command{Kind: "step", N: 100}); r.Error != "" {
			t.Fatal(r.Error)
		}
		if got := engine.Hash(s.Sim()); got != want {
			t.Errorf("%q: hash %s, want %s", dials, got, want)
		}
	}
}
