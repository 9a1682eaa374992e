package valley

import "math"

const (
	mostTrails = 64                     // walkers that leave a trail
	crowdMost  = mostTrails - mostDrops // of the crowd, the first; the rest are for what is dropped
	mostPoints = 192                    // points of a trail
	reach      = 0.1                    // how far a walker diffuses from one point to the next, at most
)

// trails remember where a few walkers were at the last steps that are multiples of stride.
// As long as nobody gets far in a stride, a full memory is thinned instead of forgetting:
// trails then go back to the start.
type trails struct {
	crowd  int // the first so many of the crowd, and every drop
	stride int64
	first  int // the row of the oldest point
	n      int // points in memory
	x, y   [mostPoints][mostTrails]float32
}

// clear forgets everything and begins at step 0, with a crowd of n.
func (t *trails) clear(s *Sim) {
	t.crowd = min(len(s.crowd.x), crowdMost)
	t.stride, t.first, t.n = 1, 0, 0
	t.add(s)
}

// follow takes note of s after a step.
func (t *trails) follow(s *Sim) {
	if s.step%t.stride != 0 {
		return
	}
	if t.n == mostPoints && t.thin(s.p.wander()) && s.step%t.stride != 0 {
		return
	}
	t.add(s)
}

// wander is the scale of a walker's diffusion along the floor, a step.
func (p *Params) wander() float64 {
	if p.Kind == "label" {
		return 2 * p.Rate * p.Noise
	}
	return p.Noise
}

// thin drops every other point of a full memory, unless points would get too far apart.
func (t *trails) thin(wander float64) bool {
	if wander*wander*float64(2*t.stride) > reach*reach {
		return false
	}
	t.n = (mostPoints + 1) / 2
	for i := range t.n {
		to, from := t.row(i), t.row(2*i)
		t.x[to], t.y[to] = t.x[from], t.y[from]
	}
	t.stride *= 2
	return true
}

// row is the place of point i, the oldest being 0.
func (t *trails) row(i int) int { return (t.first + i) % mostPoints }

// add appends the present places; a full memory forgets the oldest.
func (t *trails) add(s *Sim) {
	if t.n == mostPoints {
		t.first, t.n = t.row(1), t.n-1
	}
	r := t.row(t.n)
	t.n++
	x, y := t.x[r][:], t.y[r][:]
	copy(x, s.crowd.x[:t.crowd])
	copy(y, s.crowd.y[:t.crowd])
	copy(x[t.crowd:], s.drops.all.x[:s.drops.n])
	copy(y[t.crowd:], s.drops.all.y[:s.drops.n])
}

// begin forgets the trail of drop k: a new walker starts there.
func (t *trails) begin(k int) {
	nan := float32(math.NaN())
	for r := range mostPoints {
		t.x[r][t.crowd+k], t.y[r][t.crowd+k] = nan, nan
	}
}
