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

// How a phase is decided. Curves are looked at over a logarithmic step axis, because the
// phases lie orders of magnitude apart; noise is averaged out over a window of a factor.
const (
	lossLeft   = 0.1  // learning ends when all but a tenth of the loss's whole fall (in log10) is done
	activeLeft = 0.1  // directed drift ends when all but a tenth of the sparsification is done
	leastFall  = 0.15 // a sparsification is a fall by at least 15 % of where it began
	flatSpan   = 2.0  // ... and nothing more has happened while the step count doubled
	flatChange = 0.03 // "nothing": a relative change of less than 3 %
	stillMaps  = 0.999
)

// Course is what phases are decided from: one entry for each reported step.
type Course struct {
	Step   []float32
	Loss   []float32 // log10(MSE / variance)
	Active []float32 // active fraction
}

// Phases decides where the phases of a course begin. Borders[0] is the step where phase 2
// begins, Borders[1] that of phase 3. The decision is made anew from the whole course each
// time and may be taken back while a run goes on. mapsStill is the correlation of the maps
// now with those when the step count was half: a network whose maps have stopped is at rest.
func Phases(c Course, mapsStill float64) (phase int, borders []int64) {
	n := len(c.Step)
	if n < 3 {
		return Learning, nil
	}
	learned := learnedAt(c)
	if learned < 0 {
		return Learning, nil
	}
	borders = append(borders, int64(c.Step[learned]))
	if mapsStill > stillMaps {
		return Rest, borders
	}
	if settled := settledAt(c, learned); settled >= 0 {
		return Null, append(borders, int64(c.Step[settled]))
	}
	return Directed, borders
}

// learnedAt is the first row where the smoothed loss has done nine tenths of its fall,
// once the loss has been flat while the step count doubled; -1 before that.
func learnedAt(c Course) int {
	last := len(c.Step) - 1
	now := windowMean(c.Step, c.Loss, last)
	start := float64(c.Loss[0])
	fall := start - now
	before := at(c.Step, float64(c.Step[last])/flatSpan)
	if fall < 0.5 || windowMean(c.Step, c.Loss, before)-now > lossLeft*fall {
		return -1
	}
	for i := range c.Step {
		if windowMean(c.Step, c.Loss, i) < now+lossLeft*fall {
			return i
		}
	}
	return -1
}

// settledAt is the first row after learning where the active fraction has done nine
// tenths of its fall, once it has been flat while the step count doubled; -1 before.
func settledAt(c Course, learned int) int {
	last := len(c.Step) - 1
	now := windowMean(c.Step, c.Active, last)
	start := windowMean(c.Step, c.Active, learned)
	before := at(c.Step, float64(c.Step[last])/flatSpan)
	if before <= learned || start-now < leastFall*start {
		return -1
	}
	if math.Abs(windowMean(c.Step, c.Active, before)-now) > flatChange*start {
		return -1
	}
	for i := learned; i <= last; i++ {
		if windowMean(c.Step, c.Active, i) < now+activeLeft*(start-now) {
			return i
		}
	}
	return -1
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

// windowMean averages v over the rows whose step lies within a factor of 0.8 before row i.
func windowMean(steps, v []float32, i int) float64 {
	var sum float64
	var n int
	for k := i; k >= 0 && float64(steps[k]) >= 0.8*float64(steps[i]); k-- {
		sum += float64(v[k])
		n++
	}
	return sum / float64(n)
}
