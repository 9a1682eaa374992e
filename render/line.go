package render

import (
	"math"

	"driftlab/render/plot"
)

// Line paints a straight line of width w.
func (c *Canvas) Line(x0, y0, x1, y1, w float32, colour plot.RGBA) {
	c.scratch = append(c.scratch[:0], plot.Point{X: x0, Y: y0}, plot.Point{X: x1, Y: y1})
	c.stroke(c.scratch, w, painted(colour), false)
}

// Polyline paints a line of width w through the points.
func (c *Canvas) Polyline(p []plot.Point, w float32, colour plot.RGBA) {
	c.stroke(p, w, painted(colour), false)
}

// Trail paints a line through the points that fades in from the first to the last.
func (c *Canvas) Trail(p []plot.Point, w float32, colour plot.RGBA) {
	c.stroke(p, w, painted(colour), true)
}

// Dashed paints a line through the points with dashes and gaps of the given lengths.
func (c *Canvas) Dashed(p []plot.Point, w, dash, gap float32, colour plot.RGBA) {
	ink := painted(colour)
	c.scratch = plot.Dashes(p, float64(dash), float64(gap), c.scratch, func(piece []plot.Point) {
		c.stroke(piece, w, ink, false)
	})
}

// stroke adds a strip of four vertices across at every point: the full width between two
// fringes one device pixel wide that fade out, which smooths the edges. Joints are mitred.
func (c *Canvas) stroke(p []plot.Point, w float32, ink paint, fade bool) {
	if len(p) < 2 {
		return
	}
	half := w * c.Unit * c.Theme.Stroke / 2
	if half < 0.5 { // thinner than a pixel: paler, not thinner
		ink, half = ink.faded(2*half), 0.5
	}
	inner, outer := half-0.5, half+0.5
	nx, ny := normal(p[0], p[1])
	for i, q := range p {
		colour := ink
		if fade {
			colour = ink.faded(float32(i) / float32(len(p)-1))
		}
		mx, my, nextX, nextY := nx, ny, nx, ny
		if i > 0 && i+1 < len(p) {
			nextX, nextY = normal(q, p[i+1])
			if nx*nextX+ny*nextY < -0.2 { // too sharp for a mitre: cut across
				c.across(q, nx, ny, inner, outer, colour, true)
				mx, my = nextX, nextY
			} else {
				mx, my = mitre(nx, ny, nextX, nextY)
			}
		}
		c.across(q, mx, my, inner, outer, colour, i > 0)
		nx, ny = nextX, nextY
	}
}

// across adds the four vertices of a strip at q along the normal (nx, ny), joined with the
// four before them unless the strip begins.
func (c *Canvas) across(q plot.Point, nx, ny, inner, outer float32, ink paint, join bool) {
	x, y := q.X*c.Unit, q.Y*c.Unit
	at := c.plain(x-nx*outer, y-ny*outer, paint{})
	c.plain(x-nx*inner, y-ny*inner, ink)
	c.plain(x+nx*inner, y+ny*inner, ink)
	c.plain(x+nx*outer, y+ny*outer, paint{})
	if join {
		c.strip(at)
	}
}

// strip joins the four vertices from `at` on with the four before them.
func (c *Canvas) strip(at uint32) {
	for k := at; k < at+3; k++ {
		c.indices = append(c.indices, k-4, k-3, k+1, k-4, k+1, k)
	}
}

// normal is the unit normal of the way from a to b, or 0 where they coincide.
func normal(a, b plot.Point) (x, y float32) {
	dx, dy := b.X-a.X, b.Y-a.Y
	d := float32(math.Sqrt(float64(dx*dx + dy*dy)))
	if d < 1e-6 {
		return 0, 0
	}
	return -dy / d, dx / d
}

// mitre is the normal of the joint between two pieces that do not turn back, longer the
// more they turn.
func mitre(ax, ay, bx, by float32) (x, y float32) {
	x, y = (ax+bx)/2, (ay+by)/2
	if d := x*x + y*y; d > 1e-6 {
		return x / d, y / d
	}
	return ax, ay
}
