package measure

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

func TestFitLine(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	const trials = 2000
	within := 0
	for range trials {
		n := 3 + random.IntN(20)
		x, y := make([]float64, n), make([]float64, n)
		for i := range x {
			x[i] = random.Float64()
			y[i] = 3 - 2*x[i] + 0.3*random.NormFloat64()
		}
		l, ok := FitLine(x, y)
		level, slope := stat.LinearRegression(x, y, nil, false)
		if !ok || l.N != n || math.Abs(l.Slope-slope) > 1e-9 || math.Abs(l.Level-level) > 1e-9 {
			t.Fatalf("%+v of %d points, want %v + %v x", l, n, level, slope)
		}
		if math.Abs(l.Slope+2) <= l.Half {
			within++
		}
	}
	if share := float64(within) / trials; math.Abs(share-0.95) > 0.02 {
		t.Errorf("%.3f of the 95 %% intervals hold the slope", share)
	}
	for _, x := range [][]float64{nil, {1, 2}, {3, 3, 3, 3}} {
		if l, ok := FitLine(x, make([]float64, len(x))); ok {
			t.Errorf("a line through %v: %+v", x, l)
		}
	}
}

func TestStudent(t *testing.T) {
	for f := 1; f < 300; f++ {
		want := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(f)}.Quantile(0.975)
		if got := Student(f); math.Abs(got-want) > 1e-4 {
			t.Errorf("%d degrees of freedom: %v, want %v", f, got, want)
		}
	}
}
