package engine

import (
	"fmt"
	"strings"
	"testing"

	"driftlab/engine/wire"
)

// A run that was saved when files named only what differed from their preset goes on with
// the dials of then, though the preset has changed.
func TestARunSavedWithAFormerPresetKeepsItsDials(t *testing.T) {
	s := opened("scene=valley&preset=crowd&rate=0.02&noise=0.03&walkers=50")
	do(t, s, wire.Command{Kind: "step", N: 30})
	file, err := s.Save()
	if err != nil {
		t.Fatal(err)
	}
	var f wire.File
	if _, err := f.UnmarshalMsg(file); err != nil {
		t.Fatal(err)
	}
	if want := "&rate=0.02"; !strings.Contains(f.Address, want) || !strings.Contains(f.Address, "&x0=2&") {
		t.Errorf("the file's address is %q", f.Address)
	}
	f.Version, f.Kept = 1, 0
	f.Address = "v=1&scene=valley&preset=crowd&seed=1&noise=0.03&walkers=50"
	f.Sum = checksum(&f)
	old, err := f.MarshalMsg(nil)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Load(old, data)
	if err != nil {
		t.Fatal(err)
	}
	do(t, s, wire.Command{Kind: "step", N: 100})
	do(t, again, wire.Command{Kind: "step", N: 100})
	if Hash(s.sim) != Hash(again.sim) || again.Status().Params["rate"] != "0.02" {
		t.Errorf("it goes on at rate %s", again.Status().Params["rate"])
	}
}

// A run that was saved before silent units leapt goes on step by step, to the bits of then.
func TestARunOfBeforeLeapsTakesEveryStep(t *testing.T) {
	s := opened("scene=track&preset=tiny&units=30&noise=0.3&leaps=false")
	do(t, s, wire.Command{Kind: "step", N: 1500})
	file, err := s.Save()
	if err != nil {
		t.Fatal(err)
	}
	var f wire.File
	if _, err := f.UnmarshalMsg(file); err != nil {
		t.Fatal(err)
	}
	f.Kept = 3
	f.Address = strings.NewReplacer("&edition=2", "", "&leaps=false", "").Replace(f.Address)
	f.Sum = checksum(&f)
	old, err := f.MarshalMsg(nil)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Load(old, data)
	if err != nil {
		t.Fatal(err)
	}
	do(t, s, wire.Command{Kind: "step", N: 500})
	do(t, again, wire.Command{Kind: "step", N: 500})
	if Hash(s.sim) != Hash(again.sim) || again.Status().Params["leaps"] != "false" || strings.Contains(f.Address, "leaps") {
		t.Errorf("it goes on with leaps %s; the file's address is %s", again.Status().Params["leaps"], f.Address)
	}
}

// A file of a later state than this program knows is refused with a sentence.
func TestALaterStateIsNamed(t *testing.T) {
	file, err := opened("scene=valley").Save()
	if err != nil {
		t.Fatal(err)
	}
	var f wire.File
	if _, err := f.UnmarshalMsg(file); err != nil {
		t.Fatal(err)
	}
	f.Kept = 7
	damaged, _ := f.MarshalMsg(nil)
	if _, err := Load(damaged, data); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("with another version than it was saved with: %v", err)
	}
	f.Sum = checksum(&f)
	later, _ := f.MarshalMsg(nil)
	if _, err := Load(later, data); err == nil || err.Error() != "the run was saved by a newer driftlab (its valley has version 7, this one knows 1)" {
		t.Error(err)
	}
}

// A link keeps what it meant when its preset has changed, and says so; what people write
// themselves means today's preset.
func TestALinkKeepsWhatItMeant(t *testing.T) {
	for address, want := range map[string]struct{ rate, smooth, notice string }{
		"#v=1&scene=track&preset=lecture&seed=3":    {"0.5", "0.01", "preset: lecture has changed since this link was made; as they were then: smooth, rate, leaps"},
		"#v=1&scene=track&preset=lecture&rate=0.2":  {"0.2", "0.01", "preset: lecture has changed since this link was made; as they were then: smooth, leaps"},
		"#v=1&scene=track&preset=lecture&edition=2": {"0.4", "0.05", "preset: lecture has changed since this link was made; as they were then: leaps"},
		"#v=1&scene=track&preset=lecture&edition=3": {"0.4", "0.05", ""},
		"?scene=track&preset=lecture":               {"0.4", "0.05", ""},
		"?scene=track&preset=lecture&edition=1":     {"0.5", "0.01", "preset: lecture has changed since this link was made; as they were then: smooth, rate, leaps"},
		"#v=1&scene=track":                          {"0.4", "0.05", ""},
		"#v=1&scene=track&preset=tiny":              {"0.1", "0.05", "preset: tiny has changed since this link was made; as they were then: leaps"},
		"#v=1&scene=track&preset=tiny&edition=2":    {"0.1", "0.05", ""},
		"#v=1&scene=track&preset=lecture&edition=9": {"0.4", "0.05", "edition: the link is of a newer lecture than this page knows; what it does not name is as it is here"},
		"#v=1&scene=track&preset=lecture&edition=x": {"0.4", "0.05", `edition: "x" is no edition of a preset`},
	} {
		s := opened(address)
		got := s.Status()
		if got.Params["rate"] != want.rate || got.Params["smooth"] != want.smooth || strings.Join(got.Notices, "; ") != want.notice {
			t.Errorf("%s: rate %s, smooth %s, %q", address, got.Params["rate"], got.Params["smooth"], got.Notices)
		}
		again := opened(got.Link).Status()
		if again.Link != got.Link || len(again.Notices) > 0 || again.Params["rate"] != want.rate || again.Params["smooth"] != want.smooth {
			t.Errorf("%s: its link %s opens as %s, %q", address, got.Link, again.Link, again.Notices)
		}
	}
}

// Every earlier edition of a preset is listed, with dials and values that still exist.
func TestFormerPresetsAreUnderstood(t *testing.T) {
	for _, e := range Exhibits {
		for _, p := range e.New().Dials().Presets {
			editions := former[e.Name+" "+p.Name]
			if len(editions) != max(p.Edition, 1)-1 {
				t.Errorf("%s, %s: edition %d, and %d earlier ones are listed", e.Name, p.Name, p.Edition, len(editions))
			}
			for i := range editions {
				got := opened(fmt.Sprintf("scene=%s&preset=%s&edition=%d", e.Name, p.Name, i+1)).Status().Notices
				if len(got) != 1 || !strings.HasPrefix(got[0], "preset: "+p.Name+" has changed") {
					t.Errorf("%s, %s, edition %d: %q", e.Name, p.Name, i+1, got)
				}
			}
		}
	}
}

// A dial that got another name is still turned by the one it had: in links, saved runs and calls.
func TestADialKeepsItsFormerName(t *testing.T) {
	for address, want := range map[string]map[string]string{
		"#v=1&scene=track&preset=tiny&phase=legacy":                     {"offsets": "legacy"},
		"#v=1&scene=track&preset=tiny&offsets=legacy":                   {"offsets": "legacy"},
		"#v=1&scene=track&preset=tiny&phase=legacy&offsets=arc":         {"offsets": "arc"},
		"#v=1&scene=track&preset=lecture&phase=legacy&smooth=0.03":      {"offsets": "legacy"},
		"#v=1&scene=valley&preset=paper&seed=1&look=surface&turn=40":    {"picture": "surface", "azimuth": "40"},
		"#v=1&scene=valley&preset=crowd&look=surface&turn=-170":         {"picture": "surface", "azimuth": "-170"},
		"#v=1&scene=valley&look=surface&picture=map&turn=40&azimuth=50": {"picture": "map", "azimuth": "50"},
		"?scene=valley&look=surface":                                    {"picture": "surface", "azimuth": "35"},
	} {
		s := opened(address)
		has(t, address, s, want)
		do(t, s, wire.Command{Kind: "step", N: 3})
		again, err := Load(savedFormerly(t, s), data)
		if err != nil {
			t.Errorf("%s, saved: %v", address, err)
			continue
		}
		has(t, address+", saved", again, want)
		if Hash(s.sim) != Hash(again.sim) || again.Status().Link != s.Status().Link {
			t.Errorf("%s, saved: it goes on as %s, not as %s", address, again.Status().Link, s.Status().Link)
		}
	}
	s := opened("scene=track&preset=tiny")
	do(t, s, wire.Command{Kind: "set", Values: map[string]string{"phase": "legacy"}})
	has(t, "set", s, map[string]string{"offsets": "legacy"})
	s = opened("scene=valley")
	do(t, s, wire.Command{Kind: "set", Values: map[string]string{"look": "surface", "turn": "40"}})
	has(t, "set", s, map[string]string{"picture": "surface", "azimuth": "40"})
}

// has checks dials, and that no former name of one is in the link or in what is noted.
func has(t *testing.T, what string, s *Session, want map[string]string) {
	t.Helper()
	got := s.Status()
	for name, value := range want {
		if got.Params[name] != value {
			t.Errorf("%s: %s is %s, want %s", what, name, got.Params[name], value)
		}
	}
	for _, d := range s.sim.Dials().All() {
		if d.Former != "" && (strings.Contains(got.Link, "&"+d.Former+"=") || strings.Contains(strings.Join(got.Notices, ""), d.Former)) {
			t.Errorf("%s: %s is named in %s, %q", what, d.Former, got.Link, got.Notices)
		}
	}
}

// savedFormerly is the session's file as it was when its dials had their former names.
func savedFormerly(t *testing.T, s *Session) []byte {
	t.Helper()
	file, err := s.Save()
	if err != nil {
		t.Fatal(err)
	}
	var f wire.File
	if _, err := f.UnmarshalMsg(file); err != nil {
		t.Fatal(err)
	}
	for _, d := range s.sim.Dials().All() {
		if d.Former != "" {
			f.Address = strings.Replace(f.Address, "&"+d.Name+"=", "&"+d.Former+"=", 1)
		}
	}
	f.Sum = checksum(&f)
	old, err := f.MarshalMsg(nil)
	if err != nil {
		t.Fatal(err)
	}
	return old
}
