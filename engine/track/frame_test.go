package track

import (
	"slices"
	"testing"
)

// fig2 is that preset after some steps.
func fig2(t testing.TB, steps int) *Sim {
	t.Helper()
	s := New()
	for _, p := range s.Dials().Presets {
		if p.Name == "fig2" {
			s.Dials().Apply(p)
		}
	}
	s.Restart(nil)
	advance(s, steps)
	return s
}

func frame(t testing.TB, s *Sim, b []byte) []byte {
	t.Helper()
	b, err := s.AppendFrame(b, true)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func read(t *testing.T, b []byte) (f Frame) {
	t.Helper()
	if rest, err := f.UnmarshalMsg(b); err != nil || len(rest) != 0 {
		t.Fatalf("%v, %d bytes left", err, len(rest))
	}
	return f
}

// What a frame keeps for the next must not outlive what it was made of.
func TestFramesOfOneRunAreThoseOfAFreshPicture(t *testing.T) {
	s := open(t, "units", "30", "samples", "40")
	check := func(when string) {
		t.Helper()
		got := frame(t, s, nil)
		s.pic = newPicture(s)
		if want := frame(t, s, nil); !slices.Equal(got, want) {
			t.Errorf("%s: a fresh picture is another", when)
		}
	}
	for _, steps := range []int{0, 1, 30, 300, 700} { // more snapshots than are shown, twice
		advance(s, steps)
		frame(t, s, nil)
		check("after steps")
	}
	for _, order := range []string{"3", "0", "-1", "63"} {
		if err := s.Dials().Set("order", order); err != nil {
			t.Fatal(err)
		}
		check("order " + order)
	}
	saved, err := s.AppendState(nil)
	if err != nil {
		t.Fatal(err)
	}
	advance(s, 50)
	frame(t, s, nil)
	if err := s.RestoreState(saved); err != nil {
		t.Fatal(err)
	}
	check("restored")
	s.Restart(nil)
	check("restarted")
}

// The largest runs that the dials allow pass the limits of the reader.
func TestTheLargestFramesSurviveTheWire(t *testing.T) {
	for _, dials := range [][]string{
		{"rays", "101"},
		{"task", "random", "outputs", "200", "inputs", "1"},
	} {
		s := open(t, append(dials, "units", "1000", "samples", "1000")...)
		f := read(t, frame(t, s, nil))
		if len(f.Hidden) != 1_000_000 || len(f.Predicts) != 1000*f.Outputs || len(f.BinOf) != 1000 ||
			len(f.Maps.Rows) < 500 || len(f.Maps.Cells) != len(f.Maps.Rows)*f.Bins || len(f.Snaps[0].Cells) != len(f.Maps.Cells) {
			t.Errorf("%v: %d units of %d, %d cells, %d activities", dials, len(f.Maps.Rows), f.Units, len(f.Maps.Cells), len(f.Hidden))
		}
	}
}

// BenchmarkFrame builds pictures of fig2 when its snapshots fill the frame, each after
// a step: the maps are due.
func BenchmarkFrame(b *testing.B) {
	s := fig2(b, 200)
	b.ReportAllocs()
	var bytes []byte
	for b.Loop() {
		s.now.Step = -1
		bytes = frame(b, s, bytes[:0])
	}
	b.ReportMetric(float64(len(bytes)), "bytes")
}
