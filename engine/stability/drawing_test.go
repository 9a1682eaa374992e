package stability

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"driftlab/engine/run"
	"driftlab/engine/task/digits"
)

// A sheet is what a test draws on.
type sheet []byte

func newSheet() sheet { return make(sheet, digits.Side*digits.Side) }

// rect inks pixels.
func (s sheet) rect(row, column, rows, columns int) sheet {
	for r := max(row, 0); r < min(row+rows, digits.Side); r++ {
		for c := max(column, 0); c < min(column+columns, digits.Side); c++ {
			s[r*digits.Side+c] = 255
		}
	}
	return s
}

// ring is a thick ring, as a 0 may be drawn.
func ring() sheet {
	return newSheet().rect(2, 8, 3, 12).rect(23, 8, 3, 12).rect(2, 8, 24, 3).rect(2, 17, 24, 3)
}

// traced is a digit's strokes with a pen three pixels wide, moved down and to the right.
func traced(rows []digits.Row, by int) sheet {
	s := newSheet()
	x, y := by, by
	for _, r := range rows {
		x, y = x+int(r.DX), y+int(r.DY)
		s.rect(y-1, x-1, 3, 3)
	}
	return s
}

// frame is the newest picture.
func (s *Sim) frame(t *testing.T) *Frame {
	t.Helper()
	b, err := s.AppendFrame(nil, false)
	if err != nil {
		t.Fatal(err)
	}
	f := new(Frame)
	if _, err = f.UnmarshalMsg(b); err != nil {
		t.Fatal(err)
	}
	if err = f.Check(); err != nil {
		t.Fatal(err)
	}
	return f
}

// says fails unless the sentence beside the canvas is this one.
func (s *Sim) says(t *testing.T, drawn bool, want string) {
	t.Helper()
	if yes, said := s.Drawn(); yes != drawn || !strings.Contains(said, want) {
		t.Errorf("drawn %v: %q; want %v: %q", yes, said, drawn, want)
	}
}

// What is drawn is followed in place of the test digit, until it is taken away or the dial is turned, and
// all networks answer to it.
func TestDraw(t *testing.T) {
	s := started(t, "iterations=20")
	s.says(t, false, "Draw a 4 or a 5 with mouse, finger or pen")
	before := s.frame(t)
	if err := s.Draw(ring()); err != nil {
		t.Fatal(err)
	}
	s.says(t, true, "No network has learned 4v5 yet: whether this is a 4 or a 5 they are asked from iteration 40 on.")
	f := s.frame(t)
	if f.Digit.Label != -1 || slices.Equal(f.Digit.X, before.Digit.X) || slices.Equal(f.Learners[0].Now, before.Learners[0].Now) {
		t.Errorf("after drawing, digit %+v is followed", f.Digit)
	}
	if x, y := slices.Max(f.Digit.X)-slices.Min(f.Digit.X), slices.Max(f.Digit.Y)-slices.Min(f.Digit.Y); y < 15 || y > 20 || x < 5 || x > 12 {
		t.Errorf("the ring is %d pixels wide and %d high", x, y)
	}

	s.finish()
	f = s.frame(t)
	var newest []string
	for i, verb := range []string{"says ", ""} {
		l := &f.Learners[i]
		if last := l.Says[len(l.Says)-1]; len(l.Each) != 4 || l.Each[3] != last || l.Each[1] != l.Said[len(l.Said)-1] {
			t.Errorf("%s: %v, and now %v", l.Name, l.Each, last)
		}
		says := 4
		if l.Each[3] >= 0.5 {
			says = 5
		}
		newest = append(newest, fmt.Sprintf("%s %s%d (", l.Name, verb, says))
	}
	s.says(t, true, "after 4 tasks "+newest[0])
	s.says(t, true, " and "+newest[1])
	s.says(t, true, "Of the 3 networks kept since 4v5 was learned, ")

	if err := s.Dials().Set("probe", "1v7"); err != nil {
		t.Fatal(err)
	}
	s.says(t, true, "Asked whether this is a 1 or a 7, after 4 tasks ncl says ")
	if err := s.Restart(nil); err != nil {
		t.Fatal(err)
	}
	s.says(t, true, "No network has learned 1v7 yet")
	if err := s.Dials().Set("digit", "3"); err != nil {
		t.Fatal(err)
	}
	s.says(t, false, "Draw a 1 or a 7")
	if f = s.frame(t); f.Digit.Label != 7 {
		t.Errorf("digit %d is followed in place of the fourth, a 7", f.Digit.Label)
	}
	_ = s.Draw(ring())
	if err := s.Draw(nil); err != nil {
		t.Fatal(err)
	}
	s.says(t, false, "Draw a 1 or a 7")
}

// What is no digit is refused in words, and what was drawn before stays.
func TestDrawRefuses(t *testing.T) {
	s := started(t)
	comb := newSheet() // more lines than any digit has
	for row := 1; row < digits.Side; row += 4 {
		comb.rect(row, 1, 1, 26)
	}
	for name, c := range map[string]struct {
		ink  sheet
		want string
	}{
		"nothing": {newSheet(), digits.ErrBlank.Error()},
		"a dot":   {newSheet().rect(13, 13, 3, 3), digits.ErrDot.Error()},
		"all":     {newSheet().rect(0, 0, 28, 28), digits.ErrFull.Error()},
		"a blot":  {newSheet().rect(7, 7, 14, 14), "and the longest digit that there is to learn from takes 113: clear the canvas"},
		"a comb":  {comb, "and the longest digit that there is to learn from takes 113: clear the canvas"},
	} {
		for _, first := range []sheet{nil, ring()} {
			_ = s.Draw(first)
			yes, said := s.Drawn()
			if err := s.Draw(c.ink); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: %v, want %q", name, err, c.want)
			}
			s.says(t, yes, said)
		}
	}
	if err := s.Draw(newSheet()); !errors.Is(err, digits.ErrBlank) {
		t.Error(err)
	}
}

// Whatever is drawn on the way, the run comes to the same bits, and its file holds nothing of it.
func TestDrawingChangesNothing(t *testing.T) {
	drawn, still := started(t, "iterations=10"), started(t, "iterations=10")
	for still.Step() != run.Over {
		drawn.Step()
		if err := drawn.Draw(ring()); err != nil {
			t.Fatal(err)
		}
		drawn.Drawn()
		drawn.frame(t)
	}
	drawn.Measure()
	still.Measure()
	a, _ := drawn.AppendState(nil)
	b, _ := still.AppendState(nil)
	if !bytes.Equal(a, b) || !bytes.Equal(drawn.AppendParameters(nil), still.AppendParameters(nil)) {
		t.Error("drawing makes a difference")
	}
}

// A pen that goes over a test digit, wherever on the canvas, is nearly always told as that digit is.
func TestDrawnLikeTestDigits(t *testing.T) {
	s := started(t, "other=off", "tasks=2", "iterations=600", "batch=32", "units=30", "probes=100", "pen=0")
	s.finish()
	c := s.courses[0]
	alike, right, all := 0, [2]int{}, 0
	for i, one := range c.test(1, nil) {
		rows := s.data.Test.Rows(int(one.digit))
		label := int(s.data.Test.Labels[one.digit])
		var told [2]int
		for k, ink := range []sheet{nil, traced(rows, 2*(i%3)-2)} {
			if err := s.Dials().Set("digit", fmt.Sprint(i)); err != nil {
				t.Fatal(err)
			}
			if err := s.Draw(ink); err != nil {
				t.Fatal(err)
			}
			var l Learner
			s.present(1)
			s.each(c, &l)
			told[k], _ = Tasks[1].answer(l.Each[1])
			if told[k] == label {
				right[k]++
			}
		}
		if told[0] == told[1] {
			alike++
		}
		all++
	}
	t.Logf("of %d test digits %d are told right, drawn anew %d; %d alike", all, right[0], right[1], alike)
	if right[0] < 85 || alike < 85 || right[1] < 85 {
		t.Errorf("of %d test digits %d are told right, drawn anew %d; %d alike", all, right[0], right[1], alike)
	}
}
