package engine

import (
	"strings"
	"testing"

	"driftlab/engine/wire"
)

// A run that was saved when files named only what differed from their preset goes on with
// the dials of then, though the preset has changed.
func TestARunSavedWithAFormerPresetKeepsItsDials(t *testing.T) {
	s := Open("scene=valley&preset=crowd&rate=0.02&noise=0.03&walkers=50")
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
	f.Address = "v=1&scene=valley&preset=crowd&seed=1&noise=0.03&walkers=50"
	f.Sum = checksum(&f)
	old, err := f.MarshalMsg(nil)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Load(old)
	if err != nil {
		t.Fatal(err)
	}
	do(t, s, wire.Command{Kind: "step", N: 100})
	do(t, again, wire.Command{Kind: "step", N: 100})
	if Hash(s.sim) != Hash(again.sim) || again.Status().Params["rate"] != "0.02" {
		t.Errorf("it goes on at rate %s", again.Status().Params["rate"])
	}
}

// What former lists are dials and values that still exist.
func TestFormerPresetsAreUnderstood(t *testing.T) {
	for name := range former {
		exhibit, preset, _ := strings.Cut(name, " ")
		if got := Open(completed("scene=" + exhibit + "&preset=" + preset)).Status().Notices; preset != "" && len(got) > 0 {
			t.Errorf("%s: %q", name, got)
		}
	}
}
