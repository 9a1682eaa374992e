package measure

import (
	"math"
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

func TestSmootherKeepsTheSumAndReflects(t *testing.T) {
	for _, n := range []int{5, 100} {
		s := NewSmoother(n, SmoothSigma)
		x, y := make([]float32, n), make([]float32, n)
		x[0], x[n/2], x[n-1] = 1, 2, 5
		s.Apply(y, x)
		var sum float64
		for _, v := range y {
			sum += float64(v)
		}
		near(t, "sum", sum, 8, 1e-5)
		for i := range x {
			x[i] = 3
		}
		s.Apply(y, x)
		for _, v := range y {
			near(t, "constant", float64(v), 3, 1e-5)
		}
	}
}

func TestSmootherOfNoWidthChangesNothing(t *testing.T) {
	x, y := []float32{3, 0, 1, 7, 2}, make([]float32, 5)
	NewSmoother(5, 0).Apply(y, x)
	for i, v := range y {
		near(t, "value", float64(v), float64(x[i]), 0)
	}
}

func TestSmootherIsAGaussianInTheMiddle(t *testing.T) {
	s := NewSmoother(100, SmoothSigma)
	x, y := make([]float32, 100), make([]float32, 100)
	x[50] = 1
	s.Apply(y, x)
	for i, v := range y {
		d := float64(i-50) / SmoothSigma
		if math.Abs(d) < 3.9 {
			near(t, "kernel", float64(v), math.Exp(-d*d/2)/(SmoothSigma*math.Sqrt(2*math.Pi)), 1e-5)
		}
	}
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
	h := NewHistory(1)
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

func TestLinearHistoryHalvesItsResolution(t *testing.T) {
	h := NewLinearHistory(1)
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

// course makes a three-phase run: the loss falls until about learn, the active fraction
// until about thin.
func course(upTo, learn, thin float64) Course {
	var c Course
	for s := 0.0; s <= upTo; s += max(1, math.Floor(s/50)) {
		c.Step = append(c.Step, float32(s))
		c.Loss = append(c.Loss, float32(-1.5*(1-math.Exp(-s/learn))))
		c.Active = append(c.Active, float32(0.1+0.4*math.Exp(-s/thin)))
		c.Units = append(c.Units, float32(0.2+0.8*math.Exp(-s/thin)))
	}
	return c
}

func TestPhasesFollowEachOther(t *testing.T) {
	for _, c := range []struct {
		upTo    float64
		phase   int
		borders int
	}{{10, Learning, 0}, {2000, Directed, 1}, {10_000, Directed, 1}, {80_000, Null, 2}} {
		phase, borders := new(PhaseFinder).Find(course(c.upTo, 20, 8000), 0.5, nil)
		if phase != c.phase || len(borders) != c.borders {
			t.Errorf("after %v steps: phase %d, borders %v; want phase %d", c.upTo, phase, borders, c.phase)
		}
	}
	_, borders := new(PhaseFinder).Find(course(80_000, 20, 8000), 0.5, nil)
	near(t, "end of learning", float64(borders[0]), 20*math.Ln10, 20)
	near(t, "end of directed drift", float64(borders[1]), 8000*math.Ln10, 5000)
}

func TestANetworkWhoseMapsStandStillIsAtRest(t *testing.T) {
	if phase, _ := new(PhaseFinder).Find(course(3000, 20, 1e9), 0.99999, nil); phase != Rest {
		t.Errorf("phase %d, want %d", phase, Rest)
	}
}
