package track

import (
	"cmp"
	"slices"

	"driftlab/engine/measure"
	"driftlab/engine/nn"
	"driftlab/engine/task"
	"driftlab/engine/task/corridor"
)

// dataset is a run's fixed samples: what the network learns and where each was seen.
type dataset struct {
	*task.Data // in the order of the walk
	// The batch has the samples in the order of their bins: a place field is then one
	// stretch of samples, and the rest costs nothing.
	batch *nn.Batch
	order []int // T: sample order[s] of the walk is row s of the batch
	bin   []int // T, in the order of the walk
	bins  int
	sigma float64        // of the maps' smoothing, bins: none where a bin is a sample
	parts []*nn.Batch    // of two places, the samples of each
	walk  *corridor.Walk // nil but on the track, and of two places
	wall  []float32      // the texture along the walls, in [-1, 1] where the views are full
}

// newDataset draws the data of one place, or of two.
func newDataset(p *Params) *dataset {
	d := newPlace(p)
	if p.Places == OnePlace {
		return d
	}
	other := *p
	other.Seed += otherPlace
	return joined(d, newPlace(&other))
}

// newPlace draws the data of a place.
func newPlace(p *Params) *dataset {
	d := &dataset{}
	lo := float32(-1)
	if p.Scale == "unit" {
		lo = 0
	}
	switch p.Task {
	case "random":
		d.Data = task.Random(p.Seed, p.Samples, p.Inputs, p.Outputs, lo)
		d.count(p.Samples)
	case "smoothed":
		d.Data = task.Smoothed(p.Seed, p.Samples, p.Inputs, p.Outputs, lo)
		d.count(p.Samples)
	case "abstract":
		var at []float64
		d.Data, at = task.Abstract(p.Seed, p.Samples, p.Inputs, lo)
		d.place(at)
	default:
		world := p.corridor()
		d.walk = corridor.NewWalk(&world)
		d.Data, d.wall = d.walk.Predict(&world, lo)
		d.bins, d.sigma = measure.Bins, measure.SmoothSigma
		d.bin = d.walk.Bins(p.Samples, d.bins)
	}
	d.arrange()
	return d
}

// arrange makes the batch.
func (d *dataset) arrange() {
	samples := len(d.bin)
	d.order = make([]int, samples)
	for s := range d.order {
		d.order[s] = s
	}
	slices.SortStableFunc(d.order, func(a, b int) int { return cmp.Compare(d.bin[a], d.bin[b]) })
	d.batch = nn.NewBatch(samples, inOrder(d.Inputs, d.order), inOrder(d.Targets, d.order))
}

// count makes a sample's place its index.
func (d *dataset) count(samples int) {
	d.bins = min(samples, measure.Bins)
	d.bin = make([]int, samples)
	for t := range d.bin {
		d.bin[t] = t * d.bins / samples
	}
}

// place puts samples that were seen at these shares of a ring into bins along it.
func (d *dataset) place(at []float64) {
	d.bins, d.sigma = measure.Bins, measure.SmoothSigma
	d.bin = make([]int, len(at))
	for t, share := range at {
		d.bin[t] = min(int(float64(share*measure.Bins)), measure.Bins-1)
	}
}

// corridor is what the dials say of it.
func (p *Params) corridor() corridor.Params {
	return corridor.Params{
		Seed: p.Seed, Samples: p.Samples, Rays: p.Rays,
		Lx: p.Lx, Ly: p.Ly, Smooth: p.Smooth, Legacy: p.Offsets == "legacy", FOV: p.FOV,
		Velocity: p.Velocity, Buffer: p.Buffer, SpeedJitter: p.SpeedJitter, TurnJitter: p.TurnJitter,
	}
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
