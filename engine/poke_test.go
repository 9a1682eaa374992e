package engine

import (
	"testing"

	"driftlab/engine/wire"
)

// A place that somebody typed is read as every number is; a bad one does nothing.
func TestPokesAsTyped(t *testing.T) {
	for _, c := range []struct{ scene, x, y, done, bad string }{
		{"valley", "1.5", "1", "A walker was dropped at x = 1.5, y = 1.", ""},
		{"valley", " 1,5 ", "\u22120.5", "A walker was dropped at x = 1.5, y = -0.5.", ""},
		{"valley", "5e-2", "0", "A walker was dropped at x = 0.05, y = 0.", ""},
		{"valley", "", "1", "", `x: "" is not a number`},
		{"valley", "1", " ", "", `y: " " is not a number`},
		{"valley", "abc", "1,000", "", `x: "abc" is not a number; y: "1,000" may mean 1000 or 1.000: write the one that you mean`},
		{"valley", "NaN", "1", "", `x: "NaN" is not a number`},
		{"valley", "1e999", "1", "", `x: +Inf is outside [-3, 3]`},
		{"valley", "0", "30", "", `y: 30 is outside [-3, 3]`},
		{"track", "1", "1", "", `poke: there is nothing to touch on the track`},
	} {
		s := opened("scene=" + c.scene)
		s.Do(wire.Command{Kind: "step", N: 3})
		before := s.About().Command
		r := s.Do(wire.Command{Kind: "poke", Values: map[string]string{"x": c.x, "y": c.y}})
		if r.Text != c.done || r.Error != c.bad {
			t.Errorf("%s %q, %q: %q, %q; want %q, %q", c.scene, c.x, c.y, r.Text, r.Error, c.done, c.bad)
		}
		if after := s.About().Command; (after == before) != (c.bad != "") {
			t.Errorf("%s %q, %q: the run is %q, was %q", c.scene, c.x, c.y, after, before)
		}
	}
}
