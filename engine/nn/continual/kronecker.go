package continual

import "math"

// A Kronecker is the precision L (x) R of the weights between Rows inputs and Columns outputs: of a
// matrix m of weights it makes L m R.
type Kronecker struct {
	Rows, Columns int
	L, R          []float64
}

// newKronecker is c times the identity, shared by both sides.
func newKronecker(rows, columns int, c float64) Kronecker {
	return Kronecker{rows, columns, identity(rows, math.Sqrt(c)), identity(columns, math.Sqrt(c))}
}

// apply is dst = L m R; room is as large.
func (k *Kronecker) apply(dst, m, room []float64) {
	multiply(room, k.L, m, k.Rows, k.Rows, k.Columns)
	multiply(dst, room, k.R, k.Rows, k.Columns, k.Columns)
}

// zero reports whether there is nothing on one of the sides, or no number.
func (k *Kronecker) zero() bool {
	return !(trace(k.L, k.Rows)*trace(k.R, k.Columns) > 0)
}

// ratio is pi, the root of the ratio of the mean eigenvalues of both sides.
func (k *Kronecker) ratio() float64 {
	return math.Sqrt(trace(k.L, k.Rows) * float64(k.Columns) / (float64(k.Rows) * trace(k.R, k.Columns)))
}

// balance gives both sides the same mean eigenvalue. The product stays.
func (k *Kronecker) balance() {
	pi := k.ratio()
	scale(k.L, 1/pi)
	scale(k.R, pi)
}

func (k *Kronecker) clone() Kronecker {
	return Kronecker{k.Rows, k.Columns, append([]float64(nil), k.L...), append([]float64(nil), k.R...)}
}

// Add is the Kronecker product that stands for the sum of two, plainly: (L + L') (x) (R + R') of
// balanced ones.
func Add(a, b Kronecker) Kronecker {
	if b.zero() {
		return a.clone()
	}
	a, b = a.clone(), b.clone()
	a.balance()
	b.balance()
	for i, v := range b.L {
		a.L[i] += v
	}
	for i, v := range b.R {
		a.R[i] += v
	}
	return a
}

// How the closest pair is approached.
const (
	pace     = 0.3
	near     = 1e-7 // the relative change from which on it is found
	mostTurn = 1000
	clipped  = 1e-8 // eigenvalues are at least so large, as a share of their mean
)

// Nearest is the Kronecker product E (x) F nearest to the sum of two: of all it has the least
// Kullback-Leibler divergence between the normal distributions with these precisions,
//
//	n_R log|E| + n_L log|F| + sum tr(L E^-1) tr(R F^-1)    over both
//
// but for what does not depend on it.
func Nearest(a, b Kronecker) Kronecker {
	s := newSearch(a, b)
	for !s.turn() {
	}
	return s.sum
}

// A search approaches that fixed point, from the plain sum.
type search struct {
	a, b, sum Kronecker
	turns     int
}

func newSearch(a, b Kronecker) *search {
	s := &search{sum: Add(a, b)}
	if b.zero() {
		s.turns = mostTurn
		return s
	}
	s.a, s.b = a.clone(), b.clone()
	s.a.balance()
	s.b.balance()
	return s
}

// turn goes a part of the way, and reports whether it is done.
func (s *search) turn() bool {
	if s.turns == mostTurn {
		return true
	}
	s.turns++
	a, b, sum := &s.a, &s.b, &s.sum
	e, f := floored(sum.L, sum.Rows), floored(sum.R, sum.Columns)
	n, m := float64(sum.Rows), float64(sum.Columns)
	left := toward(sum.L, product(a.R, f)/m, a.L, product(b.R, f)/m, b.L)
	right := toward(sum.R, product(a.L, e)/n, a.R, product(b.L, e)/n, b.R)
	return !(left >= near || right >= near) || s.turns == mostTurn // where they are no numbers, too
}

// toward takes e a part of the way to p a + q b, and returns its relative change.
func toward(e []float64, p float64, a []float64, q float64, b []float64) float64 {
	var change, size float64
	for i, v := range e {
		d := float64(pace * (float64(p*a[i]) + float64(q*b[i]) - v))
		change += float64(d * d)
		size += float64(v * v)
		e[i] = v + d
	}
	return math.Sqrt(change / size)
}

// floored is the inverse of a symmetric matrix whose eigenvalues are at least a share of their mean.
// They are computed only where one may be smaller: 1/lambda is at most the inverse's norm.
func floored(a []float64, n int) []float64 {
	least := clipped * trace(a, n) / float64(n)
	if inv, ok := inverse(a, n); ok && norm(inv)*least <= 1 {
		return inv
	}
	values, v := eigen(a, n)
	inv, room := make([]float64, n*n), make([]float64, n*n)
	for i, value := range values {
		for j := range n {
			inv[i*n+j] = v[i*n+j] / max(value, least)
		}
	}
	for i := range n {
		for j := range n {
			room[i*n+j] = v[j*n+i]
		}
	}
	out := make([]float64, n*n)
	multiply(out, room, inv, n, n, n)
	return out
}
