package plot

import "math"

// Light is how bright each point of the field is as a relief with the given height of 1,
// lit from the upper left: about 1, less on slopes that turn away.
func (g *Field) Light(rise float32) []float32 {
	light := make([]float32, len(g.V))
	step := g.Coord(1) - g.Coord(0)
	for j := range g.N {
		for i := range g.N {
			left, right := max(i-1, 0), min(i+1, g.N-1)
			down, up := max(j-1, 0), min(j+1, g.N-1)
			dx := (g.V[j*g.N+right] - g.V[j*g.N+left]) * rise / (step * float32(right-left))
			dy := (g.V[up*g.N+i] - g.V[down*g.N+i]) * rise / (step * float32(up-down))
			norm := float32(math.Sqrt(float64(dx*dx + dy*dy + 1)))
			light[j*g.N+i] = min(max(0.78+0.22*(0.5*dx-0.5*dy+1)/norm, 0.55), 1)
		}
	}
	return light
}

// Hidden appends, for each point of the field, whether the relief between it and the camera
// hides it.
func (g *Field) Hidden(dst []bool, c *Camera) []bool {
	dx, dy, dz := c.Toward()
	step := (g.Hi - g.Lo) / 40
	for k, z := range g.V {
		x, y := g.Coord(k%g.N), g.Coord(k/g.N)
		hidden := false
		// A point next to its own slope is not hidden by it: the ray starts two steps away.
		for d := 2 * step; !hidden && z*c.Rise+d*dz < c.Rise; d += step {
			px, py := x+d*dx, y+d*dy
			if px < g.Lo || px > g.Hi || py < g.Lo || py > g.Hi {
				break
			}
			hidden = g.At(px, py)*c.Rise > z*c.Rise+d*dz+0.02*c.Rise
		}
		dst = append(dst, hidden)
	}
	return dst
}

// Sheet paints the field with a colour map: n x n pixels, the first row at the lowest y.
// Where the field crosses one of the levels a line is drawn in the given colour.
func (g *Field) Sheet(n int, colours *ColourMap, levels []float32, line RGBA) []RGBA {
	big := Sample(n, g.Lo, g.Hi, g.At)
	out := make([]RGBA, n*n)
	rank := func(v float32) (r int) {
		for r < len(levels) && v >= levels[r] {
			r++
		}
		return r
	}
	for j := range n {
		for i := range n {
			k := j*n + i
			out[k] = colours[Byte(big.V[k], 0, 1)]
			if i > 0 && rank(big.V[k]) != rank(big.V[k-1]) || j > 0 && rank(big.V[k]) != rank(big.V[k-n]) {
				out[k] = Mix(out[k], line, float32(line.A)/255)
				out[k].A = 255
			}
		}
	}
	return out
}
