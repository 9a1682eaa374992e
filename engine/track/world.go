package track

import (
	"math"

	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// The streams of a run's seed.
const (
	streamWeights = iota
	streamNoise
	streamWalk
	streamTexture
	streamRandom
)

// corridor is the arena [-Lx/2, Lx/2] x [-Ly/2, Ly/2] with its textured walls.
type corridor struct {
	lx, ly float64
	tiles  []float32 // the texture, evenly along the perimeter
	legacy bool
}

func newCorridor(p *Params) *corridor {
	n := max(2, int(math.Round(2*(p.Lx+p.Ly)*float64(p.Rays))))
	raw := make([]float32, n)
	rng.Key{Seed: uint32(p.Seed), Stream: streamTexture}.Normals(raw, 0)
	return &corridor{lx: p.Lx, ly: p.Ly, tiles: smoothRing(raw, p.Smooth*float64(n)), legacy: p.Phase == "legacy"}
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

// hit is where the ray from (x, y) at the angle (0 = +y, clockwise) first meets a wall,
// and the wall's arc length there.
func (c *corridor) hit(x, y, angle float64) (hx, hy, arc float64) {
	dx, dy := num.Sincos(angle)
	tx, ty := math.Inf(1), math.Inf(1)
	if dx != 0 {
		tx = (math.Copysign(c.lx/2, dx) - x) / dx
	}
	if dy != 0 {
		ty = (math.Copysign(c.ly/2, dy) - y) / dy
	}
	if tx < ty {
		hx, hy = math.Copysign(c.lx/2, dx), y+float64(tx*dy)
	} else {
		hx, hy = x+float64(ty*dx), math.Copysign(c.ly/2, dy)
	}
	return hx, hy, c.arc(hx, hy, tx < ty)
}

// arc is the distance along the walls from the lower left corner: bottom, right, top,
// left. The legacy offsets take the bottom wall to be as long as a side wall and end
// beyond the texture's last tile.
func (c *corridor) arc(x, y float64, side bool) float64 {
	first := c.lx
	second := c.ly
	if c.legacy {
		first, second = c.ly, c.lx
	}
	halfX, halfY := float64(c.lx/2), float64(c.ly/2)
	switch {
	case side && x > 0:
		return first + (y + halfY)
	case side:
		return float64(2*first) + second + (halfY - y)
	case y > 0:
		return first + second + (halfX - x)
	default:
		return x + halfX
	}
}

// texture is the wall's brightness at an arc length, interpolated between tiles.
func (c *corridor) texture(arc float64) float64 {
	n := len(c.tiles)
	at := float64(arc / float64(2*(c.lx+c.ly)) * float64(n))
	if c.legacy && at > float64(n-1) {
		return float64(c.tiles[n-1]) // the authors' interpolation holds the last value
	}
	low := math.Floor(at)
	i := int(low) % n
	a, b := float64(c.tiles[i]), float64(c.tiles[(i+1)%n])
	return a + float64((at-low)*(b-a))
}

// walk is the path of T+1 poses and what is seen at each.
type walk struct {
	x, y, theta []float64 // T+1
	view        []float32 // T+1 x rays
	hitX, hitY  []float32 // T+1 x rays
	up          []bool    // T+1: the step that led here went up
	world       *corridor
}

// newWalk lets the agent run from the centre, heading up.
func newWalk(p *Params, c *corridor) *walk {
	n := p.Samples + 1
	w := &walk{world: c}
	jitter := make([]float32, 2*n)
	rng.Key{Seed: uint32(p.Seed), Stream: streamWalk}.Normals(jitter, 0)
	limit := float64(p.Ly/2) - float64(p.Buffer*p.Ly)
	y, theta, up := 0.0, 0.0, true
	for t := range n {
		if t > 0 {
			v := p.Velocity + float64(p.SpeedJitter*float64(jitter[2*t]))
			theta += float64(2 * math.Pi * p.TurnJitter * float64(jitter[2*t+1]))
			_, ahead := num.Sincos(theta)
			step := float64(v * ahead)
			y += step
			up = step > 0
		}
		y = min(max(y, -limit), limit)
		w.look(p, y, theta, up)
		// The agent stays on the mid-line, and turns back at either end after the view.
		switch {
		case y >= limit:
			theta = math.Pi
		case y <= -limit:
			theta = 0
		}
	}
	return w
}

// look records one pose and its view.
func (w *walk) look(p *Params, y, theta float64, up bool) {
	w.x, w.y, w.theta, w.up = append(w.x, 0), append(w.y, y), append(w.theta, theta), append(w.up, up)
	f := math.Pi / p.FOV
	for k := range p.Rays {
		angle := theta - f + float64(2*f*float64(k)/float64(p.Rays-1))
		hx, hy, arc := w.world.hit(0, y, angle)
		w.hitX, w.hitY = append(w.hitX, float32(hx)), append(w.hitY, float32(hy))
		w.view = append(w.view, float32(w.world.texture(arc)))
	}
}

// bins places the first T samples in B bins of signed position: the distance from the
// lower end, positive on the way up and negative on the way down, from -Ly to Ly.
func (w *walk) bins(t, b int) []int {
	out := make([]int, t)
	for i := range out {
		s := w.y[i] + float64(w.world.ly/2)
		if !w.up[i] {
			s = -s
		}
		out[i] = min(max(int(math.Floor((s+w.world.ly)/(2*w.world.ly)*float64(b))), 0), b-1)
	}
	return out
}
