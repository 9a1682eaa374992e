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
