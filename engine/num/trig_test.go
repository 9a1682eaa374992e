package num

import (
	"math"
	"testing"
)

func TestSincosAgainstTheLibrary(t *testing.T) {
	near := func(x float64) {
		t.Helper()
		sin, cos := Sincos(x)
		if math.Abs(sin-math.Sin(x)) > 1e-15 || math.Abs(cos-math.Cos(x)) > 1e-15 {
			t.Fatalf("Sincos(%v) = %v, %v, want %v, %v", x, sin, cos, math.Sin(x), math.Cos(x))
		}
	}
	for x := 0.0; x < 1e6; x += 0.01 + x*1e-4 {
		near(x)
		near(-x)
	}
	for k := range 2000 { // where one of them is small, and where the quadrant changes
		near(float64(k) * math.Pi / 4)
	}
	if sin, cos := Sincos(0); sin != 0 || cos != 1 {
		t.Errorf("Sincos(0) = %v, %v", sin, cos)
	}
	if sin, cos := Sincos(math.NaN()); !math.IsNaN(sin) || !math.IsNaN(cos) {
		t.Errorf("Sincos(NaN) = %v, %v", sin, cos)
	}
}
