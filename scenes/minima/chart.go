package minima

import (
	"driftlab/engine/minima"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// chart draws the landscape of a rule from above, with its walkers.
type chart struct {
	rule   int
	box    plot.Box // of the map alone
	points []plot.Point

	hops        int64 // that long and short word
	expected    float32
	long, short string
	beyond      int // walkers that are not on the map
	away        string
}

// line is the height of the axis.
const line = 18

// at is the place of (x, y), in shares of the window, in the picture.
func (k *chart) at(u, v float32) plot.Point {
	return plot.Point{X: k.box.X + u*k.box.W, Y: k.box.Y + (1-v)*k.box.H}
}

// of is the place of (x, y) in the picture.
func (k *chart) of(x, y float32) plot.Point {
	return k.at((x-minima.LeftX)/(minima.RightX-minima.LeftX), (y-minima.LowY)/(minima.HighY-minima.LowY))
}

// under is the place under the pointer.
func (k *chart) under(p render.Pointer) (x, y float32, ok bool) {
	if k.box.Empty() || !p.Over(k.box) {
		return 0, 0, false
	}
	u, v := (p.X-k.box.X)/k.box.W, 1-(p.Y-k.box.Y)/k.box.H
	x, y = at(min(max(u, 0), 1), min(max(v, 0), 1))
	return x, y, true
}

// place fits the map into a box, with its axis below.
func (k *chart) place(b plot.Box) {
	if b.Empty() {
		k.box = plot.Box{}
		return
	}
	b.CutBottom(line)
	w := min(b.W, b.H/flattest)
	k.box = plot.Box{X: b.X, Y: b.Y, W: w, H: min(b.H, w*flat)}
}

// receive words what is counted.
func (k *chart) receive(rule int, f *minima.Frame) {
	k.rule = rule
	c := &f.Crowds[rule]
	if k.long == "" || k.hops != c.Hops || k.expected != f.Expected {
		k.hops, k.expected = c.Hops, f.Expected
		k.long, k.short = counted(rule, f)
	}
	beyond := 0
	for i, x := range c.X {
		if !inside(x, c.Y[i]) {
			beyond++
		}
	}
	if k.away == "" || beyond != k.beyond {
		k.beyond, k.away = beyond, plot.Count(int64(beyond))+" not on the map"
	}
}

func inside(x, y float32) bool {
	return x >= minima.LeftX && x <= minima.RightX && y >= minima.LowY && y <= minima.HighY // false for NaN
}

func (k *chart) draw(c *render.Canvas, s *Scene) {
	land := s.land(k.rule)
	c.Stretch(&land.texture, k.box)
	c.Clip(k.box)
	white := plot.Hex(0xffffff)
	k.points = picture.Contours(c, k.points, land.contours, k.at, plot.Alpha(white, 0.45))
	k.walkers(c, &s.f)
	k.minima(c)
	k.words(c)
	if s.Mouse.Over(k.box) {
		c.Hand = true
		picture.Ring(c, plot.Point{X: s.Mouse.X, Y: s.Mouse.Y}, 7, picture.DroppedInk)
	}
	c.Unclip()
	c.Frame(k.box, 1, c.Theme.Edge)
	k.axis(c)
}

// walkers draws the crowd, and over it those the visitor dropped.
func (k *chart) walkers(c *render.Canvas, f *minima.Frame) {
	w := &f.Crowds[k.rule]
	crowd := len(w.X) - f.Dropped
	r := picture.WalkerSize(crowd, k.box.W)
	for i, x := range w.X {
		if y := w.Y[i]; !inside(x, y) {
			continue
		} else if p := k.of(x, y); i < crowd {
			picture.Walker(c, p, r, 1, crowd > picture.Crowd)
		} else {
			picture.Dropped(c, p, r, 1)
		}
	}
}

// minima marks the minima of what the rule goes down with rings, and where it knows none with a cross.
func (k *chart) minima(c *render.Canvas) {
	white := plot.Hex(0xffffff)
	picture.Ring(c, k.of(-1, 0.5), 7, white)
	p := k.of(1, 0.5)
	if k.rule == 0 {
		picture.Ring(c, p, 7, white)
		return
	}
	c.Line(p.X-5, p.Y-5, p.X+5, p.Y+5, 2, white)
	c.Line(p.X-5, p.Y+5, p.X+5, p.Y-5, 2, white)
}

// roomy is the width from which a map has room for names.
const roomy = 230

// words writes on the map what was counted, and what its marks are.
func (k *chart) words(c *render.Canvas) {
	top := k.box.Y + 6 + render.Name.Size
	counted := k.long
	if c.Measure(counted, render.Name) > k.box.W-24 {
		counted = k.short
	}
	c.Plate(k.box.X+10, top, counted, render.Name, render.Left)
	if k.box.W < roomy {
		return
	}
	if k.beyond > 0 {
		c.Plate(k.box.Right()-10, top, k.away, render.Small, render.Right)
	}
	left, right := "left minimum", "right minimum"
	if k.rule > 0 {
		left, right = "minimum", "not known here"
	}
	p, q := k.of(-1, -0.62), k.of(1, -0.62)
	c.Plate(p.X, p.Y, left, render.Small, render.Centre)
	c.Plate(q.X, q.Y, right, render.Small, render.Centre)
	if k.rule == 0 {
		p = k.of(0, 1) // above the saddle: walkers on it are to be seen
		c.Plate(p.X, p.Y, "barrier", render.Small, render.Centre)
	}
}

func (k *chart) axis(c *render.Canvas) {
	y := k.box.Bottom() + 4 + render.Small.Size
	c.Text(k.box.X, y, "−2", render.Small, render.Left, c.Theme.Muted)
	c.Text(k.box.X+k.box.W/2, y, "x = 0", render.Small, render.Centre, c.Theme.Muted)
	c.Text(k.box.Right(), y, "2", render.Small, render.Right, c.Theme.Muted)
}
