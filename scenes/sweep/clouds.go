package sweep

import (
	"driftlab/render"
	"driftlab/render/plot"
)

// clouds are the plots of a panel, beside and below each other.
type clouds struct {
	titles   []string
	subtitle string
	of       []cloud
	aspect   float32 // width to height of a plot that gets all the room it would like
	left     float32 // room for the labels of the y axis
	foot     int     // lines of words below each
}

const (
	between  = 14 // plots
	noteLine = 15
)

// cell is where the i-th plot stands in a panel, without its name and its axes; it is empty where there is no room. Foot
// is where words below it stand.
func (k *clouds) cell(c *render.Canvas, panel plot.Box, i int) (b, foot plot.Box) {
	b = c.Below(panel)
	n := len(k.of)
	b = b.Cell(i, n, b.Columns(n, between, k.aspect), between)
	b.CutTop(17)
	b.CutLeft(k.left)
	b.CutRight(2)
	if tall := float32(k.foot * noteLine); b.H > tall+78 {
		foot = b.CutBottom(tall)
	}
	b.CutBottom(18)
	if b.W < 36 || b.H < 24 {
		return plot.Box{}, plot.Box{}
	}
	return b, foot
}

// find is the run under the pointer, or -1.
func (k *clouds) find(c *render.Canvas, panel plot.Box, p render.Pointer) int {
	for i := range k.of {
		b, _ := k.cell(c, panel, i)
		if run := k.of[i].find(b, p); run >= 0 {
			return run
		}
	}
	return -1
}

// draw draws the panel, and rings the run that is pointed at; -1 for none.
func (k *clouds) draw(c *render.Canvas, panel plot.Box, l *looks, over int) {
	c.Panel(panel, k.subtitle, k.titles...)
	for i := range k.of {
		one := &k.of[i]
		b, foot := k.cell(c, panel, i)
		if b.Empty() {
			return
		}
		if !c.Fit(b.X, b.Y-5, one.name, b.W, render.Name, render.Left, c.Theme.Text) {
			c.Fit(b.X, b.Y-5, one.name, b.W+8, render.Small, render.Left, c.Theme.Text)
		}
		one.draw(c, b, l)
		one.say(c, foot)
		if over >= 0 {
			x, y := one.place(b)
			if p, ok := one.at(x, y, over); ok {
				l.ring(c, p, over)
			}
		}
	}
}

// say writes what is said below a plot, as far as there is room: all of it as long as the longest allows.
func (k *cloud) say(c *render.Canvas, foot plot.Box) {
	const indent = 14
	y, long := foot.Y+noteLine-3, 0
	for _, n := range k.notes {
		for long+1 < len(n.words) && c.Measure(n.words[long], render.Small) > foot.W-indent {
			long++
		}
	}
	for _, n := range k.notes {
		if y > foot.Bottom() {
			return
		}
		named(c, foot.X+4, y-4, n.group)
		c.Text(foot.X+indent, y, n.words[long], render.Small, render.Left, c.Theme.Muted)
		y += noteLine
	}
}
