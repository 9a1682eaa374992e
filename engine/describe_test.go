package engine

import (
	"strings"
	"testing"

	"driftlab/engine/wire"
)

func described(t *testing.T, s *Session) string {
	t.Helper()
	r := s.Do(wire.Command{Kind: "describe"})
	if r.Error != "" || !strings.HasSuffix(r.Text, ".") || strings.Contains(r.Text, "NaN") {
		t.Errorf("%q, %q", r.Text, r.Error)
	}
	return r.Text
}

// A description has the step, the phase, the figures and the caption, then what has changed
// since it was last asked for. It changes nothing.
func TestDescribe(t *testing.T) {
	for address, figures := range map[string][]string{
		"scene=track&units=40": {"; error ", " of the variance; active units ", " of 40; units with a place field ", "correlation of the maps"},
		"scene=valley":         {"; not yet at the corner 100 % of 24 walkers; in theory 100 %; mean curvature "},
	} {
		s, silent := opened(address), opened(address)
		first := described(t, s)
		for _, want := range append(figures, "Step 0, paused; ", s.sim.Says().Phase, s.sim.Says().Caption) {
			if !strings.Contains(first, want) {
				t.Errorf("%s: %q lacks %q", address, first, want)
			}
		}
		if strings.Contains(first, "since") {
			t.Errorf("%s: at first: %q", address, first)
		}
		if again := described(t, s); !strings.HasSuffix(again, " Nothing has changed since this was last asked.") {
			t.Errorf("%s: at once again: %q", address, again)
		}
		for _, x := range []*Session{s, silent} {
			x.Do(wire.Command{Kind: "step", N: 1200})
		}
		if later := described(t, s); !strings.HasPrefix(later, "Step 1,200, ") || !strings.Contains(later, " Changed since step 0, when this was last asked: ") {
			t.Errorf("%s: later: %q", address, later)
		}
		if Hash(s.sim) != Hash(silent.sim) || s.About().Command != silent.About().Command {
			t.Errorf("%s: a description has changed the run", address)
		}
		s.Do(wire.Command{Kind: "reset"})
		if anew := described(t, s); anew != first {
			t.Errorf("%s: after a restart %q, not %q", address, anew, first)
		}
	}
}

// A network that diverged or died, and a crowd that has flown off, can be described.
func TestDescribeTrouble(t *testing.T) {
	for _, address := range []string{
		"scene=track&preset=tiny&rate=10&noise=1", "scene=track&task=random&preset=tiny", "scene=valley&rate=1&noise=1&walkers=1",
	} {
		s := opened(address)
		s.Do(wire.Command{Kind: "step", N: 400})
		described(t, s)
		s.Do(wire.Command{Kind: "step", N: 4})
		described(t, s)
	}
}
