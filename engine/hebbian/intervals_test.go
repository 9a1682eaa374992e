package hebbian

import (
	"math"
	"testing"
)

// What was saved before there were intervals begins with them; marks that nobody made are refused.
func TestOldRunsHaveNoIntervals(t *testing.T) {
	s := started(t, "tiny", nil)
	s.to(2*leastInterval + 100)
	saved := func(change func(st *State)) []byte {
		b, err := s.AppendState(nil)
		if err != nil {
			t.Fatal(err)
		}
		var st State
		if _, err := st.UnmarshalMsg(b); err != nil {
			t.Fatal(err)
		}
		change(&st)
		if b, err = st.MarshalMsg(nil); err != nil {
			t.Fatal(err)
		}
		return b
	}
	old := started(t, "tiny", nil)
	if err := old.RestoreState(saved(func(st *State) { st.Every, st.Marks = 0, nil })); err != nil {
		t.Fatal(err)
	}
	old.to(4*leastInterval + 1)
	if of := old.intervals.Of; len(of) != 1 || of[0].From != 3*leastInterval || math.IsNaN(of[0].Speed) {
		t.Errorf("%+v", of)
	}
	for what, change := range map[string]func(st *State){
		"an odd interval": func(st *State) { st.Every = 3 },
		"a gap":           func(st *State) { st.Marks = append(st.Marks[:1:1], st.Marks[2:]...) },
		"an early end":    func(st *State) { st.Marks = st.Marks[:2] },
		"the future":      func(st *State) { st.Marks[2].Step = st.Step + 1 },
		"few cells":       func(st *State) { st.Marks[1].Y = st.Marks[1].Y[1:] },
	} {
		if err := started(t, "tiny", nil).RestoreState(saved(change)); err == nil {
			t.Errorf("%s is taken", what)
		}
	}
}
