package track

import (
	"driftlab/engine/track"
	"driftlab/render"
	"driftlab/render/plot"
)

// mostSnaps is how many snapshots a frame may bring.
const mostSnaps = 8

// snaps draws the snapshots of the rate maps as small multiples, all in one order.
type snaps struct {
	textures [mostSnaps]render.Texture
	index    [mostSnaps]int
	labels   [mostSnaps]string
	steps    [mostSnaps]int64
	n        int
	subtitle string
	ordered  int64
}

// receive words the labels, anew only where a step has changed.
func (k *snaps) receive(f *track.Frame) {
	k.n = min(len(f.Snaps), mostSnaps)
	for i := range k.n {
		m := &f.Snaps[i]
		k.index[i] = m.Index
		if k.labels[i] == "" || k.steps[i] != m.Step {
			k.steps[i], k.labels[i] = m.Step, "step "+plot.Short(float64(m.Step))
		}
	}
	if f.Order >= 0 && f.Order < len(f.CorrSteps) {
		if step := f.CorrSteps[f.Order]; k.subtitle == "" || step != k.ordered {
			k.ordered, k.subtitle = step, "units in the order of step "+plot.Short(float64(step))
		}
	}
}

// cell is where the i-th snapshot lies in a box, with its label.
func (k *snaps) cell(b plot.Box, i int) plot.Box {
	return b.Cell(i, k.n, b.Columns(k.n, 12, 1.15), 12)
}

// over is the snapshot under the pointer, an index into CorrSteps, or -1.
func (k *snaps) over(p render.Pointer, b plot.Box) int {
	for i := range k.n {
		if p.Over(k.cell(b, i)) {
			return k.index[i]
		}
	}
	return -1
}

func (k *snaps) draw(c *render.Canvas, s *Scene, b plot.Box) {
	f := &s.f
	b = c.Panel(b, k.subtitle, "Drift")
	for i := range k.n {
		m := &f.Snaps[i]
		cell := k.cell(b, i)
		foot := cell.CutBottom(18)
		c.Fill(cell, plot.Viridis[0])
		k.textures[i].Set(m.Cells, len(m.Rows), f.Bins, plot.Viridis)
		c.Image(&k.textures[i], cell)
		k.mark(c, s, i, cell, foot)
	}
}

// mark labels one snapshot and shows whether it gives the order or would if clicked.
func (k *snaps) mark(c *render.Canvas, s *Scene, i int, cell, foot plot.Box) {
	style, colour := render.Small, c.Theme.Muted
	chosen, hovered := k.index[i] == s.f.Order, k.index[i] == s.pick
	if chosen {
		style, colour = render.Style{Size: 12, Face: render.Medium}, c.Theme.Text
		c.Frame(grown(cell, 3), 2, c.Theme.Sky)
	}
	if hovered {
		c.Hand = true
		colour = c.Theme.Text
		c.Frame(grown(cell, 3), 2, c.Theme.Orange)
		if !chosen && c.Fit(foot.X, foot.Y+15, "order by this", foot.W, style, render.Left, colour) {
			return
		}
	}
	c.Text(foot.X, foot.Y+15, k.labels[i], style, render.Left, colour)
}

// grown is the box with a border of d around it.
func grown(b plot.Box, d float32) plot.Box {
	return plot.Box{X: b.X - d, Y: b.Y - d, W: b.W + 2*d, H: b.H + 2*d}
}
