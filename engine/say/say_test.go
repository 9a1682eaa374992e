package say

import (
	"math"
	"testing"
)

func TestPercentReadsLikeAPersonWouldWriteIt(t *testing.T) {
	for share, want := range map[float64]string{
		0: "0 %", 1.1: "110 %", 1: "100 %", 0.2449: "24 %", 0.0999: "10 %", 0.052: "5.2 %", 0.00312: "0.31 %",
		0.00995: "1.0 %", 0.0001: "0.01 %", 0.00009: "below 0.01 %", 1e-12: "below 0.01 %", 123.456: "12,346 %",
		math.Inf(1): "over 1,000,000 %", 1e30: "over 1,000,000 %",
	} {
		if got := Percent(share); got != want {
			t.Errorf("Percent(%v) = %q, want %q", share, got, want)
		}
	}
	if got := Percent(math.NaN()); got != "no number" {
		t.Errorf("Percent(NaN) = %q", got)
	}
}

func TestGroupedAndCount(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1,000", 40280: "40,280", 1234567: "1,234,567", -999: "-999", -1000: "-1,000"} {
		if got := Grouped(n); got != want {
			t.Errorf("Grouped(%d) = %q, want %q", n, got, want)
		}
	}
	if got := Count(1, "walker") + ", " + Count(2000, "walker"); got != "1 walker, 2,000 walkers" {
		t.Error(got)
	}
}

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		v      float64
		digits int
		want   string
	}{{-1.8, 2, "−1.80"}, {0.544, 2, "0.54"}, {-0.004, 2, "0.00"}, {-0.04, 1, "0.0"}, {-12, 0, "−12"}, {-10.2, 0, "−10"}, {math.NaN(), 2, "NaN"}} {
		if got := Figure(c.v, c.digits); got != c.want {
			t.Errorf("Figure(%v, %d) = %q, want %q", c.v, c.digits, got, c.want)
		}
	}
	for v, want := range map[float64]string{3.2: "+3", -2: "−2", 0.3: "0", -0.3: "0", 0: "0", 10: "+10"} {
		if got := Signed(v); got != want {
			t.Errorf("Signed(%v) = %q, want %q", v, got, want)
		}
	}
}

func TestList(t *testing.T) {
	for want, things := range map[string][]string{"": nil, "A": {"A"}, "A and B": {"A", "B"}, "A, B and C": {"A", "B", "C"}} {
		if got := List(things); got != want {
			t.Errorf("List(%q) = %q", things, got)
		}
	}
}

func TestPercents(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		want   string
	}{{0.041, 0.06, "4.1 to 6.0 %"}, {0.052, 0.052, "5.2 %"}, {1e-9, 0.021, "0 to 2.1 %"}, {1e-9, 1e-8, "below 0.01 %"}} {
		if got := Percents(c.lo, c.hi); got != c.want {
			t.Errorf("%v to %v: %q, not %q", c.lo, c.hi, got, c.want)
		}
	}
}
