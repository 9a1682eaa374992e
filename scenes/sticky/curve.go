package sticky

import (
	"fmt"

	"driftlab/engine/sticky"
	"driftlab/render"
	"driftlab/render/plot"
)

// curve draws the plasticity, with weights that ride on it; in a search that of the best trial beside it.
type curve struct {
	titles   []string
	subtitle string
	said     said
	y        render.Axis
	warning  warning
	paths    []float32 // rows of weights
	samples  int
	best     []plot.Point // (w, f) of the best trial; none where there is none
	top      float32
	line     []plot.Point
}

// said is what a panel's texts are about.
type said struct {
	run          int64
	grid, task   int
	name         string
	some, broken bool
}

// about is what a frame's texts are about.
func about(g *ground) said {
	return said{run: g.f.Run, grid: g.f.Grid, task: g.f.Task, name: g.name(), some: g.net != nil, broken: g.broke}
}

// receive takes over a frame.
func (k *curve) receive(g *ground) {
	f := g.f
	k.samples = 0
	if g.net != nil {
		k.samples = len(g.net.Sample)
	}
	k.paths = f.Paths
	k.trial(f)
	_, top := plot.Span(0, 1.25, f.F)
	for _, p := range k.best {
		top = max(top, float64(p.Y))
	}
	k.top = float32(top)
	if now := about(g); k.titles == nil || k.said != now {
		k.said = now
		k.word(g)
	}
	k.warning.text = ""
	if g.trap() {
		k.warning.text = fmt.Sprintf("f(0) = %.2f is below 1: noise alone carries weights of 0 into the well", f.F0)
		k.warning.short = "f(0) is below 1: noise alone fills the well"
	}
}

// word words the titles.
func (k *curve) word(g *ground) {
	name := g.name()
	k.subtitle = "scales what leads away from a_{1}"
	switch {
	case g.f.Grid == sticky.Search && g.net != nil:
		k.titles = []string{"Plasticity f(w): this trial’s, and the best one’s", "f(w) of this trial and the best", "f(w)"}
		k.subtitle = ""
	case g.f.Grid == sticky.Search:
		k.titles = []string{"Plasticity f(w): the dials’, and the best trial’s", "f(w) of dials and best trial", "f(w)"}
		k.subtitle = ""
	case g.net == nil:
		k.titles = []string{"Plasticity f(w)"}
	case !g.held:
		k.titles = []string{"Plasticity f(w): not used by " + name, "f(w): not by " + name, "f(w)"}
		k.subtitle = ""
	case g.f.Grid != sticky.NoGrid:
		k.titles = []string{"Plasticity f(w), and weights of " + name, "f(w), weights of " + name, "f(w)"}
		k.subtitle = ""
	default:
		k.titles = []string{"Plasticity f(w), and 200 weights of " + name + " on it", "f(w), 200 weights of " + name, "f(w)"}
	}
}

// trial makes the curve of the best trial from what was tried.
func (k *curve) trial(f *sticky.Frame) {
	k.best = k.best[:0]
	if f.Grid != sticky.Search || f.Best < 0 {
		return
	}
	of := f.Points[f.Best*len(sticky.Searched):]
	for i := range f.F {
		w := plot.Lerp(f.Lo, f.Hi, float32(i)/float32(len(f.F)-1))
		k.best = append(k.best, plot.Point{X: w, Y: plasticity(w, of[a1At], of[gammaAt], of[lambdaAt])})
	}
}

// draw draws the panel; the axis stands below it where no other picture over weights does.
func (k *curve) draw(c *render.Canvas, b plot.Box, g *ground, last bool) {
	b = g.place(c.Panel(b, k.subtitle, k.titles...))
	if b.Empty() {
		return
	}
	k.y.Set(plot.Scale{Hi: float64(k.top) * 1.06, From: b.Bottom(), To: b.Y}, min(max(int(b.H/36), 2), 6))
	g.paint(c, b)
	k.y.Beside(c, b)
	c.Text(b.X-leftRoom+6, b.Y+b.H/2, "f", render.Name, render.Left, c.Theme.Muted)
	c.Clip(plot.Box{X: b.X, Y: b.Y, W: b.W, H: b.H + 3})
	k.ordinary(c, b, g)
	g.watershed(c, b)
	k.bend(c, g)
	k.trials(c, b, g)
	if g.net != nil && !g.broke {
		k.ride(c, g)
	}
	c.Unclip()
	c.Frame(b, 1, c.Theme.Edge)
	k.marks(c, b, g)
	if last {
		g.ticks(c, b)
	}
	k.attractor(c, b, g, last)
	if g.broke {
		tag(c, b.X+b.W/2, b.Y+b.H*0.45, "diverged: no weights to show", render.Centre, c.Theme.Vermilion)
	}
}

// ordinary draws the line at 1.
func (k *curve) ordinary(c *render.Canvas, b plot.Box, g *ground) {
	y := k.y.At(1)
	line := [...]plot.Point{{X: b.X, Y: y}, {X: b.Right(), Y: y}}
	c.Dashed(line[:], 1.2, 2, 4, c.Theme.Muted)
	if zero := g.x(0) - 20; b.H > 110 {
		c.Fit(b.X+8, y-5, "f = 1: an ordinary step", zero-b.X-8, render.Small, render.Left, c.Theme.Muted)
	}
}

// bend draws the curve in the colours of what it does to weights.
func (k *curve) bend(c *render.Canvas, g *ground) {
	f := g.f.F
	k.line = k.line[:0]
	for i, v := range f {
		w := plot.Lerp(g.f.Lo, g.f.Hi, float32(i)/float32(len(f)-1))
		k.line = append(k.line, plot.Point{X: g.x(w), Y: k.y.At(float64(v))})
	}
	if !g.held {
		c.Polyline(k.line, 2.5, c.Theme.Muted)
		return
	}
	if light(c.Theme) {
		c.Polyline(k.line, 6.5, c.Theme.Muted)
	}
	for i := 1; i < len(f); i++ {
		// Each piece goes on below the next, so that nothing shows between them.
		c.Polyline(k.line[i-1:min(i+2, len(f))], 5, plot.Viridis[shade((f[i-1]+f[i])/2)])
	}
}

// trials draws the best trial's curve, and says which is which.
func (k *curve) trials(c *render.Canvas, b plot.Box, g *ground) {
	if len(k.best) == 0 {
		return
	}
	k.line = k.line[:0]
	for _, p := range k.best {
		k.line = append(k.line, plot.Point{X: g.x(p.X), Y: k.y.At(float64(p.Y))})
	}
	c.Dashed(k.line, 2.2, 6, 4, c.Theme.Green)
	if b.W > 200 && b.H > 110 {
		tag(c, b.Right()-8, b.Y+18, "dashed: the best trial", render.Right, c.Theme.Green)
	}
}

// marks names the watershed and f(0), and warns where that is a trap.
func (k *curve) marks(c *render.Canvas, b plot.Box, g *ground) {
	right := b.X + b.W*0.4
	if x := g.x(g.f.Watershed) + 7; g.seen() && b.H > 90 && g.held && len(k.best) == 0 {
		room := b.Right() - x - 6
		if c.Fit(x, b.Y+17, g.shed[0], room, render.Name, render.Left, c.Theme.Text) {
			right = x + c.Measure(g.shed[0], render.Name) + 16
			c.Fit(x, b.Y+33, "right of it: into the well", room, render.Small, render.Left, c.Theme.Muted)
		} else if c.Fit(x, b.Y+17, g.shed[1], room, render.Name, render.Left, c.Theme.Text) {
			right = x + c.Measure(g.shed[1], render.Name) + 16
		}
	}
	if g.held {
		k.warning.draw(c, b, right)
	}
	if !(g.f.Lo < 0 && g.f.Hi > 0) {
		return
	}
	ink := c.Theme.Green
	if g.trap() {
		ink = c.Theme.Vermilion
	}
	if !g.held {
		ink = c.Theme.Muted
	}
	p := plot.Point{X: g.x(0), Y: k.y.At(float64(g.f.F0))}
	c.Disc(p.X, p.Y, 7, ink)
	c.Disc(p.X, p.Y, 4.5, c.Theme.Panel)
	y := p.Y + 20
	if one := k.y.At(1); y > one-6 {
		y = max(y, one+16)
	}
	if y < b.Bottom()-3 && b.H > 60 {
		c.Fit(p.X-10, y, g.zero, p.X-10-b.X-4, render.Name, render.Right, ink)
	}
}

// attractor names a1: below the curve where there is no axis, and else over it.
func (k *curve) attractor(c *render.Canvas, b plot.Box, g *ground, last bool) {
	ink := c.Theme.Yellow
	if !g.held {
		ink = c.Theme.Muted
	}
	x := g.x(g.f.A1)
	c.Line(x, b.Bottom()-5, x, b.Bottom()+3, 2, ink)
	if !last {
		c.Text(x, b.Bottom()+16, g.a1, render.Name, render.Centre, ink)
	} else if b.H > 90 {
		tag(c, x, b.Bottom()-36, g.a1, render.Centre, ink)
	}
}
