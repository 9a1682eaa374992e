package num

import (
	"math"
	"testing"
)

func TestLogAgainstTheLibrary(t *testing.T) {
	near := func(x float64) {
		t.Helper()
		if got, want := Log(x), math.Log(x); math.Abs(got-want) > 1e-15*math.Abs(want) {
			t.Fatalf("Log(%v) = %v, want %v", x, got, want)
		}
		if got, want := Log10(x), math.Log10(x); math.Abs(got-want) > 1e-15*math.Abs(want) {
			t.Fatalf("Log10(%v) = %v, want %v", x, got, want)
		}
	}
	for e := -1022.0; e < 1024; e += 0.0137 {
		near(math.Exp2(e))
	}
	for d := 1e-16; d < 0.5; d *= 1.01 {
		near(1 + d)
		near(1 - d)
	}
	if got, want := Log(0x1p-1074), -1074*math.Ln2; math.Abs(got-want) > 1e-12 {
		t.Errorf("the logarithm of the smallest number is %v, want %v", got, want)
	}
	for x, want := range map[float64]float64{1: 0, 0: math.Inf(-1), math.Inf(1): math.Inf(1)} {
		if got := Log(x); got != want {
			t.Errorf("Log(%v) = %v, want %v", x, got, want)
		}
	}
	for _, x := range []float64{math.NaN(), -1, math.Inf(-1)} {
		if got := Log(x); !math.IsNaN(got) {
			t.Errorf("Log(%v) = %v, want no number", x, got)
		}
	}
}

func BenchmarkLog(b *testing.B) {
	x, sum := 1.0, 0.0
	for range b.N {
		sum += Log(x)
		x += 0.001
	}
	if math.IsNaN(sum) {
		b.Fatal(sum)
	}
}
