package track

import (
	"driftlab/render"
	"driftlab/render/plot"
)

// corridor draws the arena from above, lying: y runs to the right and x down.
type corridor struct {
	wall   render.Texture
	bytes  []byte
	points []plot.Point
	inner  plot.Box
	lx, ly float32
}

// trailLength is how many samples back the trail reaches.
const trailLength = 10

func (k *corridor) draw(c *render.Canvas, s *Scene, b plot.Box) {
	f := &s.f
	k.lx, k.ly = f.Lx, f.Ly
	k.place(b)
	k.walls(c, f.Wall)
	c.Fill(k.inner, c.Theme.Panel)
	t, next, share := s.now()
	x := plot.Lerp(f.X[t], f.X[next], share)
	y := plot.Lerp(f.Y[t], f.Y[next], share)
	heading := plot.LerpAngle(f.Theta[t], f.Theta[next], share)
	k.fan(c, x, y, heading, f.FOV, len(f.HitX)/f.Samples)
	k.trail(c, s, t, x, y)
	k.agent(c, x, y, heading)
}

// squeeze is how much wider or narrower than it is a corridor may look to fill its box.
const squeeze = 4

// place fits the arena into the box between its walls.
func (k *corridor) place(b plot.Box) {
	thick := min(max(b.H*0.16, 5), 22)
	room := b.Inset(thick)
	h := min(room.W*k.lx/k.ly*squeeze, room.H)
	w := min(room.W, room.H*k.ly/k.lx*squeeze)
	k.inner = plot.Box{X: room.X, Y: room.Y + (room.H-h)/2, W: w, H: h}
}

// at is the place of (x, y) in the picture.
func (k *corridor) at(x, y float32) plot.Point {
	return plot.Point{
		X: k.inner.X + (y/k.ly+0.5)*k.inner.W,
		Y: k.inner.Y + (x/k.lx+0.5)*k.inner.H,
	}
}

// walls paints the texture around the arena. It runs along the perimeter from the corner
// at (-lx/2, -ly/2): the near end, the right wall, the far end, the left wall back.
func (k *corridor) walls(c *render.Canvas, texture []float32) {
	k.bytes = k.bytes[:0]
	for _, v := range texture {
		k.bytes = append(k.bytes, plot.Byte(v, -1, 1))
	}
	k.wall.Set(k.bytes, 1, len(k.bytes), plot.Grey)
	i := k.inner
	d := min(max(i.H*0.22, 5), 22)
	x0, x1, y0, y1 := i.X, i.Right(), i.Y, i.Bottom()
	n, whole := float32(len(k.bytes)), 2*(k.lx+k.ly)
	u := [5]float32{0.5, k.lx / whole * n, (k.lx + k.ly) / whole * n, (2*k.lx + k.ly) / whole * n, n - 0.5}
	type quad = [4]plot.Point
	c.Quad(&k.wall, quad{{X: x0 - d, Y: y0 - d}, {X: x0 - d, Y: y1 + d}, {X: x0, Y: y1}, {X: x0, Y: y0}}, u[0], 0.5, u[1], 0.5)
	c.Quad(&k.wall, quad{{X: x0 - d, Y: y1 + d}, {X: x1 + d, Y: y1 + d}, {X: x1, Y: y1}, {X: x0, Y: y1}}, u[1], 0.5, u[2], 0.5)
	c.Quad(&k.wall, quad{{X: x1 + d, Y: y1 + d}, {X: x1 + d, Y: y0 - d}, {X: x1, Y: y0}, {X: x1, Y: y1}}, u[2], 0.5, u[3], 0.5)
	c.Quad(&k.wall, quad{{X: x1 + d, Y: y0 - d}, {X: x0 - d, Y: y0 - d}, {X: x0, Y: y0}, {X: x1, Y: y0}}, u[3], 0.5, u[4], 0.5)
}

// fan paints what the agent sees: the field of view up to the walls, and where each ray ends.
// The rays are cast anew because the agent stands between two samples.
func (k *corridor) fan(c *render.Canvas, x, y, heading, half float32, rays int) {
	k.points = append(k.points[:0], k.at(x, y))
	const fine = 4 // pieces between two rays
	steps := max(rays-1, 1) * fine
	var wasX, wasY float32
	for i := 0; i <= steps; i++ {
		hx, hy := plot.Hit(x, y, heading-half+2*half*float32(i)/float32(steps), k.lx, k.ly)
		if i > 0 {
			k.corner(wasX, wasY, hx, hy)
		}
		k.points = append(k.points, k.at(hx, hy))
		wasX, wasY = hx, hy
	}
	c.Fan(k.points, plot.Alpha(c.Theme.Sky, 0.22))
	for i := range rays {
		hx, hy := plot.Hit(x, y, heading-half+2*half*float32(i)/float32(max(rays-1, 1)), k.lx, k.ly)
		p := k.at(hx, hy)
		c.Line(k.points[0].X, k.points[0].Y, p.X, p.Y, 0.7, plot.Alpha(c.Theme.Sky, 0.35))
		c.Disc(p.X, p.Y, 2.5, c.Theme.Sky)
	}
}

// corner adds the corner between two hits on neighbouring walls: on the side wall of the one
// and the end wall of the other.
func (k *corridor) corner(ax, ay, bx, by float32) {
	side, end := k.lx/2*0.9999, k.ly/2*0.9999
	switch {
	case plot.Abs(ax) >= side && plot.Abs(by) >= end && plot.Abs(bx) < side:
		k.points = append(k.points, k.at(ax, by))
	case plot.Abs(bx) >= side && plot.Abs(ay) >= end && plot.Abs(ax) < side:
		k.points = append(k.points, k.at(bx, ay))
	}
}

// trail draws where the agent has been in the last samples of this walk.
func (k *corridor) trail(c *render.Canvas, s *Scene, t int, x, y float32) {
	k.points = k.points[:0]
	for i := max(t-trailLength, 0); i <= t; i++ {
		k.points = append(k.points, k.at(s.f.X[i], s.f.Y[i]))
	}
	k.points = append(k.points, k.at(x, y))
	c.Trail(k.points, 2.2, c.Theme.Orange)
}

// agent draws an arrowhead that points where the agent looks.
func (k *corridor) agent(c *render.Canvas, x, y, heading float32) {
	at := k.at(x, y)
	r := min(max(k.inner.H*0.14, 6), 13)
	dx, dy := plot.Hit(0, 0, heading, 2, 2)
	// In the picture y runs to the right and x down.
	ahead := plot.Unit(plot.Point{X: dy, Y: dx})
	place := func(f, side float32) plot.Point {
		return plot.Point{X: at.X + r*(f*ahead.X-side*ahead.Y), Y: at.Y + r*(f*ahead.Y+side*ahead.X)}
	}
	outline := [4]plot.Point{place(1.6, 0), place(-1.25, -1.15), place(-0.5, 0), place(-1.25, 1.15)}
	c.Fan(outline[:], c.Theme.Page)
	head := [4]plot.Point{place(1.25, 0), place(-0.95, -0.85), place(-0.35, 0), place(-0.95, 0.85)}
	c.Fan(head[:], c.Theme.Orange)
}
