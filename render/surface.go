package render

import "driftlab/render/plot"

// A Surface is a field of heights in [0, 1] seen in perspective, painted with a sheet.
type Surface struct {
	Camera plot.Camera // aim it with Aim
	height *plot.Field
	light  []float32
	paint  []plot.RGBA // n x n
	n      int
	sheet  Image      // the paint on the device
	hidden []bool     // which points of the field something nearer hides
	aimed  [2]float32 // azimuth and tilt of hidden
}

// NewSurface makes a surface from its heights and its paint, n x n pixels, the first row
// at the lowest y. Rise is the height of 1 in the field's coordinates.
func NewSurface(height *plot.Field, rise float32, sheet []plot.RGBA, n int) *Surface {
	s := &Surface{height: height, light: height.Light(rise), aimed: [2]float32{400, 400}}
	s.paint, s.n = sheet, n
	s.Camera = plot.Camera{R: height.Hi, Rise: rise}
	return s
}

// open sends the paint to the device.
func (s *Surface) open(d Device) {
	if s.sheet != nil {
		return
	}
	pixels := make([]byte, 0, 4*len(s.paint))
	for _, p := range s.paint {
		pixels = append(pixels, p.R, p.G, p.B, p.A)
	}
	s.sheet, s.paint = d.NewImage(s.n, s.n, true), nil
	s.sheet.Write(pixels)
}

// Draw paints the surface as the camera sees it, the farthest cells first.
func (s *Surface) Draw(c *Canvas) {
	c.flush()
	s.open(c.Device)
	n := s.height.N
	texel := float32(s.n-1) / float32(n-1)
	for j := range n {
		for i := range n {
			k := j*n + i
			p, l := s.corner(i, j), s.light[k]
			c.vertex(p.X*c.Unit, p.Y*c.Unit, 0.5+float32(i)*texel, 0.5+float32(j)*texel, paint{l, l, l, 1})
		}
	}
	s.cells(func(i, j int) bool {
		k := uint32(j*n + i)
		c.indices = append(c.indices, k, k+1, k+uint32(n)+1, k, k+uint32(n)+1, k+uint32(n))
		return true
	}, false)
	c.spend(s.sheet, true)
}

// corner is the place on the canvas of a point of the field.
func (s *Surface) corner(i, j int) plot.Point {
	p, _ := s.Camera.Project(s.height.Coord(i), s.height.Coord(j), s.height.V[j*s.height.N+i]*s.Camera.Rise)
	return p
}

// cells visits the cells in the order of their distance along both axes, the farthest
// first, or the nearest first, until visit returns false.
func (s *Surface) cells(visit func(i, j int) bool, nearest bool) {
	m := s.height.N - 1
	dx, dy, _ := s.Camera.Toward()
	flipX, flipY := (dx < 0) != nearest, (dy < 0) != nearest
	for b := range m {
		for a := range m {
			i, j := a, b
			if flipX {
				i = m - 1 - a
			}
			if flipY {
				j = m - 1 - b
			}
			if !visit(i, j) {
				return
			}
		}
	}
}

// Aim turns the surface (degrees) and fits it into a box.
func (s *Surface) Aim(azimuth, tilt float32, view plot.Box) {
	s.Camera.Aim(azimuth, tilt, view)
	if aim := [2]float32{azimuth, tilt}; aim != s.aimed {
		s.aimed = aim
		s.hidden = s.height.Hidden(s.hidden[:0], &s.Camera)
	}
}

// Lift is the place on the canvas of the point of the surface over (x, y), and whether a
// nearer part of the surface hides it.
func (s *Surface) Lift(x, y float32) (p plot.Point, hidden bool) {
	p, _ = s.Camera.Project(x, y, s.height.At(x, y)*s.Camera.Rise)
	return p, s.hidden[s.height.Nearest(x, y)]
}

// Pick is the point (x, y) whose lift is at a place on the canvas, the nearest to the eye.
func (s *Surface) Pick(at plot.Point) (x, y float32, ok bool) {
	s.cells(func(i, j int) bool {
		a, b, d, e := s.corner(i, j), s.corner(i+1, j), s.corner(i+1, j+1), s.corner(i, j+1)
		u, v, in := plot.Barycentric(at, a, b, d)
		if in {
			u += v // b is (1, 0) and d is (1, 1) of the cell
		} else if u, v, in = plot.Barycentric(at, a, d, e); in {
			v += u // d is (1, 1) and e is (0, 1)
		}
		if in {
			step := s.height.Coord(1) - s.height.Coord(0)
			x, y, ok = s.height.Coord(i)+u*step, s.height.Coord(j)+v*step, true
		}
		return !in
	}, true)
	return x, y, ok
}
