package picture

import (
	"math"
	"slices"
	"strconv"

	"driftlab/render"
	"driftlab/render/plot"
)

// Scores is a matrix of accuracies: in each task, a row, after each task that has been learned, a column.
type Scores struct {
	Cells render.Matrix
	was   []float32 // as they were given
	tasks int
	v     []float32 // of the cells
}

// Set takes over what a learner has after each task, a row of tasks values for each of those learned, in colours
// from lo to 1. It reports whether anything is new.
func (s *Scores) Set(scores []float32, tasks int, lo float32) bool {
	if s.tasks == tasks && len(s.v) > 0 && Same(s.was, scores) {
		return false
	}
	s.tasks, s.was, s.v = tasks, append(s.was[:0], scores...), s.v[:0]
	for of := range tasks {
		for after := range tasks {
			v := float32(math.NaN())
			if k := after*tasks + of; k < len(scores) && after >= of {
				v = scores[k]
			}
			s.v = append(s.v, v)
		}
	}
	s.Cells.Set(s.v, tasks, lo, 1)
	s.Cells.Below = s.Cells.Below[:0]
	for k := range tasks {
		if k == 0 || (k+1)%5 == 0 || tasks < 8 {
			s.Cells.Below = append(s.Cells.Below, plot.Tick{V: float64(k), Label: strconv.Itoa(k + 1)})
		}
	}
	s.Cells.Beside = s.Cells.Below
	return true
}

// At is the accuracy in a task after another, both from 0 on; NaN where there is none.
func (s *Scores) At(of, after int) float32 { return s.v[of*s.tasks+after] }

// Last are the accuracies after the last task learned; none before the first is.
func (s *Scores) Last() []float32 {
	if len(s.was) < s.tasks {
		return nil
	}
	return s.was[len(s.was)-s.tasks:]
}

// Mean is that of the values that are numbers.
func Mean(v []float32) float32 {
	sum, n := float32(0), float32(0)
	for _, x := range v {
		if x == x {
			sum, n = sum+x, n+1
		}
	}
	return sum / max(n, 1)
}

// Same reports whether values are the same, gaps included.
func Same(a, b []float32) bool {
	return slices.EqualFunc(a, b, func(x, y float32) bool { return x == y || x != x && y != y })
}
