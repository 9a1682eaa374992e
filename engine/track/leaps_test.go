package track

import (
	"slices"
	"testing"

	"driftlab/engine/nn"
	"driftlab/engine/wire"
)

// leaping is a small network whose units soon fall silent.
func leaping(t *testing.T, dials ...string) *Sim {
	return small(t, "tiny", append([]string{"noise", "0.3"}, dials...)...)
}

// under counts the leaps under way.
func under(l *nn.Learner) (many int) {
	l.EachLeap(func(nn.Leap) { many++ })
	return many
}

// What becomes of a run with leaps is the same in one go, looked at after every step, saved and opened
// again in the middle of leaps, and done elsewhere in legs of any length.
func TestLeapsDoNotDependOnWhoLooks(t *testing.T) {
	const steps = 6000
	want := leaping(t)
	advance(want, steps)
	if under(want.learner) < 5 {
		t.Fatalf("%d leaps", under(want.learner))
	}

	looked := leaping(t)
	for looked.steps < steps {
		looked.Step()
		if looked.steps%7 == 0 {
			looked.Report()
			frame(t, looked, nil)
		}
	}

	saved := leaping(t)
	for _, n := range []int{1501, 1, 1000, 37, 2000, 1000} {
		advance(saved, n)
		state, err := saved.AppendState(nil)
		if err != nil {
			t.Fatal(err)
		}
		saved = leaping(t)
		if err := saved.RestoreState(state); err != nil {
			t.Fatal(err)
		}
	}
	advance(saved, int(steps-saved.steps))

	legs := leaping(t)
	at, other := NewTrainer(legs), NewTrainer(legs)
	for stop := int64(0); stop < steps; {
		stop = min(stop*5/4+11, steps)
		for !at.Towards(stop) {
		}
		state := at.Empty()
		at.Save(state)
		got := other.Read(at.Append(nil, state))
		if got == nil {
			t.Fatalf("a leg to step %d is not taken", stop)
		}
		other.Resume(got)
		at, other = other, at
	}

	for what, got := range map[string][]float32{"looked at": looked.net.Theta, "saved": saved.net.Theta, "in legs": at.net.Theta} {
		if !slices.Equal(got, want.net.Theta) {
			t.Errorf("%s: another run", what)
		}
	}
	if off := leaping(t, "leaps", "false"); under(off.learner) > 0 {
		t.Error("leaps that are turned off")
	}
}

// The noise can be turned in the middle of leaps, and saved before the next step.
func TestDialsEndLeaps(t *testing.T) {
	s := leaping(t)
	advance(s, 3001)
	before := slices.Clone(s.net.Theta)
	turn(t, s, "noise", "0.2")
	state, err := s.AppendState(nil)
	if err != nil {
		t.Fatal(err)
	}
	other := leaping(t, "noise", "0.2")
	if err := other.RestoreState(state); err != nil {
		t.Fatal(err)
	}
	s.Step()
	other.Step()
	for j := range s.net.H {
		if row := s.net.Row(j); slices.Equal(row, before[j*len(row):][:len(row)]) {
			t.Errorf("unit %d has not moved", j)
		}
	}
	advance(s, 1000)
	advance(other, 1000)
	if !slices.Equal(s.net.Theta, other.net.Theta) {
		t.Error("another run")
	}
}

// In turns nobody leaps: who is silent here may not be there.
func TestNobodyLeapsByTurns(t *testing.T) {
	s := NewBeside()
	s.p.Places, s.p.Stay = Turns, 100
	turn(t, s, "units", "30", "samples", "20", "noise", "0.3")
	s.Restart(nil)
	advance(s, 3000)
	if silent := s.p.Units - s.activeUnits(); silent < 3 || under(s.learner) > 0 {
		t.Errorf("%d leap, of %d silent ones", under(s.learner), silent)
	}
}

// A state in which an active unit leaps, or one that there is not, is refused.
func TestLeapsOfTheActiveAreRefused(t *testing.T) {
	s := leaping(t)
	advance(s, 3000)
	state, err := s.AppendState(nil)
	if err != nil {
		t.Fatal(err)
	}
	active := 0
	for len(s.samplesOf(active)) == 0 {
		active++
	}
	for name, change := range map[string]func(*Leaps){
		"an active unit's": func(l *Leaps) { *l = Leaps{l.Rate, l.Noise, []int{active}, []int64{3000}, []int{4}} },
		"nobody's":         func(l *Leaps) { l.Unit[len(l.Unit)-1] = 30 },
		"cut short":        func(l *Leaps) { l.From = l.From[1:] },
		"over":             func(l *Leaps) { l.From[0] = 1 },
	} {
		var st State
		if err := wire.Whole(st.UnmarshalMsg(state)); err != nil {
			t.Fatal(err)
		}
		change(&st.Leaps)
		bad, _ := st.MarshalMsg(nil)
		if leaping(t).RestoreState(bad) == nil {
			t.Errorf("leaps %s are taken", name)
		}
	}
	if err := leaping(t, "leaps", "false").RestoreState(state); err == nil {
		t.Error("leaps are taken where there are none")
	}
}

// samplesOf are the samples for which unit j is active.
func (s *Sim) samplesOf(j int) (on []int) {
	s.forward()
	for i, h := range s.pass.Active()[j][:s.data.batch.T] {
		if h > 0 {
			on = append(on, i)
		}
	}
	return on
}
