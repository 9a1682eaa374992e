package stability_test

import (
	"testing"

	"driftlab/engine"
	"driftlab/engine/simtest"
	"driftlab/engine/stability"
	"driftlab/engine/task/digits"
	"driftlab/engine/wire"
)

var exhibit = engine.Exhibit{
	Name: "stability", Title: "Stability", Brief: "A network that protects its parameters keeps its dynamics, one that protects its outputs lets them drift.",
	Group: engine.Continual, Assets: stability.Assets, Trial: "toy", State: 1, New: func() engine.Sim { return stability.New() },
}

// A drawing has as many pixels as an image of the data.
var _ = [1]struct{}{}[engine.CanvasSide-digits.Side]

var _ engine.Canvas = (*stability.Sim)(nil)

func TestExhibit(t *testing.T) { simtest.Run(t, exhibit) }

func FuzzCheck(f *testing.F) {
	simtest.FuzzFrame(f, exhibit, func() simtest.Frame { return new(stability.Frame) })
}

// The same seed gives the same weights on every machine: these hashes were written down by one, each
// after a task and a half, so that what is made of a learned task is in them.
func TestSameBitsEverywhere(t *testing.T) {
	for dials, want := range map[string]string{
		"": "61ebaf29a7064c1b",
		"&learner=kfac&other=ewc&lambda=100&mover=sgd":                                 "31fa773b17d739c4",
		"&learner=si&other=dowm&lambda=100&mover=sgd":                                  "46dee3d94dc9e4ab",
		"&activation=tanh&mover=adam&adam-rate=0.01&merge=sum&learner=kfac&lambda=100": "48ad881e3e8c691b",
	} {
		s := simtest.Of(t, exhibit, "toy", dials)
		if r := s.Do(wire.Command{Kind: "step", N: 90}); r.Error != "" {
			t.Fatal(r.Error)
		}
		if got := engine.Hash(s.Sim()); got != want {
			t.Errorf("%q: hash %s, want %s", dials, got, want)
		}
	}
}
