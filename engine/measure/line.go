package measure

import "math"

// A Line is y = Level + Slope x, fitted to points by least squares.
type Line struct {
	N            int
	Slope, Level float64
	Half         float64 // half the width of the slope's 95 % interval, by Student's t
}

// FitLine fits a line to points. ok is false with fewer than three, or where all x are the same.
func FitLine(x, y []float64) (l Line, ok bool) {
	n := len(x)
	if n < 3 || len(y) != n {
		return Line{N: n}, false
	}
	var mx, my float64
	for i := range x {
		mx += x[i] / float64(n)
		my += y[i] / float64(n)
	}
	var xx, xy, yy float64
	for i := range x {
		dx, dy := x[i]-mx, y[i]-my
		xx += float64(dx * dx)
		xy += float64(dx * dy)
		yy += float64(dy * dy)
	}
	if !(xx > 0) {
		return Line{N: n}, false
	}
	slope := xy / xx
	left := max(yy-float64(slope*xy), 0)
	return Line{
		N: n, Slope: slope, Level: my - float64(slope*mx),
		Half: float64(Student(n-2) * math.Sqrt(left/float64(n-2)/xx)),
	}, true
}

// students are the 97.5 % quantiles of Student's t with 1 to 12 degrees of freedom.
var students = [...]float64{12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010, 2.1788}

// Student is the 97.5 % quantile of Student's t with so many degrees of freedom: to four figures, from a table and then
// from its expansion around the normal distribution's.
func Student(freedom int) float64 {
	if freedom <= len(students) {
		return students[freedom-1]
	}
	const z = 1.959963984540054
	const z3, z5, z7 = z * z * z, z * z * z * z * z, z * z * z * z * z * z * z
	f := 1 / float64(freedom)
	third := float64(f * ((3*z7 + 19*z5 + 17*z3 - 15*z) / 384))
	second := float64(f * ((5*z5+16*z3+3*z)/96 + third))
	return z + float64(f*((z3+z)/4+second))
}
