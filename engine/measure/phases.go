package measure

import (
	"cmp"
	"math"

	"driftlab/engine/wire"
)

// The phases of a run (Ratzon et al., figure 2).
const (
	None     = 0 // no phase: nothing moves any more, or nothing can: every unit is silent
	Learning = 1 // the error is not yet low, or not yet flat
	Directed = 2 // the error is flat, the sparsity not
	Null     = 3 // both are flat, the maps still change
)

// How a phase is decided. The course is gone through row by row as it came, over a
// logarithmic step axis, because the phases lie orders of magnitude apart; noise is averaged
// out over the last fifth of the steps.
const (
	Learned   = 0.2  // the task is learned when the error is below 20 % of the targets' variance ...
	flatError = 0.05 // ... and, while the step count ...
	errorSpan = 4.0  // ... grew fourfold, has kept within 5 % of that variance

	flatSparsity = 0.1 // sparsity is flat when all its measures, while the step count ...
	sparsitySpan = 2.0 // ... doubled, have kept within 10 % of their present values, ...
	leastFall    = 0.3 // ... after a fall by at least 30 % since the task was learned: directed drift comes first
	moves        = 0.2 // null drift is taken back when sparsity goes on by a fifth
	firstRow     = 6   // no decision before there are a few rows

	// FewUnits is how many active units are too few to tell: one of them is more than 10 %.
	FewUnits = 10
)

// Course is what phases are decided from: one entry for each reported step.
type Course struct {
	Step   []float32
	Error  []float32 // MSE over the variance of the targets
	Active []float32 // active fraction
	Units  []float32 // fraction of active units
	SI     []float32 // mean spatial information of the place units, bits
	Of     int       // H, the units
}

// A Verdict is where a course stands.
type Verdict struct {
	Phase   int
	Name    string  // what is measured, in words: "directed drift"; never empty
	Borders []int64 // the step where phase 2 begins, and that of phase 3, as far as reached
}

// Bands appends the phases reached as the curves' backgrounds, in retrospect.
func (v *Verdict) Bands(bands []wire.Band) []wire.Band {
	bands = append(bands, wire.Band{Phase: Learning, Name: "learning"})
	names := [...]string{"directed drift", "null drift"}
	for i, from := range v.Borders {
		bands = append(bands, wire.Band{From: from, Phase: Directed + i, Name: names[i]})
	}
	bands[len(bands)-1].Name = v.Name
	return bands
}

// A PhaseFinder decides phases; it keeps its memory for the next time.
type PhaseFinder struct {
	// Mean is the share of the steps, the last ones, over which noise is averaged out; 0 is a fifth.
	Mean float64

	err, active, units, si []float64
	borders                []int64
}

// Find decides where the phases of a course begin. A border stands, in retrospect, where what
// the phase asks for began to hold. Learning ends for good; null drift is taken back when the
// sparsity goes on to change, or the error does. The verdict's borders are the finder's.
func (f *PhaseFinder) Find(c Course) Verdict {
	first := 1 - cmp.Or(f.Mean, 0.2)
	f.err = smoothed(f.err[:0], c.Step, c.Error, first)
	f.active = smoothed(f.active[:0], c.Step, c.Active, first)
	f.units = smoothed(f.units[:0], c.Step, c.Units, first)
	f.si = smoothed(f.si[:0], c.Step, c.SI, first)
	f.borders = f.borders[:0]
	learned := f.learnedAt(c.Step)
	if learned < 0 {
		return Verdict{Learning, f.learning(c.Step), f.borders}
	}
	f.borders = append(f.borders, int64(c.Step[learned]))
	if settled := f.settledAt(c, learned); settled > learned {
		f.borders = append(f.borders, int64(c.Step[settled]))
		return Verdict{Null, "null drift", f.borders}
	}
	return Verdict{Directed, f.directed(c, learned), f.borders}
}

// learning names the time before the task is learned.
func (f *PhaseFinder) learning(steps []float32) string {
	i := len(steps) - 1
	if i < firstRow || f.err[i] < Learned || f.err[at(steps, float64(steps[i])/errorSpan)]-f.err[i] >= flatError {
		return "learning"
	}
	return "not learned"
}

// directed names the time after the task is learned: its sparsity need not change.
func (f *PhaseFinder) directed(c Course, learned int) string {
	i := len(c.Step) - 1
	flat := f.flatSince(i) <= at(c.Step, float64(c.Step[i])/sparsitySpan)
	switch {
	case f.err[i] >= Learned:
		return "error no longer low"
	case f.units[i]*float64(c.Of) < FewUnits:
		return "too few units to tell"
	case flat && !f.fallen(learned, i):
		return "sparsity flat so far"
	default:
		return "directed drift"
	}
}

// learnedAt is the row from which on the error is low and flat; -1 before that could be told.
func (f *PhaseFinder) learnedAt(steps []float32) int {
	for i := firstRow; i < len(steps); i++ {
		if !(f.err[i] < Learned) {
			continue
		}
		since := reach(f.err, i, flatError)
		if since > at(steps, float64(steps[i])/errorSpan) {
			continue
		}
		for f.err[since] >= Learned {
			since++
		}
		return since
	}
	return -1
}

// reach is the first row from which on, up to row i, x has kept within a range that wide.
func reach(x []float64, i int, wide float64) int {
	lo, hi := x[i], x[i]
	for i > 0 {
		lo, hi = min(lo, x[i-1]), max(hi, x[i-1])
		if hi-lo > wide {
			break
		}
		i--
	}
	return i
}

// settledAt is the row from which on the sparsity is flat; -1 before that could be told.
func (f *PhaseFinder) settledAt(c Course, learned int) int {
	settled, level := -1, 0
	for i := learned + 1; i < len(c.Step); i++ {
		if settled >= 0 && f.moved(level, i) {
			settled = -1
		}
		if settled >= 0 || !f.fallen(learned, i) || f.err[i] >= Learned || f.units[i]*float64(c.Of) < FewUnits {
			continue
		}
		since := max(learned, f.flatSince(i), reach(f.err, i, flatError))
		if since > learned && since <= at(c.Step, float64(c.Step[i])/sparsitySpan) {
			settled, level = since, i
		}
	}
	return settled
}

// flatSince is the first row from which on, up to row i, the sparsity has been flat.
func (f *PhaseFinder) flatSince(i int) int {
	first := 0
	for _, x := range [...][]float64{f.active, f.units, f.si} {
		first = max(first, reach(x, i, flatSparsity*math.Abs(x[i])))
	}
	return first
}

// fallen reports whether there has been a sparsification between two rows.
func (f *PhaseFinder) fallen(from, to int) bool {
	return f.active[to] <= (1-leastFall)*f.active[from] || f.units[to] <= (1-leastFall)*f.units[from]
}

// moved reports whether what was flat at a row no longer is.
func (f *PhaseFinder) moved(level, now int) bool {
	for _, x := range [...][]float64{f.active, f.units} {
		if x[now] < (1-moves)*x[level] {
			return true
		}
	}
	return math.Abs(f.err[now]-f.err[level]) > flatError
}

// at is the last row whose step is at most step.
func at(steps []float32, step float64) int {
	lo, hi := 0, len(steps)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if float64(steps[mid]) <= step {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo
}

// smoothed appends v to out, averaged over the rows up to each row whose steps are at least a share
// of its step.
func smoothed(out []float64, steps, v []float32, share float64) []float64 {
	var sum float64
	first := 0
	for i := range v {
		sum += float64(v[i])
		for ; float64(steps[first]) < share*float64(steps[i]); first++ {
			sum -= float64(v[first])
		}
		out = append(out, sum/float64(i-first+1))
	}
	return out
}
