package track

import (
	"cmp"
	"slices"

	"driftlab/engine/measure"
	"driftlab/engine/nn"
	"driftlab/engine/rng"
)

// dataset is a run's fixed samples: what the network learns and where each was seen.
type dataset struct {
	inputs, targets []float32 // T x D, T x O, in [lo, 1], in the order of the walk
	lo              float32   // the smallest value: -1 signed, 0 unit
	// The batch has the samples in the order of their bins: a place field is then one
	// stretch of samples, and the rest costs nothing.
	batch *nn.Batch
	order []int // T: sample order[s] of the walk is row s of the batch
	bin   []int // T, in the order of the walk
	bins  int
	sigma float64   // of the maps' smoothing, bins: none where a bin is a sample
	walk  *walk     // nil for the random task
	wall  []float32 // the texture along the walls, in [-1, 1] where the views are full
}

func newDataset(p *Params) *dataset {
	d := &dataset{lo: -1}
	if p.Scale == "unit" {
		d.lo = 0
	}
	if p.Task == "random" {
		d.random(p)
	} else {
		d.track(p)
	}
	d.order = make([]int, p.Samples)
	for s := range d.order {
		d.order[s] = s
	}
	slices.SortStableFunc(d.order, func(a, b int) int { return cmp.Compare(d.bin[a], d.bin[b]) })
	d.batch = nn.NewBatch(p.Samples, inOrder(d.inputs, d.order), inOrder(d.targets, d.order))
	return d
}

// inOrder puts the rows of x in the given order.
func inOrder[V any](x []V, order []int) []V {
	n := len(x) / len(order)
	out := make([]V, 0, len(x))
	for _, s := range order {
		out = append(out, x[s*n:(s+1)*n]...)
	}
	return out
}

// track makes inputs [view_t, heading change] and targets view_{t+1}. Scaling to [lo, 1] is by the heading column, the views, the targets, then the inputs jointly.
func (d *dataset) track(p *Params) {
	w := newWalk(p, newCorridor(p))
	d.walk = w
	views := append([]float32(nil), w.view[:p.Samples*p.Rays]...)
	d.targets = append([]float32(nil), w.view[p.Rays:]...)
	turns := make([]float32, p.Samples)
	for t := range turns {
		turns[t] = float32(w.theta[t+1] - w.theta[t])
	}
	lo, hi := extent(views)
	d.wall = w.world.painted()
	rescale(d.wall, lo, hi, -1)
	for _, x := range [][]float32{turns, views, d.targets} {
		d.scale(x)
	}
	for t := range turns {
		d.inputs = append(d.inputs, views[t*p.Rays:(t+1)*p.Rays]...)
		d.inputs = append(d.inputs, turns[t])
	}
	d.scale(d.inputs)
	d.bins, d.sigma = measure.Bins, measure.SmoothSigma
	d.bin = w.bins(p.Samples, d.bins)
}

// random makes inputs and targets that are all independent and uniform. A sample's place
// is its index.
func (d *dataset) random(p *Params) {
	key := rng.Key{Seed: uint32(p.Seed), Stream: streamRandom}
	d.inputs = make([]float32, p.Samples*p.Inputs)
	d.targets = make([]float32, p.Samples*p.Outputs)
	key.Uniforms(d.inputs, 0)
	key.Uniforms(d.targets, 1)
	d.scale(d.inputs)
	d.scale(d.targets)
	d.bins = min(p.Samples, measure.Bins)
	d.bin = make([]int, p.Samples)
	for t := range d.bin {
		d.bin[t] = t * d.bins / p.Samples
	}
}

func extent(x []float32) (lo, hi float32) {
	lo, hi = x[0], x[0]
	for _, v := range x {
		lo, hi = min(lo, v), max(hi, v)
	}
	return lo, hi
}

// scale brings x to [lo, 1]; a constant becomes the middle.
func (d *dataset) scale(x []float32) {
	lo, hi := extent(x)
	rescale(x, lo, hi, d.lo)
}

// rescale maps [lo, hi] to [least, 1].
func rescale(x []float32, lo, hi, least float32) {
	for i, v := range x {
		share := float32(0.5)
		if hi != lo {
			share = (v - lo) / (hi - lo)
		}
		x[i] = float32((1-least)*share) + least
	}
}
