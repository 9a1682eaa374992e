package spectrum

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"

	"driftlab/engine/rng"
)

func near(t *testing.T, what string, got, want, limit float64) {
	t.Helper()
	if !(math.Abs(got-want) <= limit) {
		t.Errorf("%s is %v, want %v ± %v", what, got, want, limit)
	}
}

// ours are the eigenvalues of a snapshot's smaller matrix, ascending.
func ours(s Snapshot) []float64 {
	j := newJacobian(&s)
	n := min(s.T*s.O, len(j.units)*(j.in+j.o))
	f := newFilling(j, n)
	for !f.step() {
	}
	return solved(f.a, n)
}

// solved are the eigenvalues of a symmetric matrix, ascending.
func solved(a triangle, n int) []float64 {
	r := newReduction(a, n)
	for !r.step() {
	}
	q := diagonalization{d: r.d, e: r.e}
	for q.start(); !q.step(); {
	}
	slices.Sort(q.d)
	return q.d
}

// nets of all kinds: fewer outputs than parameters and more, silent units, a smooth f.
func nets() map[string]*net {
	smooth := randomNet(4, 3, 5, 2, 0, 3)
	smooth.f, smooth.slope = tanh, sech2
	return map[string]*net{
		"kernel":       randomNet(5, 4, 12, 3, 0, 1),
		"Gauss-Newton": randomNet(20, 3, 9, 3, 6, 2),
		"smooth":       smooth,
	}
}

// Both matrices are what J is by differences, number by number.
func TestMatricesAgainstDifferences(t *testing.T) {
	for name, n := range nets() {
		s := n.snapshot()
		j := newJacobian(&s)
		size, m := j.in+j.o, n.t*n.o
		silent := (n.h - len(j.units)) * size
		all := n.jacobian()
		active := all.Slice(0, m, silent, len(n.theta)) // the silent units are the first
		var kernel, gaussNewton mat.Dense
		kernel.Mul(active, active.T())
		gaussNewton.Mul(active.T(), active)
		row, room := make([]float64, max(m, len(j.units)*size)), make([]float64, m)
		for i := range m {
			j.kernelRow(row[:m], i, room)
			for k := range i + 1 {
				near(t, name+": kernel", row[k], kernel.At(i, k), 1e-5*kernel.At(i, i)+1e-5)
			}
		}
		for i := range len(j.units) * size {
			j.gaussNewtonRow(row[:len(j.units)*size], i, room)
			for k := range i + 1 {
				near(t, name+": Gauss-Newton", row[k], gaussNewton.At(i, k), 1e-5*gaussNewton.At(i, i)+1e-5)
			}
		}
	}
}

// The eigenvalues are those of the whole Gauss-Newton matrix, silent units and all.
func TestSpectrumAgainstGonum(t *testing.T) {
	for name, n := range nets() {
		j := n.jacobian()
		var full mat.SymDense
		full.SymOuterK(2/float64(n.t*n.o), j.T())
		want := eigenvalues(&full)
		most := want[len(want)-1]
		got := Of(n.snapshot(), rng.Key{})
		var rank, sum, sumLog float64
		for _, l := range want {
			sum += l
			if l > Threshold*most {
				rank++
				sumLog += math.Log(l)
			}
		}
		if got.P != len(want) || got.Sampled || got.Rank != rank {
			t.Errorf("%s: %+v; want rank %v of %d", name, got, rank, len(want))
		}
		near(t, name+": lambda_max", got.Max, most, 1e-6*most)
		near(t, name+": sum", got.Sum, sum, 1e-6*sum)
		near(t, name+": sum of logarithms", got.SumLog, sumLog, 1e-2)
		for i, l := range ours(n.snapshot()) {
			beyond := len(want) - min(n.t*n.o, got.P-got.ZeroRows)
			near(t, name+": eigenvalue", l, want[beyond+i], 1e-6*most)
		}
	}
}

// Far from any minimum the trace of relu's Gauss-Newton part is that of the whole Hessian.
func TestTraceIsTheHessians(t *testing.T) {
	n := randomNet(6, 3, 8, 2, 2, 5)
	target := normals(n.t*n.o, rng.Key{Seed: 6})
	if loss := n.loss(target); loss < 1 {
		t.Fatalf("the loss is %v, which is too good a fit for this test", loss)
	}
	full := n.hessian(target)
	got := Of(n.snapshot(), rng.Key{})
	near(t, "trace", got.Sum, mat.Trace(full), 1e-5*got.Sum)
	zero := 0
	for p := range n.theta {
		if !slices.ContainsFunc(mat.Row(nil, p, full), func(x float64) bool { return x != 0 }) {
			zero++
		}
	}
	if zero != got.ZeroRows || zero != 2*(3+1+2) {
		t.Errorf("%d zero rows, the Hessian has %d", got.ZeroRows, zero)
	}
}

// A relu unit does the same when its input weights grow and its output weights shrink: each
// active one has one flat direction, and with data enough there are no others.
func TestEachReluUnitHasOneFlatDirection(t *testing.T) {
	got := Of(randomNet(60, 10, 12, 9, 5, 1).snapshot(), rng.Key{})
	if want := 7.0 * (10 + 1 + 9 - 1); got.Rank != want {
		t.Errorf("rank %v, want %v", got.Rank, want)
	}
}

// At an error of zero the Gauss-Newton part is the Hessian, whatever f is.
func TestAtNoErrorItIsTheHessian(t *testing.T) {
	for name, n := range nets() {
		if n.h > 5 {
			continue // too many differences
		}
		full := eigenvalues(n.hessian(n.outputs()))
		got := ours(n.snapshot())
		for i, l := range got {
			near(t, name+": eigenvalue", l, full[len(full)-len(got)+i], 1e-4*full[len(full)-1])
		}
	}
}

func TestADeadNetworkIsFlat(t *testing.T) {
	n := randomNet(5, 3, 4, 2, 4, 1)
	if got, want := Of(n.snapshot(), rng.Key{}), (Spectrum{P: 24, ZeroRows: 24, Below: 24}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestOfWhatIsNoNumberNothingIsKnown(t *testing.T) {
	n := randomNet(5, 3, 4, 2, 1, 1)
	for _, bad := range []float32{float32(math.NaN()), float32(math.Inf(1))} {
		s := n.snapshot()
		s.Hidden[2][3] = bad
		got := Of(s, rng.Key{})
		if got.ZeroRows != 6 || !math.IsNaN(got.Sum+got.Max) || !math.IsNaN(got.Rank) || !math.IsNaN(got.SumLog) {
			t.Errorf("%+v", got)
		}
	}
}

func TestWithoutSlopesItIsRelu(t *testing.T) {
	s := randomNet(9, 3, 7, 2, 1, 1).snapshot()
	want := Of(s, rng.Key{})
	s.Slope = nil
	if got := Of(s, rng.Key{}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestCountsByHand(t *testing.T) {
	s := Spectrum{P: 12, Below: 12}
	s.conclude([]sample{{
		lambda: []float64{-1e-17, 0, 9e-9, 1.1e-8, 1.9e-6, 2.1e-6, 1, 2, 1e4},
		weight: []float64{1, 1, 1, 1, 1, 1, 1, 1, 1},
	}})
	if s.Max != 1e4 || s.Rank != 3 || s.Below != 6 || s.RankError != 0 || s.SumLogError != 0 {
		t.Errorf("%+v", s)
	}
	near(t, "sum of logarithms", s.SumLog, math.Log(2e4), 1e-12)
	for bin, want := range map[int]float64{0: 1, 9: 2, 32: 1, 33: 1, Bins - 1: 1} {
		if s.Histogram[bin] != want {
			t.Errorf("bin %d has %v, want %v: %v", bin, s.Histogram[bin], want, s.Histogram)
		}
	}
}
