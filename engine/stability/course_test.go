package stability

import (
	"bytes"
	"io/fs"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"driftlab/engine/nn/continual"
	"driftlab/engine/num"
	"driftlab/engine/run"
	"driftlab/engine/task/digits"
)

const data = "../../assets/data"

// started is a run of the preset toy with some dials turned.
func started(t *testing.T, dials ...string) *Sim {
	t.Helper()
	s := New()
	p, err := s.Dials().Preset("toy")
	if err != nil {
		t.Fatal(err)
	}
	s.Dials().Apply(p)
	for _, d := range dials {
		name, value, _ := strings.Cut(d, "=")
		if err := s.Dials().Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Restart(os.DirFS(data).(run.Assets)); err != nil {
		t.Fatal(err)
	}
	return s
}

// finish goes on until all is over.
func (s *Sim) finish() {
	for s.Step() != run.Over {
	}
	s.Measure()
}

// Half a rotation, inputs of variance 1/19, outputs within the square root of 1/60.
func TestWeightsAtTheStart(t *testing.T) {
	p := Defaults()
	n := newNet(&p)
	theta := begin(n, &p)
	for i := range n.H {
		for j := range n.H {
			want := 0.0
			if i == j {
				want = 0.25
			}
			if got := num.Dot(theta[i*n.H:(i+1)*n.H], theta[j*n.H:(j+1)*n.H]); math.Abs(got-want) > 1e-14 {
				t.Fatalf("rows %d and %d have the product %v", i, j, got)
			}
		}
	}
	in, out := theta[n.H*n.H:n.Rows()*n.H], theta[n.Rows()*n.H:]
	if square := num.Dot(in, in) / float64(len(in)) * 19; math.Abs(square-1) > 0.15 {
		t.Errorf("variance of the inputs' weights %v/19", square)
	}
	if lo, hi, most := slices.Min(out), slices.Max(out), math.Sqrt(1./60); lo < -most || hi > most || lo > -0.8*most || hi < 0.8*most {
		t.Errorf("weights to the outputs from %v to %v", lo, hi)
	}
	if len(theta) != 49*30+60 {
		t.Errorf("%d weights", len(theta))
	}
}

// Trials are laid out longest first, turned as their tasks have them, and rest at their end.
func TestDesk(t *testing.T) {
	var set digits.Set
	set.Add(3, []digits.Row{{DX: 9, DY: 9}, {DX: 1, DY: -1}, {EOS: true, EOD: true}})
	set.Add(2, []digits.Row{{DX: 9, DY: 9}, {DX: 2}, {EOS: true}, {DX: -3, DY: 4}, {EOS: true, EOD: true}})
	d := newDesk(3, 20, 0)
	for _, of := range []int{0, 5, 10} {
		d.trials = append(d.trials, trial{0, of, 1})
	}
	d.lay(&set, (&Params{}).key(0), 0)
	for s, want := range [][2]float32{{1, -1}, {-1, 1}, {1, 1}} {
		if x := [2]float32{d.batch.Input(0, s, 0), d.batch.Input(0, s, 1)}; x != want {
			t.Errorf("task %s: the first movement is %v, want %v", Tasks[d.trials[s].task].Name, x, want)
		}
	}
	d.trials = append(d.trials[:0], trial{0, 0, 1}, trial{1, 0, 0.5}, trial{0, 5, 1})
	d.lay(&set, (&Params{}).key(0), 0)
	b := d.batch
	if !slices.Equal(b.Steps[:3], []int32{9, 7, 7}) || !slices.Equal(b.Context[:3], []int32{0, 0, 5}) || b.Weight[0] != 0.5 {
		t.Errorf("steps %v, contexts %v, weights %v", b.Steps[:3], b.Context[:3], b.Weight[:3])
	}
	// 3 is answer 1 of 2v3, and answer 0 of 3v2.
	for s, want := range []uint8{0, 1, 0} {
		if b.Target[s*readout] != want || b.Target[s*readout+readout-1] != want {
			t.Errorf("trial %d: answer %d, want %d", s, b.Target[s*readout], want)
		}
	}
	for step, want := range [][inputs]float32{{2, 0, 0, 0}, {0, 0, 1, 0}, {-3, 4, 0, 0}, {0, 0, 1, 1}, {}, {}, {}, {}, {}} {
		for i, v := range want {
			if got := b.Input(step, 0, i); got != v {
				t.Errorf("step %d, input %d: %v, want %v", step, i, got, v)
			}
		}
	}
	loud := newDesk(1, 20, 2)
	var sum float64
	for number := range uint64(200) {
		loud.trials = append(loud.trials[:0], trial{0, 0, 1})
		loud.lay(&set, (&Params{}).key(0), number)
		for i := range inputs { // at rest there is nothing but noise
			v := float64(loud.batch.Input(5, 0, i))
			sum += v * v
		}
	}
	if got := sum / 800; math.Abs(got-4) > 0.6 {
		t.Errorf("the pen's noise has variance %v, want 4", got)
	}
}

// Replayed trials are spread over the earlier tasks, and all of them weigh as much as those tasks.
func TestReplay(t *testing.T) {
	s := started(t, "learner=replay", "other=off", "replays=9", "batch=6")
	c := s.trainers[0].(*trainer)
	c.draw(3)
	var weight [4]float64
	var many [4]int
	for _, one := range c.desk.trials {
		weight[one.task] += float64(one.weight)
		many[one.task]++
		if label := int(s.data.Train.Labels[one.digit]); !slices.Contains(Tasks[one.task].Labels[:], label) {
			t.Errorf("a %d in %s", label, Tasks[one.task].Name)
		}
	}
	for of, w := range weight {
		if math.Abs(w-0.25) > 1e-6 || many[of] != []int{3, 3, 3, 6}[of] {
			t.Errorf("%s weighs %v in %d trials", Tasks[of].Name, w, many[of])
		}
	}
}

// Whoever learns beside it, a learner takes the same course.
func TestCoursesAreApart(t *testing.T) {
	alone, beside := started(t, "other=off", "iterations=20"), started(t, "iterations=20")
	alone.finish()
	beside.finish()
	own := alone.AppendParameters(nil)
	if both := beside.AppendParameters(nil); len(both) != 2*len(own) || !bytes.Equal(both[:len(own)], own) {
		t.Error("the other learner makes a difference")
	}
}

// Every rule gets through tasks, and says so.
func TestEveryLearner(t *testing.T) {
	for _, name := range continual.Names {
		for _, dials := range [][]string{{"mover=sgd"}, {"mover=adam", "merge=sum", "tau=1", "activation=tanh"}} {
			s := started(t, append(dials, "learner="+name, "other=off", "iterations=10", "lambda=1")...)
			s.finish()
			c := s.courses[0]
			w := s.Says()
			if w.Trouble != "" || w.Phase != "all 4 tasks learned" || len(c.kept) != 4 || len(c.scores[3]) != 4 {
				t.Errorf("%s, %v: %+v, %d networks kept", name, dials, w, len(c.kept))
			}
			for i, v := range c.views {
				if len(v.r2) != 4 || math.Abs(v.r2[probes[i]]-1) > 1e-9 || !(v.r2[3] <= 1) {
					t.Errorf("%s: r2 %v", name, v.r2)
				}
			}
			if last := s.Report().Row[colOwn+colR2b]; math.Abs(last-c.views[1].r2[3]) > 1e-9 {
				t.Errorf("%s: r2 %v in the report, %v in the picture", name, last, c.views[1].r2[3])
			}
		}
	}
}

// r2 is told from the first step after its task on, whatever was asked before.
func TestR2IsOfLaterSteps(t *testing.T) {
	s := started(t, "iterations=5", "other=off")
	for s.Steps() < 16 {
		if s.Step() != run.Stepped {
			continue
		}
		s.Measure()
		for i, of := range probes {
			if r := s.Report().Row[colOwn+colR2a+i]; math.IsNaN(r) != (s.Steps() <= s.params.end(of)) {
				t.Errorf("r2 of %s is %v after %d steps", Tasks[of].Name, r, s.Steps())
			}
		}
	}
}

// Units that change places leave the loss as it was; natural continual learning believes less in them.
func TestPermutation(t *testing.T) {
	s := started(t, "iterations=30", "units=12")
	s.finish()
	for _, c := range s.courses {
		var l Learner
		for _, which := range []string{"none", "two", "all"} {
			c.permuted(&l, which)
			if which == "none" {
				if l.Loss == l.Loss {
					t.Errorf("%s: a loss of no permutation: %v", c.name, l.Loss)
				}
				continue
			}
			if math.Abs(float64(l.Loss-l.Permuted)) > 1e-5 {
				t.Errorf("%s, %s: loss %v before, %v after", c.name, which, l.Loss, l.Permuted)
			}
			if believes := c.name == continual.NCL; believes && !(l.Energy > 1) || !believes && l.Energy == l.Energy {
				t.Errorf("%s, %s: energy %v", c.name, which, l.Energy)
			}
		}
	}
}

func TestTroubleIsNamed(t *testing.T) {
	s := started(t)
	c := s.courses[1]
	for i := c.net.H * (c.net.H + inputs); i < c.net.H*c.net.Rows(); i++ {
		c.theta[i] = -100 // whatever the task
	}
	s.Measure()
	if w := s.Says(); !strings.Contains(w.Trouble, "replay has gone silent") || w.Advice == "" {
		t.Errorf("a silent network: %+v", w)
	}
	s = started(t)
	s.courses[0].theta[3] = math.NaN()
	s.begin()
	s.finish()
	if w := s.Says(); !strings.Contains(w.Trouble, "ncl diverged at iteration 0") || w.Advice == "" || s.Step() != run.Over || s.Steps() != 240 {
		t.Errorf("no number: %+v", w)
	}
	if s.courses[0].steps != 0 || len(s.courses[1].scores) != 4 {
		t.Error("the learner beside one that diverges has not learned all")
	}
}

// One that diverges with the last iteration of a task has not learned it, and nothing is kept of it.
func TestDivergedAtTheEndOfATask(t *testing.T) {
	s := started(t, "other=off", "tasks=1")
	for s.Steps() < 60 {
		s.Within(1)
		s.Step()
	}
	c := s.trainers[0].(*trainer)
	c.kept, c.steps, c.theta[5] = nil, 60, math.Inf(1)
	c.settle()
	if !c.broken || len(c.kept) != 0 {
		t.Errorf("broken: %v, %d networks kept", c.broken, len(c.kept))
	}
}

func TestDataMissing(t *testing.T) {
	s := New()
	if err := s.Restart(nil); err == nil || !strings.Contains(err.Error(), "missing") {
		t.Errorf("without data: %v", err)
	}
	if err := s.Restart(fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), "missing") {
		t.Errorf("without digits: %v", err)
	}
	file, err := fs.ReadFile(os.DirFS(data), digits.Asset)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"cut": file[:len(file)/2], "few": new(digits.Data).Pack()} {
		if err := s.Restart(fstest.MapFS{digits.Asset: {Data: content}}); err == nil || !strings.Contains(err.Error(), "digits") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// In a short course natural continual learning keeps its dynamics, and replay, as good at the tasks,
// does not.
func TestStability(t *testing.T) {
	s := started(t, "tasks=6", "iterations=150", "batch=32", "replays=32", "fisher=512", "units=30", "probes=60")
	s.finish()
	ncl, replay := s.courses[0], s.courses[1]
	for i := range probes {
		a, b := ncl.exam.r2[i], replay.exam.r2[i]
		t.Logf("r2 %.3f with ncl, %.3f with replay", a, b)
		if a < 0.9 || b > 0.85 || a-b < 0.1 {
			t.Errorf("r2 %.3f with ncl, %.3f with replay", a, b)
		}
	}
	if a, b := mean(ncl.exam.right), mean(replay.exam.right); a < 0.7 || b < 0.7 {
		t.Errorf("accuracy %.2f and %.2f", a, b)
	}
}

// A run in which every learner has diverged between two rows keeps no row twice, and is taken up again from a
// saved one.
func TestDivergedIsSaved(t *testing.T) {
	for _, dials := range [][]string{{"other=off"}, {}} {
		s := started(t, dials...)
		for s.Steps() < 31 { // where no row is due
			s.Within(31 - s.Steps())
			s.Step()
		}
		for _, c := range s.courses {
			c.theta[3] = math.NaN()
		}
		s.begin()
		s.finish()
		if s.broken() != len(s.courses) {
			t.Fatal("not all have diverged")
		}
		b, err := s.AppendState(nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := started(t, dials...).RestoreState(b); err != nil {
			t.Errorf("%v: %v, rows at %v", dials, err, s.report.Column(nil, colStep))
		}
	}
}

// The dials' fewest units, trials and test digits are enough for every rule.
func TestFewest(t *testing.T) {
	for _, name := range continual.Names {
		s := started(t, "units=2", "batch=1", "fisher=9", "probes=2", "replays=1", "iterations=3", "tasks=3", "learner="+name)
		s.finish()
		s.frame(t)
		if c := s.courses[0]; !c.broken && len(c.scores) != 3 {
			t.Errorf("%s has kept %d networks", name, len(c.scores))
		}
	}
	s := started(t, "units=2", "iterations=3", "tasks=1", "other=off")
	s.finish()
	s.frame(t)
}

// A picture can be asked for while the networks kept are reviewed, and a dial of the view turned then.
func TestPicturesInAReview(t *testing.T) {
	s := started(t, "iterations=5", "tasks=3", "other=off")
	c := s.courses[0]
	for s.Step() != run.Over {
		for _, which := range []string{"none", "two"} {
			for _, probe := range probeNames() {
				s.params.Permute, s.params.Probe = which, probe
				b, err := s.AppendFrame(nil, true)
				if err != nil {
					t.Fatal(err)
				}
				f := new(Frame)
				if _, err := f.UnmarshalMsg(b); err != nil || f.Check() != nil {
					t.Fatalf("with %d networks of %d reviewed: %v, %v", len(c.scores), len(c.kept), err, f.Check())
				}
			}
		}
	}
}
