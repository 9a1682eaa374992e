package sticky

import (
	"fmt"
	"math"

	"driftlab/engine/sticky"
	"driftlab/render"
	"driftlab/render/plot"
)

// A ground is what the pictures over weights have in common: the axis, the plasticity and its colours, the
// watershed, and whose weights they show.
type ground struct {
	f     *sticky.Frame
	net   *sticky.Net // nil where no weights are shown
	held  bool        // the method has the attractor
	broke bool        // its network has diverged

	axis  render.Axis
	a1    string    // the marks in words
	shed  [2]string // the longer first
	zero  string
	marks [3]float32 // that they are about
}

// free is the plasticity from which on colours are those of a free weight. That of an ordinary step, 1, is in
// between, whatever the dials are.
const free = 2.5

// The room that axes take beside a picture over weights, so that one stands above the other.
const (
	leftRoom  = 42
	rightRoom = 6
	ticksRoom = 20
)

// receive takes over a frame.
func (g *ground) receive(f *sticky.Frame) {
	g.f, g.net, g.held, g.broke = f, nil, true, false
	if f.Shown >= 0 && f.Shown < len(f.Nets) {
		g.net = &f.Nets[f.Shown]
		g.held, g.broke = g.net.Sticky, g.net.Broken
	}
	if now := [...]float32{f.A1, f.Watershed, f.F0}; g.a1 == "" || g.marks != now {
		g.marks = now
		g.a1 = fmt.Sprintf("a_{1} = %.3g", f.A1)
		g.shed[1] = fmt.Sprintf("w* = %.2g", f.Watershed)
		g.shed[0] = "watershed " + g.shed[1]
		g.zero = fmt.Sprintf("f(0) = %.2f", f.F0)
	}
}

// trap reports whether noise carries weights of 0 into the well.
func (g *ground) trap() bool { return g.held && g.f.F0 < 1 }

// well is where f is below 1: from the watershed to the same distance beyond the attractor.
func (g *ground) well() (from, to float32) {
	if math.IsInf(float64(g.f.Watershed), 0) {
		return g.f.Lo, g.f.Hi
	}
	return max(g.f.Watershed, g.f.Lo), min(2*g.f.A1-g.f.Watershed, g.f.Hi)
}

// inWell reports whether a weight's steps away from the attractor are made smaller.
func (g *ground) inWell(w float32) bool {
	from, to := g.f.Watershed, 2*g.f.A1-g.f.Watershed
	return w > from && w < to
}

// plasticity is f(w), between the points that the frame has.
func (g *ground) plasticity(w float32) float32 {
	f := g.f.F
	n := len(f) - 1
	at := (w - g.f.Lo) / (g.f.Hi - g.f.Lo) * float32(n)
	if !(at > 0) {
		return f[0]
	}
	if i := int(at); i < n {
		return plot.Lerp(f[i], f[i+1], at-float32(i))
	}
	return f[n]
}

// darkest is where the colours begin: what is below would not be seen on a dark page.
const darkest = 40

// shade is the index of a plasticity in the colours: the last where a weight is held.
func shade(f float32) byte { return byte(darkest + float32(255-darkest)*min(max(1-f/free, 0), 1)) }

// colour is that of a weight: by its plasticity where the attractor holds weights.
func (g *ground) colour(c *render.Canvas, w float32) plot.RGBA {
	if !g.held {
		return c.Theme.Muted
	}
	return plot.Viridis[shade(g.plasticity(w))]
}

// light reports whether the picture is on paper, where yellow needs an outline.
func light(t *plot.Theme) bool { return t.Page.R > 127 }

// place is where the picture itself stands in a panel below its title, and sets the axis.
func (g *ground) place(b plot.Box) plot.Box {
	b.CutLeft(leftRoom)
	b.CutRight(rightRoom)
	b.CutBottom(ticksRoom)
	if b.W < 40 || b.H < 24 {
		return plot.Box{}
	}
	g.axis.Set(plot.Scale{Lo: float64(g.f.Lo), Hi: float64(g.f.Hi), From: b.X, To: b.Right()}, max(int(b.W/60), 2))
	return b
}

// x is the place of a weight.
func (g *ground) x(w float32) float32 { return g.axis.At(float64(w)) }

// paint paints the background, with the well in another colour.
func (g *ground) paint(c *render.Canvas, b plot.Box) {
	if !g.held {
		c.Fill(b, c.Theme.Panel)
		return
	}
	from, to := g.well()
	c.Fill(b, c.Theme.Phases[2])
	if to > from {
		c.Fill(plot.Box{X: g.x(from), Y: b.Y, W: g.x(to) - g.x(from), H: b.H}, c.Theme.Phases[0])
	}
}

// seen reports whether the watershed is in the picture.
func (g *ground) seen() bool { return g.f.Watershed > g.f.Lo && g.f.Watershed < g.f.Hi }

// watershed draws the line that goes through all pictures over weights.
func (g *ground) watershed(c *render.Canvas, b plot.Box) {
	if !g.seen() {
		return
	}
	ink, x := c.Theme.Text, g.x(g.f.Watershed)
	if !g.held {
		ink = c.Theme.Muted
	}
	line := [...]plot.Point{{X: x, Y: b.Y}, {X: x, Y: b.Bottom()}}
	c.Dashed(line[:], 1.6, 5, 4, ink)
}

// ticks draws the axis below a picture.
func (g *ground) ticks(c *render.Canvas, b plot.Box) {
	g.axis.Name = "w"
	g.axis.Below(c, b)
}

// tag writes on a plate, in a colour.
func tag(c *render.Canvas, x, y float32, s string, align render.Align, colour plot.RGBA) {
	if s == "" {
		return
	}
	w := c.Measure(s, render.Name)
	left := x
	switch align {
	case render.Centre:
		left -= w / 2
	case render.Right:
		left -= w
	}
	c.Fill(plot.Box{X: left - 4, Y: y - render.Name.Size, W: w + 8, H: render.Name.Size * 1.32}, plot.Alpha(c.Theme.Page, 0.78))
	c.Text(left, y, s, render.Name, render.Left, colour)
}

// within keeps a text of the house's width from leaving a box: where its left edge is.
func within(c *render.Canvas, b plot.Box, x float32, s string, style render.Style) float32 {
	return min(max(x, b.X+6), b.Right()-6-c.Measure(s, style))
}

// name is that of the method whose weights are shown.
func (g *ground) name() string {
	if g.net == nil {
		return ""
	}
	return g.net.Name
}
