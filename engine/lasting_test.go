package engine

import (
	"fmt"
	"testing"

	"driftlab/engine/wire"
)

// lasting is an exhibit's experiment that is worth keeping beyond the visit, or not.
type lasting struct {
	Sim
	yes bool
}

func (l *lasting) Lasts() bool { return l.yes }

// A run that lasts is kept under what it follows from, and not where that does not tell the whole.
func TestKeptUnder(t *testing.T) {
	const address = "scene=track&preset=tiny&seed=9&noise=0.1&tempo=max"
	s := opened(address)
	if got := s.Status().Keep; got != "" {
		t.Errorf("a run that does not last is kept under %q", got)
	}
	l := &lasting{Sim: s.sim}
	s.sim = l
	if got := s.Status().Keep; got != "" {
		t.Errorf("one that does not last with these dials is kept under %q", got)
	}
	l.yes = true
	state := fmt.Sprintf("&state=%d", s.exhibit.State)
	want := "v=1&scene=track&preset=tiny&edition=2&seed=9&noise=0.1" + state
	if got := s.Status().Keep; got != want {
		t.Errorf("it is kept under %q, want %q", got, want)
	}

	// Neither the view nor the tempo nor steps make it another one; the seed does.
	do(t, s, wire.Command{Kind: "step", N: 3})
	do(t, s, wire.Command{Kind: "set", Values: map[string]string{"freeze": "true", "tempo": "fixed", "speed": "7"}})
	if got := s.Status(); got.Keep != want || got.Link+state == want {
		t.Errorf("with another view it is kept under %q, want %q; its link is %q", got.Keep, want, got.Link)
	}
	do(t, s, wire.Command{Kind: "seed", Values: map[string]string{"seed": "10"}})
	if got := s.Status().Keep; got != "v=1&scene=track&preset=tiny&edition=2&seed=10&noise=0.1"+state {
		t.Errorf("with another seed it is kept under %q", got)
	}

	// What was turned on the way is in no address.
	do(t, s, wire.Command{Kind: "step", N: 3})
	do(t, s, wire.Command{Kind: "set", Values: map[string]string{"noise": "0.2"}})
	if got := s.Status().Keep; got != "" {
		t.Errorf("with a dial turned on the way it is kept under %q", got)
	}
	do(t, s, wire.Command{Kind: "reset"})
	if got := s.Status().Keep; got != "v=1&scene=track&preset=tiny&edition=2&seed=10&noise=0.2"+state {
		t.Errorf("begun anew it is kept under %q", got)
	}
}
