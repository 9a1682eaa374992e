package sweep

import (
	"bytes"
	"math"
	"strings"
	"testing"
)

// A run that two workers have died of is a result: with what it had come to when that was last told, or with nothing. All else
// goes on, and it is kept, drawn, counted and named as what it is.
func TestAFailedRunIsAResult(t *testing.T) {
	s := started(t, "trial", "")
	j, err := s.Job(2, nil)
	if err != nil {
		t.Fatal(err)
	}
	j.Advance(20)
	if err := s.Hold(j.Part(nil)); err != nil {
		t.Fatal(err)
	}
	for _, i := range []int{1, 2} {
		if !s.Drop(i) || s.Drop(i) {
			t.Errorf("run %d is not tried once more", i)
		}
	}
	finish(s)
	if r := s.done[1]; r.Outcome != Failed || r.Step != 0 || len(r.Loss) != 0 || !math.IsNaN(r.Tau) {
		t.Errorf("of a run of which nothing is known: %+v", r)
	}
	if r := s.done[2]; r.Outcome != Failed || r.Step != 20 || len(r.Loss) == 0 || !math.IsNaN(r.Final().Units) {
		t.Errorf("of a run that was told of: %+v", r)
	}
	if text := s.Says().Caption; !strings.Contains(text, ", 2 failed (broke off twice).") {
		t.Errorf("caption %q", text)
	}
	if _, _, said, err := s.Beside(3); err != nil || !strings.Contains(said, "failed at step 20, having broken off twice.") {
		t.Errorf("%q, %v", said, err)
	}
	if f := sent(t, s); f.Outcome[1] != Failed || f.Outcome[2] != Failed || !math.IsNaN(float64(f.Active[1])) {
		t.Errorf("drawn as %v", f.Outcome)
	}
	state, err := s.AppendState(nil)
	if err != nil {
		t.Fatal(err)
	}
	again := started(t, "trial", "")
	if err := again.RestoreState(state); err != nil || !bytes.Equal(again.AppendParameters(nil), s.AppendParameters(nil)) {
		t.Errorf("kept and read again: %v", err)
	}
}

// What says of itself that it has failed, and is still under way, is no part of a run.
func TestNoPartHasFailed(t *testing.T) {
	s := started(t, "trial", "")
	j, err := s.Job(2, nil)
	if err != nil {
		t.Fatal(err)
	}
	j.Advance(5)
	for outcome, fine := range []bool{Finished: true, Died: false, Diverged: false, Failed: false} {
		j.got.Outcome = outcome
		if err := s.Hold(j.Part(nil)); (err == nil) != fine {
			t.Errorf("outcome %d: %v", outcome, err)
		}
	}
}
