package stability

import (
	"fmt"
	"strconv"

	"driftlab/engine/stability"
	"driftlab/render"
	"driftlab/render/plot"
)

// digit draws the digit that is followed, as the pen moves in it.
type digit struct {
	of     *stability.Digit
	titles [2]string
	steps  []string // what is said at each pen step
	probes []choice
	probe  string // the one that is shown
	said   [3]int
	line   []plot.Point
}

func (d *digit) receive(f *stability.Frame) {
	d.of = &f.Digit
	d.probe = ""
	if f.Probe < len(stability.Tasks) {
		d.probe = stability.Tasks[f.Probe].Name
	}
	if len(d.probes) == 0 {
		var names []string
		for _, of := range f.Probes {
			if of >= 0 && of < len(stability.Tasks) {
				names = append(names, stability.Tasks[of].Name)
			}
		}
		d.probes = choose(names)
	}
	now := [3]int{d.of.Label, d.of.Steps, len(d.of.X)}
	if d.titles[0] != "" && now == d.said {
		return
	}
	d.said = now
	what := "Your digit"
	if d.of.Label >= 0 {
		what = "A " + strconv.Itoa(d.of.Label)
	}
	d.titles = [...]string{what + ", pen step by pen step", what}
	d.steps = d.steps[:0]
	for t := range d.of.Steps {
		text := fmt.Sprintf("pen step %d of %d", t+1, len(d.of.X)-1)
		if t+1 >= len(d.of.X) {
			text = "the pen rests: the answer counts"
		}
		d.steps = append(d.steps, text)
	}
}

func (d *digit) draw(c *render.Canvas, b plot.Box, step int) {
	b = c.Panel(b, "", d.titles[:]...)
	foot := b.CutBottom(18)
	if b.H < 20 || step < 0 {
		return
	}
	c.Fill(b, c.Theme.Panel)
	c.Frame(b, 1, c.Theme.Edge)
	at := d.square(b)
	pen := min(step+1, len(d.of.X)-1)
	d.strokes(c, at, 0, len(d.of.X)-1, 5, c.Theme.Edge)
	d.strokes(c, at, 0, pen, 2.6, c.Theme.Text)
	q := d.point(at, pen)
	c.Marker(q.X, q.Y, 5, c.Theme.Orange, c.Theme.Text)
	c.Fit(foot.X, foot.Y+14, d.steps[min(step, len(d.steps)-1)], foot.W, render.Small, render.Left, c.Theme.Muted)
}

// square is where the digit stands: its own extent, with some room around it.
func (d *digit) square(b plot.Box) (at plot.Box) {
	lo, hi := [2]float32{255, 255}, [2]float32{}
	for i := range d.of.X {
		for k, v := range [...]float32{float32(d.of.X[i]), float32(d.of.Y[i])} {
			lo[k], hi[k] = min(lo[k], v), max(hi[k], v)
		}
	}
	size := max(hi[0]-lo[0], hi[1]-lo[1], 8)
	scale := max(min(b.W, b.H)-28, 4) / size
	return plot.Box{
		X: b.X + b.W/2 - scale*(lo[0]+hi[0])/2, Y: b.Y + b.H/2 - scale*(lo[1]+hi[1])/2, W: scale, H: scale,
	}
}

// point is where the pen is after so many steps; the box has the place and the size of a pixel.
func (d *digit) point(at plot.Box, i int) plot.Point {
	return plot.Point{X: at.X + float32(d.of.X[i])*at.W, Y: at.Y + float32(d.of.Y[i])*at.H}
}

// strokes draws the way of the pen between two steps; where it was lifted, a thin dashed line.
func (d *digit) strokes(c *render.Canvas, at plot.Box, from, to int, width float32, colour plot.RGBA) {
	d.line = append(d.line[:0], d.point(at, from))
	for i := from; i < to; i++ {
		next := d.point(at, i+1)
		if d.of.Lifts[i] == 0 {
			d.line = append(d.line, next)
			continue
		}
		c.Polyline(d.line, width, colour)
		d.line = append(d.line[:0], d.point(at, i), next)
		c.Dashed(d.line, 1, 3, 3, c.Theme.Muted)
		d.line = append(d.line[:0], next)
	}
	c.Polyline(d.line, width, colour)
}
