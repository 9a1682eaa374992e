package plot

import "math"

// Lerp is the value a share f of the way from a to b.
func Lerp(a, b, f float32) float32 { return a + f*(b-a) }

// LerpAngle turns from a to b the short way round, in radians.
func LerpAngle(a, b, f float32) float32 {
	d := math.Mod(float64(b-a)+math.Pi, 2*math.Pi)
	if d < 0 {
		d += 2 * math.Pi
	}
	return a + f*float32(d-math.Pi)
}

// Hit is where a ray from (x, y) with the given heading (radians, 0 = +y, clockwise)
// leaves the arena [-lx/2, lx/2] x [-ly/2, ly/2].
func Hit(x, y, heading, lx, ly float32) (hx, hy float32) {
	s, c := math.Sincos(float64(heading))
	dx, dy := float32(s), float32(c)
	d := min(reach(x, dx, lx/2), reach(y, dy, ly/2))
	return min(max(x+d*dx, -lx/2), lx/2), min(max(y+d*dy, -ly/2), ly/2)
}

// reach is the distance along a direction until its component has gone from p to ±half.
func reach(p, d, half float32) float32 {
	switch {
	case d > 1e-7:
		return max((half-p)/d, 0)
	case d < -1e-7:
		return max((-half-p)/d, 0)
	}
	return math.MaxFloat32
}

// Unit is p scaled to length 1; the zero point stays.
func Unit(p Point) Point {
	d := float32(math.Hypot(float64(p.X), float64(p.Y)))
	if d == 0 {
		return p
	}
	return Point{p.X / d, p.Y / d}
}

// Around is the point on a circle about p, a share of the way round.
func Around(p Point, r, share float32) Point {
	s, c := math.Sincos(2 * math.Pi * float64(share))
	return Point{p.X + r*float32(c), p.Y + r*float32(s)}
}

// Abs is the size of v without its sign.
func Abs(v float32) float32 { return max(v, -v) }
