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
	shown    string // the method whose weights are in the picture
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
	k.shown = ""
	if f.Shown >= 0 {
		k.shown = f.Nets[f.Shown].Name
	}
	k.subtitle = "down: tested in; across: learned up to"
	if k.many > 1 {
		k.subtitle = "down: tested in; across: learned up to; a click shows the method’s weights"
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
		return fmt.Sprintf("task %d after %d: to come", row+1, col+1)
	case v != v:
		return fmt.Sprintf("task %d after %d: none", row+1, col+1)
	default:
		return fmt.Sprintf("task %d after %d: %.0f %%", row+1, col+1, 100*v)
	}
}

// key is the room for the colours' key, and left that for the numbers of the rows.
const (
	keyRoom  = 50
	rowsRoom = 14
	apart    = 24
)

// place is where the i-th matrix stands in a panel, with the line above it, and how wide the matrix is; it is too
// narrow to be seen where there is no room.
func (k *tables) place(c *render.Canvas, panel plot.Box, i int) (b plot.Box, side float32) {
	b = c.Below(panel)
	if panel.W > 260 {
		b.CutRight(keyRoom)
	}
	b.CutLeft(rowsRoom)
	n := max(k.many, 1)
	columns := b.Columns(n, apart, 0.8)
	at := b.Cell(i, n, columns, apart)
	side = min(at.W, at.H-36)
	across := min(max(side, 150), at.W) // side by side, with room for what stands above
	at.X, at.W = b.X+float32(i%columns)*(across+apart), across
	return at, side
}

// least is the width from which a matrix is drawn.
const least = 24

// cells is where the matrix itself stands, below the line above it.
func cells(b plot.Box, side float32) plot.Box {
	return plot.Box{X: b.X, Y: b.Y + 17, W: side, H: side}
}

// over is the method whose matrix is under the pointer; empty for none.
func (k *tables) over(c *render.Canvas, panel plot.Box, p render.Pointer) string {
	for i := range k.many {
		if b, side := k.place(c, panel, i); side >= least && p.Over(plot.Box{X: b.X, Y: b.Y, W: max(side, b.W), H: side + 17}) {
			return k.of[i].name
		}
	}
	return ""
}

// draw draws the panel.
func (k *tables) draw(c *render.Canvas, panel plot.Box, p render.Pointer) {
	c.Panel(panel, k.subtitle, k.titles...)
	top, right := panel.Bottom(), panel.X
	side := float32(0)
	for i := range k.many {
		var b plot.Box
		if b, side = k.place(c, panel, i); side < least {
			return
		}
		k.of[i].draw(c, b, side, k.many > 1 && k.of[i].name == k.shown)
		top, right = min(top, b.Y), max(right, b.X)
	}
	if panel.W > 260 && side > 40 {
		k.key(c, plot.Box{X: right + side + 10, Y: top + 17, W: 9, H: side})
	}
	for i := range k.many { // what is said of one may lie over the next
		t := &k.of[i]
		b, side := k.place(c, panel, i)
		t.Cells.Point(c, cells(b, side), p, t.word)
	}
}

// draw draws a matrix below its name, framed if the weights in the picture are that method's.
func (t *table) draw(c *render.Canvas, b plot.Box, side float32, framed bool) {
	if c.Measure(t.name, render.Name) < b.W {
		c.Text(b.X, b.Y+12, t.name, render.Name, render.Left, c.Theme.Of(t.ink))
		x := b.X + c.Measure(t.name, render.Name) + 8
		c.Fit(x, b.Y+12, t.first, b.Right()+8-x, render.Small, render.Left, c.Theme.Muted)
	}
	box := cells(b, side)
	t.Cells.Void = c.Theme.Panel
	t.Cells.Draw(c, box)
	c.Frame(box, 1, c.Theme.Edge)
	if framed {
		c.Frame(box.Inset(-2), 2, c.Theme.Sky)
	}
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
