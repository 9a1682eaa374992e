package plot

import (
	"math"
	"testing"
)

func TestScaleEnds(t *testing.T) {
	for _, s := range []Scale{
		{Lo: -2, Hi: 8, From: 100, To: 300},
		{Lo: 1, Hi: 1e5, From: 300, To: 100, Log: true},
	} {
		if s.At(s.Lo) != s.From || s.At(s.Hi) != s.To {
			t.Errorf("%+v maps its ends to %v and %v", s, s.At(s.Lo), s.At(s.Hi))
		}
		if s.At(s.Lo-10) != s.From || s.At(s.Hi*10) != s.To {
			t.Errorf("%+v lets values out of its range", s)
		}
	}
	log := Scale{Lo: 1, Hi: 1e4, From: 0, To: 400, Log: true}
	if got := log.At(100); math.Abs(float64(got)-200) > 1e-3 {
		t.Errorf("100 lies at %v of 1 to 10,000, want the middle, 200", got)
	}
}

func FuzzScaleInverse(f *testing.F) {
	f.Add(0.0, 1.0, 0.5, false)
	f.Add(1.0, 1e6, 1234.0, true)
	f.Fuzz(func(t *testing.T, lo, hi, v float64, log bool) {
		if !(lo < v && v < hi) || log && lo < 1e-3 || hi-lo > 1e9 || hi-lo < 1e-6 || math.Abs(lo) > 1e9 {
			return
		}
		s := Scale{Lo: lo, Hi: hi, From: 0, To: 1000, Log: log}
		at := s.At(v)
		if at < 0 || at > 1000 {
			t.Fatalf("%v lies at %v, outside the canvas", v, at)
		}
		if again := s.At(s.Of(at)); math.Abs(float64(again-at)) > 0.05 {
			t.Errorf("At(Of(%v)) = %v for %+v", at, again, s)
		}
	})
}

func TestSpanAndRoom(t *testing.T) {
	nan := float32(math.NaN())
	lo, hi := Nothing()
	lo, hi = Span(lo, hi, []float32{nan, 3, -1, float32(math.Inf(1))})
	if lo != -1 || hi != 3 {
		t.Errorf("span [%v, %v], want [-1, 3]", lo, hi)
	}
	if lo, hi = Roomy(2, 2, 1); !(lo < 1.5 && hi > 2.5) {
		t.Errorf("room for one value is [%v, %v]", lo, hi)
	}
	lo, hi = Nothing()
	if lo, hi = Roomy(lo, hi, 0); !(hi > lo) {
		t.Errorf("room for nothing is [%v, %v]", lo, hi)
	}
}
