package sticky

import (
	"fmt"
	"strconv"

	"driftlab/engine/sticky"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// paths draws where some weights have been, step after step downwards, under the curve's axis.
type paths struct {
	titles   []string
	subtitle string
	said     said
	steps    []float32
	rows     []float32 // of weights, for each of the steps
	samples  int
	per      int
	tasks    int
	names    []string // of the tasks
	held     string   // how many are in the well
	negative string
	least    float32 // below it a weight counts as driven negative
	layer    render.Layer
	line     []plot.Point
}

// receive takes over a frame.
func (k *paths) receive(g *ground) {
	f := g.f
	now := about(g)
	fresh := k.titles == nil || now != k.said || k.tasks != f.Tasks || k.per != f.Per
	if !fresh && picture.Same(k.rows, f.Paths) && picture.Same(k.steps, f.Steps) {
		return
	}
	k.said, k.tasks, k.per = now, f.Tasks, f.Per
	k.steps, k.rows, k.samples = append(k.steps[:0], f.Steps...), append(k.rows[:0], f.Paths...), 0
	if n := len(f.Steps); n > 0 {
		k.samples = len(f.Paths) / n
	}
	k.layer.Forget()
	k.names = k.names[:0]
	for i := range f.Tasks {
		k.names = append(k.names, strconv.Itoa(i+1))
	}
	k.names[0] = "task 1"
	k.titles = []string{fmt.Sprintf("%d weights of %s, task after task", k.samples, g.name()), "Weights, task after task", "Weights"}
	if k.samples == 0 {
		k.titles = []string{"Weights, task after task", "Weights"}
	}
	k.subtitle = ""
	if g.held {
		k.subtitle = "the same that ride on f"
	}
	k.count(g)
}

// count says how many have come where.
func (k *paths) count(g *ground) {
	k.least = -g.f.A1 / 4
	held, negative := 0, 0
	last := k.last()
	for _, w := range last {
		if g.inWell(w) {
			held++
		}
		if w < k.least {
			negative++
		}
	}
	k.held, k.negative = "", ""
	if len(last) == 0 || g.broke {
		return
	}
	k.negative = fmt.Sprintf("%d below −%.2g", negative, -k.least)
	if g.held {
		k.held = fmt.Sprintf("%d in the well", held)
	}
}

// last is the newest row.
func (k *paths) last() []float32 { return k.rows[max(len(k.rows)-k.samples, 0):] }

// draw draws the panel; what is drawn already is kept.
func (k *paths) draw(c *render.Canvas, b plot.Box, g *ground, last bool) {
	b = g.place(c.Panel(b, k.subtitle, k.titles...))
	if b.Empty() {
		return
	}
	c.Layer(&k.layer, b, func(at plot.Box) {
		k.all(c, at, g, b)
	})
	g.watershed(c, b)
	c.Frame(b, 1, c.Theme.Edge)
	k.beside(c, b)
	if last {
		g.ticks(c, b)
	}
	if len(k.rows) == 0 {
		tag(c, b.X+b.W/2, b.Y+b.H/2, "nothing is recorded yet", render.Centre, c.Theme.Muted)
		return
	}
	if k.held != "" {
		x := max(g.x(g.f.A1)+22, g.x(g.f.Watershed)+8)
		tag(c, within(c, b, x, k.held, render.Name), b.Bottom()-10, k.held, render.Left, c.Theme.Yellow)
	}
	tag(c, b.X+10, b.Bottom()-10, k.negative, render.Left, c.Theme.Sky)
}

// beside names the tasks down the side, those that have room.
func (k *paths) beside(c *render.Canvas, b plot.Box) {
	each := b.H / float32(k.tasks)
	for i, name := range k.names {
		if few := i == 0 || (i+1)%5 == 0; !few && each < 1.3*render.Small.Size {
			continue
		}
		y := max(b.Y+each*(float32(i)+0.5)+render.Small.Size*0.36, b.Y+render.Small.Size*0.8)
		c.Text(b.X-6, y, name, render.Small, render.Right, c.Theme.Muted)
	}
}

// all draws the paths in a box at the origin; the axis is of the box in the page.
func (k *paths) all(c *render.Canvas, at plot.Box, g *ground, page plot.Box) {
	g.axis.From, g.axis.To = at.X, at.Right()
	g.paint(c, at)
	for i := 1; i < k.tasks; i++ {
		y := at.Y + at.H*float32(i)/float32(k.tasks)
		c.Fill(plot.Box{X: at.X, Y: y, W: at.W, H: 1 / c.Unit}, c.Theme.Edge)
	}
	for pass := range 2 { // those that stay lie behind
		for i := range k.samples {
			ink, moved := k.ink(c, g, i)
			if moved == (pass == 1) {
				k.path(c, at, g, i, ink)
			}
		}
	}
	g.axis.From, g.axis.To = page.X, page.Right()
}

// ink is the colour of a weight's path: by where it has come to.
func (k *paths) ink(c *render.Canvas, g *ground, i int) (ink plot.RGBA, moved bool) {
	last := k.last()
	switch w := last[i]; {
	case g.held && g.inWell(w):
		return plot.Alpha(c.Theme.Yellow, 0.8), true
	case w < k.least:
		return plot.Alpha(c.Theme.Sky, 0.6), true
	}
	return plot.Alpha(c.Theme.Muted, 0.4), false
}

// path draws one weight's way.
func (k *paths) path(c *render.Canvas, at plot.Box, g *ground, i int, ink plot.RGBA) {
	end := float32(k.tasks * k.per)
	k.line = k.line[:0]
	for row, step := range k.steps {
		w := k.rows[row*k.samples+i]
		if w != w {
			break
		}
		k.line = append(k.line, plot.Point{X: g.x(w), Y: at.Y + at.H*min(step/end, 1)})
	}
	c.Polyline(k.line, 1.2, ink)
}

// nets reports whether the frame is of methods side by side.
func nets(f *sticky.Frame) bool { return f.Grid == sticky.NoGrid }
