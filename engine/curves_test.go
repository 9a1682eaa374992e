//go:build !js

package engine

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"driftlab/engine/measure"
	"driftlab/engine/wire"
)

// The curves that stand in for a picture have a value of each line for every step kept; those of whole runs are over
// what the runs go through.
func TestCurvesAreWhole(t *testing.T) {
	for _, e := range Exhibits {
		s := opened("scene=" + e.Name + "&preset=" + e.Trial)
		do(t, s, wire.Command{Kind: "step", N: 500})
		c := do(t, s, wire.Command{Kind: "curves"}).Curves
		columns := s.Sim().Report().Columns
		step := columns[slices.IndexFunc(columns, func(c measure.Column) bool { return c.Name == "step" })]
		l, lasts := s.Sim().(Lasting)
		lasts = lasts && l.Lasts()
		if c == nil || c.Step != s.Sim().Steps() || len(c.Steps) < 4 || c.Steps[0] != 0 || c.Axis == "" || !lasts && c.Axis != step.Label {
			t.Fatalf("%s: %+v", e.Name, c)
		}
		for _, chart := range c.Charts {
			if chart.Title == "" || len(chart.Lines) == 0 {
				t.Errorf("%s: a chart without a title or lines: %+v", e.Name, chart)
			}
			for _, line := range chart.Lines {
				if len(line.Y) != len(c.Steps) || line.Name == "" && len(chart.Lines) > 1 {
					t.Errorf("%s: %d values of %q for %d steps", e.Name, len(line.Y), line.Name, len(c.Steps))
				}
			}
		}
	}
}

// The bands begin with the run and follow the phases reached.
func TestCurvesHavePhases(t *testing.T) {
	s := opened("scene=track&preset=tiny&seed=3")
	for range 3 {
		do(t, s, wire.Command{Kind: "step", N: 10000})
	}
	bands := do(t, s, wire.Command{Kind: "curves"}).Curves.Bands
	if len(bands) < 2 || bands[0].From != 0 || bands[0].Name != "learning" || bands[1].From <= 0 || bands[1].Phase != 2 || bands[1].Name == "" {
		t.Errorf("bands %+v", bands)
	}
}

// What is no number is null, and the reply stays JSON.
func TestCurvesWithGaps(t *testing.T) {
	s := opened("scene=valley&kind=label&rate=1&x0=3&walkers=3")
	do(t, s, wire.Command{Kind: "step", N: 50})
	text, err := json.Marshal(do(t, s, wire.Command{Kind: "curves"}))
	if err != nil || !strings.Contains(string(text), "null") || strings.Contains(string(text), "NaN") {
		t.Errorf("%v in %s", err, text)
	}
}
