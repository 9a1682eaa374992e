package continual

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// random is n numbers from a seed.
func random(seed uint64, n int) []float64 {
	dice := rand.New(rand.NewPCG(seed, 7))
	x := make([]float64, n)
	for i := range x {
		x[i] = dice.NormFloat64()
	}
	return x
}

// definite is a random positive definite matrix.
func definite(seed uint64, n int) []float64 {
	x := mat.NewDense(n, n, random(seed, n*n))
	var m mat.Dense
	m.Mul(x, x.T())
	return plus(m.RawMatrix().Data, n, 0.1)
}

// apart is the largest difference.
func apart(a, b []float64) (most float64) {
	for i := range a {
		most = max(most, math.Abs(a[i]-b[i]))
	}
	return most
}

func TestInverse(t *testing.T) {
	for _, n := range []int{1, 2, 7, 30, 49} {
		a := definite(uint64(n), n)
		inv, ok := inverse(a, n)
		one := make([]float64, n*n)
		multiply(one, a, inv, n, n, n)
		if !ok || apart(one, identity(n, 1)) > 1e-9 || apart(floored(a, n), inv) != 0 {
			t.Errorf("%d rows: off by %v", n, apart(one, identity(n, 1)))
		}
	}
	if _, ok := inverse([]float64{1, 2, 2, 1}, 2); ok {
		t.Error("an indefinite matrix has an inverse by its root")
	}
}

func TestEigen(t *testing.T) {
	for _, n := range []int{1, 2, 30, 49} {
		a := definite(uint64(n), n)
		values, v := eigen(a, n)
		var want mat.EigenSym
		want.Factorize(mat.NewSymDense(n, slices.Clone(a)), false)
		av := make([]float64, n*n)
		multiply(av, v, a, n, n, n) // a is symmetric: rows v_i a = lambda_i v_i
		for i, value := range values {
			for j := range n {
				if math.Abs(av[i*n+j]-value*v[i*n+j]) > 1e-11*want.Values(nil)[n-1] {
					t.Fatalf("%d rows: vector %d is none", n, i)
				}
			}
		}
		slices.Sort(values)
		if apart(values, want.Values(nil)) > 1e-12*values[n-1] {
			t.Errorf("%d rows: %v, gonum has %v", n, values, want.Values(nil))
		}
	}
}

// Small eigenvalues are taken for a hundred-millionth of the mean.
func TestFloored(t *testing.T) {
	// 2 along (1, 1), and 1e-12 or -1e-3 along (1, -1)
	for _, small := range []float64{1e-12, -1e-3} {
		a := []float64{1 + small/2, 1 - small/2, 1 - small/2, 1 + small/2}
		got := floored(a, 2)
		least := clipped * (2 + small) / 2
		want := []float64{0.25 + 0.5/least, 0.25 - 0.5/least}
		if math.Abs(got[0]/want[0]-1) > 1e-6 || math.Abs(got[1]/want[1]-1) > 1e-6 {
			t.Errorf("%v, want %v", got, want)
		}
	}
}
