package spectrum

import (
	"math"

	"driftlab/engine/num"
)

// piece is how many numbers a step goes through, about: a millisecond.
const piece = 1 << 19

// A reduction turns a symmetric matrix of n rows into a tridiagonal one with the same
// eigenvalues, from its last row to the first: the reflection I - v v', |v|^2 = 2, that clears
// row i but for its last two entries makes of the rows above it
//
//	B - v q' - q v'     q = p - (v.p/2) v     p = B v
//
// One sweep over B does that for one reflection and takes the product with the next one's v.
type reduction struct {
	a         triangle
	d, e      []float64 // the tridiagonal matrix: n, and n-1 beside the diagonal
	i         int       // the row that next clears; those from i on are done
	k         int       // where the sweep over those above is
	num.Sweep           // of one reflection, V and Q, and of the next, X
}

// newReduction makes room for the reduction of a, which is overwritten. It begins with a
// reflection that is none.
func newReduction(a triangle, n int) *reduction {
	return &reduction{
		a: a, i: n, k: n, d: make([]float64, n), e: make([]float64, n-1),
		Sweep: num.Sweep{V: make([]float64, n), Q: make([]float64, n), X: make([]float64, n), P: make([]float64, n)},
	}
}

// step does a piece of it.
func (r *reduction) step() (done bool) {
	for spent := 0; r.i > 0 && spent < piece; spent += r.k {
		if r.k < r.i {
			r.row()
			continue
		}
		half := num.Dot(r.X[:r.i], r.P[:r.i]) / 2
		for l, v := range r.X[:r.i] {
			r.Q[l] = r.P[l] - float64(half*v)
		}
		r.V, r.X = r.X, r.V
		r.reflect()
	}
	return r.i == 0
}

// row does row k of the sweep.
func (r *reduction) row() {
	k := r.k
	row := r.a.row(k)
	row[k] -= 2 * float64(r.V[k]*r.Q[k])
	sum := r.Row(row[:k], k)
	r.P[k] += sum + float64(row[k]*r.X[k])
	r.k++
}

// reflect brings the row above i up to date and makes the reflection that clears it.
func (r *reduction) reflect() {
	r.i--
	row := r.a.row(r.i)
	for l := range row {
		row[l] -= float64(r.V[r.i]*r.Q[l]) + float64(r.Q[r.i]*r.V[l])
	}
	r.d[r.i], r.k = row[r.i], 0
	if r.i == 0 {
		return
	}
	x, last := row[:r.i], row[r.i-1]
	clear(r.P[:r.i])
	clear(r.X[:r.i])
	length := math.Sqrt(num.Dot(x, x))
	r.e[r.i-1] = length
	if length < 0x1p-400 { // next to nothing, the square of which is no number any more
		return
	}
	// v is x less what it becomes, along its last entry and of the other sign: nothing cancels.
	if last > 0 {
		r.e[r.i-1] = -length
	}
	scale := 1 / math.Sqrt(float64(length*(length+math.Abs(last))))
	for l, x := range x {
		r.X[l] = float64(x * scale)
	}
	r.X[r.i-1] = float64((last - r.e[r.i-1]) * scale)
}
