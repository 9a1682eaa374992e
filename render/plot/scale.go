package plot

import "math"

// A Scale maps data in [Lo, Hi] to canvas coordinates from From to To.
// A logarithmic scale needs 0 < Lo.
type Scale struct {
	Lo, Hi   float64
	From, To float32
	Log      bool
}

// At is where v lies on the canvas; what is outside the scale lies on its edge.
func (s Scale) At(v float64) float32 {
	return s.From + float32(s.Share(v))*(s.To-s.From)
}

// Share is how far v lies from Lo to Hi, in [0, 1].
func (s Scale) Share(v float64) float64 {
	lo, hi := s.Lo, s.Hi
	if s.Log {
		if !(v > lo) {
			return 0
		}
		lo, hi, v = math.Log(lo), math.Log(hi), math.Log(v)
	}
	if !(hi > lo) {
		return 0
	}
	return min(max((v-lo)/(hi-lo), 0), 1)
}

// Of is the data value at canvas coordinate c, the inverse of At.
func (s Scale) Of(c float32) float64 {
	if s.To == s.From {
		return s.Lo
	}
	f := float64((c - s.From) / (s.To - s.From))
	if s.Log {
		return s.Lo * math.Pow(s.Hi/s.Lo, f)
	}
	return s.Lo + f*(s.Hi-s.Lo)
}

// Span widens [lo, hi] to hold every finite value of v. Start it with Nothing.
func Span(lo, hi float64, v []float32) (float64, float64) {
	for _, x := range v {
		if f := float64(x); !math.IsNaN(f) && !math.IsInf(f, 0) {
			lo, hi = min(lo, f), max(hi, f)
		}
	}
	return lo, hi
}

// Nothing is the empty range, for Span to widen.
func Nothing() (lo, hi float64) { return math.Inf(1), math.Inf(-1) }

// Roomy makes [lo, hi] a range to draw in: never empty, at least least wide, and a
// twentieth wider than its data at either end.
func Roomy(lo, hi, least float64) (float64, float64) {
	if lo > hi {
		return 0, max(least, 1)
	}
	if w := hi - lo; w < least {
		lo -= (least - w) / 2
		hi = lo + least
	}
	pad := (hi - lo) / 20
	return lo - pad, hi + pad
}
