package track

import (
	"math"
	"slices"
	"testing"

	"driftlab/engine/measure"
	"driftlab/engine/task"
)

// open is a Sim with some dials turned: name, value, name, value.
func open(t *testing.T, dials ...string) *Sim {
	t.Helper()
	s := New()
	for i := 0; i < len(dials); i += 2 {
		if err := s.Dials().Set(dials[i], dials[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	s.Restart(nil)
	return s
}

func advance(s *Sim, n int) {
	for range n {
		s.Step()
	}
}

// No bin at the ends of the arena stays empty because the agent turns before them.
func TestBinsSpanWhatTheSamplesCover(t *testing.T) {
	s := open(t, "samples", "600")
	seen := make([]bool, s.data.bins)
	w := s.data.walk
	for i, b := range s.data.bin {
		seen[b] = true
		if (b >= s.data.bins/2) != w.Up[i] {
			t.Fatalf("sample %d goes up: %v, and is in bin %d", i, w.Up[i], b)
		}
	}
	for _, b := range []int{0, 49, 50, 99} {
		if !seen[b] {
			t.Errorf("bin %d is empty", b)
		}
	}
}

func TestTheAgentStaysInTheCorridorAndTurnsAtItsEnds(t *testing.T) {
	s := open(t, "samples", "600")
	w, p := s.data.walk, s.p
	limit := p.Ly/2 - p.Buffer*p.Ly
	turns := 0
	for i, y := range w.Y {
		if math.Abs(y) > limit+1e-12 || w.X[i] != 0 {
			t.Fatalf("sample %d is at (%v, %v)", i, w.X[i], y)
		}
		if i > 0 && math.Abs(y) == limit && math.Abs(w.Theta[i]-w.Theta[i-1]) < 1 {
			turns++
		}
		if i > 0 && math.Abs(y-w.Y[i-1]) > p.Velocity+6*p.SpeedJitter {
			t.Fatalf("step %d is %v long", i, y-w.Y[i-1])
		}
	}
	if turns < 5 {
		t.Errorf("%d turns in 600 samples", turns)
	}
}

func TestDataAreScaledToTheirInterval(t *testing.T) {
	for _, from := range []string{"track", "random"} {
		for scale, least := range map[string]float32{"signed": -1, "unit": 0} {
			d := open(t, "task", from, "scale", scale).data
			for name, x := range map[string][]float32{"inputs": d.Inputs, "targets": d.Targets} {
				if lo, hi := task.Extent(x); lo != least || hi != 1 {
					t.Errorf("%s, %s: %s lie in [%v, %v]", from, scale, name, lo, hi)
				}
			}
		}
	}
}

func TestTargetsAreTheNextViews(t *testing.T) {
	d := open(t).data
	in, out := d.batch.D, d.batch.O
	// Views and targets are scaled apart; their order along a row is the same.
	for s := range d.batch.T - 1 {
		for o := 1; o < out; o++ {
			next := d.Inputs[(s+1)*in+o] - d.Inputs[(s+1)*in+o-1]
			target := d.Targets[s*out+o] - d.Targets[s*out+o-1]
			if next*target < 0 && math.Abs(float64(next)) > 1e-5 {
				t.Fatalf("sample %d: target is not the next view", s)
			}
		}
	}
}

// At rest is said of a network without noise only: maps of five samples correlate at 1 while
// noise still moves them.
func TestNoiseIsNeverAtRest(t *testing.T) {
	s := open(t, "task", "random", "samples", "5", "init", "rich", "noise", "0", "rate", "0.1")
	advance(s, 20_000)
	if err := s.Dials().Set("noise", "1e-9"); err != nil {
		t.Fatal(err)
	}
	if s.Says().Phase == "at rest" {
		t.Error("at rest, with noise on")
	}
}

// A dead network is in no phase and has no border; when a unit wakes, both come back.
func TestADeadNetworkHasNoPhase(t *testing.T) {
	s := open(t, "task", "random", "samples", "5", "init", "rich", "noise", "0.06", "rate", "0.1")
	advance(s, 500)
	kept := slices.Clone(s.net.Theta)
	for j := range s.net.H {
		in := s.net.In(j)
		clear(in)
		in[len(in)-1] = -1 // the bias
	}
	s.enter(s.steps, slices.Clone(s.net.Theta))
	if what, _ := s.trouble(); what == "" || s.Says().Phase != "dead" || s.standing() != measure.None || len(s.bands(nil)) != 0 {
		t.Errorf("trouble %q, phase %q, bands %v", what, s.Says().Phase, s.bands(nil))
	}
	s.enter(s.steps, kept)
	if s.standing() != measure.Directed || len(s.bands(nil)) != 2 {
		t.Errorf("phase %q, bands %v", s.Says().Phase, s.bands(nil))
	}
}

func TestSameSeedSameBits(t *testing.T) {
	a, b := open(t, "seed", "5"), open(t, "seed", "5")
	advance(a, 200)
	advance(b, 100)
	b.Restart(nil)
	advance(b, 200)
	if !slices.Equal(a.net.Theta, b.net.Theta) {
		t.Error("the same seed gave other weights")
	}
	c := open(t, "seed", "6")
	advance(c, 200)
	if slices.Equal(a.net.Theta, c.net.Theta) {
		t.Error("another seed gave the same weights")
	}
}

func TestALookDoesNotChangeTheRun(t *testing.T) {
	a, b := open(t), open(t)
	advance(a, 300)
	for range 300 {
		b.Step()
		b.Report()
		if _, err := b.AppendFrame(nil, true); err != nil {
			t.Fatal(err)
		}
	}
	if !slices.Equal(a.net.Theta, b.net.Theta) {
		t.Error("reports and frames change the run")
	}
}

func TestDivergenceIsNamedAndStopsTheRun(t *testing.T) {
	s := open(t, "rate", "10", "noise", "1")
	advance(s, 5000)
	what, advice := s.trouble()
	if what == "" || advice == "" {
		t.Fatalf("a run at rate 10 has no trouble: %v", slices.Clone(s.Report().Row))
	}
	if s.broken >= 0 && s.Steps() != s.broken {
		t.Errorf("diverged at %d and went on to %d", s.broken, s.Steps())
	}
	s.Dials().Reset()
	s.Restart(nil)
	if what, _ := s.trouble(); what != "" {
		t.Errorf("after a restart: %s", what)
	}
}

func TestFrameSurvivesTheWire(t *testing.T) {
	for _, task := range []string{"track", "random"} {
		s := open(t, "task", task, "freeze", "true")
		advance(s, 120)
		b, err := s.AppendFrame(nil, true)
		if err != nil {
			t.Fatal(err)
		}
		var f Frame
		if rest, err := f.UnmarshalMsg(b); err != nil || len(rest) != 0 {
			t.Fatalf("%v, %d bytes left", err, len(rest))
		}
		if f.Step != 120 || !f.Playing || f.Task != task || len(f.BinOf) != f.Samples || len(f.Hidden) != f.Samples*f.Units ||
			len(f.Maps.Cells) != len(f.Maps.Rows)*f.Bins || len(f.Corr) != len(f.CorrSteps)*len(f.CorrSteps) || len(f.Predicts) != len(f.Comes) {
			t.Errorf("%s: frame has inconsistent shapes", task)
		}
		if f.Steps[0] != 0 || f.Corr[0] != 1 {
			t.Errorf("%s: curves begin at %v, correlation of a snapshot with itself is %v", task, f.Steps[0], f.Corr[0])
		}
	}
}

func TestStepDoesNotAllocate(t *testing.T) {
	s := open(t)
	advance(s, 1600) // snapshots are kept at steps 1,468 and 2,154; reports in between
	rows := s.report.Len()
	if n := testing.AllocsPerRun(1, func() { advance(s, 250) }); n > 0 {
		t.Errorf("%v allocations in 250 steps", n)
	}
	if s.report.Len() == rows {
		t.Error("there was no report")
	}
}

func TestEveryPresetOpens(t *testing.T) {
	s := New()
	for _, p := range s.Dials().Presets {
		s.Dials().Apply(p)
		s.Restart(nil)
		advance(s, 3)
		if what, _ := s.trouble(); what != "" {
			t.Errorf("%s: %s", p.Name, what)
		}
	}
}

func FuzzFrame(f *testing.F) {
	s := New()
	s.Restart(nil)
	b, _ := s.AppendFrame(nil, false)
	f.Add(b)
	f.Add([]byte{0x81, 0xa4, 'w', 'a', 'l', 'l', 0xc6, 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, b []byte) {
		var fr Frame
		if _, err := fr.UnmarshalMsg(b); err != nil {
			return
		}
		if _, err := fr.MarshalMsg(nil); err != nil {
			t.Fatal(err)
		}
	})
}

func TestTheBatchIsInTheOrderOfThePlaces(t *testing.T) {
	s := open(t)
	d := s.data
	for row, sample := range d.order {
		if row > 0 && d.bin[sample] < d.bin[d.order[row-1]] {
			t.Fatalf("row %d is out of order", row)
		}
		if d.batch.X.At(2, row) != d.Inputs[sample*d.batch.D+2] || d.batch.Y.At(1, row) != d.Targets[sample*d.batch.O+1] {
			t.Fatalf("row %d is not sample %d", row, sample)
		}
	}
	var f Frame
	b, _ := s.AppendFrame(nil, false)
	if _, err := f.UnmarshalMsg(b); err != nil {
		t.Fatal(err)
	}
	for row, sample := range d.order {
		if f.Predicts[sample*f.Outputs+1] != s.pass.Y.At(1, row) {
			t.Fatalf("the frame shows another prediction for sample %d", sample)
		}
	}
}
