package plot

import "math"

// A Camera sees the square [-R, R]^2, with heights in [0, Rise], in perspective: turned
// about the vertical and tilted down from the side.
type Camera struct {
	R, Rise float32
	view    Box
	scale   float32
	midY    float32

	sinAzimuth, cosAzimuth, sinTilt, cosTilt float32
}

// distance of the eye from the square's centre, in units of R.
const distance = 5

// Aim turns the camera (degrees) and fits its picture into the box.
func (c *Camera) Aim(azimuth, tilt float32, view Box) {
	s, k := math.Sincos(float64(azimuth) * math.Pi / 180)
	c.sinAzimuth, c.cosAzimuth = float32(s), float32(k)
	s, k = math.Sincos(float64(tilt) * math.Pi / 180)
	c.sinTilt, c.cosTilt = float32(s), float32(k)
	c.view, c.scale, c.midY = view, 1, 0
	c.fit()
}

// fit chooses scale and middle so that the scene's outline at any azimuth lies in the view:
// turning does not make the picture breathe.
func (c *Camera) fit() {
	reach := c.R * math.Sqrt2
	var side, low, high float32
	const azimuths = 64
	for i := range azimuths {
		s, k := math.Sincos(2 * math.Pi * float64(i) / azimuths)
		across, away := reach*float32(k), reach*float32(s)
		for _, z := range [...]float32{0, c.Rise} { // a corner's foot and its peak
			depth := distance*c.R + away*c.cosTilt - z*c.sinTilt
			up := (away*c.sinTilt + z*c.cosTilt) / depth
			side = max(side, across/depth)
			low, high = min(low, up), max(high, up)
		}
	}
	c.scale = min(c.view.W/(2*side), c.view.H/(high-low))
	c.midY = (high + low) / 2
}

// Project gives the place of (x, y, z) on the canvas, and its depth: larger is farther.
func (c *Camera) Project(x, y, z float32) (p Point, depth float32) {
	across := x*c.cosAzimuth - y*c.sinAzimuth
	away := x*c.sinAzimuth + y*c.cosAzimuth
	depth = distance*c.R + away*c.cosTilt - z*c.sinTilt
	up := away*c.sinTilt + z*c.cosTilt
	f := c.scale / depth
	return Point{
		c.view.X + c.view.W/2 + across*f,
		c.view.Y + c.view.H/2 - up*f + c.midY*c.scale,
	}, depth
}

// Toward is the step in (x, y, z), of length 1 in the plane, from the surface to the eye.
func (c *Camera) Toward() (dx, dy, dz float32) {
	return -c.sinAzimuth, -c.cosAzimuth, c.sinTilt / max(c.cosTilt, 0.05)
}

// Barycentric finds u, v with p = a + u(b-a) + v(c-a), and whether p lies in the triangle.
func Barycentric(p, a, b, c Point) (u, v float32, in bool) {
	bx, by, cx, cy := b.X-a.X, b.Y-a.Y, c.X-a.X, c.Y-a.Y
	det := bx*cy - by*cx
	if det == 0 {
		return 0, 0, false
	}
	px, py := p.X-a.X, p.Y-a.Y
	u, v = (px*cy-py*cx)/det, (bx*py-by*px)/det
	return u, v, u >= 0 && v >= 0 && u+v <= 1
}
