package num

import (
	"math"
	"testing"
)

const sigma = 6

func within(t *testing.T, what string, got, want, off float64) {
	t.Helper()
	if math.Abs(got-want) > off {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func TestSmootherKeepsTheSumAndReflects(t *testing.T) {
	for _, n := range []int{5, 100} {
		s := NewSmoother(n, sigma)
		x, y := make([]float32, n), make([]float32, n)
		x[0], x[n/2], x[n-1] = 1, 2, 5
		s.Apply(y, x)
		var sum float64
		for _, v := range y {
			sum += float64(v)
		}
		within(t, "sum", sum, 8, 1e-5)
		for i := range x {
			x[i] = 3
		}
		s.Apply(y, x)
		for _, v := range y {
			within(t, "constant", float64(v), 3, 1e-5)
		}
	}
}

func TestSmootherOfNoWidthChangesNothing(t *testing.T) {
	x, y := []float32{3, 0, 1, 7, 2}, make([]float32, 5)
	NewSmoother(5, 0).Apply(y, x)
	for i, v := range y {
		within(t, "value", float64(v), float64(x[i]), 0)
	}
}

func TestSmootherIsAGaussianInTheMiddle(t *testing.T) {
	s := NewSmoother(100, sigma)
	x, y := make([]float32, 100), make([]float32, 100)
	x[50] = 1
	s.Apply(y, x)
	for i, v := range y {
		d := float64(i-50) / sigma
		if math.Abs(d) < 3.9 {
			within(t, "kernel", float64(v), math.Exp(-d*d/2)/(sigma*math.Sqrt(2*math.Pi)), 1e-5)
		}
	}
}
