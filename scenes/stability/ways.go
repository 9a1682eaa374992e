package stability

import (
	"driftlab/render"
	"driftlab/render/plot"
)

// draw has the title in a line of its own width, and below it the networks beside a bar in the learner's
// colour.
func (l *loops) draw(c *render.Canvas, head, b plot.Box) {
	bar := b.CutLeft(4)
	b.CutLeft(5)
	c.Fill(bar, c.Theme.Of(l.ink))
	head.W -= b.X - head.X
	head.X = b.X
	c.Panel(head, l.subtitle, l.titles[:]...)
	b = c.Below(b)
	if len(l.permuted) > 0 {
		foot := b.CutBottom(17)
		for _, text := range l.permuted {
			if c.Fit(foot.X, foot.Y+13, text, foot.W, render.Small, render.Left, c.Theme.Text) {
				break
			}
		}
	}
	l.grid.fit(b, len(l.facets), l.probe, l.networks()-1)
	if l.grid.side < 8 {
		return
	}
	c.Layer(&l.layer, b, func(at plot.Box) { l.pictures(c, b, at) })
	for i, k := range l.grid.shown {
		l.labels(c, i, k)
	}
	if l.networks() == 0 {
		c.Plate(b.X+b.W/2, b.Y+b.H/2, l.nothing, render.Body, render.Centre)
	}
}

// labels are what stands around a network.
func (l *loops) labels(c *render.Canvas, i, k int) {
	g, of := &l.grid, &l.facets[k]
	b := g.place(i)
	head := b.CutTop(g.head)
	foot := b.CutBottom(g.foot)
	c.Fill(head, c.Theme.Phase(of.phase))
	colour := c.Theme.Muted
	if k < l.networks() || k == l.present {
		colour = c.Theme.Text
	}
	style := render.Small
	if k == l.probe || k == l.present {
		style.Face = render.Medium
	}
	y := head.Y + 12
	number := of.number
	if i == 0 {
		number = of.first
	}
	c.Text(head.X+3, y, number, style, render.Left, colour)
	room := head.W - c.Measure(number, style) - 10
	if g.foot == 0 {
		c.Fit(head.Right()-3, y, of.like, room, render.Small, render.Right, colour)
	} else {
		c.Fit(head.Right()-3, y, of.task, room, render.Small, render.Right, c.Theme.Muted)
		ink := c.Theme.Of(l.ink)
		if k == l.probe {
			ink = c.Theme.Text
		}
		c.Fit(foot.X+foot.W/2, foot.Y+12, of.like, foot.W, style, render.Centre, ink)
	}
}

// pictures draws all networks, moved from the box they stand in to another.
func (l *loops) pictures(c *render.Canvas, from, to plot.Box) {
	for i, k := range l.grid.shown {
		b := l.grid.place(i)
		b.X, b.Y = b.X-from.X+to.X, b.Y-from.Y+to.Y
		b.CutTop(l.grid.head)
		b.CutBottom(l.grid.foot)
		l.picture(c, b, k)
	}
}

// picture draws the paths of one network: behind them those of the probe's.
func (l *loops) picture(c *render.Canvas, b plot.Box, k int) {
	c.Fill(b, c.Theme.Panel)
	if k < l.networks() {
		side := min(b.W, b.H)
		at := plot.Box{X: b.X + (b.W-side)/2, Y: b.Y + (b.H-side)/2, W: side, H: side}
		c.Clip(b)
		for answer := range 2 {
			if l.probe < l.networks() && k != l.probe {
				c.Polyline(l.within(at, l.means[2*l.probe+answer]), max(side/14, 3), c.Theme.Edge)
			}
		}
		l.trials(c, at, k)
		for answer := range 2 {
			l.mean(c, at, k, answer)
		}
		c.Unclip()
	}
	edge, width := c.Theme.Edge, float32(1)
	if k == l.probe {
		edge, width = c.Theme.Text, 2.5
	}
	c.Frame(b, width, edge)
}

// trials draws the path of each trial.
func (l *loops) trials(c *render.Canvas, b plot.Box, k int) {
	thin := 12 / float32(max(len(l.answers), 40))
	for s, answer := range l.answers {
		l.line = l.line[:0]
		for p := range l.points {
			l.line = append(l.line, l.seen(b, l.at(k, s, p)))
		}
		c.Polyline(l.line, 0.8, plot.Alpha(c.Theme.Of(classes[min(answer, 1)]), thin))
	}
}

// mean draws the mean path of an answer, with its digit at the end: a square on a solid line, or a disc on
// a dashed one.
func (l *loops) mean(c *render.Canvas, b plot.Box, k, answer int) {
	path := l.within(b, l.means[2*k+answer])
	if len(path) == 0 {
		return
	}
	ink, end := c.Theme.Of(classes[answer]), path[len(path)-1]
	r := min(max(b.W/11, 5), 8)
	if answer == 0 {
		c.Polyline(path, 2.4, ink)
		c.Fill(plot.Box{X: end.X - r, Y: end.Y - r, W: 2 * r, H: 2 * r}, ink)
	} else {
		c.Dashed(path, 2.4, 4, 2, ink)
		c.Disc(end.X, end.Y, r*1.15, ink)
	}
	c.Text(end.X, end.Y+r*0.62, l.digits[answer], render.Style{Size: r * 1.7, Face: render.Medium}, render.Centre, c.Theme.Page)
}

// within is a path in a box.
func (l *loops) within(b plot.Box, path []plot.Point) []plot.Point {
	l.line = l.line[:0]
	for _, q := range path {
		l.line = append(l.line, l.seen(b, q))
	}
	return l.line
}

// seen is a point of a path in a box, through the window.
func (l *loops) seen(b plot.Box, q plot.Point) plot.Point {
	return plot.Point{X: b.X + (q.X-l.window.X)/l.window.W*b.W, Y: b.Y + (q.Y-l.window.Y)/l.window.H*b.H}
}
