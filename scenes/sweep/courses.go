package sweep

import (
	"math"
	"slices"
	"strconv"

	"driftlab/engine/sweep"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// courses draws the time course of each run as a thin line.
type courses struct {
	steps  []float32
	shown  []float32 // the places of the runs, growing
	lines  []float32 // shown x steps
	looks  *looks
	course int
	titles []string
	aside  string

	along  render.Axis
	up     render.Axis
	y      plot.Scale
	layer  render.Layer
	points []plot.Point
}

// measured are the titles of sweep.Courses.
var measured = [len(sweep.Courses)][2]string{
	{"Fraction of active units", "Active units"},
	{"Active fraction", "Active fraction"},
	{"Loss, log_{10} of MSE / variance", "Loss"},
	{"Spatial information, bits", "Information"},
	{"Correlation with the start", "Correlation"},
}

// receive takes over a frame.
func (k *courses) receive(f *sweep.Frame, l *looks, changed bool) {
	changed = changed || k.course != f.Course || !same(k.steps, f.Looks) || !same(k.shown, f.Shown) || !same(k.lines, f.Lines)
	if k.titles != nil && !changed {
		return
	}
	k.layer.Forget()
	k.looks, k.course = l, f.Course
	k.steps, k.shown, k.lines = append(k.steps[:0], f.Looks...), append(k.shown[:0], f.Shown...), append(k.lines[:0], f.Lines...)
	name := measured[f.Course]
	k.titles = []string{name[0] + " of each run, while it trains", name[0] + " of each run", name[1] + " of each run", name[1]}
	k.aside = "a line a run, in its group’s colour"
	if len(f.Shown) < f.Runs {
		k.aside = strconv.Itoa(len(f.Shown)) + " of " + strconv.Itoa(f.Runs) + " runs, evenly chosen"
	}
	switch lo, hi := plot.Span(0, 1, k.lines); f.Course {
	case 2:
		lo, hi = plot.Nothing()
		lo, hi = plot.Span(lo, hi, k.lines)
		k.y.Lo, k.y.Hi = plot.Roomy(lo, hi, 1)
	default:
		k.y.Lo, k.y.Hi = lo, hi
	}
}

// same reports whether two lists are the same, gaps included.
func same(a, b []float32) bool {
	return slices.EqualFunc(a, b, func(x, y float32) bool { return !other(x, y) })
}

// place is where the lines stand in a panel, with its scales; the box is empty where there is no room.
func (k *courses) place(c *render.Canvas, panel plot.Box) (b plot.Box, x, y plot.Scale) {
	b = c.Below(panel)
	b.CutLeft(32)
	b.CutBottom(20)
	b.CutRight(4)
	if b.W < 40 || b.H < 24 {
		return plot.Box{}, x, y
	}
	x, y = k.scales(b)
	return b, x, y
}

func (k *courses) scales(b plot.Box) (x, y plot.Scale) {
	last := 10.0
	if n := len(k.steps); n > 0 {
		last = max(float64(k.steps[n-1]), 10)
	}
	x = plot.Scale{Lo: 1, Hi: last, From: b.X, To: b.Right() - 4, Log: true}
	y = k.y
	y.From, y.To = b.Bottom()-3, b.Y+3
	return x, y
}

// draw draws the panel, and the line of the run that is pointed at.
func (k *courses) draw(c *render.Canvas, panel plot.Box, over int) {
	c.Panel(panel, k.aside, k.titles...)
	b, x, y := k.place(c, panel)
	if b.Empty() {
		return
	}
	k.up.Set(y, min(max(int(b.H/30), 2), 6))
	k.up.Left(c, b)
	k.along.Name = "step"
	k.along.Set(x, min(max(int(b.W/52), 2), 8))
	k.along.Below(c, b)
	c.Layer(&k.layer, b, func(at plot.Box) { k.inside(c, at) })
	c.Frame(b, 1, c.Theme.Edge)
	if len(k.shown) == 0 {
		c.Plate(b.X+b.W/2, b.Y+b.H/2+4, noRun, render.Small, render.Centre)
	}
	if i := k.lineOf(over); i >= 0 {
		ink := c.Theme.Of(inks[k.looks.of[over].group])
		k.line(c, i, x, y, 5.4, c.Theme.Page)
		k.line(c, i, x, y, 3, c.Theme.Text)
		k.line(c, i, x, y, 1.6, ink)
	}
}

// lineOf is which of the lines is that of a run; -1 for none.
func (k *courses) lineOf(run int) int {
	if i, ok := slices.BinarySearch(k.shown, float32(run)); ok && run >= 0 {
		return i
	}
	return -1
}

// inside draws what is in the box.
func (k *courses) inside(c *render.Canvas, b plot.Box) {
	x, y := k.scales(b)
	c.Fill(b, c.Theme.Panel)
	k.up.Scale = y
	k.up.Grid(c, b)
	shade := float32(min(0.6, max(0.14, 8/math.Sqrt(float64(max(len(k.shown), 1)))*0.6)))
	for i, run := range k.shown {
		k.line(c, i, x, y, 1.1, plot.Alpha(c.Theme.Of(inks[k.looks.of[int(run)].group]), shade))
	}
}

// line draws one line up to where the run diverged.
func (k *courses) line(c *render.Canvas, i int, x, y plot.Scale, w float32, ink plot.RGBA) {
	k.points = k.points[:0]
	n := len(k.steps)
	for j, v := range k.lines[i*n : (i+1)*n] {
		if v == v {
			k.points = append(k.points, plot.Point{X: x.At(float64(k.steps[j])), Y: y.At(float64(v))})
		}
	}
	c.Polyline(k.points, w, ink)
}

// find is the run whose line is nearest to the pointer, if it is within reach; -1 for none.
func (k *courses) find(c *render.Canvas, panel plot.Box, p render.Pointer) int {
	b, x, y := k.place(c, panel)
	if !p.Over(b) {
		return -1
	}
	found, least, n := -1, picture.Reach(p), len(k.steps)
	for j := 1; j < n; j++ {
		x0, x1 := x.At(float64(k.steps[j-1])), x.At(float64(k.steps[j]))
		if !(p.X >= x0 && p.X < x1) {
			continue
		}
		for i, run := range k.shown {
			v0, v1 := k.lines[i*n+j-1], k.lines[i*n+j]
			if v0 != v0 || v1 != v1 {
				continue
			}
			at := plot.Lerp(y.At(float64(v0)), y.At(float64(v1)), (p.X-x0)/(x1-x0))
			if d := plot.Abs(at - p.Y); d < least {
				found, least = int(run), d
			}
		}
	}
	return found
}
