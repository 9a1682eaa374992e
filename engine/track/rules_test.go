package track

import (
	"slices"
	"strings"
	"testing"

	"driftlab/engine/measure"
)

// small is a preset with 30 units.
func small(t *testing.T, preset string, dials ...string) *Sim {
	t.Helper()
	s := New()
	p, err := s.Dials().Preset(preset)
	if err != nil {
		t.Fatal(err)
	}
	s.Dials().Apply(p)
	turn(t, s, append([]string{"units", "30"}, dials...)...)
	s.Restart(nil)
	return s
}

// turn turns dials: name, value, name, value.
func turn(t *testing.T, s *Sim, dials ...string) {
	t.Helper()
	for i := 0; i < len(dials); i += 2 {
		if err := s.Dials().Set(dials[i], dials[i+1]); err != nil {
			t.Fatal(err)
		}
	}
}

// row is the measures now.
func row(s *Sim) []float64 { return slices.Clone(s.Report().Row) }

func TestEveryCombinationRuns(t *testing.T) {
	choices := func(name string) []string { return New().Dials().Lookup(name).Choices }
	for _, task := range choices("task") {
		for _, activation := range choices("activation") {
			for _, rule := range choices("rule") {
				for _, kind := range choices("noise-kind") {
					s := open(t, "task", task, "activation", activation, "rule", rule, "noise-kind", kind, "rate", "0.01",
						"units", "20", "samples", "15", "inputs", "6", "label-shape", "gaussian")
					before := slices.Clone(s.net.Theta)
					advance(s, 12)
					f := read(t, frame(t, s, nil))
					if w := s.Says(); w.Trouble != "" || w.Caption == "" || slices.Equal(before, s.net.Theta) {
						t.Errorf("%s, %s, %s, %s: %+v", task, activation, rule, kind, w)
					}
					if err := f.Check(); err != nil || f.Task != task || f.HiddenMax <= 0 {
						t.Errorf("%s, %s: %v, the largest activity is %v", task, activation, err, f.HiddenMax)
					}
				}
			}
		}
	}
}

// Stochastic error descent learns without a gradient, says that it takes no noise, and never
// rests.
func TestErrorDescentTakesNoNoise(t *testing.T) {
	s, noisy := small(t, "sed", "units", "20"), small(t, "sed", "units", "20", "noise-kind", "update")
	advance(s, 10_000)
	advance(noisy, 10_000)
	if !slices.Equal(s.net.Theta, noisy.net.Theta) {
		t.Error("noise changes its way")
	}
	if row(s)[colLoss] > -1 || s.Says().Phase == "at rest" {
		t.Errorf("%v, %s", row(s), s.Says().Phase)
	}
	if c := noisy.Says().Caption; !strings.Contains(c, "without the update noise") || strings.Contains(s.Says().Caption, "without the") {
		t.Errorf("captions %q and %q", c, s.Says().Caption)
	}
}

// It need not come to infinity to have diverged.
func TestErrorDescentNamesItsDivergence(t *testing.T) {
	s := small(t, "sed", "units", "100", "rate", "3")
	advance(s, 20_000)
	w := s.Says()
	if w.Phase != "diverged" || !strings.Contains(w.Trouble, "million million times") || !strings.Contains(w.Advice, "lower the learning rate") || s.Steps() != s.broken {
		t.Errorf("%+v at step %d", w, s.Steps())
	}
}

// Words that advise on noise do so only where there is some.
func TestAdviceFitsTheNoise(t *testing.T) {
	for _, c := range []struct {
		dials []string
		lower string
		wakes bool
	}{
		{nil, "or the noise", true},
		{[]string{"noise", "0"}, "learning rate and", false},
		{[]string{"noise-kind", "none"}, "learning rate and", false},
		{[]string{"noise-kind", "label"}, "or the noise", false},
		{[]string{"rule", "sed"}, "diverges easily", false},
	} {
		s := open(t, append(c.dials, "task", "random", "samples", "5")...)
		for j := range s.net.H {
			clear(s.net.In(j))
			s.net.In(j)[s.net.D] = -1
		}
		s.fresh = false
		if w := s.Says(); !strings.Contains(w.Advice, c.lower) || strings.Contains(w.Advice, "wake up") != c.wakes {
			t.Errorf("%v: %q", c.dials, w.Advice)
		}
	}
}

// Label noise is noise, as long as there is some of it: a network is at rest without only.
func TestLabelNoiseIsNeverAtRest(t *testing.T) {
	s := small(t, "noise-free")
	advance(s, 4_000)
	for _, c := range []struct {
		dials []string
		rests bool
	}{
		{[]string{"noise-kind", "label", "label", "1e-9"}, false},
		{[]string{"label", "0"}, true},
		{[]string{"noise-kind", "none", "rule", "sed"}, false},
		{[]string{"rule", "adam"}, true},
	} {
		if turn(t, s, c.dials...); (s.restingSince() >= 0) != c.rests {
			t.Errorf("%v: resting since %d", c.dials, s.restingSince())
		}
	}
}

// Units that are never quite silent are not dead, however little they do.
func TestOnlyReluDies(t *testing.T) {
	for _, activation := range []string{"relu", "tanh", "softplus", "leaky"} {
		s := open(t, "task", "random", "samples", "5", "activation", activation)
		for j := range s.net.H {
			clear(s.net.In(j))
			s.net.In(j)[s.net.D] = -5
			if activation == "tanh" {
				s.net.In(j)[s.net.D] = -0.05
			}
		}
		s.fresh = false
		if what, _ := s.trouble(); (what != "") != (activation == "relu") || s.activeUnits() != 0 || measure.ActiveFraction(s.pass.Active(), 5) != 0 {
			t.Errorf("%s: %q, %d active units", activation, what, s.activeUnits())
		}
	}
}

// A run of any rule goes on from its state to the same bits, also when the rule was turned to
// another and has not stepped yet; and states of before there were rules open.
func TestWhatRulesRememberIsSaved(t *testing.T) {
	for _, c := range []struct{ preset, then string }{
		{"adam", "adam"}, {"rmsprop", "rmsprop"}, {"rmsprop", "adam"}, {"adam", "gd"}, {"label-noise", "gd"}, {"sed", "sed"},
	} {
		s, other := small(t, c.preset), small(t, c.preset)
		advance(s, 50)
		turn(t, s, "rule", c.then)
		turn(t, other, "rule", c.then)
		state, err := s.AppendState(nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := other.RestoreState(state); err != nil {
			t.Fatal(err)
		}
		advance(s, 50)
		advance(other, 50)
		if !slices.Equal(s.net.Theta, other.net.Theta) || row(s)[colStep] != 100 {
			t.Errorf("%s, then %s: another run", c.preset, c.then)
		}
	}
	s := small(t, "adam")
	for name, st := range map[string]State{
		"another rule's": {Rule: "sgd"}, "too few": {Rule: "adam", Time: 3, M: make([]float32, 7), V: make([]float32, 7)},
		"nobody's": {Time: 3}, "no squares": {Rule: "rmsprop"}, "of before its beginning": {Rule: "rmsprop", Time: -1, V: make([]float32, len(s.net.Theta))},
	} {
		st.Theta, st.Broken, st.Snaps = s.net.Theta, -1, []Snap{{Theta: s.net.Theta}}
		if s.fits(&st) {
			t.Errorf("moments %s are taken", name)
		}
	}
	if !s.fits(&State{Theta: s.net.Theta, Broken: -1, Snaps: []Snap{{Theta: s.net.Theta}}}) {
		t.Error("a state without moments is refused")
	}
}

// Where samples have places, maps are over those; where not, over the samples.
func TestMapsAreOverPlacesWhereThereAreAny(t *testing.T) {
	for task, placed := range map[string]bool{"track": true, "abstract": true, "smoothed": false, "random": false} {
		s := open(t, "task", task, "samples", "30")
		said := strings.Contains(s.Says().Caption, "have a place field")
		if (s.data.bins == measure.Bins) != placed || said != placed || len(s.Facts()) > 2 && (s.Facts()[2].Name == "units with a place field") != placed {
			t.Errorf("%s: %d bins, %q", task, s.data.bins, s.Says().Caption)
		}
	}
}
