package measure

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"driftlab/engine/say"
)

// How it is decided whether null drift is stationary. It is asked of the intervals that lie in null
// drift, less their first third, in two halves.
const (
	fewIntervals = 12  // tell nothing if there are fewer in null drift
	sameMeans    = 0.1 // two means are the same that differ by 10 % of what they are on average, or
	sameErrors   = 2   // by two standard errors of their difference
)

// A Steadiness is what the intervals of null drift say of whether it is stationary: it is if
// both halves of its last two thirds have the same mean sparsity and the same mean drift speed.
//
// The standard errors are those of independent intervals: on the ring of the exhibit hebbian, seeds 1 to 4,
// neighbours correlate at -0.5 to 0.25, and intervals differ by 5 % in sparsity and by 10 % in speed. With such
// noise a stationary course is found steady in 92 of 100 cases if it has 12 intervals and in 97 if it has 28; if
// neighbours correlate at 0.3, in 84 and 91. A sparsity that falls by 30 % on the way is still found steady
// in 28 and 13 of 100, a speed that falls by half in 40 and 7; a trend that makes less than 10 % between the
// halves passes for steady, as it does for the phases.
type Steadiness struct {
	Since    int64      // null drift
	Every    int64      // steps of an interval
	Has      int        // intervals that lie in null drift
	Sparsity [2]float64 // mean over each half
	Speed    [2]float64 // mean over each half; NaN where nothing could be compared
	Born     float64    // units in an interval of the two thirds, on average
	Silenced float64

	SameSparsity, SameSpeed bool
}

// Steadiness is that of the null drift since a step.
func (k *Intervals[C]) Steadiness(since int64) Steadiness {
	of := k.Of
	for len(of) > 0 && of[0].From < since {
		of = of[1:]
	}
	s := Steadiness{Since: since, Every: k.Every, Has: len(of)}
	of = of[len(of)/3:]
	halves := [...][]Interval{of[:len(of)/2], of[len(of)/2:]}
	s.Sparsity, s.SameSparsity = compare(halves, func(v *Interval) float64 { return v.Sparsity })
	s.Speed, s.SameSpeed = compare(halves, func(v *Interval) float64 { return v.Speed })
	for _, v := range of {
		s.Born += float64(v.Born) / float64(len(of))
		s.Silenced += float64(v.Silenced) / float64(len(of))
	}
	return s
}

// compare is the means of a measure over two halves, and whether they are the same.
func compare(halves [2][]Interval, measure func(*Interval) float64) (means [2]float64, same bool) {
	var errors float64 // squared, of the difference
	for i, half := range halves {
		var sum, squares, n float64
		for k := range half {
			if v := measure(&half[k]); !math.IsNaN(v) {
				sum += v
				squares += float64(v * v)
				n++
			}
		}
		means[i] = sum / n
		errors += max(squares/n-float64(means[i]*means[i]), 0) / (n - 1)
	}
	off := math.Abs(means[0] - means[1])
	return means, off <= sameMeans*math.Abs(means[0]+means[1])/2 || off <= sameErrors*math.Sqrt(errors)
}

// Short reports whether it is too short to tell, or nothing could be compared.
func (s *Steadiness) Short() bool {
	return s.Has < fewIntervals || math.IsNaN(s.Speed[0]+s.Speed[1])
}

// Steady reports whether null drift is stationary, as far as can be told.
func (s *Steadiness) Steady() bool { return !s.Short() && s.SameSparsity && s.SameSpeed }

// Fact is the verdict with its figures. What is active are "the cells"; one of those that are born is
// a "cell".
func (s *Steadiness) Fact(active, unit string) say.Fact {
	f := say.Fact{Name: "stationarity"}
	if s.Short() {
		f.Value = fmt.Sprintf("not to be told: null drift since step %s is %s of %s steps long, and %d are needed",
			say.Grouped(s.Since), say.Count(s.Has, "interval"), say.Grouped(s.Every), fewIntervals)
		return f
	}
	verdict := "holds: of null drift since step %s the last two thirds are steady"
	if !s.Steady() {
		verdict = "fails: of null drift since step %s the last two thirds are not steady"
	}
	f.Value = fmt.Sprintf(verdict+", with %s and %s of %s active, and a code that moves by %s and %s in %s steps, in which %.1f %ss are born and %.1f silenced",
		say.Grouped(s.Since), strings.TrimSuffix(say.Percent(s.Sparsity[0]), " %"), say.Percent(s.Sparsity[1]), active, figures(s.Speed[0]), figures(s.Speed[1]),
		say.Grouped(s.Every), s.Born, unit, s.Silenced)
	return f
}

// figures is a speed with two figures that count.
func figures(speed float64) string {
	if math.Abs(speed) < 0.1 {
		return strconv.FormatFloat(speed, 'g', 2, 64)
	}
	return strconv.FormatFloat(speed, 'f', 2, 64)
}

// Sentence is the verdict for a caption, after a space; empty where it is too short to tell.
func (s *Steadiness) Sentence() string {
	switch {
	case s.Short():
		return ""
	case s.Steady():
		return " The last two thirds of null drift are steady."
	case s.SameSparsity:
		return " Null drift is not steady: its speed changes."
	case s.SameSpeed:
		return " Null drift is not steady: sparsity changes."
	default:
		return " Null drift is not steady: sparsity and speed change."
	}
}
