//go:build !js

package engine

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"driftlab/engine/wire"
)

// The curves that stand in for a picture carry its names, as its scene writes them, and its
// phases and scales.
func TestCurvesAreThePictures(t *testing.T) {
	name := regexp.MustCompile(`\{(?:Name: "([^"]*)", )?(?:Second: "([^"]*)", )?Ink`)
	for _, e := range Exhibits {
		text, err := os.ReadFile("../scenes/" + e.Name + "/curves.go")
		if err != nil {
			t.Fatal(err)
		}
		scene := strings.ReplaceAll(string(text), "_{10}", "₁₀")
		var names []string
		for _, m := range name.FindAllStringSubmatch(scene, -1) {
			names = append(names, strings.TrimSpace(m[1]+" "+m[2]))
		}
		s := opened("scene=" + e.Name)
		do(t, s, wire.Command{Kind: "step", N: 500})
		c := do(t, s, wire.Command{Kind: "curves"}).Curves
		if c == nil || c.Step != 500 || len(c.Steps) < 100 || c.Steps[0] != 0 || !strings.Contains(scene, `"`+c.Axis+`"`) || c.Log != strings.Contains(scene, "LogX") {
			t.Fatalf("%s: %+v", e.Name, c)
		}
		for _, chart := range c.Charts {
			// The engine words the time scale for both.
			fit := strings.HasPrefix(chart.Unit, "active units: ") && strings.Contains(scene, "= f.Fit")
			if !strings.Contains(scene, `"`+chart.Title+`"`) || !fit && !strings.Contains(scene, `"`+chart.Unit+`"`) {
				t.Errorf("%s: the picture has no curves %q, %q", e.Name, chart.Title, chart.Unit)
			}
			for _, line := range chart.Lines {
				word := strings.TrimLeft(line.Name, "0123456789 ,")
				if word != "" && !slices.Contains(names, word) {
					t.Errorf("%s: the picture has no line %q; it has %q", e.Name, line.Name, names)
				}
				if len(line.Y) != len(c.Steps) {
					t.Errorf("%s: %d values of %s for %d steps", e.Name, len(line.Y), line.Name, len(c.Steps))
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
