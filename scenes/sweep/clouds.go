package sweep

import (
	"slices"

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
	nameLine = 17
	axisLine = 18
	noteLine = 15
)

// Below these a plot tells nothing: where there is no room for all, the first ones are drawn.
const leastWide, leastTall = 64, 44

// many is how many plots a panel has room for, one at least, and in how many columns.
func (k *clouds) many(c *render.Canvas, below plot.Box) (n, columns int) {
	for n = len(k.of); n > 1; n-- {
		columns = below.Columns(n, between, k.aspect)
		b := below.Cell(0, n, columns, between)
		w := b.W - k.left - 2
		fit := w >= leastWide && b.H-nameLine-axisLine >= leastTall
		for i := range n {
			fit = fit && fits(c, k.of[i].brief, w)
		}
		if fit {
			return n, columns
		}
	}
	return 1, 1
}

// alone reports whether of several plots a panel has only one: what it is stands in the panel's title.
func (k *clouds) alone(c *render.Canvas, panel plot.Box) bool {
	n, _ := k.many(c, c.Below(panel))
	return n == 1
}

// cell is where the i-th plot stands in a panel, without its name and its axes; it is empty where there is no room. Foot
// is where words below it stand.
func (k *clouds) cell(c *render.Canvas, panel plot.Box, i int) (b, foot plot.Box) {
	b = c.Below(panel)
	n, columns := k.many(c, b)
	if i >= n {
		return plot.Box{}, plot.Box{}
	}
	if b = b.Cell(i, n, columns, between); n > 1 {
		b.CutTop(nameLine)
	}
	b.CutLeft(k.left)
	b.CutRight(2)
	switch tall := float32(k.foot * noteLine); {
	case b.H > tall+axisLine+77:
		foot = b.CutBottom(tall)
	case k.foot > 0 && b.H > noteLine+axisLine+leastTall:
		foot = b.CutBottom(noteLine)
		foot.X, foot.W = foot.X-k.left, foot.W+k.left
	}
	b.CutBottom(axisLine)
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
	alone := k.alone(c, panel)
	if alone {
		c.Panel(panel, "", k.of[0].alone...)
	} else {
		c.Panel(panel, k.subtitle, k.titles...)
	}
	for i := range k.of {
		one := &k.of[i]
		b, foot := k.cell(c, panel, i)
		if b.Empty() {
			return
		}
		if !alone {
			one.head(c, b, k.left)
		}
		one.draw(c, b, l)
		if foot.X < b.X {
			one.sayBriefly(c, foot)
		} else {
			one.say(c, foot)
		}
		if over >= 0 {
			x, y := one.place(b)
			if p, ok := one.at(x, y, over); ok {
				l.ring(c, p, over)
			}
		}
	}
}

// head writes the name over a plot, from where the labels of its y axis begin if it is long.
func (k *cloud) head(c *render.Canvas, b plot.Box, left float32) {
	for _, name := range k.names {
		if c.Fit(b.X, b.Y-5, name, b.W, render.Name, render.Left, c.Theme.Text) ||
			c.Fit(b.X-left+4, b.Y-5, name, b.W+left-4, render.Name, render.Left, c.Theme.Text) {
			return
		}
	}
	name := k.names[len(k.names)-1]
	c.Text(b.X, b.Y-5, name, render.Small, render.Left, c.Theme.Text)
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

// sayBriefly writes how steep the lines are, one beside the other, where there is room for no more.
func (k *cloud) sayBriefly(c *render.Canvas, foot plot.Box) {
	x, y := foot.X, foot.Y+noteLine-3
	for _, s := range k.lines {
		i := slices.IndexFunc(k.notes, func(n note) bool { return n.group == s.group })
		steep := k.notes[i].words[3]
		if !c.Fit(x+12, y, steep, foot.Right()-x-12, render.Small, render.Left, c.Theme.Muted) {
			return
		}
		named(c, x+4, y-4, s.group)
		x += c.Measure(steep, render.Small) + 22
	}
}
