//go:build !js

package sticky

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"driftlab/engine/num"
	"driftlab/engine/run"
)

// The marks of table 1.
func TestMarks(t *testing.T) {
	p := Defaults()
	if f, w := f0(&p), watershed(&p); math.Abs(f-1.262) > 5e-4 || math.Abs(w-0.0358) > 5e-5 {
		t.Errorf("f(0) = %v, w* = %v", f, w)
	}
	a := p.attract()
	if f := a.Plasticity(watershed(&p)); math.Abs(f-1) > 1e-6 {
		t.Errorf("f(w*) = %v", f)
	}
	p.Lambda = 0.9
	if w := watershed(&p); !math.IsInf(w, -1) {
		t.Errorf("where f is below 1 everywhere the watershed is %v", w)
	}
}

// Permutations are permutations, each its own; pixels that stay do so in all tasks; with share 1 all do.
func TestPermutations(t *testing.T) {
	const n = 196
	for _, share := range []float64{0, 0.3, 1} {
		stay := make([]int, n)
		for of := range 5 {
			where := permutation(7, of, n, share)
			sorted := slices.Clone(where)
			slices.Sort(sorted)
			for i, at := range where {
				if sorted[i] != int32(i) {
					t.Fatalf("share %v: that is no permutation: %v", share, where)
				}
				if at == int32(i) {
					stay[i]++
				}
			}
			if share < 1 && slices.Equal(where, permutation(7, of+1, n, share)) {
				t.Errorf("share %v: tasks %d and %d have the same permutation", share, of, of+1)
			}
		}
		always := 0
		for _, k := range stay {
			if k == 5 {
				always++
			}
		}
		if want := int(math.Round(share * n)); always != want {
			t.Errorf("share %v: %d pixels stay, want %d", share, always, want)
		}
	}
	if slices.Equal(permutation(7, 0, n, 0), permutation(8, 0, n, 0)) {
		t.Error("two seeds have the same permutation")
	}
}

func TestChosen(t *testing.T) {
	names := func(p Params) string {
		var all []string
		for _, i := range p.chosen() {
			all = append(all, Methods[i].Name)
		}
		return strings.Join(all, " ")
	}
	p := Defaults()
	if got := names(p); got != "control sticky ewc" {
		t.Error(got)
	}
	p.Control, p.Sticky, p.EWC = false, false, false
	if got := names(p); got != "control" {
		t.Error(got)
	}
	p.EWC, p.Method = true, "smart+l1"
	if got := names(p); got != "smart+l1" {
		t.Error(got)
	}
}

// A method's rule is made of its parts.
func TestRules(t *testing.T) {
	p := Defaults()
	p.L1 = literal
	for name, want := range map[string]struct {
		where            num.Where
		slope, threshold bool
		penalty          float32
	}{
		"control": {}, "sticky": {num.OfGradient, true, false, 0}, "ewc": {penalty: 30}, "sticky+ewc": {num.OfGradient, true, false, 30},
		"smart": {}, "l1": {slope: true}, "attractor": {where: num.OfGradient},
	} {
		i := slices.IndexFunc(Methods, func(m Method) bool { return m.Name == name })
		if a := Methods[i].rule(&p); a.Where != want.where || (a.Slope > 0) != want.slope || (a.Threshold > 0) != want.threshold || a.Penalty != want.penalty {
			t.Errorf("%s: %+v", name, a)
		}
	}
	p.L1, p.Where = off, ofStep
	for _, m := range Methods {
		a := m.rule(&p)
		if (a.Threshold > 0) != m.L1 || a.Slope != 0 || m.Sticky != (a.Where == num.OfStep) {
			t.Errorf("%s: %+v", m.Name, a)
		}
	}
}

// Weights begin as their method says.
func TestBegin(t *testing.T) {
	s := toy(t, "control", "true", "mu", "0.5", "sigma", "0.1", "units", "100")
	moments := func(c *course) (mean, spread float64) {
		n := float64(c.net.D * c.net.H)
		for i := range c.net.D {
			for _, w := range c.net.W1().Of(i)[:c.net.H] {
				mean, spread = mean+float64(w)/n, spread+float64(w)*float64(w)/n
			}
		}
		return mean, math.Sqrt(spread - mean*mean)
	}
	if mean, spread := moments(of(s).nets[0]); math.Abs(mean) > 5e-3 || math.Abs(spread-math.Sqrt(2.0/196)) > 2e-3 {
		t.Errorf("control: %v, %v", mean, spread)
	}
	if mean, spread := moments(of(s).nets[1]); math.Abs(mean-0.5) > 5e-3 || math.Abs(spread-0.1) > 2e-3 {
		t.Errorf("sticky: %v, %v", mean, spread)
	}
	for _, b := range of(s).nets[1].net.W1().Of(of(s).nets[1].net.D) {
		if b != 0 {
			t.Error("a bias begins elsewhere than at 0")
		}
	}
}

// All methods learn the present task; the penalty keeps more of the earlier ones.
func TestLearnsAndForgets(t *testing.T) {
	s := toy(t, "train", "1500", "test", "200", "units", "60")
	finish(s)
	for _, g := range of(s).groups {
		row := g.report.Row
		t.Logf("%s: all %.3f, earlier %.3f, now %.3f", g.method.Name, row[colAll], row[colPrevious], row[colCurrent])
		if row[colCurrent] < 0.6 && !g.method.EWC || row[colAll] < 0.3 {
			t.Errorf("%s has %v", g.method.Name, row)
		}
	}
	control, ewc := of(s).groups[0].report.Row, of(s).groups[2].report.Row
	if ewc[colPrevious] < control[colPrevious]+0.05 {
		t.Errorf("in earlier tasks ewc has %v, control %v", ewc[colPrevious], control[colPrevious])
	}
}

// Where all pixels stay the tasks are one, and nothing is forgotten.
func TestOneTask(t *testing.T) {
	s := toy(t, "same", "1", "sticky", "false", "ewc", "false")
	finish(s)
	if row := of(s).groups[0].report.Row; row[colPrevious] != row[colCurrent] || row[colCurrent] < 0.5 {
		t.Errorf("in earlier tasks %v, in the present one %v", row[colPrevious], row[colCurrent])
	}
}

// A mean over seeds is one, and its interval is Student's.
func TestSeeds(t *testing.T) {
	s := toy(t, "seeds", "3", "sticky", "false", "ewc", "false")
	finish(s)
	var all []float64
	for k := range 3 {
		alone := toy(t, "sticky", "false", "ewc", "false")
		if err := alone.Dials().Set("seed", string(rune('1'+k))); err != nil {
			t.Fatal(err)
		}
		if err := alone.Restart(files); err != nil {
			t.Fatal(err)
		}
		finish(alone)
		all = append(all, of(alone).groups[0].report.Row[colAll])
	}
	mean := (all[0] + all[1] + all[2]) / 3
	var square float64
	for _, v := range all {
		square += (v - mean) * (v - mean)
	}
	half := 4.3027 * math.Sqrt(square/6)
	if row := of(s).groups[0].report.Row; math.Abs(row[colAll]-mean) > 1e-12 || math.Abs(row[colInterval]-half) > 1e-12 {
		t.Errorf("%v and %v, want %v and %v of %v", row[colAll], row[colInterval], mean, half, all)
	}
}

// More networks side by side than there is memory for are refused.
func TestTooMany(t *testing.T) {
	s := toy(t)
	for _, v := range settingsOf("images", "all", "units", "2000", "seeds", "10") {
		if err := s.Dials().Set(v.Name, v.Value); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Restart(files); err == nil || !strings.Contains(err.Error(), "10 seeds of these methods with 2000 units would need 4.9 GB") {
		t.Error(err)
	}
	p := Defaults()
	p.Images, p.Units, p.Seeds = all, 2000, 3
	if err := p.affordable(); err != nil {
		t.Error(err)
	}
}

// What goes wrong has a name.
func TestTrouble(t *testing.T) {
	for want, pairs := range map[string][]string{
		"sticky has learned nothing in task 1":    {"rate", "0.000001", "control", "false", "ewc", "false"},
		"control diverged":                        {"control", "true", "sticky", "false", "ewc", "false"},
		"sticky is saturated":                     {"control", "false", "ewc", "false", "mu", "0.25"},
		"sticky has gone silent":                  {"control", "false", "ewc", "false", "mu", "0", "sigma", "0", "rate", "0.000001"},
		"control has learned nothing in task 1: ": {"rate", "0.000001", "ewc", "false"},
	} {
		s := toy(t, pairs...)
		if strings.Contains(want, "diverged") {
			for i := range of(s).nets[0].Theta {
				of(s).nets[0].Theta[i] = float32(math.Inf(1))
			}
			of(s).begin()
		}
		for s.Step() != run.Over && s.Steps() < 45 {
		}
		if got := s.Says(); !strings.HasPrefix(got.Trouble, want) || got.Advice == "" {
			t.Errorf("it says %q, %q, and should say %q", got.Trouble, got.Advice, want)
		}
	}
	if s := toy(t); s.Says().Trouble != "" || strings.Contains(s.Says().Caption, "below 1") {
		t.Errorf("%+v", s.Says())
	}
	if s := toy(t, "lambda", "2"); !strings.Contains(s.Says().Caption, "is below 1") {
		t.Errorf("f(0) is %v, and it says %q", f0(&s.params), s.Says().Caption)
	}
}

// An iteration allocates nothing, whatever the method.
func TestNoAllocations(t *testing.T) {
	s := toy(t, "both", "true", "seeds", "2", "train", "5000")
	for range 400 {
		s.Step()
	}
	c := newLesson(&s.params, Methods[3], 1, s.data)
	for c.Settled == 0 {
		if c.unsettled() {
			c.settle()
		} else {
			c.move()
		}
	}
	c.move()
	if n := testing.AllocsPerRun(100, c.move); n > 0 {
		t.Errorf("%v allocations an iteration", n)
	}
}

// Without the data, or with other data, there is a sentence; all of MNIST is read where it is asked for.
func TestData(t *testing.T) {
	s := New()
	if err := s.Restart(nil); err == nil || !strings.Contains(err.Error(), "has come without it") {
		t.Error(err)
	}
	if err := s.Restart(none{}); err == nil || !strings.Contains(err.Error(), "missing") {
		t.Error(err)
	}
	big := toy(t, "images", "all")
	if big.data.side != 28 || big.data.train.count() != 400 || big.data.test.count() != 50 {
		t.Errorf("%d and %d images of side %d", big.data.train.count(), big.data.test.count(), big.data.side)
	}
	if err := big.Restart(none{}); err != nil {
		t.Errorf("what is there is read again: %v", err)
	}
}

type none struct{}

func (none) ReadFile(string) ([]byte, error) { return nil, os.ErrNotExist }
