package track

import (
	"driftlab/engine/nn"
	"driftlab/engine/task"
)

// otherPlace is what the seed of the second place has more than the run's: no run has that seed.
const otherPlace = 1_000_000_000

// joined are the data of two places: the samples of the second come after those of the first, and so do its bins.
func joined(a, b *dataset) *dataset {
	d := &dataset{
		Data: &task.Data{
			Inputs: append(append([]float32(nil), a.Inputs...), b.Inputs...), Targets: append(append([]float32(nil), a.Targets...), b.Targets...), Lo: a.Lo,
		},
		bin: append([]int(nil), a.bin...), bins: a.bins + b.bins, sigma: a.sigma, parts: []*nn.Batch{a.batch, b.batch},
	}
	for _, bin := range b.bin {
		d.bin = append(d.bin, a.bins+bin)
	}
	d.arrange()
	return d
}

// places is how many there are.
func (d *dataset) places() int { return max(len(d.parts), 1) }

// A visit is what a network learns from while it is in a place.
type visit struct {
	batch *nn.Batch
	pass  *nn.Pass
}

// newVisits are those of a network that learns by turns; none of one that does not.
func newVisits(p *Params, d *dataset, net *nn.Net) (all []visit) {
	if p.Places != Turns {
		return nil
	}
	for _, b := range d.parts {
		all = append(all, visit{b, nn.NewPass(net, b)})
	}
	return all
}

// here is the place in which the step is taken that follows on a step.
func (l *lesson) here(step int64) int { return int(step/int64(l.p.Stay)) % len(l.visits) }

// goThere brings the learner to the place of the next step, and finds out whether the network has diverged.
func (l *lesson) goThere() {
	if l.broken >= 0 {
		return
	}
	v := &l.visits[l.here(l.steps)]
	v.pass.Forward(l.net, v.batch)
	l.learner.Visit(v.batch, v.pass)
	if l.lost(v.pass.MSE, v.batch.Variance) {
		l.broken = l.steps
	}
}
