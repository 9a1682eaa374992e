package stability

import (
	"bytes"
	"slices"
	"testing"

	"driftlab/engine/run"
)

// Legs that helpers do, some of which come late and some never, make the same run as those that are done here:
// the same weights, the same rows, the same networks kept.
func TestHelpersMakeTheSameRun(t *testing.T) {
	alone, helped := started(t, "iterations=25"), started(t, "iterations=25")
	alone.finish()
	helper := started(t, "iterations=25")
	var late []func() error
	gave, turn := 0, 0
	for helped.Step() != run.Over {
		for len(late) < 3 && helped.Wants() {
			i, input := helped.Give(nil)
			b, err := helper.Work(i, input, nil)
			if err != nil {
				t.Fatal(err)
			}
			if gave++; gave%4 != 3 {
				late = append(late, func() error { return helped.Take(i, b) })
			}
		}
		if turn++; turn%10 == 0 && len(late) > 0 {
			if err := late[0](); err != nil {
				t.Fatal(err)
			}
			late = late[1:]
		}
	}
	helped.Measure()
	if gave < 4 {
		t.Errorf("only %d legs were given away", gave)
	}
	if !bytes.Equal(alone.AppendParameters(nil), helped.AppendParameters(nil)) {
		t.Error("helped, the networks have other weights")
	}
	same := func(x, y float64) bool { return x == y || x != x && y != y }
	if !slices.EqualFunc(alone.report.Rows, helped.report.Rows, same) || alone.report.Len() < 50 {
		t.Errorf("other rows than alone, %d and %d", helped.report.Len(), alone.report.Len())
	}
	for i, c := range alone.courses {
		of := helped.courses[i]
		for k := range c.kept {
			if !slices.Equal(c.kept[k], of.kept[k]) || !slices.Equal(c.scores[k], of.scores[k]) {
				t.Errorf("%s: another network kept after task %d", c.name, k+1)
			}
		}
	}
}

// A dial that is turned takes effect from the present step on, whatever had been done ahead.
func TestADialIsTurnedOnTheWay(t *testing.T) {
	ahead, alone := started(t), started(t)
	for _, s := range []*Sim{ahead, alone} {
		for s.Steps() < 70 {
			s.Within(70 - s.Steps())
			s.Step()
		}
	}
	ahead.Within(1 << 40)
	for range 30 { // what is done here is not to be
		ahead.Wants()
		ahead.Course.Step()
	}
	for _, s := range []*Sim{ahead, alone} {
		if err := s.Dials().Set("rate", "0.005"); err != nil {
			t.Fatal(err)
		}
		s.finish()
	}
	if !bytes.Equal(alone.AppendParameters(nil), ahead.AppendParameters(nil)) {
		t.Error("a dial acts on steps that were not to be")
	}
}

// What is no stand of a learner of this run is refused.
func TestWrongStands(t *testing.T) {
	s, other := started(t), started(t, "units=9")
	if !s.Wants() {
		t.Fatal("there is nothing to do")
	}
	i, input := s.Give(nil)
	if _, err := other.Work(i, input, nil); err == nil {
		t.Error("a network of other size was trained")
	}
	b, err := s.Work(i, input, nil)
	if err != nil {
		t.Fatal(err)
	}
	if other.Take(i, b) == nil {
		t.Error("a network of other size was taken over")
	}
	for end := 0; end < len(b); end += len(b)/50 + 1 {
		if s.Take(i, b[:end]) == nil {
			t.Fatalf("%d bytes of a result were taken over", end)
		}
	}
}
