package stability

import (
	"fmt"

	"driftlab/engine/stability"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// scores draws a learner's accuracy in each task (rows) after each task (columns).
type scores struct {
	picture.Scores
	names    []string
	titles   [2]string
	subtitle string
	said     said
	word     func(row, col int) string
}

func (s *scores) receive(f *stability.Frame, i int) {
	of := &f.Learners[i]
	now := said{run: f.Run, learner: of.Name, tasks: len(f.Tasks), kept: of.Kept}
	if !s.Set(of.Scores, len(f.Tasks), 0.5) && now == s.said {
		return
	}
	s.said = now
	s.names = append(s.names[:0], f.Tasks...)
	s.Cells.Forget()
	s.Cells.Name = "k"
	name := call(of.Name)
	s.titles = [...]string{name[1] + ": accuracy", name[1]}
	s.subtitle = ""
	if last := s.Last(); last != nil {
		s.subtitle = fmt.Sprintf("each task, mean %.0f %%", 100*picture.Mean(last))
	}
	s.word = s.about
}

// about says what a cell is.
func (s *scores) about(row, col int) string {
	v := s.At(row, col)
	if v != v {
		return fmt.Sprintf("network %d in %s: none", col+1, s.names[row])
	}
	return fmt.Sprintf("network %d in %s: %.0f %%", col+1, s.names[row], 100*v)
}

func (s *scores) draw(c *render.Canvas, b plot.Box, p render.Pointer) {
	b = c.Panel(b, s.subtitle, s.titles[:]...)
	s.Cells.Void = c.Theme.Panel
	s.Cells.Key = render.Key{Lo: "≤ 50 %", Hi: "100 %", Void: "none"}
	if b.W < 190 {
		s.Cells.Key = render.Key{}
	}
	box := s.Cells.Square(b)
	if box.Empty() {
		return
	}
	s.Cells.Draw(c, box)
	c.Frame(box, 1, c.Theme.Edge)
	s.Cells.Point(c, box, p, s.word)
}
