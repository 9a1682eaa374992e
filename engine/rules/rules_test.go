package rules

import (
	"bytes"
	"slices"
	"testing"

	"driftlab/engine/run"
	"driftlab/engine/track"
	"driftlab/engine/wire"
)

// started is a run of a preset with some dials turned.
func started(t *testing.T, preset string, pairs ...string) *Sim {
	t.Helper()
	s := New()
	p, err := s.Dials().Preset(preset)
	if err != nil {
		t.Fatal(err)
	}
	s.Dials().Apply(p)
	set(t, s, pairs...)
	if err := s.Restart(nil); err != nil {
		t.Fatal(err)
	}
	return s
}

func set(t *testing.T, s *Sim, pairs ...string) {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if err := s.Dials().Set(pairs[i], pairs[i+1]); err != nil {
			t.Fatal(err)
		}
	}
}

// to takes a run to a step.
func to(s *Sim, step int64) {
	for s.Steps() < step {
		s.Within(step - s.Steps())
		if s.Step() == run.Over {
			return
		}
	}
}

// lone is a network of a run, alone in the exhibit track, at a step.
func lone(t *testing.T, s *Sim, net int, step int64) *track.Sim {
	t.Helper()
	a := track.NewBeside()
	*a.Params() = *s.nets[net].Params()
	if err := a.Restart(nil); err != nil {
		t.Fatal(err)
	}
	for a.Steps() < step && a.Step() == run.Stepped {
	}
	return a
}

// Every network is, bit for bit and row for row, what it is alone.
func TestAsAlone(t *testing.T) {
	for _, preset := range []string{"four", "five", "activations", "twice"} {
		const steps = 300
		s := started(t, preset)
		to(s, steps)
		for i, net := range s.nets {
			alone := lone(t, s, i, steps)
			sameRun(t, preset+" "+Letters[i], net, alone)
		}
	}
}

func sameRun(t *testing.T, name string, net, alone *track.Sim) {
	t.Helper()
	if net.Steps() != alone.Steps() || !bytes.Equal(net.AppendParameters(nil), alone.AppendParameters(nil)) {
		t.Errorf("%s at step %d: other parameters than alone at step %d", name, net.Steps(), alone.Steps())
	}
	a, b := net.Report(), alone.Report()
	if a.Len() != b.Len() {
		t.Fatalf("%s: %d rows, alone %d", name, a.Len(), b.Len())
	}
	same := func(x, y float64) bool { return x == y || x != x && y != y }
	if !slices.EqualFunc(a.Rows, b.Rows, same) {
		t.Errorf("%s: other rows than alone", name)
	}
	sa, _ := net.AppendState(nil)
	sb, _ := alone.AppendState(nil)
	if !bytes.Equal(sa, sb) {
		t.Errorf("%s: another state than alone", name)
	}
}

// A network that diverges stays there, as it does alone, and the others go on. When all have diverged the run
// is over.
func TestOneDiverges(t *testing.T) {
	s := started(t, "five", "nets", "3", "b-rate", "8", "b-noise-kind", "none")
	to(s, 600)
	if s.Steps() != 600 || !s.nets[1].Broken() || s.nets[0].Broken() || s.nets[2].Broken() {
		t.Fatalf("step %d, diverged: %v", s.Steps(), s.Says().Trouble)
	}
	alone := lone(t, s, 1, 600)
	for i, net := range s.nets {
		sameRun(t, Letters[i], net, lone(t, s, i, 600))
	}
	if want := "B: " + alone.Says().Trouble; s.Says().Trouble != want {
		t.Errorf("trouble is %q, not %q", s.Says().Trouble, want)
	}
	set(t, s, "a-rate", "8", "a-noise-kind", "none", "c-rule", "gd", "c-rate", "8")
	for range 10000 {
		if s.Step() == run.Over {
			return
		}
	}
	t.Errorf("at step %d it is not over: %q", s.Steps(), s.Says().Trouble)
}

// A dial that is turned takes effect from the present step on, as it does alone, whatever had been done ahead.
func TestADialIsTurned(t *testing.T) {
	s := started(t, "five")
	for s.Steps() < 300 {
		s.Step()
	}
	at := s.Steps()
	s.Wants() // plans ahead
	set(t, s, "b-label", "0.3", "d-noise-kind", "update")
	alone := make([]*track.Sim, len(s.nets))
	before := started(t, "five")
	for i := range alone {
		alone[i] = lone(t, before, i, at)
		*alone[i].Params() = *s.nets[i].Params()
	}
	to(s, at+200)
	for i, a := range alone {
		for a.Steps() < at+200 {
			a.Step()
		}
		sameRun(t, Letters[i], s.nets[i], a)
	}
}

// Steps are bounded: a run goes as far as is wanted, and no farther, although more had been planned.
func TestWithin(t *testing.T) {
	s := started(t, "five")
	to(s, 1000)
	for s.Steps() == 1000 {
		s.Within(1 << 40)
		s.Step()
	}
	at := s.Steps()
	if at < 1002 {
		t.Errorf("without a bound a round ends at step %d", at)
	}
	s.Wants()
	for _, more := range []int64{1, 2, 3} {
		to(s, s.Steps()+more)
		if at += more; s.Steps() != at {
			t.Fatalf("at step %d, not %d", s.Steps(), at)
		}
	}
	sameRun(t, "A", s.nets[0], lone(t, s, 0, at))
}

// Two places, mixed or by turns, are to every network what they are to it alone; a run that was saved in
// the middle of a stay goes on as if it had not been.
func TestTwoPlaces(t *testing.T) {
	for _, places := range []string{track.Mixed, track.Turns} {
		s := started(t, "five", "places", places, "stay", "50", "nets", "3")
		to(s, 333)
		for i, net := range s.nets {
			sameRun(t, places+" "+Letters[i], net, lone(t, s, i, 333))
		}
		b, err := s.AppendState(nil)
		if err != nil {
			t.Fatal(err)
		}
		again := started(t, "five", "places", places, "stay", "50", "nets", "3")
		if err := again.RestoreState(b); err != nil {
			t.Fatal(places, err)
		}
		to(s, 500)
		to(again, 500)
		for i := range s.nets {
			sameRun(t, places+", saved, "+Letters[i], again.nets[i], s.nets[i])
		}
	}
}

// By turns, too, a network that diverges is known to have, and the run can be saved and goes on.
func TestOneDivergesAmongTwoPlaces(t *testing.T) {
	dials := []string{"nets", "2", "places", track.Turns, "stay", "50", "b-rate", "8", "b-noise-kind", "none"}
	s := started(t, "five", dials...)
	to(s, 300)
	if !s.nets[1].Broken() || s.nets[0].Broken() || s.Says().Trouble == "" {
		t.Fatalf("step %d, trouble %q", s.Steps(), s.Says().Trouble)
	}
	sameRun(t, "B", s.nets[1], lone(t, s, 1, 300))
	b, err := s.AppendState(nil)
	if err != nil {
		t.Fatal(err)
	}
	again := started(t, "five", dials...)
	if err := again.RestoreState(b); err != nil {
		t.Fatal(err)
	}
	to(s, 400)
	to(again, 400)
	for i, net := range s.nets {
		sameRun(t, Letters[i], again.nets[i], net)
	}
}

// What helpers bring is memory that is used again, and what is no result of a leg is refused.
func TestHelpersLegs(t *testing.T) {
	s, helper := started(t, "five"), started(t, "five")
	for s.Steps() < 2000 {
		for range 3 {
			if !s.Wants() {
				break
			}
			i, input := s.Give(nil)
			b, err := helper.Work(i, input, nil)
			if err != nil {
				t.Fatal(err)
			}
			var l wire.Leg
			if _, err := l.UnmarshalMsg(b); err != nil {
				t.Fatal(err)
			}
			l.Ends = l.Ends[:len(l.Ends)-1]
			if short, _ := l.MarshalMsg(nil); s.Take(i, short) == nil {
				t.Fatal("a leg that stops short was taken")
			}
			if err := s.Take(i, b); err != nil {
				t.Fatal(err)
			}
		}
		s.Step()
	}
	sameRun(t, "A", s.nets[0], lone(t, s, 0, s.Steps()))
}
