package valley

import (
	"driftlab/engine/valley"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// relief draws the valley as a surface in perspective with the walkers on it.
type relief struct {
	box     plot.Box // of the surface alone
	key     plot.Box // the names of its marks; empty where there is no room
	surface *render.Surface
	points  []plot.Point
}

// place takes a box, with the names of the marks below where there is room.
func (k *relief) place(b plot.Box) {
	k.key = plot.Box{}
	if b.H >= lofty {
		k.key = b.CutBottom(line)
	}
	k.box = b
}

func (k *relief) draw(c *render.Canvas, s *Scene) {
	if !k.key.Empty() {
		key(c, &s.f, k.key)
	}
	k.surface.Aim(s.azimuth, s.tilt, k.box)
	c.Clip(k.box)
	k.surface.Draw(c)
	k.trails(c, &s.f)
	k.walkers(c, &s.f)
	k.words(c, &s.f)
	k.outside(c, &s.outside)
	c.Unclip()
	c.Hand = c.Hand || s.Mouse.Over(k.box)
}

func inside(x, y float32) bool {
	return max(x, -x) <= reach && max(y, -y) <= reach // false for NaN
}

func (k *relief) trails(c *render.Canvas, f *valley.Frame) {
	n := f.TrailLen
	for w := range f.TrailOf {
		k.points = k.points[:0]
		for i := w * n; i < (w+1)*n; i++ {
			if x, y := f.TrailX[i], f.TrailY[i]; inside(x, y) {
				p, _ := k.surface.Lift(x, y)
				k.points = append(k.points, p)
			}
		}
		c.Trail(k.points, 1.2, trailColour(len(f.X)))
	}
}

// walkers draws those behind a ridge pale, so that none is lost.
func (k *relief) walkers(c *render.Canvas, f *valley.Frame) {
	r := picture.WalkerSize(len(f.X), min(k.box.W, k.box.H))
	for i := range f.X {
		if !inside(f.X[i], f.Y[i]) {
			continue
		}
		p, hidden := k.surface.Lift(f.X[i], f.Y[i])
		alpha := float32(1)
		if hidden {
			alpha = 0.35
		}
		if i < len(f.X)-f.Dropped {
			picture.Walker(c, p, r, alpha, len(f.X) > picture.Crowd)
			continue
		}
		picture.Dropped(c, p, r, alpha)
	}
}

// outside writes beside the ends of the arms how many are beyond them.
func (k *relief) outside(c *render.Canvas, o *outside) {
	for side, end := range [...]plot.Point{right: {X: reach}, left: {X: -reach}, top: {Y: reach}, bottom: {Y: -reach}} {
		if o.n[side] > 0 {
			p, _ := k.surface.Lift(end.X, end.Y)
			c.Plate(p.X, p.Y+22, o.words[side], render.Small, render.Centre)
		}
	}
}

// words names the start, where the newest walker was dropped, and the axes.
func (k *relief) words(c *render.Canvas, f *valley.Frame) {
	for i := range f.StartX {
		if !inside(f.StartX[i], f.StartY[i]) {
			continue
		}
		p, _ := k.surface.Lift(f.StartX[i], f.StartY[i])
		picture.Ring(c, p, 7, plot.Hex(0xffffff))
		if k.box.W < roomy {
			continue
		}
		if i == 0 {
			c.Plate(p.X+13, p.Y-4, "start", render.Small, render.Left)
		} else if i == len(f.StartX)-1 {
			c.Plate(p.X-13, p.Y-4, "dropped here", render.Small, render.Right)
		}
	}
	x, _ := k.surface.Lift(reach, 0)
	y, _ := k.surface.Lift(0, reach)
	c.Plate(x.X, x.Y+4, "x", render.Name, render.Centre)
	c.Plate(y.X, y.Y+4, "y", render.Name, render.Centre)
}
