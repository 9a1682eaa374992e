package track

import (
	"math"
	"testing"

	"driftlab/engine/measure"
)

// Intervals compare the maps at their ends and count the units that have come and gone, however
// often anybody looks.
func TestIntervalsOfARun(t *testing.T) {
	s := open(t, "units", "40", "noise", "0.2")
	advance(s, 96)
	at, active := map[int64]measure.Snapshot{}, map[int64]int{}
	for range 9 {
		s.maps()
		at[s.steps] = measure.Snapshot{SI: append([]float64(nil), s.now.SI...), Maps: append([]float32(nil), s.now.Maps...)}
		active[s.steps] = s.activeUnits()
		advance(s, 4)
	}
	if s.intervals.Every != 8 || len(s.intervals.Of) != 16 {
		t.Fatalf("%d intervals of %d", len(s.intervals.Of), s.intervals.Every)
	}
	changed := 0
	for _, v := range s.intervals.Of[12:] {
		a, b := at[v.From], at[v.To]
		if want := 1 - measure.MapCorrelation(&a, &b); v.Speed != want {
			t.Errorf("%+v: the maps correlate at %v", v, 1-want)
		}
		if v.Born-v.Silenced != active[v.To]-active[v.From] {
			t.Errorf("%+v: from %d active units to %d", v, active[v.From], active[v.To])
		}
		changed += v.Born + v.Silenced
	}
	if changed == 0 {
		t.Error("no unit has come or gone")
	}
}

// What was saved before there were intervals begins with them; marks that nobody made are refused.
func TestOldRunsHaveNoIntervals(t *testing.T) {
	s := open(t, "units", "20")
	advance(s, 101)
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
	old := open(t, "units", "20")
	if err := old.RestoreState(saved(func(st *State) { st.Every, st.Marks = 0, nil })); err != nil {
		t.Fatal(err)
	}
	advance(old, 3)
	if of := old.intervals.Of; len(of) != 2 || of[0].From != 102 || math.IsNaN(of[0].Speed) {
		t.Errorf("%+v", of)
	}
	for what, change := range map[string]func(st *State){
		"an odd interval": func(st *State) { st.Every = 3 },
		"a gap":           func(st *State) { st.Marks = append(st.Marks[:3:3], st.Marks[4:]...) },
		"an early end":    func(st *State) { st.Marks = st.Marks[:len(st.Marks)-1] },
		"the future":      func(st *State) { st.Marks[len(st.Marks)-1].Step = 104 },
		"few parameters":  func(st *State) { st.Marks[2].Theta = st.Marks[2].Theta[1:] },
	} {
		if err := open(t, "units", "20").RestoreState(saved(change)); err == nil {
			t.Errorf("%s is taken", what)
		}
	}
}
