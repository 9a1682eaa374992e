package stability

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"driftlab/engine/stability"
	"driftlab/render"
	"driftlab/render/plot"
)

// scores draws a learner's accuracy in each task (rows) after each task (columns).
type scores struct {
	cells    render.Matrix
	values   []float32
	names    []string
	titles   [2]string
	subtitle string
	said     said
	was      []float32 // the frame's values
	word     func(row, col int) string
}

// receive turns what the frame has, a row for each network, the other way round.
func (s *scores) receive(f *stability.Frame, i int) {
	of := &f.Learners[i]
	now := said{run: f.Run, learner: of.Name, tasks: len(f.Tasks), kept: of.Kept}
	if s.titles[0] != "" && now == s.said && same(s.was, of.Scores) {
		return
	}
	s.said, s.was = now, append(s.was[:0], of.Scores...)
	tasks := len(f.Tasks)
	s.names = append(s.names[:0], f.Tasks...)
	s.values = s.values[:0]
	for task := range tasks {
		for k := range tasks {
			v := float32(math.NaN())
			if k < of.Kept && k >= task {
				v = of.Scores[k*tasks+task]
			}
			s.values = append(s.values, v)
		}
	}
	s.cells.Set(s.values, tasks, 0.5, 1)
	s.cells.Name = "k"
	s.cells.Below = s.cells.Below[:0]
	for k := 0; k < tasks; k++ {
		if k == 0 || (k+1)%5 == 0 || tasks < 8 {
			s.cells.Below = append(s.cells.Below, plot.Tick{V: float64(k), Label: strconv.Itoa(k + 1)})
		}
	}
	s.cells.Beside = s.cells.Below
	name := call(of.Name)
	s.titles = [...]string{name[1] + ": accuracy", name[1]}
	s.subtitle = ""
	if of.Kept > 0 {
		s.subtitle = fmt.Sprintf("each task, mean %.0f %%", 100*mean(of.Scores[(of.Kept-1)*tasks:][:tasks]))
	}
	s.word = s.about
}

// about says what a cell is.
func (s *scores) about(row, col int) string {
	v := s.values[row*len(s.names)+col]
	if v != v {
		return fmt.Sprintf("network %d in %s: none", col+1, s.names[row])
	}
	return fmt.Sprintf("network %d in %s: %.0f %%", col+1, s.names[row], 100*v)
}

// mean is that of the values that are numbers.
func mean(v []float32) float32 {
	sum, n := float32(0), float32(0)
	for _, x := range v {
		if x == x {
			sum, n = sum+x, n+1
		}
	}
	return sum / max(n, 1)
}

// same reports whether values are the same, gaps included.
func same(a, b []float32) bool {
	return slices.EqualFunc(a, b, func(x, y float32) bool { return x == y || x != x && y != y })
}

func (s *scores) draw(c *render.Canvas, b plot.Box, p render.Pointer) {
	b = c.Panel(b, s.subtitle, s.titles[:]...)
	s.cells.Void = c.Theme.Panel
	s.cells.Key = render.Key{Lo: "≤ 50 %", Hi: "100 %", Void: "none"}
	if b.W < 190 {
		s.cells.Key = render.Key{}
	}
	box := s.cells.Square(b)
	if box.Empty() {
		return
	}
	s.cells.Draw(c, box)
	c.Frame(box, 1, c.Theme.Edge)
	s.cells.Point(c, box, p, s.word)
}
