package measure

import (
	"math"

	"driftlab/engine/num"
)

// Fit is an exponential a + b exp(-t/Tau) fitted to a time course.
type Fit struct {
	Tau  float64 // steps
	A, B float64 // the level at the end, and how far above it the course begins
	R2   float64 // the share of the variance that the fit explains
}

// FitExponential fits a + b exp(-t/tau) by least squares, searching tau over the range
// the course can tell. ok is false when the course is no exponential decay: too few
// points, hardly any change, no decay, or a fit that explains less than 90 % of the
// variance (a plateau, a sudden start, a dead network).
func FitExponential(t, y []float64) (fit Fit, ok bool) {
	if len(t) < 8 || len(t) != len(y) {
		return Fit{}, false
	}
	span := t[len(t)-1] - t[0]
	lo, hi := num.Log(span/1000), num.Log(span*2)
	// The error may have several minima in tau: scan first, then close in.
	const scan = 60
	best := 0
	width := (hi - lo) / scan
	scanned := func(i int) float64 { return lo + float64(width*float64(i)) }
	for i := range scan + 1 {
		if fitAt(t, y, scanned(i)).R2 > fitAt(t, y, scanned(best)).R2 {
			best = i
		}
	}
	if best == scan {
		return Fit{}, false // slower than the course is long
	}
	left, right := scanned(best-1), scanned(best+1)
	for range 40 {
		third := (right - left) / 3
		if fitAt(t, y, left+third).R2 > fitAt(t, y, right-third).R2 {
			right -= third
		} else {
			left += third
		}
	}
	fit = fitAt(t, y, (left+right)/2)
	return fit, fit.R2 > 0.9 && fit.B > 0.02*math.Abs(fit.A+fit.B)
}

// fitAt is the best fit for one timescale: a linear regression on exp(-t/tau).
func fitAt(t, y []float64, logTau float64) Fit {
	tau := num.Exp(logTau)
	n := float64(len(t))
	var se, sy, see, sey, syy float64
	for i := range t {
		e := num.Exp(-(t[i] - t[0]) / tau)
		se += e
		sy += y[i]
		see += float64(e * e)
		sey += float64(e * y[i])
		syy += float64(y[i] * y[i])
	}
	vee, vey, vyy := see-float64(se*se)/n, sey-float64(se*sy)/n, syy-float64(sy*sy)/n
	if vee <= 0 || vyy <= 0 {
		return Fit{}
	}
	b := vey / vee
	return Fit{Tau: tau, A: (sy - float64(b*se)) / n, B: b, R2: vey * vey / (vee * vyy)}
}
