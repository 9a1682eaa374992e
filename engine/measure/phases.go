package measure

import "math"

// The phases of a run (Ratzon et al., figure 2).
const (
	Rest     = 0 // nothing moves any more
	Learning = 1 // the loss falls
	Directed = 2 // the loss is flat, the sparsity still changes
	Null     = 3 // both are flat, the maps still change
)

// PhaseName is the phase in words.
func PhaseName(phase int) string {
	return [...]string{"at rest", "learning", "directed drift", "null drift"}[phase]
}

// How a phase is decided. The course is gone through row by row as it came, over a
// logarithmic step axis, because the phases lie orders of magnitude apart; noise is
// averaged out over the last fifth of the steps. "Activity" is both sparsity figures
// together: the mean of the active fraction and the fraction of active units, each relative
// to what it was after learning.
const (
	lossSpan     = 4.0  // the loss is flat when, while the step count grew fourfold, ...
	lossLeft     = 0.15 // ... its lowest value so far has fallen by less than 15 % of its whole fall
	activeSpan   = 2.0  // activity is flat when, while the step count doubled, ...
	flatActive   = 0.06 // ... it has changed by less than 6 % of what it was after learning
	leastLearned = 0.3  // learning is a fall of the loss by at least half (log10)
	leastFall    = 0.3  // a sparsification is a fall of the activity by at least 30 %
	activeLeft   = 0.1  // directed drift ends where all but a tenth of that fall is done
	moves        = 0.1  // null drift is taken back when the activity goes on to fall by a tenth
	firstRow     = 6    // no decision before there are a few rows
	stillMaps    = 0.999
)

// Course is what phases are decided from: one entry for each reported step.
type Course struct {
	Step   []float32
	Loss   []float32 // log10(MSE / variance)
	Active []float32 // active fraction
	Units  []float32 // fraction of active units
}

// A PhaseFinder decides phases; it keeps its memory for the next time.
type PhaseFinder struct{ loss, lowest, active, units []float64 }

// Find decides where the phases of a course begin. borders[0] is the step where phase 2
// begins, borders[1] that of phase 3. Learning ends for good; null drift may be taken back
// while a run goes on. They are appended to borders[:0]. mapsStill is the correlation of the maps now with those when the
// step count was half: a network whose maps have stopped is at rest.
func (f *PhaseFinder) Find(c Course, mapsStill float64, borders []int64) (int, []int64) {
	borders = borders[:0]
	learned, decided := f.learnedAt(c)
	if learned < 0 {
		return Learning, borders
	}
	borders = append(borders, int64(c.Step[learned]))
	if mapsStill > stillMaps {
		return Rest, borders
	}
	if settled := f.settledAt(c, decided); settled > learned {
		return Null, append(borders, int64(c.Step[settled]))
	}
	return Directed, borders
}

// learnedAt is the first row where the smoothed loss has done nine tenths of its fall, and
// the row where that could be told: the lowest loss so far was flat. -1 before that.
func (f *PhaseFinder) learnedAt(c Course) (learned, decided int) {
	f.loss = smoothed(f.loss[:0], c.Step, c.Loss)
	f.lowest = append(f.lowest[:0], f.loss...)
	loss, lowest := f.loss, f.lowest
	for i, v := range loss {
		if i > 0 {
			lowest[i] = min(v, lowest[i-1])
		}
		fall := loss[0] - lowest[i]
		then := lowest[at(c.Step, float64(c.Step[i])/lossSpan)]
		if i < firstRow || fall < leastLearned || then-lowest[i] > float64(lossLeft*fall) {
			continue
		}
		for k, v := range loss {
			if v <= lowest[i]+float64(lossLeft*fall) {
				return k, i
			}
		}
	}
	return -1, -1
}

// settledAt is the first row after learning where the activity has done nine tenths of its
// fall, once it is flat; -1 before that.
func (f *PhaseFinder) settledAt(c Course, from int) int {
	activity := f.relative(c, from)
	settled, level := -1, 0.0
	for i := from; i < len(activity); i++ {
		now := activity[i]
		if settled >= 0 && level-now > moves {
			settled = -1
		}
		before := at(c.Step, float64(c.Step[i])/activeSpan)
		if settled >= 0 || before <= from || 1-now < leastFall || math.Abs(activity[before]-now) > flatActive {
			continue
		}
		level = now
		for settled = from; activity[settled] > now+float64(activeLeft*(1-now)); {
			settled++
		}
	}
	return settled
}

// relative is the activity: 1 at row from.
func (f *PhaseFinder) relative(c Course, from int) []float64 {
	f.active, f.units = smoothed(f.active[:0], c.Step, c.Active), smoothed(f.units[:0], c.Step, c.Units)
	active, units := f.active, f.units
	a, u := max(active[from], 1e-9), max(units[from], 1e-9)
	for i := range active {
		active[i] = (active[i]/a + units[i]/u) / 2
	}
	return active
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

// smoothed appends v to out, averaged over the rows of the last fifth of the steps before each row.
func smoothed(out []float64, steps, v []float32) []float64 {
	var sum float64
	first := 0
	for i := range v {
		sum += float64(v[i])
		for ; float64(steps[first]) < 0.8*float64(steps[i]); first++ {
			sum -= float64(v[first])
		}
		out = append(out, sum/float64(i-first+1))
	}
	return out
}
