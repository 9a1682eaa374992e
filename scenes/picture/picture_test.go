package picture

import (
	"testing"

	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/render/plot"
)

// A name at the end of a curve stands on two lines.
func TestHalves(t *testing.T) {
	for name, want := range map[string][2]string{
		"":                   {"", ""},
		"theory":             {"theory", ""},
		"active units":       {"active", "units"},
		"log of mean λ":      {"log of", "mean λ"},
		"population vectors": {"population", "vectors"},
	} {
		if a, b := halves(name); want != [2]string{a, b} {
			t.Errorf("%q: %q, %q", name, a, b)
		}
	}
}

// Each line has an ink of its own and the values that the frame brings for it.
func TestCurves(t *testing.T) {
	k := Curves("step", true, []wire.Chart{
		{Title: "Long", Short: "S", Unit: "log₁₀", Hi: 1, Lines: []wire.Line{{Name: "a b"}, {Dashed: true}}},
		{Title: "T", Least: 2, Lines: []wire.Line{{}}},
	}, plot.Sky, plot.Pink, plot.Green)
	Follow(&k, &wire.Head{
		Steps: wire.Floats{1, 2}, Curves: []wire.Floats{{3}, {4}, {5}}, Bands: []wire.Band{{From: 7, Name: "n", Phase: 2}},
	})
	a, b := k.Plots[0], k.Plots[1]
	if len(a.Titles) != 2 || a.Unit != "log_{10}" || a.Hi != 1 || b.Least != 2 || len(b.Titles) != 1 || !k.LogX || k.XName != "step" || len(k.X) != 2 {
		t.Errorf("%+v", k)
	}
	for i, s := range []render.Series{a.Series[0], a.Series[1], b.Series[0]} {
		if s.Y[0] != float32(3+i) || s.Ink != [...]plot.Ink{plot.Sky, plot.Pink, plot.Green}[i] || s.Dashed != (i == 1) {
			t.Errorf("line %d: %+v", i, s)
		}
	}
	if len(k.Bands) != 1 || k.Bands[0] != (render.Band{From: 7, Name: "n", Phase: 2}) {
		t.Errorf("bands %+v", k.Bands)
	}
}
