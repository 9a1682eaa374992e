package spectrum

import "math"

// A diagonalization turns a tridiagonal matrix into its eigenvalues by the implicit QL
// algorithm with Wilkinson's shift. Their absolute error is some rounding errors of the
// largest.
type diagonalization struct {
	d, e  []float64 // n, and n-1 beside the diagonal; d becomes the eigenvalues, in no order
	first []float64 // the eigenvectors' first entries, if they are asked for
	small float64   // what counts as zero beside the diagonal
	l     int       // those before it are eigenvalues
}

// start settles what counts as zero.
func (q *diagonalization) start() (done bool) {
	q.small = 0
	for _, x := range [...][]float64{q.d, q.e} {
		for _, v := range x {
			q.small = max(q.small, float64(0x1p-53*math.Abs(v)))
		}
	}
	return true
}

// step does a piece of it.
func (q *diagonalization) step() (done bool) {
	for spent := 0; q.l < len(q.d) && spent < piece; {
		m := q.l
		for m < len(q.e) && math.Abs(q.e[m]) > q.small {
			m++
		}
		if m == q.l {
			q.l++
		} else {
			q.chase(m)
		}
		const rotation = 16 // what one costs, in numbers gone through
		spent += rotation * (1 + m - q.l)
	}
	return q.l == len(q.d)
}

// chase takes one QL step on rows l to m.
func (q *diagonalization) chase(m int) {
	d, e, l := q.d, q.e, q.l
	half := (d[l+1] - d[l]) / (2 * e[l])
	root := math.Copysign(hypot(half, 1), half)
	g := d[m] - d[l] + e[l]/(half+root)
	sin, cos, p := 1.0, 1.0, 0.0
	for i := m - 1; i >= l; i-- {
		f, b := float64(sin*e[i]), float64(cos*e[i])
		r := hypot(f, g)
		if i+1 < m {
			e[i+1] = r
		}
		if r == 0 { // the matrix falls apart here
			d[i+1] -= p
			return
		}
		sin, cos = f/r, g/r
		g = d[i+1] - p
		r = float64((d[i]-g)*sin) + 2*float64(cos*b)
		p = float64(sin * r)
		d[i+1] = g + p
		g = float64(cos*r) - b
		q.rotate(i, sin, cos)
	}
	d[l] -= p
	e[l] = g
}

// rotate does to the eigenvectors what was done to rows i and i+1.
func (q *diagonalization) rotate(i int, sin, cos float64) {
	if q.first == nil {
		return
	}
	a, b := q.first[i], q.first[i+1]
	q.first[i] = float64(cos*a) - float64(sin*b)
	q.first[i+1] = float64(sin*a) + float64(cos*b)
}

// hypot is the length of (x, y), of numbers whose squares are numbers.
func hypot(x, y float64) float64 { return math.Sqrt(float64(x*x) + float64(y*y)) }
