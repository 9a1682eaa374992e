package spectrum

import (
	"math"

	"driftlab/engine/num"
)

// A sample is eigenvalues, and for how many each of them stands.
type sample struct{ lambda, weight []float64 }

// conclude fills in what follows from the eigenvalues: from one sample that has them all, or
// as means over several.
func (s *Spectrum) conclude(samples []sample) {
	for _, a := range samples {
		for _, l := range a.lambda {
			s.Max = max(s.Max, l)
		}
	}
	var rank, sumLog mean
	share := 1 / float64(len(samples))
	for _, a := range samples {
		r, l := a.nonzero(Threshold * s.Max)
		rank.add(r)
		sumLog.add(l)
		s.count(a, share)
	}
	s.Rank, s.RankError = rank.value()
	s.SumLog, s.SumLogError = sumLog.value()
}

// nonzero is how many eigenvalues are above a limit, and the sum of their logarithms.
func (a sample) nonzero(limit float64) (rank, sumLog float64) {
	for i, l := range a.lambda {
		if l > limit {
			rank += a.weight[i]
			sumLog += float64(a.weight[i] * num.Log(l))
		}
	}
	return rank, sumLog
}

// count adds a share of a sample to the histogram.
func (s *Spectrum) count(a sample, share float64) {
	for i, l := range a.lambda {
		if !(l > 0) {
			continue
		}
		if bin := int(math.Floor(Decade * (num.Log10(l) - Lowest))); bin >= 0 {
			n := float64(share * a.weight[i])
			s.Histogram[min(bin, Bins-1)] += n
			s.Below -= n
		}
	}
}

// A mean is that of a few numbers.
type mean struct{ n, sum, squares float64 }

func (m *mean) add(x float64) {
	m.n++
	m.sum += x
	m.squares += float64(x * x)
}

// value is the mean and its standard error, 0 of one number.
func (m *mean) value() (mean, err float64) {
	mean = m.sum / m.n
	if m.n > 1 {
		err = math.Sqrt(max(0, m.squares/m.n-float64(mean*mean)) / (m.n - 1))
	}
	return mean, err
}
