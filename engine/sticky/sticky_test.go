package sticky_test

import (
	"testing"

	"driftlab/engine"
	"driftlab/engine/simtest"
	"driftlab/engine/sticky"
	"driftlab/engine/wire"
)

var exhibit = engine.Exhibit{
	Name: "sticky", Title: "Sticky", Brief: "An attractor holds the weights that have come near it, and with them what they know.",
	Group: engine.Continual, Assets: sticky.Assets, Trial: "toy", State: 1, New: func() engine.Sim { return sticky.New() },
}

func TestExhibit(t *testing.T) { simtest.Run(t, exhibit) }

func FuzzCheck(f *testing.F) {
	simtest.FuzzFrame(f, exhibit, func() simtest.Frame { return new(sticky.Frame) })
}

// The same seed gives the same weights on every machine: these hashes were written down by one, each
// after two tasks and a half, so that what is made of a learned task is in them.
func TestSameBitsEverywhere(t *testing.T) {
	for dials, want := range map[string]string{
		"": "cf8e09f584283fe2",
		"&both=true&where=step&l1=proximal&seeds=2":     "dda6c744291309e1",
		"&ablation=true&l1=literal&share=0.3&ewc=false": "b281729364d0b5bd",
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
