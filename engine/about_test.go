package engine

import (
	"slices"
	"strings"
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
	s := Open("scene=track&preset=tiny&seed=7&noise=0.1&units=30&freeze=true&tempo=max")
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

// flags are a command's dials as an address has them: "noise=0.1".
func flags(command string) (out []string) {
	words := strings.Fields(command)
	for i, w := range words {
		name, dashed := strings.CutPrefix(w, "-")
		if dashed && !slices.Contains([]string{"steps", "every", "hash"}, name) {
			out = append(out, name+"="+words[i+1])
		}
	}
	return out
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
		"another look":          {"scene=valley", []wire.Command{step, set("look", "surface"), set("tempo", "max")}, false},
		"poked":                 {"scene=valley", []wire.Command{{Kind: "poke", X: 1, Y: 1}}, true},
		"turned, then restart":  {"scene=valley", []wire.Command{step, set("noise", "0.1"), {Kind: "reset"}, step}, false},
		"turned, then new seed": {"scene=valley", []wire.Command{step, set("noise", "0.1"), set("seed", "4"), step}, false},
	} {
		s := Open(c.address)
		for _, command := range c.commands {
			do(t, s, command)
		}
		if got := about(t, s).Command; (got == "") != c.touched {
			t.Errorf("%s: the command is %q", name, got)
		}
		if command := about(t, s).Command; command != "" {
			open := Open("scene=valley&" + strings.Join(flags(command), "&"))
			do(t, open, wire.Command{Kind: "step", N: int(s.Sim().Steps())})
			if got, want := open.csv(), s.csv(); open.Sim().Steps() > 0 && got != want {
				t.Errorf("%s: the command gives\n%swant\n%s", name, got, want)
			}
		}
		file, err := s.Save()
		if err != nil {
			t.Fatal(err)
		}
		loaded, err := Load(file)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := about(t, loaded), about(t, s); got.Command != want.Command || got.Hash != want.Hash {
			t.Errorf("%s: loaded as %+v, saved as %+v", name, got, want)
		}
	}
}
