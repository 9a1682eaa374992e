package continual

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize"
)

func someKronecker(seed uint64, n, m int) Kronecker {
	return Kronecker{n, m, definite(seed, n), definite(seed+100, m)}
}

// L m R is what the whole matrix makes of the weights, row after row.
func TestApplyAgainstDense(t *testing.T) {
	const n, m = 49, 30
	k := someKronecker(1, n, m)
	x, got, room := random(2, n*m), make([]float64, n*m), make([]float64, n*m)
	k.apply(got, x, room)
	var dense mat.Dense
	dense.Kronecker(mat.NewDense(n, n, k.L), mat.NewDense(m, m, k.R))
	var want mat.VecDense
	want.MulVec(&dense, mat.NewVecDense(n*m, x))
	if off := apart(got, want.RawVector().Data); off > 1e-9*norm(got) {
		t.Errorf("off by %v", off)
	}
}

func TestBalance(t *testing.T) {
	k := someKronecker(3, 5, 3)
	scale(k.L, 40)
	was := k.clone()
	k.balance()
	if l, r := trace(k.L, 5)/5, trace(k.R, 3)/3; math.Abs(l/r-1) > 1e-12 {
		t.Errorf("mean eigenvalues %v and %v", l, r)
	}
	if a, b := k.L[1]*k.R[2], was.L[1]*was.R[2]; math.Abs(a-b) > 1e-12*math.Abs(b) {
		t.Errorf("the product was %v and is %v", b, a)
	}
}

// divergence is what Nearest makes least.
func divergence(e, f []float64, n, m int, sum ...Kronecker) float64 {
	var ce, cf mat.Cholesky
	if !ce.Factorize(mat.NewSymDense(n, e)) || !cf.Factorize(mat.NewSymDense(m, f)) {
		return math.Inf(1)
	}
	d := float64(m)*ce.LogDet() + float64(n)*cf.LogDet()
	ie, _ := inverse(e, n)
	jf, _ := inverse(f, m)
	for _, k := range sum {
		d += product(k.L, ie) * product(k.R, jf)
	}
	return d
}

// The fixed point is where direct minimisation ends, and the traces are what they have to be there.
func TestNearest(t *testing.T) {
	const n, m = 3, 2
	a, b := someKronecker(5, n, m), someKronecker(6, n, m)
	scale(b.L, 5)
	got := Nearest(a, b)
	// From the roots of both sides, as 6 and 3 numbers.
	square := func(x []float64, n int) []float64 {
		l := mat.NewDense(n, n, nil)
		for i, at := 0, 0; i < n; i++ {
			for j := 0; j <= i; j++ {
				l.Set(i, j, x[at])
				at++
			}
		}
		var s mat.Dense
		s.Mul(l, l.T())
		return s.RawMatrix().Data
	}
	lost := func(x []float64) float64 { return divergence(square(x[:6], n), square(x[6:], m), n, m, a, b) }
	start := []float64{2, 0, 2, 0, 0, 2, 2, 0, 2}
	best, err := optimize.Minimize(optimize.Problem{Func: lost}, start, &optimize.Settings{MajorIterations: 100000, Converger: &optimize.FunctionConverge{Absolute: 1e-13, Iterations: 2000}}, &optimize.NelderMead{})
	if err != nil {
		t.Fatal(err)
	}
	here := divergence(got.L, got.R, n, m, a, b)
	if math.Abs(here-best.F) > 1e-7 {
		t.Errorf("divergence %v, by minimisation %v", here, best.F)
	}
	want := Kronecker{n, m, square(best.X[:6], n), square(best.X[6:], m)}
	want.balance()
	got.balance()
	if apart(got.L, want.L) > 1e-3*norm(want.L) || apart(got.R, want.R) > 1e-3*norm(want.R) {
		t.Errorf("%v (x) %v, by minimisation %v (x) %v", got.L, got.R, want.L, want.R)
	}
	e, f := floored(got.L, n), floored(got.R, m)
	total := 0.0
	for _, k := range []Kronecker{a, b} {
		total += product(k.L, e) * product(k.R, f)
	}
	if math.Abs(total-n*m) > 1e-5 {
		t.Errorf("the trace of the sum over the product is %v, want %d", total, n*m)
	}
	if plain := Add(a, b); divergence(plain.L, plain.R, n, m, a, b) < here+1e-3 {
		t.Error("the plain sum is as near")
	}
}

// A sum with nothing, and with a multiple of itself.
func TestNearestOfPlainCases(t *testing.T) {
	a := someKronecker(7, 4, 3)
	none := newKronecker(4, 3, 0)
	if got := Nearest(a, none); apart(got.L, a.L)+apart(got.R, a.R) > 0 {
		t.Error("nothing was added, and it is another")
	}
	three := a.clone()
	scale(three.L, 2)
	got := Nearest(a, three)
	want := a.clone()
	scale(want.L, 3)
	for i, l := range got.L {
		if math.Abs(l*got.R[1]-want.L[i]*want.R[1]) > 1e-5*norm(want.L) {
			t.Fatalf("one and two are not three: %v, want %v", l*got.R[1], want.L[i]*want.R[1])
		}
	}
}
