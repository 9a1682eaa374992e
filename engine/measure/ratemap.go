// Package measure computes what is reported of a network: rate maps and their spatial
// information, sparsity, map correlation, the time course's fit and its phases.
package measure

import (
	"math"

	"driftlab/engine/num"
)

// Bins is the number of bins of a rate map over signed position, both directions together.
const Bins = 100

// PlaceThreshold is the spatial information, in bits, above which a unit is a place unit.
const PlaceThreshold = 0.01

// SmoothSigma is the width, in bins, of the Gaussian that smooths maps for display and
// correlation.
const SmoothSigma = 6

// Occupancy says in which bin each of T samples lies, and how the samples spread.
type Occupancy struct {
	Bin    []int     // T, each in [0, B)
	P      []float64 // B: the share of the samples in each bin
	counts []float64 // B
}

// NewOccupancy counts the samples in each of n bins.
func NewOccupancy(bin []int, n int) *Occupancy {
	o := &Occupancy{Bin: bin, P: make([]float64, n), counts: make([]float64, n)}
	for _, b := range bin {
		o.counts[b]++
	}
	for i, c := range o.counts {
		o.P[i] = c / float64(len(bin))
	}
	return o
}

// RateMap writes r_i, the mean activity of the samples in bin i, to dst (B long). Bins
// without samples get 0. Activity has at least T entries.
func (o *Occupancy) RateMap(dst []float32, activity []float32) {
	clear(dst)
	for t, b := range o.Bin {
		dst[b] += activity[t]
	}
	for i, c := range o.counts {
		if c > 0 {
			dst[i] /= float32(c)
		}
	}
}

// SpatialInformation is sum_i p_i (r_i/rbar) log2(r_i/rbar) in bits, with 0 log 0 = 0 and
// rbar = sum_i p_i r_i, of an unsmoothed rate map. A silent unit has 0.
func (o *Occupancy) SpatialInformation(rate []float32) float64 {
	var mean float64
	for i, p := range o.P {
		mean += float64(p * float64(rate[i]))
	}
	if !(mean > 0) {
		return 0
	}
	var sum float64
	for i, p := range o.P {
		if r := float64(rate[i]) / mean; r > 0 {
			sum += float64(float64(p*r) * num.Log(r))
		}
	}
	return sum / math.Ln2
}

// Smoother is a Gaussian filter along a map of n bins, reflecting at its ends
// (d c b a | a b c d | d c b a), cut off at four sigma.
type Smoother struct {
	spread [][]float32 // n rows: what one unit of rate in bin i adds to each bin
	sum    []float32   // n, padded
	zero   []float32
}

// NewSmoother makes a filter of the given width for maps of n bins; width 0 leaves them
// as they are.
func NewSmoother(n int, sigma float64) *Smoother {
	padded := num.Pad(n)
	s := &Smoother{sum: make([]float32, padded), zero: make([]float32, padded)}
	radius := int(float64(4*sigma) + 0.5)
	k := gaussian(radius, sigma)
	for range n {
		s.spread = append(s.spread, make([]float32, padded))
	}
	for i := range n {
		for d := -radius; d <= radius; d++ {
			s.spread[reflect(i+d, n)][i] += float32(k[d+radius])
		}
	}
	return s
}

// gaussian is a kernel of 2 radius + 1 weights that add up to 1.
func gaussian(radius int, sigma float64) []float64 {
	k := make([]float64, 2*radius+1)
	var sum float64
	for i := range k {
		k[i] = 1
		if i != radius {
			d := float64(i-radius) / sigma
			k[i] = num.Exp(-float64(d*d) / 2)
		}
		sum += k[i]
	}
	for i := range k {
		k[i] /= sum
	}
	return k
}

// Apply writes the filtered src to dst. Empty stretches of src cost next to nothing.
func (s *Smoother) Apply(dst, src []float32) {
	clear(s.sum)
	var a [4]float32
	var rows [4][]float32
	k := 0
	for i, v := range src {
		if v == 0 {
			continue
		}
		a[k], rows[k] = v, s.spread[i]
		if k++; k == 4 {
			num.Axpy4(s.sum, &a, rows[0], rows[1], rows[2], rows[3])
			k = 0
		}
	}
	if k > 0 {
		for ; k < 4; k++ {
			a[k], rows[k] = 0, s.zero
		}
		num.Axpy4(s.sum, &a, rows[0], rows[1], rows[2], rows[3])
	}
	copy(dst, s.sum)
}

// reflect folds an index into [0, n), repeating the edge.
func reflect(i, n int) int {
	i %= 2 * n
	if i < 0 {
		i += 2 * n
	}
	if i >= n {
		i = 2*n - 1 - i
	}
	return i
}
