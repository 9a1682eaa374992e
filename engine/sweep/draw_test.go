package sweep

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"driftlab/engine/run"
	"driftlab/engine/track"
)

// started is a sweep of a preset with some dials turned.
func started(t *testing.T, preset, dials string) *Sim {
	t.Helper()
	s := New()
	p, err := s.Dials().Preset(preset)
	if err != nil {
		t.Fatal(err)
	}
	s.Dials().Apply(p)
	for _, d := range settings(dials) {
		if err := s.Dials().Set(d.Name, d.Value); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Restart(nil); err != nil {
		t.Fatal(err)
	}
	return s
}

// finish does all runs of a sweep.
func finish(s *Sim) *Sim {
	for s.Step() != run.Over {
	}
	return s
}

// Draws are within their ranges, spread over them, and of every kind; what is drawn depends on nothing but seed, number and
// its own range.
func TestDraws(t *testing.T) {
	s := started(t, "paper", "runs=10000 none=true")
	var counts [5][4]int
	var low, all int
	seeds := map[int]bool{}
	for i := range s.p.Runs {
		d := s.p.draw(i)
		seeds[d.Seed] = true
		counts[0][d.Rule]++
		counts[1][d.Task]++
		counts[2][d.Init]++
		if d.Rule != SED {
			counts[3][d.Kind]++
		}
		if d.Noise != 0 {
			if all++; d.Noise < math.Sqrt(0.01*0.1) {
				low++
			}
		}
		if d.Noise != 0 && (d.Kind != UpdateNoise || d.Noise < 0.01 || d.Noise > 0.1) || d.Label != 0 && (d.Kind != LabelNoise || d.Label < 0.1 || d.Label > 1) ||
			d.Samples < 2 || d.Samples > 20 || d.Inputs < 1 || d.Inputs > 20 || d.Outputs < 1 || d.Outputs > 20 {
			t.Fatalf("run %d: %+v", i, d)
		}
		counts[4][d.Samples/6]++
	}
	for i, of := range [][]float64{{1. / 3, 1. / 3, 1. / 3}, {1. / 3, 1. / 3, 1. / 3}, {0.5, 0.5}, {2. / 9, 2. / 9, 2. / 9}, {4. / 19, 6. / 19, 6. / 19, 3. / 19}} {
		for k, want := range of {
			if got := float64(counts[i][k]) / 1e4; math.Abs(got-want) > 0.02 {
				t.Errorf("draw %d: %.3f of the runs have %d, want %.3f", i, got, k, want)
			}
		}
	}
	if share := float64(low) / float64(all); len(seeds) != s.p.Runs || math.Abs(share-0.5) > 0.03 {
		t.Errorf("%d seeds; %.2f of the noises are in the lower half", len(seeds), share)
	}
	narrow := started(t, "paper", "samples-to=3 runs=500")
	for i := range 500 {
		a, b := s.p.draw(i), narrow.p.draw(i)
		if a.Kind != NoNoise && b.Rule == a.Rule && (b.Task != a.Task || b.Inputs != a.Inputs || b.Seed != a.Seed) {
			t.Fatalf("run %d is %+v, with another range of samples %+v", i, a, b)
		}
	}
}

// A run is the one that the exhibit track does with the dials that Beside names: its parameters, its measures and its
// timescale.
func TestRunsAreThoseOfTrack(t *testing.T) {
	s := finish(started(t, "trial", "length=700 runs=24"))
	for i := range s.p.Runs {
		exhibit, dials, said, err := s.Beside(i + 1)
		if err != nil || exhibit != "track" || said == "" {
			t.Fatal(exhibit, said, err)
		}
		alone := track.New()
		for _, d := range dials {
			if err := alone.Dials().Set(d.Name, d.Value); err != nil {
				t.Fatal(err)
			}
		}
		if err := alone.Restart(nil); err != nil {
			t.Fatal(err)
		}
		for alone.Steps() < 700 && alone.Step() == run.Stepped {
		}
		r := s.done[i]
		if alone.Broken() != (r.Outcome == Diverged) || alone.Steps() != r.Step {
			t.Errorf("run %d: outcome %d at step %d; alone at %d", i, r.Outcome, r.Step, alone.Steps())
			continue
		}
		row, f := alone.Report().Row, r.Final()
		for k, v := range []float64{f.Loss, f.Fraction, f.Units} {
			if r.Outcome != Diverged && v != float64(float32(row[1+k])) {
				t.Errorf("run %d: %s is %v, alone %v", i, alone.Report().Columns[1+k].Name, v, row[1+k])
			}
		}
		if r.Outcome != Diverged && (f.SI != float64(float32(row[5])) || f.Corr == f.Corr && f.Corr != float64(float32(row[6]))) {
			t.Errorf("run %d: information %v, correlation %v; alone %v, %v", i, f.SI, f.Corr, row[5], row[6])
		}
		began := alone.Begins(nil)
		if r.Outcome == Finished && (len(began) > 0) != (r.Directed == r.Directed) || len(began) > 0 && began[0] != float32(r.Directed) {
			t.Errorf("run %d: phase 2 from %v, alone %v", i, r.Directed, began)
		}
		unit := alone.Curves().Charts[1].Unit
		if fitted := strings.Contains(unit, "τ"); r.Outcome == Finished && fitted != (r.Tau == r.Tau) {
			t.Errorf("run %d: timescale %v; alone %q", i, r.Tau, unit)
		}
	}
	for _, which := range []int{-1, 25} {
		if _, _, _, err := s.Beside(which); err == nil {
			t.Errorf("run %d opens", which)
		}
	}
}

// Shards together have the runs of the whole, each once and to the same bits.
func TestShards(t *testing.T) {
	whole := finish(started(t, "trial", "runs=11"))
	for _, shards := range []int{1, 2, 7} {
		seen := make([]int, 11)
		for shard := range shards {
			s := finish(started(t, "trial", "runs=11 shards="+string(rune('0'+shards))+" shard="+string(rune('0'+shard))))
			_ = s.Each(func(k *Kept) error {
				a, _ := k.Result.MarshalMsg(nil)
				b, _ := whole.done[k.Run].MarshalMsg(nil)
				if seen[k.Run]++; !bytes.Equal(a, b) {
					t.Errorf("run %d of shard %d of %d is another", k.Run, shard, shards)
				}
				return nil
			})
		}
		if slices.Min(seen) != 1 || slices.Max(seen) != 1 {
			t.Errorf("%d shards: runs are done %v times", shards, seen)
		}
	}
}

// A run that is left in the middle goes on to the same bits, in a state too; what is no part of it is refused.
func TestParts(t *testing.T) {
	const dials = "runs=9 length=3000 units=20"
	for i := range 9 {
		s := started(t, "trial", dials)
		j, err := s.Job(i, s.Part(i))
		if err != nil {
			t.Fatal(err)
		}
		var parts int
		for !j.Piece() {
			if err := s.Hold(j.Part(nil)); err != nil {
				t.Fatal(err)
			}
			state, _ := s.AppendState(nil)
			s = started(t, "trial", dials)
			if err := s.RestoreState(state); err != nil {
				t.Fatal(err)
			}
			if j, err = s.Job(i, s.Part(i)); err != nil || s.Todo()[0] != i {
				t.Fatal(err, s.Todo())
			}
			parts++
		}
		whole, _ := s.Job((i+1)%9, nil)
		whole.begin(i)
		whole.look()
		for !whole.Piece() {
		}
		if parts == 0 && !j.net.Broken() || !bytes.Equal(whole.Result(nil), j.Result(nil)) {
			t.Errorf("run %d in %d parts comes to another end", i, parts)
		}
		part := j.Part(nil)
		for _, bad := range [][]byte{part[:len(part)/2], append(slices.Clone(part), 0)} {
			if s.Hold(bad) == nil {
				t.Errorf("run %d: a bad part was taken", i)
			}
		}
	}
}

// Results that come in another order are in state and picture at once, and counted as steps in their order.
func TestAnyOrder(t *testing.T) {
	s := started(t, "trial", "runs=6")
	for _, i := range []int{4, 2, 5} {
		j, _ := s.Job(i, s.Part(i))
		for !j.Piece() {
		}
		if err := s.Finish(i, j.Result(nil)); err != nil {
			t.Fatal(err)
		}
	}
	state, _ := s.AppendState(nil)
	again := started(t, "trial", "runs=6")
	if err := again.RestoreState(state); err != nil {
		t.Fatal(err)
	}
	if f := again.picture(); !slices.Equal(f.Number, []float32{2, 4, 5}) || again.Steps() != 0 || !slices.Equal(again.Todo(), []int{0, 1, 3}) {
		t.Errorf("runs %v in the picture, step %d, to do %v", f.Number, again.Steps(), again.Todo())
	}
	finish(again)
	if whole := finish(started(t, "trial", "runs=6")); !bytes.Equal(again.AppendParameters(nil), whole.AppendParameters(nil)) {
		t.Error("in another order it comes to something else")
	}
}

// What cannot be drawn from is refused, by the names of the dials.
func TestBadRanges(t *testing.T) {
	for dials, want := range map[string]string{
		"gd=false adam=false sed=false": "gd, adam, sed are all off: one learning rule at least has to be on",
		"noise-from=0.7":                "noise-from and noise-to: a range cannot go from 0.7 to 0.3",
		"outputs-from=7":                "outputs-from and outputs-to: a range cannot go from 7 to 5",
		"shard=2 shards=2":              "shard: there is no shard 2 where shards is 2; the first is 0",
		"shard=7 shards=9 runs=3":       "shard: of 3 runs shard 7 has none",
	} {
		s := started(t, "trial", "")
		for _, d := range settings(dials) {
			if err := s.Dials().Set(d.Name, d.Value); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Restart(nil); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %q", dials, err, want)
		}
	}
}

// The run that a dial names is in the frame, told in a sentence, and the one that is opened; what is not done is opened and not
// told, and what is none is refused.
func TestChosenRun(t *testing.T) {
	s := started(t, "trial", "")
	if f := sent(t, s); f.Chosen != -1 {
		t.Errorf("without a choice place %d is chosen", f.Chosen)
	}
	choose := func(which string) {
		t.Helper()
		if err := s.Dials().Set("network", which); err != nil {
			t.Fatal(err)
		}
	}
	choose("7")
	if f, text := sent(t, s), s.Says().Caption; f.Chosen != -1 || strings.Contains(text, "Run 7") {
		t.Errorf("place %d, %q, of a run that is not done", f.Chosen, text)
	}
	finish(s)
	d := s.Draw(7)
	want := fmt.Sprintf(" Run 7: %s, ", Rules[d.Rule])
	if f, text := sent(t, s), s.Says().Caption; f.Chosen != 7 || f.Number[f.Chosen] != 7 || !strings.Contains(text, want) || !strings.Contains(text, fmt.Sprintf("T = %d, D = %d, O = %d; it ", d.Samples, d.Inputs, d.Outputs)) {
		t.Errorf("place %d, %q, want %q", f.Chosen, text, want)
	}
	if _, dials, said, err := s.Beside(0); err != nil || !strings.HasPrefix(said, "Run 7 of the sweep") || !slices.Equal(dials, s.p.settings(7)) {
		t.Errorf("opened: %q, %v", said, err)
	}
	choose("40")
	if _, _, _, err := s.Beside(0); err == nil || sent(t, s).Chosen != -1 {
		t.Errorf("a run that there is not is opened, or chosen: %v", err)
	}
}

// A run under way is kept however large it is.
func TestLargePartsAreKept(t *testing.T) {
	const dials = "units=1000 gd=false sed=false samples-from=20 samples-to=20 inputs-from=20 inputs-to=20 outputs-from=20 outputs-to=20 length=1000"
	s := started(t, "paper", dials)
	j, err := s.Job(3, nil)
	if err != nil {
		t.Fatal(err)
	}
	j.Advance(9)
	part := j.Part(nil)
	if err := s.Hold(part); err != nil || len(part) < 1<<18 {
		t.Fatalf("a part of %d bytes: %v", len(part), err)
	}
	state, err := s.AppendState(nil)
	if err != nil {
		t.Fatal(err)
	}
	again := started(t, "paper", dials)
	if err := again.RestoreState(state); err != nil || !bytes.Equal(again.Part(3), part) {
		t.Errorf("kept and read again: %v", err)
	}
}
