package sticky

import (
	"driftlab/render"
	"driftlab/render/plot"
)

// ride draws weights on the curve, with tails along the way they have come.
func (k *curve) ride(c *render.Canvas, g *ground) {
	const tail = 2
	rows := 0
	if k.samples > 0 {
		rows = len(k.paths) / k.samples
	}
	for pass := range 2 { // tails below all weights
		for i, w := range g.net.Sample {
			if w != w {
				continue
			}
			if pass == 0 {
				k.line = k.line[:0]
				for row := max(rows-tail, 0); row < rows; row++ {
					k.slide(g, i, k.paths[row*k.samples+i])
				}
				k.slide(g, i, w)
				c.Trail(k.line, 1.2, plot.Alpha(c.Theme.Muted, 0.7))
				continue
			}
			edge := c.Theme.Page
			if light(c.Theme) && g.held {
				edge = c.Theme.Muted
			}
			p := k.on(g, i, w)
			c.Marker(p.X, p.Y, 2.4, g.colour(c, w), edge)
		}
	}
}

// slide goes on with a tail to a weight, along the curve.
func (k *curve) slide(g *ground, i int, w float32) {
	if w != w {
		return
	}
	if n := len(k.line); n > 0 {
		const pieces = 6
		from := float32(g.axis.Of(k.line[n-1].X))
		for j := 1; j < pieces; j++ {
			k.line = append(k.line, k.on(g, i, plot.Lerp(from, w, float32(j)/pieces)))
		}
	}
	k.line = append(k.line, k.on(g, i, w))
}

// on is where a weight rides: so far above the curve that those with the same value are seen.
func (k *curve) on(g *ground, i int, w float32) plot.Point {
	lift := 6 + float32(i*37%11)*1.5
	return plot.Point{X: g.x(w), Y: k.y.At(float64(g.plasticity(w))) - lift}
}
