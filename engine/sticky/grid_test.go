package sticky

import (
	"math"
	"strings"
	"testing"

	"driftlab/engine/run"
)

// gridOf is what a run has of whole runs.
func gridOf(s *Sim) *grid { return s.experiment.(*grid) }

// A run of a grid is the one that its dials give alone.
func TestRunsAreThoseOfTheExhibit(t *testing.T) {
	for _, c := range []struct {
		grid, runs []string
		which      int
	}{
		{[]string{"grid", "ablation", "seeds", "2"}, []string{"method", "attractor", "seed", "2"}, 12},
		{[]string{"grid", "shared", "levels", "3", "seeds", "2"}, []string{"method", "control", "seed", "2", "same", "0.5"}, 8},
		{[]string{"grid", "shared", "levels", "3"}, []string{"method", "sticky", "same", "1"}, 5},
	} {
		g := toy(t, c.grid...)
		finish(g)
		alone := toy(t, c.runs...)
		finish(alone)
		got, want := g.Report().Past()[c.which+1], alone.Report().Newest()[0]
		if want[0] = got[0]; letterOf(got) != strings.Split(c.runs[1], " ")[0] {
			t.Errorf("run %d is of %s", c.which+1, letterOf(got))
		}
		for _, col := range []int{3, 4, 5, 6, 7, 8, 9} { // all that is measured at the end
			if got[col] != want[col] {
				t.Errorf("%v, %s: %v in the grid, %v alone", c.runs, Columns[col].Name, got[col], want[col])
			}
		}
	}
}

// letterOf is the method of a row.
func letterOf(row []float64) string { return Methods[int(row[0])].Name }

// The picture has the trial that the dial names, once it is finished.
func TestChosenTrial(t *testing.T) {
	s := toy(t, "grid", "search", "trials", "3", "trial", "2")
	chosen := func() int {
		var f Frame
		b, err := s.AppendFrame(nil, true)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.UnmarshalMsg(b); err != nil || f.Check() != nil {
			t.Fatal(err, f.Check())
		}
		return f.Chosen
	}
	if k := chosen(); k != -1 {
		t.Errorf("with no trial the picture has trial %d as chosen", k+1)
	}
	finish(s)
	if k := chosen(); k != 1 {
		t.Errorf("the picture has trial %d as chosen, not 2", k+1)
	}
	s.params.Trial = 0
	if k := chosen(); k != -1 {
		t.Errorf("where none is chosen the picture has trial %d", k+1)
	}
}

// The best trial opens as a run that comes to the same; a trial that there is not does not open.
func TestBestTrialOpens(t *testing.T) {
	s := toy(t, "grid", "search", "trials", "14", "seed", "3")
	if _, _, _, err := s.Beside(0); err == nil {
		t.Error("a trial opens before there is one")
	}
	finish(s)
	best := gridOf(s).best()
	exhibit, dials, said, err := s.Beside(0)
	if err != nil || exhibit != "sticky" || said == "" {
		t.Fatal(exhibit, said, err)
	}
	alone := toy(t, "method", "sticky")
	for _, d := range dials {
		if err := alone.Dials().Set(d.Name, d.Value); err != nil {
			t.Fatal(err)
		}
	}
	if err := alone.Restart(files); err != nil {
		t.Fatal(err)
	}
	finish(alone)
	row := s.Report().Past()[best+1]
	for i, g := range of(alone).groups {
		if g.method.Name == "sticky" && alone.Report().Newest()[i][4] != row[4] {
			t.Errorf("opened it has %v, as a trial %v", alone.Report().Newest()[i][4], row[4])
		}
	}
	for _, which := range []int{-1, 15} {
		if _, _, _, err := s.Beside(which); err == nil {
			t.Errorf("trial %d opens", which)
		}
	}
	if _, _, _, err := alone.Beside(0); err == nil {
		t.Error("where nothing is searched a trial opens")
	}
}

// The mark is the paper's eq. 2, by hand for three tasks.
func TestMark(t *testing.T) {
	r := Result{Scores: []float64{0.9, 0.5, 0.8, 0.3, 0.6, 0.9}}
	want := (math.Log(2)/2*(0.5+0.8) + math.Log(3)/3*(0.3+0.6+0.9)) / (math.Log(2) + math.Log(3))
	if got := r.mark(3); math.Abs(got-want) > 1e-12 {
		t.Errorf("%v, want %v", got, want)
	}
	if got := (&Result{Scores: []float64{0.4}}).mark(1); got != 0.4 {
		t.Errorf("with one task %v", got)
	}
	if got := (&Result{Broken: true}).mark(3); got == got {
		t.Errorf("diverged %v", got)
	}
}

// Ranges in which nothing can be found are refused, with their ends; what was goes on.
func TestBadRanges(t *testing.T) {
	for want, pairs := range map[string][]string{
		"a1-from and a1-to: a search cannot go from 0.5 to 0.2":             {"a1-from", "0.5", "a1-to", "0.2"},
		"zeta-from and zeta-to: a search cannot go from 0.001 to 1e-06":     {"l1", "proximal", "zeta-from", "0.001", "zeta-to", "0.000001"},
		"a1 up to 0.1, gamma up to 3 and lambda up to 10 f(0) is 0.2955 at": {"a1-from", "0.1", "a1-to", "0.1", "gamma-to", "3"},
	} {
		s := toy(t, "grid", "search")
		for _, v := range settingsOf(pairs...) {
			if err := s.Dials().Set(v.Name, v.Value); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Restart(files); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: %v, want %q", pairs, err, want)
		}
		for s.Steps() < 1 {
			s.Step()
		}
	}
	if s := toy(t, "zeta-from", "0.001", "zeta-to", "0.000001"); s.Steps() != 0 {
		t.Error("what is not searched counts")
	}
}

// Points are within their ranges, with an f(0) that lets something be learned.
func TestTrialsAreWithin(t *testing.T) {
	s := toy(t, "grid", "search", "trials", "16", "l1", "proximal")
	finish(s)
	g := gridOf(s)
	for i, tr := range g.tried {
		at := *g.p
		at.at(tr.x)
		if f := f0(&at); f < least {
			t.Errorf("trial %d has an f(0) of %v", i, f)
		}
		for k, v := range tr.x {
			if v < narrow[k].lo || v > narrow[k].hi {
				t.Errorf("trial %d: %s is %v", i, Searched[k].Name, v)
			}
		}
	}
	if g.tried[0].x[5] == g.tried[1].x[5] {
		t.Error("with L1 its strength is not searched")
	}
}

// A run that diverges is kept as such, and the others go on.
func TestDivergedRun(t *testing.T) {
	s := toy(t, "grid", "ablation")
	g := gridOf(s)
	for g.Own() < 0 {
		s.Step()
	}
	for i := range g.here.course.Theta {
		g.here.course.Theta[i] = float32(math.Inf(1))
	}
	finish(s)
	if !g.results[0].Broken || g.results[1].Broken || s.Steps() != 8 || !strings.Contains(s.Says().Caption, "Diverged: 1 run.") {
		t.Errorf("%d runs; it says %q", s.Steps(), s.Says().Caption)
	}
	if l := g.lined()[0]; l.Runs != 1 || l.last() == l.last() {
		t.Errorf("%+v", l)
	}
}

// Dials that whole runs follow from are not turned on the way.
func TestGridsHoldTheirDials(t *testing.T) {
	for _, name := range turned {
		if toy(t).Dials().Lookup(name).Fresh || !toy(t, "grid", "shared").Dials().Lookup(name).Fresh {
			t.Errorf("%s is turned in a grid, or not beside", name)
		}
	}
	if s := toy(t, "grid", "shared"); s.Step() == run.Over || !s.Lasts() || toy(t).Lasts() {
		t.Error("a grid does not last, or methods side by side do")
	}
}
