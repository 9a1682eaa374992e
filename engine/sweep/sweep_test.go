package sweep_test

import (
	"testing"

	"driftlab/engine"
	"driftlab/engine/simtest"
	"driftlab/engine/sweep"
	"driftlab/engine/wire"
)

var exhibit, _ = engine.Lookup("sweep")

func TestExhibit(t *testing.T) { simtest.Run(t, exhibit) }

func FuzzCheck(f *testing.F) {
	simtest.FuzzFrame(f, exhibit, func() simtest.Frame { return new(sweep.Frame) })
}

// The same seed gives the same runs on every machine: this hash was written down by one.
func TestSameBitsEverywhere(t *testing.T) {
	for dials, want := range map[string]string{
		"":                              "835eaf714d0bbde8",
		"&none=true&shards=3&shard=1":   "3451e37e69e57c2b",
		"&length=300&adam=false&runs=9": "f53504477b7a6713",
	} {
		s := simtest.Of(t, exhibit, "trial", dials)
		if r := s.Do(wire.Command{Kind: "step", N: 100}); r.Error != "" {
			t.Fatal(r.Error)
		}
		if got := engine.Hash(s.Sim()); got != want {
			t.Errorf("%q: hash %s, want %s", dials, got, want)
		}
	}
}
