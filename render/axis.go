package render

import "driftlab/render/plot"

// An Axis is a scale with ticks. They are placed anew only when the scale has changed.
type Axis struct {
	plot.Scale
	Name   string // before the first tick; may be empty
	ticks  []plot.Tick
	labels plot.Labels
	made   plot.Scale
	most   int
}

// Set places the axis, with at most `most` ticks.
func (a *Axis) Set(s plot.Scale, most int) {
	a.Scale = s
	if a.made.Lo == s.Lo && a.made.Hi == s.Hi && a.made.Log == s.Log && a.most == most {
		return
	}
	a.made, a.most = s, most
	if s.Log {
		a.ticks = a.labels.AppendLogTicks(a.ticks[:0], s.Lo, s.Hi, most)
	} else {
		a.ticks = a.labels.AppendTicks(a.ticks[:0], s.Lo, s.Hi, most)
	}
}

// Below draws ticks and labels under a box, left to right, leaving out a label that would
// touch its neighbour.
func (a *Axis) Below(c *Canvas, b plot.Box) {
	y := b.Bottom() + 4 + Small.Size
	c.Text(b.X-9, y, a.Name, Small, Right, c.Theme.Muted)
	end := b.Right() + 10
	free := b.X - 12
	for _, t := range a.ticks {
		x := a.At(t.V)
		w := c.Measure(t.Label, Small)
		left := min(max(x-w/2, b.X-5), end-w)
		c.Line(x, b.Bottom(), x, b.Bottom()+3, 1, c.Theme.Edge)
		if left < free {
			continue
		}
		c.Text(left, y, t.Label, Small, Left, c.Theme.Muted)
		free = left + w + 8
	}
}

// Beside draws grid lines across a box and labels to its left.
func (a *Axis) Beside(c *Canvas, b plot.Box) {
	a.Grid(c, b)
	a.Left(c, b)
}

// Grid draws grid lines across a box.
func (a *Axis) Grid(c *Canvas, b plot.Box) {
	for _, t := range a.ticks {
		y := a.At(t.V)
		if y > b.Y+2 && y < b.Bottom()-2 {
			c.Fill(plot.Box{X: b.X, Y: y, W: b.W, H: 1 / c.Unit}, c.Theme.Edge)
		}
	}
}

// Left draws labels to the left of a box.
func (a *Axis) Left(c *Canvas, b plot.Box) {
	for _, t := range a.ticks {
		y := a.At(t.V)
		at := min(max(y+Small.Size*0.36, b.Y+Small.Size*0.7), b.Bottom()+1)
		c.Text(b.X-6, at, t.Label, Small, Right, c.Theme.Muted)
	}
}
