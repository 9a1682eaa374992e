package spectrum

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"

	"driftlab/engine/rng"
)

// symmetric is a random matrix of n rows and given rank, graded over so many decades.
func symmetric(n, rank int, decades float64) (triangle, *mat.SymDense) {
	full := mat.NewSymDense(n, nil)
	for k := range rank {
		v := mat.NewVecDense(n, normals(n, rng.Key{Seed: uint32(k)}))
		full.SymRankOne(full, math.Pow(10, -decades*float64(k)/float64(rank)), v)
	}
	a := make(triangle, n*(n+1)/2)
	for i := range n {
		for k := range i + 1 {
			a.row(i)[k] = full.At(i, k)
		}
	}
	return a, full
}

func TestEigenvaluesAgainstGonum(t *testing.T) {
	for _, c := range []struct {
		n, rank int
		decades float64
	}{{1, 1, 0}, {2, 1, 0}, {2, 2, 0}, {3, 3, 1}, {5, 0, 0}, {50, 50, 0}, {50, 3, 0}, {101, 101, 16}, {200, 150, 6}} {
		a, full := symmetric(c.n, c.rank, c.decades)
		want := eigenvalues(full)
		for i, l := range solved(a, c.n) {
			near(t, "eigenvalue", l, want[i], 1e-13*float64(c.n)*want[c.n-1])
		}
	}
}

// A diagonal matrix, and one that falls apart, are solved as well as any.
func TestEigenvaluesByHand(t *testing.T) {
	got := solved(triangle{3, 0, 1, 0, 0, 2}, 3)
	for i, want := range []float64{1, 2, 3} {
		near(t, "eigenvalue", got[i], want, 0)
	}
	got = solved(triangle{2, 1, 2, 0, 0, 5, 0, 0, 3, 5}, 4)
	for i, want := range []float64{1, 2, 3, 8} {
		near(t, "eigenvalue", got[i], want, 1e-14)
	}
}

func TestFirstEntriesOfEigenvectors(t *testing.T) {
	const n = 40
	d, e := normals(n, rng.Key{Seed: 1}), normals(n-1, rng.Key{Seed: 2})
	full := mat.NewSymDense(n, nil)
	for i := range n {
		full.SetSym(i, i, d[i])
		if i > 0 {
			full.SetSym(i, i-1, e[i-1])
		}
	}
	var want mat.EigenSym
	want.Factorize(full, true)
	var vectors mat.Dense
	want.VectorsTo(&vectors)
	q := diagonalization{d: d, e: e, first: make([]float64, n)}
	q.first[0] = 1
	for q.start(); !q.step(); {
	}
	for i, l := range want.Values(nil) {
		found := false
		for k, v := range q.d {
			if math.Abs(v-l) < 1e-12 {
				found = true
				near(t, "first entry", math.Abs(q.first[k]), math.Abs(vectors.At(0, i)), 1e-10)
			}
		}
		if !found {
			t.Errorf("no eigenvalue %v among %v", l, q.d)
		}
	}
}
