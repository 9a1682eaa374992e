package corridor

import (
	"math"

	"driftlab/engine/num"
	"driftlab/engine/rng"
	"driftlab/engine/task"
)

// A Walk is the path of T+1 poses, what is seen at each, and where the rays of the view end.
type Walk struct {
	X, Y, Theta []float64 // T+1
	View        []float32 // T+1 x rays, as bright as the walls
	HitX, HitY  []float32 // T+1 x rays
	Up          []bool    // T+1: the step that led here went up
	arena       *arena
}

// NewWalk lets the agent run from the centre, heading up.
func NewWalk(p *Params) *Walk {
	n := p.Samples + 1
	w := &Walk{arena: newArena(p)}
	jitter := make([]float32, 2*n)
	rng.Key{Seed: uint32(p.Seed), Stream: task.StreamWalk}.Normals(jitter, 0)
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
func (w *Walk) look(p *Params, y, theta float64, up bool) {
	w.X, w.Y, w.Theta, w.Up = append(w.X, 0), append(w.Y, y), append(w.Theta, theta), append(w.Up, up)
	f := math.Pi / p.FOV
	for k := range p.Rays {
		angle := theta - f + float64(2*f*float64(k)/float64(p.Rays-1))
		hx, hy, on := w.arena.hit(0, y, angle)
		w.HitX, w.HitY = append(w.HitX, float32(hx)), append(w.HitY, float32(hy))
		w.View = append(w.View, float32(w.arena.texture(hx, hy, on)))
	}
}

// Bins places the first T samples in B bins of signed position: the position times the sign
// of the step, over the range that the samples cover. The first half of the bins is the way
// down, from its upper end; the second half the way up, from its lower end.
func (w *Walk) Bins(t, b int) []int {
	lo, hi := [2]float64{math.Inf(1), math.Inf(1)}, [2]float64{math.Inf(-1), math.Inf(-1)}
	way := func(i int) int {
		if w.Up[i] {
			return 1
		}
		return 0
	}
	for i := range t {
		k := way(i)
		lo[k], hi[k] = min(lo[k], w.Y[i]), max(hi[k], w.Y[i])
	}
	half := b / 2
	out := make([]int, t)
	for i := range out {
		k, share := way(i), 0.0
		if hi[k] > lo[k] {
			share = (w.Y[i] - lo[k]) / (hi[k] - lo[k])
		}
		at := min(int(float64(share*float64(half))), half-1)
		if out[i] = half + at; k == 0 {
			out[i] = half - 1 - at
		}
	}
	return out
}
