package measure

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat"

	"driftlab/engine/rng"
)

func near(t *testing.T, what string, got, want, limit float64) {
	t.Helper()
	if !(math.Abs(got-want) <= limit) {
		t.Errorf("%s is %v, want %v ± %v", what, got, want, limit)
	}
}

func TestRateMapAndInformationByHand(t *testing.T) {
	// Four samples in bins 0, 0, 1, 3 of 4; bin 2 is empty.
	o := NewOccupancy([]int{0, 0, 1, 3}, 4)
	rate := make([]float32, 4)
	o.RateMap(rate, []float32{1, 3, 8, 0, 99}) // the fifth entry is padding
	for i, want := range []float64{2, 8, 0, 0} {
		near(t, "rate", float64(rate[i]), want, 0)
	}
	// rbar = 2/2 + 8/4 = 3: SI = 1/2 (2/3) log2(2/3) + 1/4 (8/3) log2(8/3).
	want := 0.5*(2./3)*math.Log2(2./3) + 0.25*(8./3)*math.Log2(8./3)
	near(t, "spatial information", o.SpatialInformation(rate), want, 1e-7)
}

func TestInformationOfKnownFields(t *testing.T) {
	bin := make([]int, 64)
	for i := range bin {
		bin[i] = i
	}
	o := NewOccupancy(bin, 64)
	one, flat, silent := make([]float32, 64), make([]float32, 64), make([]float32, 64)
	one[17] = 0.3
	for i := range flat {
		flat[i] = 2
	}
	near(t, "one bin of 64", o.SpatialInformation(one), 6, 1e-9)
	near(t, "constant", o.SpatialInformation(flat), 0, 1e-9)
	near(t, "silent", o.SpatialInformation(silent), 0, 0)
}

func TestSparsityFigures(t *testing.T) {
	h := [][]float32{{1, 0, 2, 7}, {0, 0, 0, 7}, {0, 0, 3, 7}} // the last column is padding
	near(t, "active fraction", ActiveFraction(h, 3), 3./9, 1e-12)
	near(t, "active units", ActiveUnits(h, 3), 2./3, 1e-12)
}

func TestPearsonAgainstGonum(t *testing.T) {
	x, y := make([]float32, 100), make([]float32, 100)
	rng.Key{Seed: 1}.Normals(x, 0)
	rng.Key{Seed: 1}.Normals(y, 1)
	fx, fy := make([]float64, 100), make([]float64, 100)
	for i := range x {
		y[i] += x[i]
		fx[i], fy[i] = float64(x[i]), float64(y[i])
	}
	near(t, "correlation", Pearson(x, y), stat.Correlation(fx, fy, nil), 1e-9)
	if !math.IsNaN(Pearson(x, make([]float32, 100))) {
		t.Error("correlation with a constant is a number")
	}
}

func TestMapCorrelationCountsUnitsThatArePlaceUnitsTwice(t *testing.T) {
	a := &Snapshot{SI: []float64{1, 1, 0}, Maps: []float32{0, 1, 2, 1, 0, 0, 5, 5, 6}}
	b := &Snapshot{SI: []float64{1, 0, 1}, Maps: []float32{0, 2, 4, 0, 0, 1, 6, 5, 5}}
	near(t, "correlation", MapCorrelation(a, b), 1, 1e-12)
	b.SI[0] = 0
	if !math.IsNaN(MapCorrelation(a, b)) {
		t.Error("no common place unit, and still a correlation")
	}
}

func TestHistoryIsBoundedAndStaysLogarithmic(t *testing.T) {
	h := &NewReport(true, Column{Name: "step"}).History
	for step := int64(0); step <= 3_000_000; step++ {
		if h.Due(step) {
			h.Add([]float64{float64(step)})
		}
	}
	if h.Len() > MaxRows || h.Len() < MaxRows/3 {
		t.Errorf("%d rows", h.Len())
	}
	for i := 1; i < h.Len(); i++ {
		if gap, at := h.Rows[i]-h.Rows[i-1], h.Rows[i-1]; gap > max(1, 2.1*h.Spread*at) {
			t.Fatalf("gap of %v steps at step %v, spread %v", gap, at, h.Spread)
		}
	}
	if h.Rows[0] != 0 {
		t.Error("the first row is gone")
	}
}

// What stays is kept beside what the doubled spread leaves, however often that doubles.
func TestRowsThatStayAreNeverThinnedOut(t *testing.T) {
	plain, h := &NewReport(true, Column{Name: "step"}).History, &NewReport(true, Column{Name: "step"}).History
	staying := []float64{3, 7, 8, 500, 501, 996}
	h.Stays = func(step float64) bool { return slices.Contains(staying, step) }
	h.Reset()
	for step := range 1000 {
		plain.Rows, h.Rows = append(plain.Rows, float64(step)), append(h.Rows, float64(step))
	}
	plain.thin()
	h.thin()
	for i := range 1000 {
		step := float64(i)
		due, stays := slices.Contains(plain.Rows, step), slices.Contains(staying, step)
		if slices.Contains(h.Rows, step) != (due || stays) {
			t.Errorf("step %v is due: %v, stays: %v", step, due, stays)
		}
	}
	for range 20 {
		h.thin()
	}
	if want := append([]float64{0, 1}, staying...); !slices.Equal(h.Rows, want) {
		t.Errorf("rows of the steps %v, not %v", h.Rows, want)
	}
}

func TestLinearHistoryHalvesItsResolution(t *testing.T) {
	h := &NewReport(false, Column{Name: "step"}).History
	for step := int64(0); step <= 100_000; step++ {
		if h.Due(step) {
			h.Add([]float64{float64(step)})
		}
	}
	if h.Len() > MaxRows || h.Len() < MaxRows/3 {
		t.Errorf("%d rows", h.Len())
	}
}

func TestFitFindsTheTimescale(t *testing.T) {
	noise := make([]float32, 200)
	rng.Key{Seed: 1}.Normals(noise, 0)
	for _, tau := range []float64{30, 1000, 5e4} {
		var x, y []float64
		for i := range noise {
			x = append(x, float64(i)*tau/40)
			y = append(y, 0.2+0.6*math.Exp(-x[i]/tau)+0.01*float64(noise[i]))
		}
		fit, ok := FitExponential(x, y)
		if !ok {
			t.Fatalf("tau %v: no fit", tau)
		}
		near(t, "tau / true tau", fit.Tau/tau, 1, 0.05)
		near(t, "level", fit.A, 0.2, 0.01)
		near(t, "height", fit.B, 0.6, 0.02)
	}
}

func TestFitRefusesWhatIsNoExponential(t *testing.T) {
	courses := map[string]func(float64) float64{
		"plateau":      func(float64) float64 { return 0.9 },
		"rise":         func(x float64) float64 { return 1 - math.Exp(-x) },
		"sudden start": func(x float64) float64 { return map[bool]float64{true: 1, false: 0.2}[x < 4] },
		"straight":     func(x float64) float64 { return 1 - x/10 },
		"dead":         func(float64) float64 { return 0 },
	}
	for name, f := range courses {
		var x, y []float64
		for i := range 100 {
			x = append(x, float64(i)/20)
			y = append(y, f(float64(i)/20))
		}
		if fit, ok := FitExponential(x, y); ok {
			t.Errorf("%s: fitted %+v", name, fit)
		}
	}
	if _, ok := FitExponential([]float64{1, 2}, []float64{1, 0}); ok {
		t.Error("fitted two points")
	}
}

// course makes a three-phase run: the error falls until about learn, the sparsity grows until
// about thin. settle is where the error ends.
func course(upTo, learn, thin, settle float64) Course {
	c := Course{Of: 100}
	for s := 0.0; s <= upTo; s += max(1, math.Floor(s/50)) {
		c.add(s, settle+(2-settle)*math.Exp(-s/learn), 0.1+0.4*math.Exp(-s/thin), 0.2+0.8*math.Exp(-s/thin), 3-2*math.Exp(-s/thin))
	}
	return c
}

func (c *Course) add(step, err, active, units, si float64) {
	c.Step = append(c.Step, float32(step))
	c.Error = append(c.Error, float32(err))
	c.Active = append(c.Active, float32(active))
	c.Units = append(c.Units, float32(units))
	c.SI = append(c.SI, float32(si))
}

func TestPhasesFollowEachOther(t *testing.T) {
	for _, c := range []struct {
		upTo    float64
		phase   int
		borders int
		name    string
	}{
		{10, Learning, 0, "learning"},
		{40, Learning, 0, "learning"},
		{600, Directed, 1, "sparsity flat so far"},
		{4000, Directed, 1, "directed drift"},
		{10_000, Directed, 1, "directed drift"},
		{80_000, Null, 2, "null drift"},
	} {
		v := new(PhaseFinder).Find(course(c.upTo, 20, 8000, 0.05))
		if v.Phase != c.phase || len(v.Borders) != c.borders || v.Name != c.name {
			t.Errorf("after %v steps: %+v; want phase %d, %s", c.upTo, v, c.phase, c.name)
		}
	}
	v := new(PhaseFinder).Find(course(200_000, 20, 8000, 0.05))
	// Below: the error is within 5 % of the variance of its end from 20 ln(1.95/.05) on; the
	// sparsity's slowest measure, the active fraction, within 10 % of .1 from 8000 ln(.4/.01) on.
	near(t, "end of learning", float64(v.Borders[0]), 20*math.Log(1.95/0.05), 15)
	near(t, "end of directed drift", float64(v.Borders[1]), 8000*math.Log(40), 5000)
}

// Flat is not learned, whatever the curve does: a network that stays above 20 % of the
// variance never leaves phase 1.
func TestWhatStaysAboveAFifthIsNotLearned(t *testing.T) {
	v := new(PhaseFinder).Find(course(100_000, 20, 8000, 0.25))
	if v.Phase != Learning || v.Name != "not learned" || len(v.Borders) != 0 {
		t.Errorf("%+v", v)
	}
}

// The rule is about the variance, not its logarithm: an error that falls from a millionth to
// a billionth is flat.
func TestAnErrorNearNothingIsFlat(t *testing.T) {
	c := Course{Of: 100}
	for s := 0.0; s < 5000; s += max(1, math.Floor(s/50)) {
		c.add(s, math.Exp(-s/10), 0.5, 1, 1)
	}
	if v := new(PhaseFinder).Find(c); v.Phase != Directed || v.Name != "sparsity flat so far" {
		t.Errorf("%+v", v)
	}
}

// Null drift is taken back when a fifth more falls silent, and when the error leaves its level.
func TestNullDriftIsTakenBack(t *testing.T) {
	for name, late := range map[string]func(c *Course, s float64){
		"sparser": func(c *Course, s float64) { c.add(s, 0.05, 0.1*0.7, 0.2*0.7, 3) },
		"worse":   func(c *Course, s float64) { c.add(s, 0.12, 0.1, 0.2, 3) },
	} {
		c := course(80_000, 20, 4000, 0.05)
		if v := new(PhaseFinder).Find(c); v.Phase != Null {
			t.Fatalf("%+v", v)
		}
		for s := 80_000.0; s < 110_000; s += 1600 {
			late(&c, s)
		}
		if v := new(PhaseFinder).Find(c); v.Phase != Directed {
			t.Errorf("%s: %+v", name, v)
		}
	}
}

func TestAnErrorThatComesBackIsNamed(t *testing.T) {
	c := course(10_000, 20, 8000, 0.05)
	for s := 10_000.0; s < 30_000; s += 200 {
		c.add(s, 0.4, 0.1, 0.2, 3)
	}
	if v := new(PhaseFinder).Find(c); v.Phase != Directed || v.Name != "error no longer low" {
		t.Errorf("%+v", v)
	}
}

func TestFewUnitsTellNothing(t *testing.T) {
	c := course(200_000, 20, 8000, 0.05)
	c.Of = 40 // eight are left
	if v := new(PhaseFinder).Find(c); v.Phase != Directed || v.Name != "too few units to tell" {
		t.Errorf("%+v", v)
	}
}
