package num

import "math"

// Log is the natural logarithm, to a relative error below 1e-15 and, unlike math.Log, to
// the same bits on every machine: x = 2^k m with m near 1, and with s = (m-1)/(m+1)
//
//	log m = 2 (s + s^3/3 + s^5/5 + ...)
func Log(x float64) float64 {
	switch {
	case math.IsNaN(x), x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	case math.IsInf(x, 1):
		return x
	}
	m, k := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m, k = 2*m, k-1
	}
	s := (m - 1) / (m + 1)
	z := float64(s * s)
	w := float64(z * z)
	// Two sums at a time: the powers of w, and those of w times z.
	even, odd := 1./17, 1./19
	even, odd = float64(even*w)+1./13, float64(odd*w)+1./15
	even, odd = float64(even*w)+1./9, float64(odd*w)+1./11
	even, odd = float64(even*w)+1./5, float64(odd*w)+1./7
	rest := float64(z*(1./3+float64(odd*w))) + float64(w*even)
	s *= 2
	return float64(float64(k)*ln2Upper) + (s + (float64(s*rest) + float64(float64(k)*ln2Lower)))
}

// Log10 is the logarithm to base 10, by Log.
func Log10(x float64) float64 { return Log(x) / math.Ln10 }
