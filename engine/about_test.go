package engine

import (
	"slices"
	"testing"

	"driftlab/engine/wire"
)

func about(t *testing.T, s *Session) *wire.About {
	t.Helper()
	r := s.Do(wire.Command{Kind: "about"})
	if r.Error != "" || r.About == nil {
		t.Fatalf("about: %+v", r)
	}
	return r.About
}

func TestAboutNamesTheCommand(t *testing.T) {
	s := opened("scene=track&preset=tiny&seed=7&noise=0.1&units=30&freeze=true&tempo=max")
	a := about(t, s)
	if want := "bin/lab run track -preset tiny -seed 7 -noise 0.1 -units 30 -steps 0 -hash"; a.Command != want {
		t.Errorf("command %q, want %q", a.Command, want)
	}
	if a.Exhibit != "track" || a.Preset != "tiny" || a.Seed != "7" || !slices.Equal(a.Changed, []string{"noise 0.1", "units 30"}) {
		t.Errorf("about: %+v", a)
	}
	s.Do(wire.Command{Kind: "step", N: 12})
	b := about(t, s)
	if want := "bin/lab run track -preset tiny -seed 7 -noise 0.1 -units 30 -steps 12 -every 12 -hash"; b.Command != want {
		t.Errorf("command %q, want %q", b.Command, want)
	}
	if b.Step != 12 || b.Hash == a.Hash || b.Hash != Hash(s.Sim()) || b.Vector != Vector() {
		t.Errorf("about: %+v", b)
	}
}

// Dials turned before the first step count from the start, as a command line's do.
func TestDialsTurnedBeforeTheFirstStep(t *testing.T) {
	turned, given := opened("scene=valley&walkers=20"), opened("scene=valley&walkers=20&rate=0.2")
	do(t, turned, wire.Command{Kind: "set", Values: map[string]string{"rate": "0.2"}})
	for _, s := range []*Session{turned, given} {
		do(t, s, wire.Command{Kind: "step", N: 500})
	}
	if got, want := turned.csv(nil), given.csv(nil); got != want {
		t.Errorf("turned, the history is\n%swant\n%s", got, want)
	}
}

// A command line sets the dials once: it cannot give a run that was touched on the way.
func TestATouchedRunHasNoCommand(t *testing.T) {
	set := func(name, value string) wire.Command {
		return wire.Command{Kind: "set", Values: map[string]string{name: value}}
	}
	step := wire.Command{Kind: "step", N: 3}
	for name, c := range map[string]struct {
		address  string
		commands []wire.Command
		touched  bool
	}{
		"turned at the start":   {"scene=valley", []wire.Command{set("noise", "0.1"), step}, false},
		"turned on the way":     {"scene=valley", []wire.Command{step, set("noise", "0.1")}, true},
		"turned to the same":    {"scene=valley&noise=0.1", []wire.Command{step, set("noise", "0.10")}, false},
		"turned and back":       {"scene=valley&noise=0.1", []wire.Command{step, set("noise", "0.2"), step, set("noise", "0.1")}, true},
		"another picture":       {"scene=valley", []wire.Command{step, set("picture", "surface"), set("tempo", "max")}, false},
		"poked":                 {"scene=valley", []wire.Command{{Kind: "poke", X: 1, Y: 1}}, true},
		"turned, then restart":  {"scene=valley", []wire.Command{step, set("noise", "0.1"), {Kind: "reset"}, step}, false},
		"turned, then new seed": {"scene=valley", []wire.Command{step, set("noise", "0.1"), set("seed", "4"), step}, false},
	} {
		s := opened(c.address)
		for _, command := range c.commands {
			do(t, s, command)
		}
		if got := about(t, s).Command; (got == "") != c.touched {
			t.Errorf("%s: the command is %q", name, got)
		}
		file, err := s.Save()
		if err != nil {
			t.Fatal(err)
		}
		loaded, err := Load(file, data)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := about(t, loaded), about(t, s); got.Command != want.Command || got.Hash != want.Hash {
			t.Errorf("%s: loaded as %+v, saved as %+v", name, got, want)
		}
	}
}
