package sticky

import (
	"math"
	"slices"

	"driftlab/engine/sticky"
	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/render/plot"
)

// The places of the rule's numbers among those that are searched.
var (
	a1At     = searched("a1")
	gammaAt  = searched("gamma")
	lambdaAt = searched("lambda")
)

func searched(name string) int {
	for i := range sticky.Searched {
		if sticky.Searched[i].Name == name {
			return i
		}
	}
	panic("sticky: no search for " + name)
}

// plasticity is f(w) with other numbers than those of the frame.
func plasticity(w, a1, gamma, lambda float32) float32 {
	d := float64(w - a1)
	return lambda * float32(1-math.Exp(-float64(gamma)*d*d))
}

// A look is how a method's line is drawn: yellow is what the attractor holds.
type look struct {
	ink    plot.Ink
	dashed bool
}

// looks are those of the methods, in the order of the charts' lines.
var looks = []look{
	{plot.Vermilion, false},
	{plot.Yellow, false},
	{plot.Sky, false},
	{plot.Green, false},
	{plot.Pink, true},
	{plot.Orange, true},
	{plot.Vermilion, true},
	{plot.Green, true},
	{plot.Sky, true},
	{plot.Yellow, true},
}

// method is the place of a method among the charts' lines; that of the control where there is none of that name.
func method(name string) int {
	return max(slices.IndexFunc(sticky.Charts[0].Lines, func(l wire.Line) bool { return l.Name == name }), 0)
}

// inks are the methods' in each of n charts.
func inks(n int) (all []plot.Ink) {
	for range n {
		for _, l := range looks {
			all = append(all, l.ink)
		}
	}
	return all
}

// A warning stands in the upper right of a box, wrapped.
type warning struct {
	text  string
	short string // where there is little room
	made  string
	width float32
	unit  float32
	lines []string
}

// draw draws it to the right of a place where there is room, and else below what stands there.
func (k *warning) draw(c *render.Canvas, b plot.Box, right float32) {
	if k.text == "" || b.H < 90 {
		return
	}
	const pad = 8
	y, width, text := b.Y+8, min(b.Right()-8-right, 230), k.text
	if width < 150 {
		y, width, text = b.Y+40, min(b.W-16, 144), k.short
	}
	if k.made != text || k.width != width || k.unit != c.Unit {
		k.made, k.width, k.unit = text, width, c.Unit
		k.lines = plot.AppendWrapped(k.lines[:0], text, width-2*pad, func(s string) float32 { return c.Measure(s, render.Small) })
	}
	line := render.Small.Line()
	box := plot.Box{X: b.Right() - 8 - width, Y: y, W: width, H: line*float32(len(k.lines)) + 2*pad - 3}
	c.Fill(box, plot.Alpha(c.Theme.Page, 0.9))
	c.Frame(box, 1.5, c.Theme.Vermilion)
	for i, s := range k.lines {
		c.Text(box.X+pad, box.Y+pad+render.Small.Size*0.85+line*float32(i), s, render.Small, render.Left, c.Theme.Vermilion)
	}
}
