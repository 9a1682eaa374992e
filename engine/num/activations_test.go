package num

import (
	"math"
	"testing"
)

func TestSoftplusAgainstTheLibrary(t *testing.T) {
	x, y := make([]float32, 4), make([]float32, 4)
	for v := -90.; v < 90; v += 0.013 {
		x[0] = float32(v)
		SoftplusRow(y, x)
		want := max(float64(x[0]), 0) + math.Log1p(math.Exp(-math.Abs(float64(x[0]))))
		if math.Abs(float64(y[0])-want) > 2e-7*(1+math.Abs(v)) {
			t.Fatalf("softplus(%v) = %v, want %v", x[0], y[0], want)
		}
	}
}

// A backward step is the slope: of the row function, by differences.
func TestBackwardStepsAreSlopes(t *testing.T) {
	for name, f := range map[string]struct {
		row, back func(dst, x []float32)
	}{"tanh": {TanhRow, TanhBack}, "softplus": {SoftplusRow, SoftplusBack}, "leaky": {LeakyRow, LeakyBack}} {
		x, h := make([]float32, 4), make([]float32, 4)
		for v := float32(-5.03); v < 5; v += 0.1 {
			const eps = 1. / 64 // exact, and small enough for the third derivative
			x[0], x[1], x[2] = v, v+eps, v-eps
			f.row(h, x)
			d := []float32{3, 0, 0, 0}
			f.back(d, h)
			want := 3 * float64(h[1]-h[2]) / float64(x[1]-x[2])
			if math.Abs(float64(d[0])-want) > 5e-4 {
				t.Errorf("%s at %v: slope %v, differences give %v", name, v, d[0]/3, want/3)
			}
		}
	}
}

// What has diverged does not look well again behind a function that saturates.
func TestActivationsKeepWhatIsNoNumber(t *testing.T) {
	nan := float32(math.NaN())
	for name, row := range map[string]func(dst, x []float32){"tanh": TanhRow, "softplus": SoftplusRow, "leaky": LeakyRow} {
		h := make([]float32, 4)
		if row(h, []float32{nan, 1, 0, -1}); h[0] == h[0] || h[1] != h[1] {
			t.Errorf("%s of NaN, 1, 0, -1 is %v", name, h)
		}
	}
}

// The moments of a unit that is silent for good come to rest at zero, not next to it.
func TestMomentsFadeAway(t *testing.T) {
	theta, grad, m, v := make([]float32, 4), make([]float32, 4), []float32{1, -1, 1e-9, 0}, []float32{1, 1, 1e-20, 0}
	a := Adam{Rate: 1e-3, Beta1: 0.9, Beta2: 0.99, Epsilon: 1e-8, Correction1: 1, Correction2: 1}
	for range 10_000 {
		a.Step(theta, grad, m, v)
	}
	if [4]float32(m) != ([4]float32{}) || [4]float32(v) != ([4]float32{}) {
		t.Errorf("after 10,000 steps without gradient the moments are %v and %v", m, v)
	}
}
