package num

import (
	"math"
	"testing"
)

func TestExpAgainstTheLibrary(t *testing.T) {
	for x := -699.0; x < 700; x += 0.37 {
		if got, want := Exp(x), math.Exp(x); math.Abs(got/want-1) > 1e-13 {
			t.Fatalf("Exp(%v) = %v, want %v", x, got, want)
		}
	}
	for x, want := range map[float64]float64{0: 1, -1000: 0, 1000: math.Inf(1), math.Inf(-1): 0} {
		if got := Exp(x); got != want {
			t.Errorf("Exp(%v) = %v, want %v", x, got, want)
		}
	}
	if !math.IsNaN(Exp(math.NaN())) {
		t.Error("Exp(NaN) is a number")
	}
}
