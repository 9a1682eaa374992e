package plot

import (
	"math"
	"testing"
)

func TestAnglesTurnTheShortWay(t *testing.T) {
	if got := LerpAngle(0.1, 2*math.Pi-0.1, 0.5); math.Abs(float64(got)) > 1e-5 {
		t.Errorf("half way from 0.1 to -0.1 is %v, want 0", got)
	}
	if got := LerpAngle(0, math.Pi/2, 1); math.Abs(float64(got)-math.Pi/2) > 1e-6 {
		t.Errorf("all the way to a right angle is %v", got)
	}
}

func TestHitsByGeometry(t *testing.T) {
	for _, c := range []struct{ x, y, heading, hx, hy float32 }{
		{0, 0, 0, 0, 7},                        // ahead is +y
		{0, 0, math.Pi, 0, -7},                 // back
		{0.2, 3, math.Pi / 2, 0.5, 3},          // clockwise is +x
		{0, 0, math.Pi / 4, 0.5, 0.5},          // 45 degrees
		{0, 6.8, -math.Pi / 4, -0.2, 7},        // the far end before the side
		{0.5, 0, math.Pi / 2, 0.5, 0},          // at the wall already
		{-0.5, -7, 3.5 * math.Pi / 2, -0.5, 7}, // clamped into the arena
	} {
		hx, hy := Hit(c.x, c.y, c.heading, 1, 14)
		if c.heading > 4 {
			if hx < -0.5 || hx > 0.5 || hy < -7 || hy > 7 {
				t.Errorf("hit (%v, %v) outside the arena", hx, hy)
			}
			continue
		}
		if math.Abs(float64(hx-c.hx)) > 1e-4 || math.Abs(float64(hy-c.hy)) > 1e-4 {
			t.Errorf("from (%v, %v) by %v: hit (%v, %v), want (%v, %v)", c.x, c.y, c.heading, hx, hy, c.hx, c.hy)
		}
	}
}

func FuzzHitIsOnTheWall(f *testing.F) {
	f.Add(float32(0.1), float32(2), float32(1))
	f.Fuzz(func(t *testing.T, x, y, heading float32) {
		if !(x > -0.5 && x < 0.5 && y > -7 && y < 7 && heading > -100 && heading < 100) {
			return
		}
		hx, hy := Hit(x, y, heading, 1, 14)
		if d := min(0.5-max(hx, -hx), 7-max(hy, -hy)); d < -1e-4 || d > 1e-3 {
			t.Errorf("(%v, %v) is %v off the walls", hx, hy, d)
		}
	})
}

func TestUnitAndAround(t *testing.T) {
	if u := Unit(Point{3, 4}); math.Abs(float64(u.X)-0.6) > 1e-6 || math.Abs(float64(u.Y)-0.8) > 1e-6 {
		t.Errorf("unit of (3, 4) is %v", u)
	}
	if u := Unit(Point{}); u != (Point{}) {
		t.Errorf("unit of nothing is %v", u)
	}
	if p := Around(Point{1, 1}, 2, 0.25); math.Abs(float64(p.X)-1) > 1e-6 || math.Abs(float64(p.Y)-3) > 1e-6 {
		t.Errorf("a quarter round is %v, want (1, 3)", p)
	}
}
