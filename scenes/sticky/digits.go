package sticky

import (
	"fmt"

	"driftlab/engine/sticky"
	"driftlab/render"
	"driftlab/render/plot"
)

// digits draws the test digit as it is and as each task has it.
type digits struct {
	titles   []string
	subtitle string
	names    []string
	images   []render.Texture
	colours  *plot.ColourMap
	theme    *plot.Theme
	pixels   []byte
	side     int
	task     int
	label    int
	grid     int
}

// receive takes over a frame.
func (k *digits) receive(f *sticky.Frame) {
	k.pixels, k.side, k.task = f.Digits, f.Side, f.Task
	if len(k.names) == 1+f.Tasks && k.label == f.Label && k.grid == f.Grid && k.titles != nil {
		return
	}
	k.label, k.grid = f.Label, f.Grid
	k.titles = []string{fmt.Sprintf("A test digit, %d, as each task has it", f.Label), fmt.Sprintf("A %d, as tasks have it", f.Label), "The tasks"}
	k.subtitle = "pixels change places; the present task is framed"
	k.names = append(k.names[:0], "as it is")
	for i := range f.Tasks {
		k.names = append(k.names, fmt.Sprint(i+1))
	}
	k.images = make([]render.Texture, len(k.names))
}

// draw draws the panel.
func (k *digits) draw(c *render.Canvas, b plot.Box) {
	b = c.Panel(b, k.subtitle, k.titles...)
	if k.theme != c.Theme {
		k.theme, k.colours = c.Theme, new(plot.ColourMap)
		for i := range k.colours {
			k.colours[i] = plot.Mix(c.Theme.Panel, c.Theme.Text, float32(i)/255)
		}
	}
	n, size := len(k.names), k.side*k.side
	const gap, foot = 8, 15
	columns := b.Columns(n, gap, 0.8)
	for i := range n {
		cell := b.Cell(i, n, columns, gap)
		side := min(cell.W, cell.H-foot)
		if side < 8 {
			return
		}
		at := plot.Box{X: cell.X, Y: cell.Y, W: side, H: side}
		k.images[i].Set(k.pixels[i*size:(i+1)*size], k.side, k.side, k.colours)
		c.Image(&k.images[i], at)
		edge, text, width := c.Theme.Edge, c.Theme.Muted, float32(1)
		if i == k.task {
			edge, text, width = c.Theme.Sky, c.Theme.Text, 2
		}
		c.Frame(at.Inset(-1), width, edge)
		c.Fit(cell.X+side/2, cell.Y+side+13, k.names[i], cell.W+gap-2, render.Small, render.Centre, text)
	}
}
