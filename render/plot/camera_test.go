package plot

import (
	"math"
	"testing"
)

var screen = Box{50, 30, 700, 500}

func TestCameraKeepsTheSceneInTheBox(t *testing.T) {
	c := Camera{R: 3, Rise: 2}
	for azimuth := float32(-180); azimuth <= 180; azimuth += 15 {
		for tilt := float32(10); tilt <= 80; tilt += 10 {
			c.Aim(azimuth, tilt, screen)
			for _, p := range [][3]float32{{3, 3, 2}, {-3, 3, 2}, {3, -3, 2}, {-3, -3, 2}, {3, 3, 0}, {-3, -3, 0}, {3, 0, 0}} {
				at, depth := c.Project(p[0], p[1], p[2])
				if depth <= 0 {
					t.Fatalf("azimuth %v, tilt %v: %v is behind the eye", azimuth, tilt, p)
				}
				if at.X < screen.X-1 || at.X > screen.Right()+1 || at.Y < screen.Y-1 || at.Y > screen.Bottom()+1 {
					t.Errorf("azimuth %v, tilt %v: %v is drawn at %v, outside the box", azimuth, tilt, p, at)
				}
			}
		}
	}
}

func TestCameraSeesTheRightWayRound(t *testing.T) {
	c := Camera{R: 3, Rise: 2}
	c.Aim(0, 35, screen)
	left, _ := c.Project(-1, 0, 0)
	right, _ := c.Project(1, 0, 0)
	near, d0 := c.Project(0, -1, 0)
	far, d1 := c.Project(0, 1, 0)
	high, _ := c.Project(0, 0, 1)
	low, _ := c.Project(0, 0, 0)
	if !(left.X < right.X && near.Y > far.Y && d0 < d1 && high.Y < low.Y) {
		t.Errorf("left %v right %v near %v far %v high %v low %v", left, right, near, far, high, low)
	}
}

func TestHiddenBehindARidge(t *testing.T) {
	ridge := func(_, y float32) float32 { return float32(math.Exp(-float64(4 * y * y))) }
	g := Sample(41, -3, 3, ridge)
	c := Camera{R: 3, Rise: 2}
	c.Aim(0, 15, screen)
	hidden := g.Hidden(nil, &c)
	if !hidden[g.Nearest(0, 1.2)] || hidden[g.Nearest(0, -1.2)] || hidden[g.Nearest(0, 0)] {
		t.Error("only what lies behind the ridge should be hidden")
	}
}

func TestBarycentric(t *testing.T) {
	a, b, d := Point{10, 10}, Point{30, 10}, Point{10, 50}
	u, v, in := Barycentric(Point{15, 20}, a, b, d)
	if !in || math.Abs(float64(u)-0.25) > 1e-6 || math.Abs(float64(v)-0.25) > 1e-6 {
		t.Errorf("u %v, v %v, in %v; want 0.25, 0.25, true", u, v, in)
	}
	if _, _, in = Barycentric(Point{29, 49}, a, b, d); in {
		t.Error("a point beyond the long side is in the triangle")
	}
	if _, _, in = Barycentric(a, a, a, b); in {
		t.Error("a triangle without area holds a point")
	}
}
