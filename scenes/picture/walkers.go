package picture

import (
	"driftlab/render"
	"driftlab/render/plot"
)

// The colours of walkers on a landscape, and of those the visitor dropped. They show on all of a
// colour map, whatever the theme.
var (
	WalkerInk   = plot.Hex(0xff6a13)
	DroppedInk  = plot.Hex(0x4fc3f7)
	DroppedEdge = plot.Hex(0x06283d)
)

// Crowd is how many walkers are so many that they are drawn small and pale.
const Crowd = 150

// Walker draws a walker: in a dense crowd without an outline, so that density shows.
func Walker(c *render.Canvas, p plot.Point, r, alpha float32, dense bool) {
	if dense {
		c.Disc(p.X, p.Y, r+0.4, plot.Alpha(WalkerInk, 0.8*alpha))
		return
	}
	c.Marker(p.X, p.Y, r, plot.Alpha(WalkerInk, alpha), plot.Alpha(plot.Hex(0xffffff), alpha))
}

// Dropped draws a walker that the visitor dropped: in another colour, and larger.
func Dropped(c *render.Canvas, p plot.Point, r, alpha float32) {
	c.Marker(p.X, p.Y, max(r, 4)+1, plot.Alpha(DroppedInk, alpha), plot.Alpha(DroppedEdge, alpha))
}

// WalkerSize is the radius of a walker: smaller in a crowd of n and in a small picture.
func WalkerSize(n int, w float32) float32 {
	r := float32(4.5)
	switch {
	case n > 800:
		r = 1.7
	case n > Crowd:
		r = 2.5
	}
	return min(r, max(w/80, 1.5))
}

// Ring draws a circle's outline.
func Ring(c *render.Canvas, p plot.Point, r float32, ink plot.RGBA) {
	const corners = 24
	var q [corners + 1]plot.Point
	for i := range q {
		q[i] = plot.Around(p, r, float32(i)/corners)
	}
	c.Polyline(q[:], 2, ink)
}

// Contours draws lines of a landscape, each point where at has it; points is memory to use.
func Contours(c *render.Canvas, points []plot.Point, lines [][]plot.Point, at func(x, y float32) plot.Point, ink plot.RGBA) []plot.Point {
	for _, line := range lines {
		points = points[:0]
		for i, q := range line {
			p := at(q.X, q.Y)
			if n := len(points); n > 0 && i+1 < len(line) && plot.Abs(p.X-points[n-1].X)+plot.Abs(p.Y-points[n-1].Y) < 2 {
				continue // too short a piece has no direction
			}
			points = append(points, p)
		}
		c.Polyline(points, 0.9, ink)
	}
	return points
}
