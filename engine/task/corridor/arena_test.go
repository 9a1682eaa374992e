package corridor

import (
	"math"
	"slices"
	"testing"
)

func TestRaysMeetTheNearestWall(t *testing.T) {
	c := &arena{lx: 2, ly: 10}
	for _, r := range []struct{ x, y, angle, hx, hy, arc float64 }{
		{0, 0, 0, 0, 5, 2 + 10 + 1},                            // straight up: the top's middle
		{0, 0, math.Pi / 2, 1, 0, 2 + 5},                       // right: the right wall's middle
		{0, 0, math.Pi, 0, -5, 1},                              // down: the bottom's middle
		{0, 0, -math.Pi / 2, -1, 0, 2 + 10 + 2 + 5},            // left: the left wall's middle
		{0, 4, math.Pi / 4, 1, 5, 2 + 10},                      // into the upper right corner
		{0.5, -2, math.Atan(0.5 / 3), 1, 1, 2 + 6},             // up and a little to the right
		{0, 4, -math.Atan(0.25), -0.25, 5, 2 + 10 + 1.25},      // the top, left of its middle
		{-0.5, -4, math.Pi + math.Atan(0.25), -0.75, -5, 0.25}, // the bottom, from above
		{0, 0, 7*math.Pi + math.Pi/2, -1, 0, 2 + 10 + 2 + 5},   // many turns later
		{0.25, 1, -math.Pi / 2, -1, 1, 2 + 10 + 2 + 4},         // the left wall runs downwards
		{0.999, -4.999, math.Pi / 2, 1, -4.999, 2 + 0.001},     // beside a corner
		{0, 0, math.Atan(1. / 5), 1, 5, 2 + 10},                // exactly a corner
		{0, 0, math.Pi/2 + math.Atan(4), 1, -4, 2 + 1},         // down the right wall
		{-1 + 1e-12, 0, -math.Pi / 2, -1, 0, 2 + 10 + 2 + 5},   // touching the wall
		{0, 0, math.Pi - math.Atan(1./5), 1, -5, 2},            // the lower right corner
		{0, 2, math.Pi/2 - math.Atan(2), 1, 4, 2 + 9},          // up the right wall
		{0.5, 0, math.Atan(0.5/5) / 2, 0.5 + 5*math.Tan(math.Atan(0.1)/2), 5, 2 + 10 + 1 - 0.5 - 5*math.Tan(math.Atan(0.1)/2)}, // the top, right of its middle
	} {
		hx, hy, on := c.hit(r.x, r.y, r.angle)
		arc := c.arc(hx, hy, on)
		if math.Abs(hx-r.hx) > 1e-6 || math.Abs(hy-r.hy) > 1e-6 || math.Abs(arc-r.arc) > 1e-6 {
			t.Errorf("ray from (%v, %v) at %v meets (%v, %v) at arc %v, want (%v, %v) at %v", r.x, r.y, r.angle, hx, hy, arc, r.hx, r.hy, r.arc)
		}
	}
}

func TestTextureIsClosedAndInterpolated(t *testing.T) {
	c := &arena{lx: 1, ly: 1, tiles: []float32{0, 1, 4, 2}} // one tile a wall
	for _, p := range []struct {
		x, y float64
		on   wall
		want float64
	}{
		{-0.5, -0.5, bottom, 0},
		{0, -0.5, bottom, 0.5},
		{0.5, -0.5, right, 1},
		{0.5, -0.25, right, 1.75},
		{0.5, 0.5, top, 4},
		{-0.5, 0, left, 1},
		{-0.5, -0.5, left, 0},
	} {
		if got := c.texture(p.x, p.y, p.on); math.Abs(got-p.want) > 1e-12 {
			t.Errorf("texture at (%v, %v) is %v, want %v", p.x, p.y, got, p.want)
		}
	}
	if got := c.painted(); !slices.Equal(got, c.tiles) {
		t.Errorf("painted %v, want the tiles", got)
	}
}

// The authors' code gives each wall a quarter of the texture, clockwise from the upper left
// corner, and counts along it in shares of the whole perimeter.
func TestLegacyPhasesAreTheAuthors(t *testing.T) {
	c := &arena{lx: 1, ly: 14, legacy: true}
	for i := range 30 * 9 {
		c.tiles = append(c.tiles, float32(i*i%37))
	}
	for _, p := range []struct {
		x, y, phase float64
		on          wall
	}{
		{-0.5, 7, 0, top},
		{0.5, 7, 1. / 30, top},
		{0.5, 7, 0.25, right},
		{0.5, -7, 0.25 + 14./30, right},
		{0.5, -7, 0.5, bottom},
		{-0.5, -7, 0.5 + 1./30, bottom},
		{-0.5, -7, 0.75, left},
		{-0.5, 0.5, 1, left},
		{-0.5, 7, 0.75 + 14./30, left},
	} {
		if got := c.legacyPhase(p.x, p.y, p.on); math.Abs(got-p.phase) > 1e-12 {
			t.Errorf("(%v, %v): phase %v, want %v", p.x, p.y, got, p.phase)
		}
	}
	blank := 0
	for i := range 1000 {
		if y := -7 + 14*(float64(i)+0.5)/1000; c.texture(-0.5, y, left) == float64(c.tiles[0]) && y > 0.5 {
			blank++
		}
	}
	if blank != 464 {
		t.Errorf("%d of 1,000 points of the left wall are blank, want the upper 46 %%", blank)
	}
}
