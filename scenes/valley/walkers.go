package valley

import (
	"driftlab/engine/valley"
	"driftlab/render"
	"driftlab/render/plot"
)

var (
	walkerInk   = plot.Hex(0xff6a13)
	droppedInk  = plot.Hex(0x4fc3f7)
	droppedEdge = plot.Hex(0x06283d)
	trailInk    = plot.Hex(0xff7b29)
)

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

// ring draws a circle's outline.
func ring(c *render.Canvas, p plot.Point, r float32, ink plot.RGBA) {
	const corners = 24
	var q [corners + 1]plot.Point
	for i := range q {
		q[i] = plot.Around(p, r, float32(i)/corners)
	}
	c.Polyline(q[:], 2, ink)
}

// key says in a line what the moving marks are.
func key(c *render.Canvas, f *valley.Frame, b plot.Box) {
	y := b.Y + 2 + render.Small.Size
	mark, x := y-render.Small.Size*0.36, b.X+6
	crowd := len(f.X) - f.Dropped
	walker(c, plot.Point{X: x, Y: mark}, 4, 1, false)
	names := [...]string{"walkers, with their paths", "walkers and paths", "walkers"}
	if len(f.TrailOf)-f.Dropped < crowd {
		names = [...]string{"walkers; paths of a few", "walkers, some paths", "walkers"}
	}
	room := b.W - 12
	if f.Dropped > 0 {
		room -= c.Measure(dropped, render.Small) + 36
	}
	for _, name := range names {
		if c.Fit(x+12, y, name, room, render.Small, render.Left, c.Theme.Muted) {
			x += 12 + c.Measure(name, render.Small) + 22
			break
		}
	}
	if f.Dropped > 0 {
		c.Marker(x, mark, 5, droppedInk, droppedEdge)
		c.Text(x+12, y, dropped, render.Small, render.Left, c.Theme.Muted)
	}
}

// dropped names the walkers of the visitor's.
const dropped = "dropped by you"
