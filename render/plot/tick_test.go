package plot

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func labels(ticks []Tick) string {
	var all []string
	for _, t := range ticks {
		all = append(all, t.Label)
	}
	return strings.Join(all, " ")
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		most   int
		want   string
	}{
		{0, 1, 5, "0 0.2 0.4 0.6 0.8 1"},
		{0, 10000, 4, "0 5k 10k"},
		{-4.2, 0.3, 5, "−4 −3 −2 −1 0"},
		{-0.11, 0.11, 3, "−0.1 0 0.1"},
		{0, 2.4e6, 5, "0 500k 1M 1.5M 2M"},
		{1, 1, 5, ""},
		{0, math.Inf(1), 5, ""},
	} {
		if got := labels(new(Labels).AppendTicks(nil, c.lo, c.hi, c.most)); got != c.want {
			t.Errorf("ticks of [%v, %v] are %q, want %q", c.lo, c.hi, got, c.want)
		}
	}
}

func TestLogTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		most   int
		want   string
	}{
		{1, 1e5, 8, "1 10 100 1k 10k 100k"},
		{1, 1e5, 3, "1 100 10k"},
		{1, 8, 5, "1 2 5"},
		{1, 60, 5, "1 10"},
		{0.01, 0.1, 5, "0.01 0.1"},
		{0.03, 5, 5, "0.1 1"},
		{0.03, 0.3, 5, "0.05 0.1 0.2"},
		{0, 10, 5, ""},
	} {
		if got := labels(new(Labels).AppendLogTicks(nil, c.lo, c.hi, c.most)); got != c.want {
			t.Errorf("log ticks of [%v, %v] are %q, want %q", c.lo, c.hi, got, c.want)
		}
	}
}

func TestLabelsAreWrittenOnce(t *testing.T) {
	var l Labels
	var ticks []Tick
	back := func() { // a range that grows, moves and comes back
		for _, lo := range []float64{-1, -0.6, -0.2, -0.8} {
			ticks = l.AppendTicks(ticks[:0], lo, lo+1.7, 6)
		}
		ticks = l.AppendLogTicks(ticks[:0], 2, 9, 5)
	}
	back()
	if n := testing.AllocsPerRun(10, back); n > 0 {
		t.Errorf("%v allocations for labels that are known", n)
	}
	for i := range 1000 {
		ticks = l.AppendTicks(ticks[:0], float64(i), float64(i)+5, 6)
		if got, want := labels(ticks), labels(new(Labels).AppendTicks(nil, float64(i), float64(i)+5, 6)); got != want {
			t.Fatalf("ticks from %d are %q, want %q", i, got, want)
		}
	}
}

func FuzzTicks(f *testing.F) {
	f.Add(0.0, 1.0, 5)
	f.Add(-3e-7, 4e11, 9)
	f.Add(0.49999999999999994, 0.5, 9)
	f.Fuzz(func(t *testing.T, lo, hi float64, most int) {
		most = 1 + (most&0x7fffffff)%20
		for _, ticks := range [][]Tick{new(Labels).AppendTicks(nil, lo, hi, most), new(Labels).AppendLogTicks(nil, lo, hi, most)} {
			if len(ticks) > most+1 {
				t.Errorf("%d ticks in [%v, %v], asked for %d", len(ticks), lo, hi, most)
			}
			slack := (hi - lo) * 1e-6
			for _, tick := range ticks {
				if tick.V < lo-slack || tick.V > hi+slack {
					t.Errorf("tick %v outside [%v, %v]", tick.V, lo, hi)
				}
			}
		}
	})
}

func TestNumbers(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 22: "22", 464: "464", 2154: "2.15k", 10000: "10k", 1e6: "1M", -0.5: "−0.5", 0.00005: "0.00005", 2500: "2.5k", 3e9: "3G",
	} {
		if got := Short(v); got != want {
			t.Errorf("Short(%v) = %q, want %q", v, got, want)
		}
	}
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1,000", 61340: "61,340", 1234567: "1,234,567", -4200: "−4,200"} {
		if got := Count(n); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int64]string{1: "1", 1000: "1k", 1e10: "10G", 30: "30"} {
		if got := Decade(n); got != want {
			t.Errorf("Decade(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestDecadesStandAtTheFirstStepOfEach(t *testing.T) {
	got := AppendDecades(nil, []int64{0, 1, 3, 8, 30, 90, 4000, 5000})
	want := []Tick{{1, "1"}, {4, "10"}, {6, "1k"}}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
