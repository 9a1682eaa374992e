package sticky

import (
	"fmt"
	"math"

	"driftlab/render"
	"driftlab/render/plot"
)

// spread is the histogram of all weights, its bars in the colours of f.
type spread struct {
	titles   []string
	subtitle string
	near     string // the share of the first layer's weights near the attractor
	said     said
	total    int64
	share    float32
	nothing  string
}

// receive takes over a frame.
func (k *spread) receive(g *ground) {
	k.nothing = ""
	if g.broke {
		k.nothing = "diverged: no weights to show"
	}
	if g.net == nil {
		k.subtitle, k.near = "", ""
		k.said = said{}
		k.nothing = "none at present"
		if k.titles = []string{"Being trained here"}; nets(g.f) {
			k.titles, k.nothing = []string{"All weights"}, "no network is chosen"
		}
		return
	}
	total := int64(0)
	for _, v := range g.net.Histogram {
		if n := math.Pow(10, float64(v)) - 1; n > 0 && n < 1e12 {
			total += int64(math.Round(n))
		}
	}
	now := about(g)
	if k.titles != nil && k.said == now && k.total == total && k.share == g.net.Near {
		return
	}
	k.said, k.total, k.share = now, total, g.net.Near
	k.word(g)
}

// word words the titles, and what stands in the picture.
func (k *spread) word(g *ground) {
	name := g.name()
	k.subtitle = "how many, log scale; the outermost bars have those beyond, too"
	k.titles = []string{fmt.Sprintf("All %s weights of %s", plot.Count(k.total), name), "All weights of " + name, "All weights"}
	if !nets(g.f) {
		k.titles = []string{
			fmt.Sprintf("Being trained here: %s, task %d of %d", name, g.f.Task, g.f.Tasks),
			fmt.Sprintf("Trained here: %s, task %d", name, g.f.Task), "Trained here: " + name, name,
		}
		k.subtitle = fmt.Sprintf("%s weights, log scale", plot.Count(k.total))
	}
	k.near = ""
	if s := g.net.Near; s == s && !g.broke {
		k.near = fmt.Sprintf("%.1f %% of layer 1 within 0.02 of a_{1}", 100*s)
	}
}

// draw draws the panel.
func (k *spread) draw(c *render.Canvas, b plot.Box, g *ground) {
	b = g.place(c.Panel(b, k.subtitle, k.titles...))
	if b.Empty() {
		return
	}
	g.paint(c, b)
	if g.net != nil && !g.broke {
		k.bars(c, b, g)
	}
	g.watershed(c, b)
	c.Frame(b, 1, c.Theme.Edge)
	g.ticks(c, b)
	if k.nothing != "" {
		tag(c, b.X+b.W/2, b.Y+b.H/2+5, k.nothing, render.Centre, c.Theme.Muted)
		return
	}
	k.name(c, b, g)
}

// bars draws the bins, and the counts beside them.
func (k *spread) bars(c *render.Canvas, b plot.Box, g *ground) {
	h := g.net.Histogram
	_, most := plot.Span(0, 2, h)
	y := plot.Scale{Hi: most * float64(b.H/max(b.H-28, 20)), From: b.Bottom(), To: b.Y}
	free := b.Bottom() + 8
	for power := 0; float64(power) <= most; power++ {
		at := y.At(math.Log10(1 + math.Pow(10, float64(power))))
		c.Fill(plot.Box{X: b.X, Y: at, W: b.W, H: 1 / c.Unit}, c.Theme.Edge)
		if at+render.Small.Size*0.36 > free {
			continue
		}
		c.Text(b.X-6, at+render.Small.Size*0.36, powers[min(power, len(powers)-1)], render.Small, render.Right, c.Theme.Muted)
		free = at - render.Small.Size*0.64
	}
	for i, v := range h {
		if !(v > 0) {
			continue
		}
		bar := b.Column(i, len(h), 0)
		bar.W += 0.1 // that no rounding leaves a gap
		bar.Y = y.At(float64(v))
		bar.H = b.Bottom() - bar.Y
		w := plot.Lerp(g.f.Lo, g.f.Hi, (float32(i)+0.5)/float32(len(h)))
		ink := g.colour(c, w)
		if light(c.Theme) {
			c.Fill(plot.Box{X: bar.X, Y: bar.Y - 1.5, W: bar.W, H: 1.5}, c.Theme.Muted)
		}
		c.Fill(bar, ink)
	}
}

// powers are the labels of 1, 10, 100 ...
var powers = [...]string{"1", "10", "100", "1k", "10k", "100k", "1M", "10M"}

// name says how many are near the attractor.
func (k *spread) name(c *render.Canvas, b plot.Box, g *ground) {
	if k.near == "" || b.H < 50 {
		return
	}
	ink := c.Theme.Yellow
	if !g.held {
		ink = c.Theme.Muted
	}
	x := within(c, b, g.x(g.f.A1)-c.Measure(k.near, render.Name)/2, k.near, render.Name)
	if c.Measure(k.near, render.Name) < b.W-16 {
		tag(c, x, b.Y+18, k.near, render.Left, ink)
	}
}
