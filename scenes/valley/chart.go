package valley

import (
	"driftlab/engine/valley"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// chart draws the valley from above.
type chart struct {
	box    plot.Box // of the map alone
	foot   plot.Box // its axis
	key    plot.Box // the names of its marks; empty where there is no room
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

// line is the height of the axis, and of the names of the marks.
const line = 18

// lofty is the height from which the names of the marks have room.
const lofty = 300

// place fits the map into a box, with its axis and the names of its marks below.
func (k *chart) place(b plot.Box) {
	lines := float32(1)
	if b.H >= lofty {
		lines = 2
	}
	b.CutBottom(line * lines)
	side := min(b.W, b.H)
	k.box = plot.Box{X: b.X + (b.W-side)/2, Y: b.Y, W: side, H: side}
	k.foot = plot.Box{X: k.box.X, Y: k.box.Bottom(), W: side, H: line}
	k.key = plot.Box{X: k.foot.X, Y: k.foot.Bottom(), W: side, H: line * (lines - 1)}
}

func (k *chart) draw(c *render.Canvas, s *Scene) {
	c.Stretch(&s.land.texture, k.box)
	c.Clip(k.box)
	k.contours(c, s.land)
	white := plot.Hex(0xffffff)
	middle := k.at(0, 0)
	c.Line(k.box.X, middle.Y, k.box.Right(), middle.Y, 1.2, plot.Alpha(white, 0.8))
	c.Line(middle.X, k.box.Y, middle.X, k.box.Bottom(), 1.2, plot.Alpha(white, 0.8))
	k.slopes(c)
	k.end(c, s.f.End)
	k.trails(c, &s.f)
	k.starts(c, &s.f)
	k.walkers(c, &s.f)
	k.words(c)
	k.names(c, &s.f)
	s.outside.draw(c, k.box)
	k.hover(c, s)
	c.Unclip()
	c.Frame(k.box, 1, c.Theme.Edge)
	k.axis(c, k.foot)
	if !k.key.Empty() {
		key(c, &s.f, k.key)
	}
}

func (k *chart) contours(c *render.Canvas, l *landscape) {
	ink := plot.Alpha(plot.Hex(0xffffff), 0.35)
	k.points = picture.Contours(c, k.points, l.contours, k.at, ink)
}

// roomy is the width from which a map has room for names.
const roomy = 240

// words says what the contours are worth and where the valley is flat and steep.
func (k *chart) words(c *render.Canvas) {
	if k.box.W < roomy {
		return
	}
	for i, x := range [...]float32{0.56, 1, 1.78} { // where x^4 is the level
		p := k.at(-x, -x)
		c.Plate(p.X, p.Y+4, [...]string{"loss 0.1", "loss 1", "loss 10"}[i], render.Small, render.Centre)
	}
	p := k.at(-1.9, 0)
	c.Plate(p.X, p.Y-6, "floor: loss 0", render.Small, render.Centre)
	p = k.at(reach, 0)
	c.Plate(p.X-8, p.Y-12, "steep walls", render.Small, render.Right)
	p = k.at(-0.25, 0.45)
	c.Plate(p.X, p.Y, "flat corner", render.Small, render.Right)
}

// names writes beside the start, and where the newest walker was dropped, what they are.
func (k *chart) names(c *render.Canvas, f *valley.Frame) {
	if k.box.W < roomy || len(f.StartX) == 0 {
		return
	}
	k.name(c, f.StartX[0], f.StartY[0], -4, "start")
	if n := len(f.StartX) - 1; n > 0 {
		k.name(c, f.StartX[n], f.StartY[n], 16, "dropped here")
	}
}

// name writes a name beside a place on the map and so far below it, where there is room.
func (k *chart) name(c *render.Canvas, x, y, below float32, name string) {
	if !inside(x, y) {
		return
	}
	const beside = 14
	p := k.at(x, y)
	if at := min(max(p.Y+below, k.box.Y+render.Small.Size+4), k.box.Bottom()-6); p.X+beside+c.Measure(name, render.Small)+8 < k.box.Right() {
		c.Plate(p.X+beside, at, name, render.Small, render.Left)
	} else {
		c.Plate(p.X-beside, at, name, render.Small, render.Right)
	}
}

// end marks where the floor ceases to be stable, if that is on the map.
func (k *chart) end(c *render.Canvas, at float32) {
	const wide = 0.3
	if !(at < reach) {
		return
	}
	ink := plot.Hex(0xffffff)
	for _, v := range [...]float32{-at, at} {
		p, q := k.at(v, -wide), k.at(v, wide)
		c.Line(p.X, p.Y, q.X, q.Y, 2, ink)
		p, q = k.at(-wide, v), k.at(wide, v)
		c.Line(p.X, p.Y, q.X, q.Y, 2, ink)
	}
	const name = "η x² = 1: unstable beyond"
	if p := k.at(at, -wide); k.box.W >= roomy {
		c.Plate(min(p.X, k.box.Right()-8-c.Measure(name, render.Small)/2), p.Y+18, name, render.Small, render.Centre)
	}
}

// slopes draws which way is down on either side of the floor: back to it, and on both sides a
// little towards the corner. That is the bias of all who are thrown up the walls.
func (k *chart) slopes(c *render.Canvas) {
	if k.box.W < roomy {
		return
	}
	for _, along := range [...]float32{1, 1.5, 2.3} {
		for _, side := range [...]float32{-1, 1} {
			for _, up := range [...]float32{-0.5, 0.5} {
				k.slope(c, side*along, up)
				k.slope(c, up, side*along)
			}
		}
	}
}

// slope draws an arrow down the loss from (x, y): along -(x y^2, x^2 y).
func (k *chart) slope(c *render.Canvas, x, y float32) {
	const long, head = 0.3, 5
	ink := plot.Alpha(plot.Hex(0xffffff), 0.75)
	down := plot.Unit(plot.Point{X: -x * y * y, Y: -x * x * y})
	from, to := k.at(x, y), k.at(x+long*down.X, y+long*down.Y)
	ahead := plot.Unit(plot.Point{X: to.X - from.X, Y: to.Y - from.Y})
	c.Line(from.X, from.Y, to.X, to.Y, 1.4, ink)
	for _, side := range [...]float32{-0.6, 0.6} {
		c.Line(to.X, to.Y, to.X-head*(ahead.X-side*ahead.Y), to.Y-head*(ahead.Y+side*ahead.X), 1.4, ink)
	}
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
		picture.Ring(c, p, 8, white)
	}
}

// walkers draws the crowd, and over it those the visitor dropped in another colour and size.
func (k *chart) walkers(c *render.Canvas, f *valley.Frame) {
	r := picture.WalkerSize(len(f.X), k.box.W)
	for i := range f.X {
		x, y := f.X[i], f.Y[i]
		if !(max(x, -x) < 2*reach && max(y, -y) < 2*reach) {
			continue
		}
		p := k.at(x, y)
		if i >= len(f.X)-f.Dropped {
			picture.Dropped(c, p, r, 1)
			continue
		}
		picture.Walker(c, p, r, 1, len(f.X) > picture.Crowd)
	}
}

// hover shows where a click would drop a walker.
func (k *chart) hover(c *render.Canvas, s *Scene) {
	if s.Mouse.Over(k.box) {
		c.Hand = true
		picture.Ring(c, plot.Point{X: s.Mouse.X, Y: s.Mouse.Y}, 7, picture.DroppedInk)
	}
}
