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
	again, err := Load(old, nil)
	if err != nil {
		t.Fatal(err)
	}
	do(t, s, wire.Command{Kind: "step", N: 100})
	do(t, again, wire.Command{Kind: "step", N: 100})
	if Hash(s.sim) != Hash(again.sim) || again.Status().Params["rate"] != "0.02" {
		t.Errorf("it goes on at rate %s", again.Status().Params["rate"])
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
	if _, err := Load(damaged, nil); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("with another version than it was saved with: %v", err)
	}
	f.Sum = checksum(&f)
	later, _ := f.MarshalMsg(nil)
	if _, err := Load(later, nil); err == nil || err.Error() != "the run was saved by a newer driftlab (its valley has version 7, this one knows 1)" {
		t.Error(err)
	}
}

// A link keeps what it meant when its preset has changed, and says so; what people write
// themselves means today's preset.
func TestALinkKeepsWhatItMeant(t *testing.T) {
	for address, want := range map[string]struct{ rate, smooth, notice string }{
		"#v=1&scene=track&preset=lecture&seed=3":    {"0.5", "0.01", "preset: lecture has changed since this link was made; as they were then: rate, smooth"},
		"#v=1&scene=track&preset=lecture&rate=0.2":  {"0.2", "0.01", "preset: lecture has changed since this link was made; as they were then: smooth"},
		"#v=1&scene=track&preset=lecture&edition=2": {"0.4", "0.05", ""},
		"?scene=track&preset=lecture":               {"0.4", "0.05", ""},
		"?scene=track&preset=lecture&edition=1":     {"0.5", "0.01", "preset: lecture has changed since this link was made; as they were then: rate, smooth"},
		"#v=1&scene=track":                          {"0.4", "0.05", ""},
		"#v=1&scene=track&preset=tiny":              {"0.1", "0.05", ""},
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
	for address, want := range map[string]string{
		"#v=1&scene=track&preset=tiny&phase=legacy":                "legacy",
		"#v=1&scene=track&preset=tiny&offsets=legacy":              "legacy",
		"#v=1&scene=track&preset=tiny&phase=legacy&offsets=arc":    "arc",
		"#v=1&scene=track&preset=lecture&phase=legacy&smooth=0.03": "legacy",
	} {
		s := opened(address)
		got := s.Status()
		if got.Params["offsets"] != want || strings.Contains(got.Link, "phase") || strings.Contains(strings.Join(got.Notices, ""), "phase") {
			t.Errorf("%s: offsets %s, %s, %q", address, got.Params["offsets"], got.Link, got.Notices)
		}
		file, err := s.Save()
		if err != nil {
			t.Fatal(err)
		}
		var f wire.File
		if _, err := f.UnmarshalMsg(file); err != nil {
			t.Fatal(err)
		}
		f.Address = strings.Replace(f.Address, "offsets=", "phase=", 1)
		f.Sum = checksum(&f)
		old, _ := f.MarshalMsg(nil)
		if again, err := Load(old, nil); err != nil || again.Status().Params["offsets"] != want {
			t.Errorf("%s: %v", f.Address, err)
		}
	}
	s := opened("scene=track&preset=tiny")
	do(t, s, wire.Command{Kind: "set", Values: map[string]string{"phase": "legacy"}})
	if got := s.Status().Params["offsets"]; got != "legacy" {
		t.Errorf("set by its former name it is %s", got)
	}
}
