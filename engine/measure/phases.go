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
// averaged out over the last fifth of the steps.
const (
	lossSpan     = 4.0  // the loss is flat when, while the step count grew fourfold, ...
	lossLeft     = 0.1  // ... its lowest value so far has fallen by less than a tenth of its whole fall
	activeSpan   = 2.0  // the active fraction is flat when, while the step count doubled, ...
	flatActive   = 0.03 // ... it has changed by less than 3 % of what it was after learning
	leastLearned = 0.3  // learning is a fall of the loss by at least half (log10)
	leastFall    = 0.15 // a sparsification is a fall of the active fraction by at least 15 %
	activeLeft   = 0.1  // directed drift ends where all but a tenth of that fall is done
	moves        = 0.06 // null drift is taken back when the active fraction goes on to fall by 6 %
	firstRow     = 6    // no decision before there are a few rows
	stillMaps    = 0.999
)

// Course is what phases are decided from: one entry for each reported step.
type Course struct {
	Step   []float32
	Loss   []float32 // log10(MSE / variance)
	Active []float32 // active fraction
}

// Phases decides where the phases of a course begin. borders[0] is the step where phase 2
// begins, borders[1] that of phase 3. Learning ends for good; null drift may be taken back
// while a run goes on. mapsStill is the correlation of the maps now with those when the
// step count was half: a network whose maps have stopped is at rest.
func Phases(c Course, mapsStill float64) (phase int, borders []int64) {
	learned, decided := learnedAt(c)
	if learned < 0 {
		return Learning, nil
	}
	borders = append(borders, int64(c.Step[learned]))
	if mapsStill > stillMaps {
		return Rest, borders
	}
	if settled := settledAt(c, decided); settled > learned {
		return Null, append(borders, int64(c.Step[settled]))
	}
	return Directed, borders
}

// learnedAt is the first row where the smoothed loss has done nine tenths of its fall, and
// the row where that could be told: the lowest loss so far was flat. -1 before that.
func learnedAt(c Course) (learned, decided int) {
	loss := smoothed(c.Step, c.Loss)
	lowest := make([]float64, len(loss))
	for i, v := range loss {
		lowest[i] = v
		if i > 0 {
			lowest[i] = min(v, lowest[i-1])
		}
		fall := loss[0] - lowest[i]
		then := lowest[at(c.Step, float64(c.Step[i])/lossSpan)]
		if i < firstRow || fall < leastLearned || then-lowest[i] > lossLeft*fall {
			continue
		}
		for k, v := range loss {
			if v <= lowest[i]+lossLeft*fall {
				return k, i
			}
		}
	}
	return -1, -1
}

// settledAt is the first row after learning where the active fraction has done nine tenths
// of its fall, once it is flat; -1 before that.
func settledAt(c Course, from int) int {
	active := smoothed(c.Step, c.Active)
	start := active[from]
	settled, level := -1, 0.0
	for i := from; i < len(active); i++ {
		now := active[i]
		if settled >= 0 && level-now > moves*start {
			settled = -1
		}
		before := at(c.Step, float64(c.Step[i])/activeSpan)
		if settled >= 0 || before <= from || start-now < leastFall*start || math.Abs(active[before]-now) > flatActive*start {
			continue
		}
		level = now
		for settled = from; active[settled] > now+activeLeft*(start-now); {
			settled++
		}
	}
	return settled
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

// smoothed averages v over the rows of the last fifth of the steps before each row.
func smoothed(steps, v []float32) []float64 {
	out := make([]float64, len(v))
	var sum float64
	first := 0
	for i := range v {
		sum += float64(v[i])
		for ; float64(steps[first]) < 0.8*float64(steps[i]); first++ {
			sum -= float64(v[first])
		}
		out[i] = sum / float64(i-first+1)
	}
	return out
}
