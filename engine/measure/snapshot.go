package measure

import (
	"cmp"
	"slices"

	"driftlab/engine/num"
)

// Snapshot is the rate maps of all units at one step.
type Snapshot struct {
	Step int64
	SI   []float64 // H: spatial information, bits
	Maps []float32 // H x B: smoothed rate maps

	raw []float32 // B
}

// Take computes the maps of all units from their activity (H rows of at least T entries).
// It reuses the snapshot's memory.
func (s *Snapshot) Take(step int64, activity [][]float32, o *Occupancy, smooth *num.Smoother) {
	h, b := len(activity), len(o.P)
	s.Step = step
	s.SI = slices.Grow(s.SI[:0], h)[:h]
	s.Maps = slices.Grow(s.Maps[:0], h*b)[:h*b]
	s.raw = slices.Grow(s.raw[:0], b)[:b]
	for j, a := range activity {
		o.RateMap(s.raw, a)
		s.SI[j] = o.SpatialInformation(s.raw)
		for at, n := 0, smooth.Len(); at < b; at += n { // one place after the other
			smooth.Apply(s.Map(j)[at:at+n], s.raw[at:at+n])
		}
	}
}

// Map is the smoothed rate map of unit j.
func (s *Snapshot) Map(j int) []float32 {
	b := len(s.Maps) / len(s.SI)
	return s.Maps[j*b : (j+1)*b]
}

// Place counts the place units and their mean spatial information, 0 if there are none.
func (s *Snapshot) Place() (n int, meanSI float64) {
	for _, si := range s.SI {
		if si > PlaceThreshold {
			n++
			meanSI += si
		}
	}
	if n > 0 {
		meanSI /= float64(n)
	}
	return n, meanSI
}

// Order lists the place units by the bin of their map's peak.
func (s *Snapshot) Order() []int {
	order, peak := make([]int, 0, len(s.SI)), make([]int, len(s.SI))
	for j, si := range s.SI {
		if si > PlaceThreshold {
			order = append(order, j)
			peak[j] = argmax(s.Map(j))
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(peak[a], peak[b]) })
	return order
}

func argmax(x []float32) int {
	best := 0
	for i, v := range x {
		if v > x[best] {
			best = i
		}
	}
	return best
}
