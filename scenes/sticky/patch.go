package sticky

import (
	"fmt"

	"driftlab/render"
	"driftlab/render/plot"
)

// patch draws some weights of the first layer as an image in the colours of f.
type patch struct {
	cells  render.Matrix
	titles []string
	said   said
	ground *ground
	word   func(row, col int) string
}

// receive takes over a frame.
func (k *patch) receive(g *ground) {
	k.ground = g
	if k.word == nil {
		k.word = k.about
	}
	if now := about(g); k.titles == nil || k.said != now {
		k.said = now
		k.titles = []string{"Some weights of layer 1 of " + g.name(), "Layer 1 of " + g.name(), "Layer 1"}
	}
	k.cells.Cells, k.cells.Rows, k.cells.Cols = k.cells.Cells[:0], 0, 0
	k.cells.Forget()
	if g.net == nil || g.broke {
		return
	}
	k.cells.Rows, k.cells.Cols = g.net.Rows, g.net.Columns
	for _, w := range g.net.Patch {
		k.cells.Cells = append(k.cells.Cells, shade(g.plasticity(w)))
	}
	k.cells.Colours = plot.Viridis
	if !g.held {
		k.cells.Colours = plot.Grey
	}
}

// about says what a cell is.
func (k *patch) about(row, col int) string {
	w := k.ground.net.Patch[row*k.cells.Cols+col]
	return fmt.Sprintf("w = %.3f, f(w) = %.2f", w, k.ground.plasticity(w))
}

// draw draws the panel.
func (k *patch) draw(c *render.Canvas, b plot.Box, p render.Pointer) {
	b = c.Panel(b, "inputs down, units across", k.titles...)
	foot := b.CutBottom(22)
	if b.H < 30 || b.W < 40 {
		return
	}
	if k.cells.Rows == 0 {
		c.Frame(b, 1, c.Theme.Edge)
		c.Fit(b.X+b.W/2, b.Y+b.H/2+5, "no weights to show", b.W-8, render.Body, render.Centre, c.Theme.Muted)
		return
	}
	k.cells.Draw(c, b)
	k.cells.Point(c, b, p, k.word)
	k.key(c, foot)
}

// key draws the colours from a free weight to one that is held.
func (k *patch) key(c *render.Canvas, b plot.Box) {
	b.CutTop(7)
	lo, hi := "free: f ≥ 2.5", "f = 0: held"
	if !k.ground.held {
		hi = "f = 0"
	}
	y := b.Y + 10
	room := b.W - c.Measure(lo, render.Small) - c.Measure(hi, render.Small) - 16
	if room < 16 {
		return
	}
	c.Text(b.X, y, lo, render.Small, render.Left, c.Theme.Muted)
	c.Text(b.Right(), y, hi, render.Small, render.Right, c.Theme.Muted)
	bar := plot.Box{X: b.X + c.Measure(lo, render.Small) + 8, Y: b.Y + 1, W: room, H: 9}
	const pieces = 48
	for i := range pieces {
		c.Fill(bar.Column(i, pieces, 0), k.cells.Colours[shade(free*(1-float32(i)/(pieces-1)))])
	}
}
