package corridor

import (
	"math"

	"driftlab/engine/num"
	"driftlab/engine/rng"
	"driftlab/engine/task"
)

// arena is [-Lx/2, Lx/2] x [-Ly/2, Ly/2], with textured walls.
type arena struct {
	lx, ly float64
	tiles  []float32 // the texture, evenly along the perimeter
	legacy bool
}

func newArena(p *Params) *arena {
	n := max(2, int(math.Round(2*(p.Lx+p.Ly)*float64(p.Rays))))
	raw := make([]float32, n)
	rng.Key{Seed: uint32(p.Seed), Stream: task.StreamTexture}.Normals(raw, 0)
	return &arena{lx: p.Lx, ly: p.Ly, tiles: smoothRing(raw, p.Smooth*float64(n)), legacy: p.Legacy}
}

// smoothRing filters a closed ring with a Gaussian of the given width in tiles.
func smoothRing(x []float32, sigma float64) []float32 {
	n := len(x)
	radius := min(int(4*sigma)+1, 2*n)
	weight := make([]float64, n) // by distance around the ring
	var sum float64
	for d := -radius; d <= radius; d++ {
		w := num.Exp(-float64(float64(d*d) / (2 * sigma * sigma)))
		weight[(d%n+n)%n] += w
		sum += w
	}
	out := make([]float32, n)
	for i := range out {
		var v float64
		for d, w := range weight {
			if w != 0 {
				v += float64(w * float64(x[(i+d)%n]))
			}
		}
		out[i] = float32(v / sum)
	}
	return out
}

// A wall is one of the four, in the order of the authors' code.
type wall int

const (
	top wall = iota
	right
	bottom
	left
)

// hit is where the ray from (x, y) at the angle (0 = +y, clockwise) first meets a wall.
func (c *arena) hit(x, y, angle float64) (hx, hy float64, on wall) {
	dx, dy := num.Sincos(angle)
	tx, ty := math.Inf(1), math.Inf(1)
	if dx != 0 {
		tx = (math.Copysign(c.lx/2, dx) - x) / dx
	}
	if dy != 0 {
		ty = (math.Copysign(c.ly/2, dy) - y) / dy
	}
	switch {
	case tx < ty && dx > 0:
		return c.lx / 2, y + float64(tx*dy), right
	case tx < ty:
		return -c.lx / 2, y + float64(tx*dy), left
	case dy > 0:
		return x + float64(ty*dx), c.ly / 2, top
	default:
		return x + float64(ty*dx), -c.ly / 2, bottom
	}
}

// arc is the distance along the walls from the lower left corner: bottom, right, top, left.
func (c *arena) arc(x, y float64, on wall) float64 {
	halfX, halfY := float64(c.lx/2), float64(c.ly/2)
	switch on {
	case bottom:
		return x + halfX
	case right:
		return c.lx + (y + halfY)
	case top:
		return c.lx + c.ly + (halfX - x)
	default:
		return float64(2*c.lx) + c.ly + (halfY - y)
	}
}

// place is where on the ring of tiles a point of a wall has its brightness.
func (c *arena) place(x, y float64, on wall) float64 {
	n := float64(len(c.tiles))
	if c.legacy {
		return float64(c.legacyPhase(x, y, on) * n)
	}
	return float64(c.arc(x, y, on) / float64(2*(c.lx+c.ly)) * n)
}

// legacyPhase is the share of the ring that the authors' code assigns to a point: a quarter
// for each wall, however long it is, clockwise from the upper left corner. In a long corridor
// side walls reach far into the next wall's quarter.
func (c *arena) legacyPhase(x, y float64, on wall) float64 {
	halfX, halfY := float64(c.lx/2), float64(c.ly/2)
	along := [...]float64{top: x + halfX, right: halfY - y, bottom: halfX - x, left: y + halfY}
	return float64(float64(on)/4) + float64(along[on]/float64(2*(c.lx+c.ly)))
}

// texture is the wall's brightness at a point, interpolated between tiles. The authors'
// interpolation ends at the first tile, once around; beyond, it holds that value, so that most
// of a long left wall is blank.
func (c *arena) texture(x, y float64, on wall) float64 {
	n := len(c.tiles)
	at := c.place(x, y, on)
	if c.legacy && at >= float64(n) {
		return float64(c.tiles[0])
	}
	low := math.Floor(at)
	i := int(low) % n
	a, b := float64(c.tiles[i]), float64(c.tiles[(i+1)%n])
	return a + float64((at-low)*(b-a))
}

// painted is the brightness of n points evenly along the walls from the lower left corner:
// bottom, right, top, left.
func (c *arena) painted() []float32 {
	out := make([]float32, len(c.tiles))
	halfX, halfY := float64(c.lx/2), float64(c.ly/2)
	for i := range out {
		d := float64(float64(i) * float64(2*(c.lx+c.ly)) / float64(len(out)))
		switch {
		case d < c.lx:
			out[i] = float32(c.texture(d-halfX, -halfY, bottom))
		case d < c.lx+c.ly:
			out[i] = float32(c.texture(halfX, d-c.lx-halfY, right))
		case d < float64(2*c.lx)+c.ly:
			out[i] = float32(c.texture(c.lx+c.ly-d+halfX, halfY, top))
		default:
			out[i] = float32(c.texture(-halfX, float64(2*c.lx)+c.ly-d+halfY, left))
		}
	}
	return out
}
