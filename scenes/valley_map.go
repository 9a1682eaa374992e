package scenes

import (
	"driftlab/engine/valley"
	"driftlab/render"
	"driftlab/render/plot"
)

// chart draws the valley from above.
type chart struct {
	box    plot.Box // where it was drawn
	points []plot.Point
}

// at is the place of (x, y) in the picture.
func (k *chart) at(x, y float32) plot.Point {
	return plot.Point{
		X: k.box.X + (x/reach+1)/2*k.box.W,
		Y: k.box.Y + (1-y/reach)/2*k.box.H,
	}
}

// under is the point under the pointer.
func (k *chart) under(p render.Pointer) (x, y float32, ok bool) {
	if !p.Over(k.box) {
		return 0, 0, false
	}
	x, y = 2*(p.X-k.box.X)/k.box.W-1, 1-2*(p.Y-k.box.Y)/k.box.H
	return min(max(x, -1), 1) * reach, min(max(y, -1), 1) * reach, true
}

func (k *chart) draw(c *render.Canvas, s *valleyScene, b plot.Box) {
	foot := b.CutBottom(18)
	side := min(b.W, b.H)
	k.box = plot.Box{X: b.X + (b.W-side)/2, Y: b.Y, W: side, H: side}
	foot = plot.Box{X: k.box.X, Y: k.box.Bottom(), W: side, H: foot.H}
	c.Stretch(&s.land.texture, k.box)
	c.Clip(k.box)
	k.contours(c, s.land)
	white := plot.Hex(0xffffff)
	middle := k.at(0, 0)
	c.Line(k.box.X, middle.Y, k.box.Right(), middle.Y, 1.2, plot.Alpha(white, 0.8))
	c.Line(middle.X, k.box.Y, middle.X, k.box.Bottom(), 1.2, plot.Alpha(white, 0.8))
	k.trails(c, &s.f)
	k.starts(c, &s.f)
	k.walkers(c, &s.f)
	k.words(c)
	k.hover(c, s)
	c.Unclip()
	c.Frame(k.box, 1, c.Theme.Edge)
	k.axis(c, foot)
}

func (k *chart) contours(c *render.Canvas, l *landscape) {
	ink := plot.Alpha(plot.Hex(0xffffff), 0.35)
	for _, line := range l.contours {
		k.points = k.points[:0]
		for i, q := range line {
			p := k.at(q.X, q.Y)
			if n := len(k.points); n > 0 && i+1 < len(line) && abs(p.X-k.points[n-1].X)+abs(p.Y-k.points[n-1].Y) < 2 {
				continue // too short a piece has no direction
			}
			k.points = append(k.points, p)
		}
		c.Polyline(k.points, 0.9, ink)
	}
}

// words says what the contours are worth and where the valley is flat and steep.
func (k *chart) words(c *render.Canvas) {
	if k.box.W < 260 {
		return
	}
	for i, x := range [...]float32{0.56, 1, 1.78} { // where x^4 is the level
		p := k.at(-x, -x)
		c.Plate(p.X, p.Y+4, [...]string{"0.1", "1", "10"}[i], render.Small, render.Centre)
	}
	p := k.at(reach, 0)
	c.Plate(p.X-8, p.Y-12, "steep", render.Small, render.Right)
	p = k.at(-0.75, 0.4)
	c.Plate(p.X, p.Y, "flat", render.Small, render.Right)
}

func (k *chart) axis(c *render.Canvas, foot plot.Box) {
	y := foot.Y + 4 + render.Small.Size
	c.Text(foot.X, y, "−3", render.Small, render.Left, c.Theme.Muted)
	c.Text(foot.X+foot.W/2, y, "x = 0", render.Small, render.Centre, c.Theme.Muted)
	c.Text(foot.Right(), y, "3", render.Small, render.Right, c.Theme.Muted)
}

// trails draws the fading paths, in pieces where a point is missing or outside.
func (k *chart) trails(c *render.Canvas, f *valley.Frame) {
	n := f.TrailLen
	for w := range f.TrailOf {
		k.points = k.points[:0]
		for i := w * n; i < (w+1)*n; i++ {
			if x, y := f.TrailX[i], f.TrailY[i]; x == x && y == y {
				k.points = append(k.points, k.at(clamp(x), clamp(y)))
			}
		}
		c.Trail(k.points, 1.2, trailColour(len(f.X)))
	}
}

// clamp keeps a diverging walker from drawing lines to infinity: just outside is enough.
func clamp(v float32) float32 { return min(max(v, -2*reach), 2*reach) }

var (
	walkerInk   = plot.Hex(0xff6a13)
	droppedInk  = plot.Hex(0x4fc3f7)
	droppedEdge = plot.Hex(0x06283d)
	trailInk    = plot.Hex(0xff7b29)
)

// starts marks the start with a ring and every place where one was dropped with a cross.
func (k *chart) starts(c *render.Canvas, f *valley.Frame) {
	white := plot.Hex(0xffffff)
	for i := range f.StartX {
		p := k.at(f.StartX[i], f.StartY[i])
		if i > 0 {
			c.Line(p.X-4, p.Y-4, p.X+4, p.Y+4, 1.5, white)
			c.Line(p.X-4, p.Y+4, p.X+4, p.Y-4, 1.5, white)
			continue
		}
		ring(c, p, 8, white)
		if k.box.W > 260 && p.X+50 < k.box.Right() {
			c.Plate(p.X+14, p.Y-4, "start", render.Small, render.Left)
		}
	}
}

// ring draws a circle's outline.
func ring(c *render.Canvas, p plot.Point, r float32, ink plot.RGBA) {
	const corners = 24
	var q [corners + 1]plot.Point
	for i := range q {
		q[i] = plot.Around(p, r, float32(i)/corners)
	}
	c.Polyline(q[:], 2, ink)
}

// walkers draws the crowd, and over it those the visitor dropped in another colour and size.
func (k *chart) walkers(c *render.Canvas, f *valley.Frame) {
	r := walkerSize(len(f.X), k.box.W)
	for i := range f.X {
		x, y := f.X[i], f.Y[i]
		if !(max(x, -x) < 2*reach && max(y, -y) < 2*reach) {
			continue
		}
		p := k.at(x, y)
		if i >= len(f.X)-f.Dropped {
			c.Marker(p.X, p.Y, max(r, 4)+1, droppedInk, droppedEdge)
			continue
		}
		walker(c, p, r, 1, len(f.X) > crowd)
	}
}

// crowd is how many walkers are so many that they are drawn small and pale.
const crowd = 150

// trailColour is paler in a crowd.
func trailColour(n int) plot.RGBA {
	if n > crowd {
		return plot.Alpha(trailInk, 0.4)
	}
	return trailInk
}

// walker draws a walker: in a dense crowd without an outline, so that density shows.
func walker(c *render.Canvas, p plot.Point, r, alpha float32, dense bool) {
	if dense {
		c.Disc(p.X, p.Y, r+0.4, plot.Alpha(walkerInk, 0.8*alpha))
		return
	}
	c.Marker(p.X, p.Y, r, plot.Alpha(walkerInk, alpha), plot.Alpha(plot.Hex(0xffffff), alpha))
}

// walkerSize is the radius of a walker: smaller in a crowd and in a small picture.
func walkerSize(n int, w float32) float32 {
	r := float32(4.5)
	switch {
	case n > 800:
		r = 1.7
	case n > crowd:
		r = 2.5
	}
	return min(r, max(w/80, 1.5))
}

// hover shows where a click would drop a walker.
func (k *chart) hover(c *render.Canvas, s *valleyScene) {
	if s.mouse.Over(k.box) {
		c.Hand = true
		ring(c, plot.Point{X: s.mouse.X, Y: s.mouse.Y}, 7, droppedInk)
	}
}
