package minima

import (
	"math"

	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// The rules, as places in Sim.crowds.
const (
	replay = iota
	laplace
	ncl
	rules
)

// across is how far on a side a walker is that has hopped there.
const across = 0.7

// lost is how far out a walker has flown off: noise alone takes none there.
const lost = 100

// A crowd is walkers of one rule.
type crowd struct {
	x, y  []float32
	right []bool // the side that a walker was last well on
	hops  int64  // of all of them so far
}

// newCrowd begins where the first loss has been learned, at its left minimum.
func newCrowd(walkers int) *crowd {
	c := &crowd{x: make([]float32, walkers), y: make([]float32, walkers), right: make([]bool, walkers)}
	for i := range c.x {
		c.x[i] = -1
	}
	return c
}

// A pull is how far a rule moves a walker in a step, over -g, but for the noise.
type pull func(x, y, h float32) (dx, dy float32)

// pulls are the rules'. All have y - 1 of the second loss, and y of the first.
var pulls = [rules]pull{
	replay: func(x, y, h float32) (dx, dy float32) {
		return float32(float32(4*h)*x) * (float32(x*x) - 1), (y - 1) + y
	},
	laplace: func(x, y, h float32) (dx, dy float32) {
		return float32(8*h) * (x + 1), (y - 1) + y
	},
	// The precision of y is 1, and the second loss has no say in x.
	ncl: func(x, y, _ float32) (dx, dy float32) {
		return x + 1, (y - 1) + y
	},
}

// walk takes a step of all walkers, with normals for x and then for y, and reports whether none has
// flown off.
func (c *crowd) walk(move pull, normals []float32, rate, noise, h float32) bool {
	n, ok := len(c.x), true
	for i, x := range c.x {
		y := c.y[i]
		dx, dy := move(x, y, h)
		x -= float32(rate * (dx + float32(noise*normals[i])))
		y -= float32(rate * (dy + float32(noise*normals[n+i])))
		c.x[i], c.y[i] = x, y
		if c.right[i] && x < -across || !c.right[i] && x > across {
			c.right[i] = !c.right[i]
			c.hops++
		}
		ok = ok && math.Abs(float64(x)) < lost && math.Abs(float64(y)) < lost
	}
	return ok
}

// meanY is the walkers' mean y.
func (c *crowd) meanY() float64 {
	sum := 0.0
	for _, y := range c.y {
		sum += float64(y)
	}
	return sum / float64(len(c.y))
}

// kramers is the hops of a walker in a step by theory, for small steps and a barrier well above the
// noise:
//
//	g sqrt(32) h/(2 pi) exp(-h/T)     T = g s^2/(2R)
func (p *Params) kramers() float64 {
	t := p.heat()
	if t == 0 {
		return 0
	}
	return p.Rate * math.Sqrt(32) * p.Barrier / (2 * math.Pi) * num.Exp(-p.Barrier/t)
}

// heat is T, the temperature that replay's noise amounts to when steps are small.
func (p *Params) heat() float64 { return p.Rate * p.Noise * p.Noise / (2 * float64(p.Replays)) }

// noise is that of the gradient, with all replayed trials.
func (p *Params) noise() float32 { return float32(p.Noise / math.Sqrt(float64(p.Replays))) }

// normals fills dst with those of a stream at a step.
func (p *Params) normals(dst []float32, stream int, step int64) {
	rng.Key{Seed: uint32(p.Seed), Stream: streamNoise + uint32(stream)}.Normals(dst, uint64(step))
}

// streamNoise is the first of the rules' streams of the seed; after them come those of what is dropped.
const streamNoise = 1
