package num

import (
	"math"
	"testing"
)

func FuzzDoubles(f *testing.F) {
	f.Add([]byte("doubles and their scalar twins give the same bits, in any number"), uint8(5))
	f.Fuzz(doubleTwins)
}

// doublesFrom makes doubles of all kinds of a fuzzed input.
func doublesFrom(data []byte, n int) []float64 {
	words := floatsFrom(data, 2*n)
	out := make([]float64, n)
	for i := range out {
		high, low := math.Float32bits(words[2*i]), math.Float32bits(words[2*i+1])
		out[i] = math.Float64frombits(uint64(high)<<32 | uint64(low))
	}
	return out
}

func sameDoubles(t *testing.T, what string, got, want []float64) {
	t.Helper()
	for i, w := range want {
		if g := got[i]; math.Float64bits(g) != math.Float64bits(w) && (g == g || w == w) {
			t.Fatalf("%s: entry %d is %v, its twin has %v", what, i, g, w)
		}
	}
}

func doubleTwins(t *testing.T, data []byte, length uint8) {
	n := int(length % 40)
	all := doublesFrom(data, 5*(n+1))
	row := func(i int) []float64 { return append([]float64(nil), all[i*(n+1):(i+1)*(n+1)]...) }
	x, y := row(0)[:n], row(1)[:n]
	sameDoubles(t, "Dot", []float64{Dot(x, y)}, []float64{dotScalar(x, y)})

	got, want := row(0)[:n], row(0)[:n]
	Axpy(got, all[n], y)
	axpyScalar(want, all[n], y)
	sameDoubles(t, "Axpy", got, want)

	got, want = row(0), row(0)
	s, twin := Sweep{row(1), row(2), row(3), row(4)}, Sweep{row(1), row(2), row(3), row(4)}
	sum := s.Row(got[:n], n)
	wanted := sweepScalar(&twin, want[:n], n)
	sameDoubles(t, "Sweep", append(append(got, s.P...), sum), append(append(want, twin.P...), wanted))
}

func TestDoublesByHand(t *testing.T) {
	if got := Dot([]float64{1, 2, 3}, []float64{4, 5, 6}); got != 32 {
		t.Errorf("scalar product %v, want 32", got)
	}
	y := []float64{1, 2, 3}
	Axpy(y, 2, []float64{10, 20, 30})
	sameDoubles(t, "Axpy", y, []float64{21, 42, 63})
	s := Sweep{V: []float64{1, 2, 3, 1}, Q: []float64{5, 6, 7, 2}, X: []float64{1, 1, 2, 10}, P: make([]float64, 3)}
	row := []float64{8, 11, 15}
	// v_3 q + q_3 v = (7, 10, 13) is taken off.
	if got := s.Row(row, 3); got != 6 {
		t.Errorf("product %v, want 6", got)
	}
	sameDoubles(t, "Sweep", append(row, s.P...), []float64{1, 1, 2, 10, 10, 20})
}

func TestDoublesOfOtherLengthsPanic(t *testing.T) {
	x := make([]float64, 3)
	for name, f := range map[string]func(){
		"Dot":   func() { Dot(x, x[1:]) },
		"Axpy":  func() { Axpy(x[1:], 1, x) },
		"Sweep": func() { (&Sweep{x, x, x, x[1:]}).Row(x, 3) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			f()
		}()
	}
}
