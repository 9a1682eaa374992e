package track

import (
	"math"

	"driftlab/engine/measure"
	"driftlab/engine/nn"
	"driftlab/engine/num"
	"driftlab/engine/rng"
	"driftlab/engine/task"
)

// A lesson is what is learned and who learns it: the data, the network and the rule.
type lesson struct {
	p       *Params
	data    *dataset
	net     *nn.Net
	pass    *nn.Pass
	learner *nn.Learner
	visits  []visit // where the network learns by turns; none where it learns all data at once
	steps   int64
	fresh   bool  // pass holds the forward pass of the present parameters
	broken  int64 // the step at which the network had diverged; -1 while it has not
}

func newLesson(p *Params, d *dataset) lesson {
	l := lesson{p: p, data: d, broken: -1}
	b := l.data.batch
	l.net = nn.New(b.D, p.Units, b.O, nn.Init(p.Init), rng.Key{Seed: uint32(p.Seed), Stream: task.StreamWeights})
	l.net.Activation = nn.Activation(p.Activation)
	l.pass = nn.NewPass(l.net, b)
	l.learner = nn.NewLearner(l.net, b, l.pass)
	if l.visits = newVisits(p, d, l.net); p.Leaps && l.visits == nil { // in turns what is silent in one place may not be in the other
		l.learner.Leap(task.StreamLeaps)
	}
	return l
}

// Advance takes one full-batch training step and measures nothing: what a step of a long run
// costs, for reports are close together at its beginning and rare later. A network that has diverged
// stays where it is.
func (l *lesson) Advance() {
	if l.visits != nil {
		l.goThere()
	} else {
		l.forward()
	}
	if l.broken >= 0 {
		return
	}
	key := rng.Key{Seed: uint32(l.p.Seed), Stream: task.StreamNoise}
	l.learner.Step(l.p.method(), key, uint64(l.steps))
	l.steps++
	l.fresh = false
}

// forward brings the activities up to the present parameters.
func (l *lesson) forward() {
	if l.fresh {
		return
	}
	l.pass.Forward(l.net, l.data.batch)
	l.fresh = true
	if l.visits == nil && l.broken < 0 && l.lost(l.pass.MSE, l.data.batch.Variance) {
		l.broken = l.steps
	}
}

// hopeless is the error, over the variance of the targets, at which stochastic error descent
// has diverged: it need not go on to infinity, for beside such parameters its directions are
// rounded away.
const hopeless = 1e12

// lost reports whether a network with this error has diverged.
func (l *lesson) lost(mse, variance float64) bool {
	return !num.Finite(float32(mse)) || l.p.Rule == string(nn.SED) && mse > hopeless*variance
}

// enter takes over the parameters of a step.
func (l *lesson) enter(step int64, theta []float32) {
	copy(l.net.Theta, theta)
	l.learner.Stand()
	l.steps, l.fresh, l.broken = step, false, -1
}

// dead reports whether every unit is silent, so that nothing reaches the outputs. Units that
// are only counted as silent still learn.
func (l *lesson) dead() bool { return l.net.Activation.Sparse() && l.activeUnits() == 0 }

// activeUnits counts the units that are active for some sample now.
func (l *lesson) activeUnits() int {
	l.forward()
	return int(math.Round(float64(measure.ActiveUnits(l.pass.Active(), l.data.batch.T) * float64(l.p.Units))))
}

// errorNow is the MSE over the variance of the targets.
func (l *lesson) errorNow() float64 {
	l.forward()
	return l.pass.MSE / l.data.batch.Variance
}
