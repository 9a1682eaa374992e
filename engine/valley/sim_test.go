package valley

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"driftlab/engine/measure"
)

// crowdOf is a fresh run of n walkers at the given start, rate and noise.
func crowdOf(n int, x0, y0, rate, noise float64, kind string) *Sim {
	s := New()
	s.p.Walkers, s.p.X0, s.p.Y0, s.p.Rate, s.p.Noise, s.p.Kind = n, x0, y0, rate, noise, kind
	s.Restart(nil)
	return s
}

func (s *Sim) walk(until int64) {
	for s.step < until && !s.over() {
		s.Step()
	}
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s = %v, want %v ± %.2g", what, got, want, tolerance)
	}
}

func TestSettle(t *testing.T) {
	for _, c := range []struct {
		name   string
		x0, y0 float64
		rate   float64
		noise  float64
		want   floor
	}{
		{"x arm", 2, 0.6, 0.02, 0.02, floor{arm: onX, steps: 7, far2: 3.64}},
		{"y arm, from the other side", 0.6, -2, 0.02, 0.02, floor{arm: onY, steps: 7, far2: 3.64}},
		{"on the floor", -2, 0, 0.02, 0.02, floor{arm: onX, far2: 4}},
		{"corner", 0, 0, 0.02, 0.02, floor{}},
		{"diagonal", 1, -1, 0.02, 0.02, floor{}},
		{"unstable", 3, 0.5, 0.5, 0.02, floor{lost: true}},
		{"nearly diagonal, no noise", 1e-3, 0.999e-3, 1e-3, 0, floor{steps: patience, far2: 2e-9}},
	} {
		s := crowdOf(1, c.x0, c.y0, c.rate, c.noise, "update")
		if s.floor.arm != c.want.arm && !c.want.lost || s.floor.lost != c.want.lost {
			t.Errorf("%s: %+v, want %+v", c.name, s.floor, c.want)
		}
		if c.want.lost {
			continue
		}
		near(t, c.name+": steps", float64(s.floor.steps), float64(c.want.steps), 0)
		near(t, c.name+": far2", s.floor.far2, c.want.far2, 0.01*c.want.far2)
	}
}

func TestNobodyMeetsTheCornerWhileSettling(t *testing.T) {
	for _, c := range [][2]float64{{0.6, 2}, {2, 1.9}} {
		s := crowdOf(100, c[0], c[1], 0.005, 0.01, "update")
		s.walk(int64(s.floor.steps) - 1)
		if s.alive() != 1 || s.theory() < 1 || s.phase() != "sliding down" {
			t.Errorf("from %v: alive %v, theory %v, %s", c, s.alive(), s.theory(), s.phase())
		}
	}
}

func TestStartInTheCorner(t *testing.T) {
	s := crowdOf(10, 0.5, 0.5, 0.02, 0.02, "update")
	if s.alive() != 0 || !math.IsNaN(s.theory()) || !strings.Contains(s.caption(), "corner") {
		t.Errorf("alive %v, theory %v, %q", s.alive(), s.theory(), s.caption())
	}
}

func TestWithoutNoiseNothingMoves(t *testing.T) {
	s := crowdOf(3, 2, 0.6, 0.02, 0, "update")
	s.walk(5000)
	x, y := s.crowd.x[0], s.crowd.y[0]
	s.walk(6000)
	if s.crowd.x[0] != x || s.crowd.y[0] != y || s.alive() != 1 || s.theory() != 1 || s.phase() != "at rest" {
		t.Errorf("moved from (%v, %v) to (%v, %v); alive %v, theory %v, %s", x, y, s.crowd.x[0], s.crowd.y[0], s.alive(), s.theory(), s.phase())
	}
}

func TestFlownOffIsToldAndKeptApart(t *testing.T) {
	s := crowdOf(50, 3, 0.1, 0.2, 0.05, "update") // most are thrown towards the corner
	s.walk(300)
	flown := *s.crowd.flown
	if flown == 0 || flown == 50 {
		t.Fatalf("%d of 50 flew off: the test needs some", flown)
	}
	row := slices.Clone(s.Report().Row)
	if !(row[colX2] < 10 && row[colLambda] < 100 && row[colLogLambda] > -10) {
		t.Errorf("the means are spoiled: %v", row)
	}
	what, advice := s.trouble()
	if !strings.Contains(what, "of 50 walkers flew off: where η x² > 1") || advice == "" {
		t.Errorf("trouble %q, advice %q", what, advice)
	}
	f := frameOf(t, s)
	for i, x := range f.X {
		if s.crowd.gone[i] && max(size(x), size(f.Y[i])) != edge {
			t.Errorf("walker %d is at (%v, %v)", i, x, f.Y[i])
		}
	}
	all := crowdOf(2, 3, 0.5, 1, 0.1, "update")
	all.walk(100)
	if row := all.Report().Row; row[colAlive] != 0 || !math.IsNaN(row[colX2]) || !math.IsNaN(row[colTheory]) {
		t.Errorf("all gone: %v", row)
	}
	// The run is over: no step counts, until somebody is there again.
	at := all.Steps()
	all.Step()
	what, advice = all.trouble()
	if all.Steps() != at || at > 20 || all.phase() != "all flown off" || advice == "" ||
		all.caption() != "2 walkers, all flown off: nothing is left to move." ||
		what != "2 of 2 walkers flew off: where η x² > 1 every step overshoots the floor, and nothing is left to move" {
		t.Errorf("step %d after %d: %q, %q, %q", all.Steps(), at, all.phase(), all.caption(), what)
	}
	all.Poke(0.1, 0.2)
	all.walk(at + 50)
	if all.Steps() != at+50 || all.caption() != "2 walkers, all flown off; 1 dropped walker still here." {
		t.Errorf("with a dropped walker: step %d, %q", all.Steps(), all.caption())
	}
	if what, _ := all.trouble(); strings.Contains(what, "nothing is left") {
		t.Error(what)
	}
}

// A distance is counted along the arm that a walker is on.
func TestDistanceIsTheFartherCoordinate(t *testing.T) {
	s := crowdOf(10, 0.1, 2.5, 0.001, 0, "update")
	if f := frameOf(t, s); f.Hist[25] < 0.999 || f.Hist[1] != 0 {
		t.Errorf("on the y arm at 2.5: %v", f.Hist)
	}
}

func TestDroppedWalkersAreApart(t *testing.T) {
	a, b := New(), New()
	a.Restart(nil)
	b.Restart(nil)
	if done, err := b.Poke(1, 1); err != nil || done != "A walker was dropped at x = 1, y = 1." {
		t.Errorf("%q, %v", done, err)
	}
	for _, c := range []struct {
		x, y float32
		want string
	}{
		{float32(math.NaN()), 0, "x: NaN is outside [-3, 3]"},
		{1, 5000, "y: 5000 is outside [-3, 3]"},
		{-3.01, float32(math.Inf(1)), "x: -3.01 is outside [-3, 3]; y: +Inf is outside [-3, 3]"},
	} {
		if done, err := b.Poke(c.x, c.y); err == nil || err.Error() != c.want || done != "" {
			t.Errorf("%v, %v: %q, %v, want %s", c.x, c.y, done, err, c.want)
		}
	}
	a.walk(100)
	b.walk(100)
	if got, want := b.Report().Row, a.Report().Row; !slices.Equal(got, want) {
		t.Errorf("the crowd's measures are %v, without the drop %v", got, want)
	}
	f := frameOf(t, b)
	if f.Dropped != 1 || len(f.X) != 25 || f.StartX[1] != 1 || f.X[24] == 1 {
		t.Errorf("%d dropped, %d walkers, starts %v, at %v", f.Dropped, len(f.X), f.StartX, f.X[24])
	}
	for i := range 20 {
		done, err := b.Poke(float32(i)/10, 0.5)
		if full := strings.Contains(done, "in place of the oldest"); err != nil || full != (i >= mostDrops-1) {
			t.Errorf("drop %d: %q, %v", i, done, err)
		}
	}
	if f := frameOf(t, b); f.Dropped != mostDrops || f.StartX[1] != 1.5 || f.StartX[5] != 1.9 {
		t.Errorf("%d dropped, starts %v", f.Dropped, f.StartX)
	}
	if b.Restart(nil); frameOf(t, b).Dropped != 0 {
		t.Error("restart keeps what was dropped")
	}
}

func TestSameSeedSameBits(t *testing.T) {
	for _, kind := range []string{"update", "label"} {
		a, b := crowdOf(100, 2, 0.6, 0.02, 0.1, kind), crowdOf(100, 2, 0.6, 0.02, 0.1, kind)
		a.walk(10)
		a.Restart(nil)
		a.runs = b.runs
		a.walk(2000)
		b.walk(2000)
		fa, _ := a.AppendFrame(nil, true)
		fb, _ := b.AppendFrame(nil, true)
		if !bytes.Equal(fa, fb) {
			t.Errorf("%s: two runs differ", kind)
		}
		b.p.Seed++
		b.Restart(nil)
		b.walk(2000)
		if slices.Equal(a.crowd.x, b.crowd.x) {
			t.Errorf("%s: two seeds agree", kind)
		}
		few := crowdOf(7, 2, 0.6, 0.02, 0.1, kind)
		few.walk(2000)
		if !slices.Equal(few.crowd.x, a.crowd.x[:7]) {
			t.Errorf("%s: a walker's path depends on how many there are", kind)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	s := crowdOf(50, 2, 0.6, 0.02, 0.02, "update")
	s.Poke(1, 1)
	s.walk(100)
	if n := testing.AllocsPerRun(3000, func() { s.Step() }); n != 0 {
		t.Errorf("Step allocates %v times", n)
	}
	b, _ := s.AppendFrame(nil, true)
	if n := testing.AllocsPerRun(10, func() { b, _ = s.AppendFrame(b[:0], true) }); n != 0 {
		t.Errorf("AppendFrame allocates %v times", n)
	}
}

func TestHistoryIsBoundedAndEven(t *testing.T) {
	s := crowdOf(5, 2, 0.6, 0.02, 0.02, "update")
	s.walk(10000)
	rows, w := s.report.Rows, len(Columns)
	if n := len(rows) / w; n < measure.MaxRows/2 || n > measure.MaxRows {
		t.Errorf("%d rows", n)
	}
	for at := w; at < len(rows); at += w {
		if rows[at]-rows[at-w] != rows[w]-rows[0] {
			t.Fatalf("steps %v, then %v", rows[at-w], rows[at])
		}
	}
}

// A run saved before visits to the steep end were noted opens, and claims no number of them.
func TestARunSavedWithoutVisitsOpens(t *testing.T) {
	s := crowdOf(50, 2, 0, 0.1, 0.1, "update")
	s.walk(2000)
	if s.steep.count() < 1 {
		t.Fatal("the test needs walkers that have been there")
	}
	b, err := s.AppendState(nil)
	if err != nil {
		t.Fatal(err)
	}
	var st State
	if _, err := st.UnmarshalMsg(b); err != nil {
		t.Fatal(err)
	}
	for name, been := range map[string][]bool{"with": st.Been, "without": nil, "too few": {true}} {
		st.Been = been
		if b, err = st.MarshalMsg(nil); err != nil {
			t.Fatal(err)
		}
		again := crowdOf(50, 2, 0, 0.1, 0.1, "update")
		err := again.RestoreState(b)
		if name == "too few" {
			if err == nil {
				t.Error("a state with too few visits is taken")
			}
			continue
		}
		again.walk(2100)
		known := name == "with"
		if err != nil || (again.steep.count() >= s.steep.count()) != known || strings.Contains(again.caption(), "been beyond") != known {
			t.Errorf("%s: %v, %d visits, %q", name, err, again.steep.count(), again.caption())
		}
	}
}

func TestDescentFollowsTheGradient(t *testing.T) {
	const rate, d, xi = 1e-2, 1e-4, 0.3
	for _, p := range [][2]float64{{2, 0.6}, {-1, 0.5}, {0.3, -2}, {1, 1}} {
		for _, target := range []float64{0, xi} {
			loss := func(x, y float64) float64 { return (x*y - target) * (x*y - target) }
			w := newWalkers(1)
			w.put(0, float32(p[0]), float32(p[1]))
			if target == 0 {
				w.update(rate, 0, make([]float32, 4), make([]float32, 4))
			} else {
				w.label(rate, xi/2, []float32{2, 0, 0, 0})
			}
			gx := (loss(p[0]+d, p[1]) - loss(p[0]-d, p[1])) / (2 * d)
			gy := (loss(p[0], p[1]+d) - loss(p[0], p[1]-d)) / (2 * d)
			near(t, "x", float64(w.x[0]), p[0]-rate*gx, 1e-6)
			near(t, "y", float64(w.y[0]), p[1]-rate*gy, 1e-6)
		}
	}
}

// Theory ends where it begins to be off, and does not come back with other dials.
func TestTheoryEnds(t *testing.T) {
	s := crowdOf(100, 2, 0, 0.02, 0.05, "update")
	if s.walk(3199); math.IsNaN(s.theory()) {
		t.Error("no theory at 0.3999 of the stable floor")
	}
	s.walk(3201)
	if theory := s.Report().Row[colTheory]; !math.IsNaN(theory) {
		t.Errorf("theory is %v beyond 0.4 of the stable floor", theory)
	}
	s.p.Rate = 0.017
	s.walk(3300)
	what, figure := s.noTheory()
	if !math.IsNaN(s.theory()) || what != "theory ended under other dials" || figure != "" {
		t.Errorf("theory %v; %q, %q", s.theory(), what, figure)
	}
	for name, c := range map[string]*Sim{
		"steep":  crowdOf(10, 2.3, 0, 0.02, 0.01, "update"),
		"close":  crowdOf(10, 1, 0, 0.01, 0.011, "update"),
		"label":  crowdOf(10, 1, 0, 0.01, 0.001, "label"),
		"corner": crowdOf(10, 1, 1, 0.01, 0.001, "update"),
	} {
		c.walk(2)
		if what, _ := c.noTheory(); !math.IsNaN(c.theory()) || what == "" || frameOf(t, c).NoTheory != what {
			t.Errorf("%s: theory %v, %q", name, c.theory(), what)
		}
	}
}
