package spectrum

import (
	"math"
	"slices"

	"driftlab/engine/rng"
)

// A Work computes a spectrum in small pieces.
type Work struct {
	stages []func() (done bool)
	result Spectrum
}

// Of is the spectrum of a snapshot in one go, with the same bits as piece by piece. The key is
// that of the random vectors, if there have to be any.
func Of(s Snapshot, key rng.Key) Spectrum {
	w := Begin(s, key)
	for !w.Step() {
	}
	return w.Result()
}

// Begin copies what it needs of a snapshot, and makes room for all of the work. Of activities
// that are no numbers, or infinite, nothing is known but the zero rows: the rest is NaN.
func Begin(s Snapshot, key rng.Key) *Work { return begin(s, key, Largest) }

func begin(s Snapshot, key rng.Key, largest int) *Work {
	j := newJacobian(&s)
	size := s.D + 1 + s.O
	w := &Work{result: Spectrum{
		P:        len(s.Hidden) * size,
		ZeroRows: (len(s.Hidden) - len(j.units)) * size,
		Sum:      j.trace(),
	}}
	r := &w.result
	r.Below = float64(r.P)
	switch n := min(s.T*s.O, r.P-r.ZeroRows); {
	case !(math.Abs(r.Sum) <= math.MaxFloat64):
		r.Sum, r.Max, r.Rank, r.SumLog = math.NaN(), math.NaN(), math.NaN(), math.NaN()
	case n == 0:
	case n <= largest:
		w.exactly(j, n)
	default:
		w.sampling(j, key)
	}
	return w
}

// Step does a piece of the work, about a millisecond, and reports whether all is done. It does
// not allocate.
func (w *Work) Step() (done bool) {
	if len(w.stages) > 0 && w.stages[0]() {
		w.stages = w.stages[1:]
	}
	return len(w.stages) == 0
}

// Result is the spectrum, when Step has said that all is done.
func (w *Work) Result() Spectrum { return w.result }

// exactly plans the work on the smaller matrix, of n rows.
func (w *Work) exactly(j *jacobian, n int) {
	f := newFilling(j, n)
	r := newReduction(f.a, n)
	q := &diagonalization{d: r.d, e: r.e}
	all := []sample{{lambda: q.d, weight: slices.Repeat([]float64{1}, n)}}
	w.stages = []func() bool{f.step, r.step, q.start, q.step, func() bool {
		w.result.conclude(all)
		return true
	}}
}

// sampling plans the work by random vectors.
func (w *Work) sampling(j *jacobian, key rng.Key) {
	l := newLanczos(j, key)
	w.result.Sampled = true
	w.stages = []func() bool{l.step, func() bool {
		w.result.conclude(l.samples)
		return true
	}}
}
