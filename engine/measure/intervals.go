package measure

import (
	"math"
	"slices"

	"driftlab/engine/say"
	"driftlab/engine/wire"
)

// MostIntervals bounds Intervals: as many are never kept, and, once there have been as many, at least
// half of them.
const MostIntervals = 32

// A Mark is what a run did at a step.
type Mark[C any] struct {
	Step     int64
	Code     C       // what is compared, a pointer to rate maps or population vectors; at first nil
	Active   []bool  // of each unit, whether it does anything
	Sparsity float64 // the share that is active, as the exhibit counts it
}

// An Interval is what became of a code between two marks that are next to each other.
type Interval struct {
	From, To int64   // steps
	Speed    float64 // drift speed: 1 - the correlation of the code at From and at To; NaN if there is none
	Sparsity float64 // at To
	Born     int     // units silent at From and active at To
	Silenced int     // units active at From and silent at To
}

// Intervals compare what a run does at steps that are equally far apart, where snapshots, whose
// steps are log-spaced, would make any drift look faster and faster. Marks are made at the multiples of
// an interval; when there are too many, every other one goes, the interval doubles, and those that
// are neighbours now are compared anew. The steps follow from the step count alone.
type Intervals[C any] struct {
	Every int64 // steps of an interval: the least one, doubled a number of times
	Marks []Mark[C]
	Of    []Interval // one less than marks

	least     int64
	correlate func(a, b C) float64
}

// NewIntervals begins with an interval of so many steps. Correlate is 1 for two codes that are alike,
// NaN where there is nothing to compare.
func NewIntervals[C any](least int64, correlate func(a, b C) float64) Intervals[C] {
	return Intervals[C]{Every: least, least: least, correlate: correlate}
}

// Due reports whether a mark is to be made at a step: at the next multiple of the interval, or, where
// there is none yet, at any.
func (k *Intervals[C]) Due(step int64) bool {
	if n := len(k.Marks); n > 0 {
		return step == k.Marks[n-1].Step+k.Every
	}
	return step%k.Every == 0
}

// NextStep is the step of the next mark; where there is none yet, any from 0 on that is due will do.
func (k *Intervals[C]) NextStep() int64 {
	if n := len(k.Marks); n > 0 {
		return k.Marks[n-1].Step + k.Every
	}
	return 0
}

// Next is the mark of a step, which is due, to be filled in and then closed. It has the memory of one
// that is gone.
func (k *Intervals[C]) Next(step int64) *Mark[C] {
	n := len(k.Marks)
	k.Marks = slices.Grow(k.Marks, MostIntervals+1-n)[:n+1]
	m := &k.Marks[n]
	m.Step = step
	return m
}

// Close compares the newest mark, which is filled in, with the one before.
func (k *Intervals[C]) Close() {
	n := len(k.Marks)
	if n > MostIntervals {
		k.thin()
	} else if n > 1 {
		k.Of = append(k.Of, k.between(&k.Marks[n-2], &k.Marks[n-1]))
	}
}

// thin keeps the marks that the doubled interval would have made. The others go behind the end,
// for their memory.
func (k *Intervals[C]) thin() {
	k.Every *= 2
	n := 0
	for i := range k.Marks {
		if k.Marks[i].Step%k.Every == 0 {
			k.Marks[n], k.Marks[i] = k.Marks[i], k.Marks[n]
			n++
		}
	}
	k.Marks, k.Of = k.Marks[:n], k.Of[:0]
	for i := 1; i < n; i++ {
		k.Of = append(k.Of, k.between(&k.Marks[i-1], &k.Marks[i]))
	}
}

func (k *Intervals[C]) between(a, b *Mark[C]) Interval {
	v := Interval{From: a.Step, To: b.Step, Speed: 1 - k.correlate(a.Code, b.Code), Sparsity: b.Sparsity}
	for j, was := range a.Active {
		switch {
		case b.Active[j] && !was:
			v.Born++
		case was && !b.Active[j]:
			v.Silenced++
		}
	}
	return v
}

// Restore empties the intervals, for marks that have been kept to be made again, and reports whether
// they could have had that interval. 0 begins with the least: nothing has been kept.
func (k *Intervals[C]) Restore(every int64) bool {
	*k = NewIntervals(k.least, k.correlate)
	for every > k.Every && k.Every < MostSteps {
		k.Every *= 2
	}
	return every == 0 || every == k.Every
}

// Missed reports whether a mark should have been made by a step and was not.
func (k *Intervals[C]) Missed(step int64) bool {
	n := len(k.Marks)
	return n > 0 && step >= k.Marks[n-1].Step+k.Every
}

// Draw appends, for each of some ascending steps, the drift speed of the interval that it lies in, and the
// turnover there: the units born or silenced, as a share of all. NaN where it lies in none.
func (k *Intervals[C]) Draw(speed, turnover, steps []float32) (_, _ []float32) {
	i := 0
	for _, step := range steps {
		for i < len(k.Of) && float64(step) > float64(k.Of[i].To) {
			i++
		}
		if i == len(k.Of) || float64(step) <= float64(k.Of[i].From) {
			none := float32(math.NaN())
			speed, turnover = append(speed, none), append(turnover, none)
			continue
		}
		of := &k.Of[i]
		speed = append(speed, float32(of.Speed))
		turnover = append(turnover, float32(of.Born+of.Silenced)/float32(len(k.Marks[0].Active)))
	}
	return speed, turnover
}

// SpeedChart is the chart of what Draw appends, its unit left out.
var SpeedChart = wire.Chart{Title: "Drift speed", Short: "Drift", Least: 0.01, Lines: []wire.Line{
	{Name: "drift speed"},
	{Name: "turnover", Dashed: true},
}}

// Unit is that of the drift speed.
func (k *Intervals[C]) Unit() string {
	return "1 − correlation in " + say.Count(int(k.Every), "step")
}
