package sticky

import (
	"fmt"

	"driftlab/engine/sticky"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// tables are the matrices of the accuracy in each task after each task, of some methods.
type tables struct {
	of       [most]table
	many     int
	titles   []string
	subtitle string
}

// most is how many methods have a matrix.
const most = 4

// A table is that of a method.
type table struct {
	picture.Scores
	name  string
	ink   plot.Ink
	first string // what is left of the first task
	word  func(row, col int) string
	kept  int
}

// receive takes over a frame: the first methods, and in the last place the one whose weights are shown.
func (k *tables) receive(f *sticky.Frame) {
	k.titles = []string{"Accuracy in each task, after each task", "Each task, after each task", "Each task"}
	k.many = min(len(f.Nets), most)
	for i := range k.many {
		at := i
		if i == most-1 && f.Shown > at {
			at = f.Shown
		}
		k.of[i].receive(&f.Nets[at], f.Tasks)
	}
	k.subtitle = "down: tested in; across: learned up to"
	if len(f.Nets) > most {
		k.subtitle = "four of the methods; down: tested in; across: learned up to"
	}
}

func (t *table) receive(n *sticky.Net, tasks int) {
	if t.word == nil {
		t.word = t.about
	}
	renamed := t.name != n.Name
	t.name, t.ink = n.Name, looks[method(n.Name)].ink
	if !t.Set(n.Scores, tasks, 0.1) && !renamed {
		return
	}
	t.Cells.Forget()
	t.Cells.Name = ""
	t.kept = n.Kept
	t.first = "none learned yet"
	if last := t.Last(); last != nil && last[0] == last[0] {
		t.first = fmt.Sprintf("task 1: %.0f %%", 100*last[0])
	}
}

// about says what a cell is.
func (t *table) about(row, col int) string {
	switch v := t.At(row, col); {
	case col < row:
		return fmt.Sprintf("task %d is not yet learned after task %d", row+1, col+1)
	case v != v:
		return fmt.Sprintf("task %d after task %d: none", row+1, col+1)
	default:
		return fmt.Sprintf("task %d after task %d: %.0f %%", row+1, col+1, 100*v)
	}
}

// draw draws the panel.
func (k *tables) draw(c *render.Canvas, b plot.Box, p render.Pointer) {
	b = c.Panel(b, k.subtitle, k.titles...)
	key := plot.Box{}
	if b.W > 260 {
		key = b.CutRight(50)
	}
	b.CutLeft(14)
	const gap = 24
	n := max(k.many, 1)
	columns := b.Columns(n, gap, 0.8)
	cell := b.Cell(0, n, columns, gap)
	side := min(cell.W, cell.H-36)
	if side < 24 {
		return
	}
	across := min(max(side, 150), cell.W) // side by side, with room for what stands above
	for i := range k.many {
		at := b.Cell(i, n, columns, gap)
		at.X, at.W = b.X+float32(i%columns)*(across+gap), across
		k.of[i].draw(c, at, side, p)
	}
	last := b.X + float32(min(n, columns)-1)*(across+gap)
	if !key.Empty() && side > 40 {
		k.key(c, plot.Box{X: last + side + 10, Y: b.Y + 17, W: 9, H: side})
	}
}

func (t *table) draw(c *render.Canvas, b plot.Box, side float32, p render.Pointer) {
	if c.Measure(t.name, render.Name) < b.W {
		c.Text(b.X, b.Y+12, t.name, render.Name, render.Left, c.Theme.Of(t.ink))
		x := b.X + c.Measure(t.name, render.Name) + 8
		c.Fit(x, b.Y+12, t.first, b.Right()+8-x, render.Small, render.Left, c.Theme.Muted)
	}
	box := plot.Box{X: b.X, Y: b.Y + 17, W: side, H: side}
	t.Cells.Void = c.Theme.Panel
	t.Cells.Draw(c, box)
	c.Frame(box, 1, c.Theme.Edge)
	t.Cells.Point(c, box, p, t.word)
}

// key draws the colours of the accuracies.
func (k *tables) key(c *render.Canvas, b plot.Box) {
	const pieces = 32
	for i := range pieces {
		c.Fill(b.Row(i, pieces, 0), plot.Viridis[255-i*255/(pieces-1)])
	}
	c.Text(b.Right()+4, b.Y+9, "100 %", render.Small, render.Left, c.Theme.Muted)
	c.Text(b.Right()+4, b.Bottom(), "≤ 10", render.Small, render.Left, c.Theme.Muted)
}
