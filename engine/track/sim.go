package track

import (
	"errors"
	"math"
	"slices"

	"driftlab/engine/measure"
	"driftlab/engine/nn"
	"driftlab/engine/num"
	"driftlab/engine/param"
	"driftlab/engine/rng"
	"driftlab/engine/task"
)

// Sim is a running experiment: a network that learns to predict the agent's next view.
type Sim struct {
	p     Params
	dials *param.Set

	data    *dataset
	net     *nn.Net
	pass    *nn.Pass
	descent nn.Descent
	steps   int64
	fresh   bool  // pass holds the forward pass of the present parameters
	broken  int64 // the step at which the loss was no longer a number; -1 while it is

	occupancy *measure.Occupancy
	smooth    *measure.Smoother
	history   *measure.History
	snaps     []*snapshot // at log-spaced steps; the first at step 0
	nextDue   int64       // the step of the next snapshot
	corr      [][]float64 // row i: correlations of snapshot i with 0..i
	now       measure.Snapshot
	report    []float64
	course    measure.Course
	phases    measure.PhaseFinder
	fitT      []float64 // steps and values of the fit, kept for their memory
	fitY      []float64
	verdict   measure.Verdict
	tau       float64 // steps; 0 when the active units follow no exponential

	runs int64
	held held
	pic  picture
}

// New is a Sim with the default dials; Restart builds what they say.
func New() *Sim {
	s := &Sim{p: Defaults()}
	s.dials = s.p.Dials()
	return s
}

// Dials are the live dials.
func (s *Sim) Dials() *param.Set { return s.dials }

// Steps counts the training steps since Restart.
func (s *Sim) Steps() int64 { return s.steps }

// Restart draws the data and the network anew from the dials.
func (s *Sim) Restart() {
	p := &s.p
	s.data = newDataset(p)
	b := s.data.batch
	s.net = nn.New(b.D, p.Units, b.O, nn.Init(p.Init), rng.Key{Seed: uint32(p.Seed), Stream: task.StreamWeights})
	s.pass = nn.NewPass(s.net, b)
	s.steps, s.fresh, s.broken = 0, false, -1

	s.occupancy = measure.NewOccupancy(inOrder(s.data.bin, s.data.order), s.data.bins)
	s.smooth = measure.NewSmoother(s.data.bins, s.data.sigma)
	s.history = measure.NewHistory(len(columns))
	s.history.Rows = make([]float64, 0, len(columns)*measure.MaxRows)
	s.snaps, s.corr, s.nextDue = nil, nil, 0
	s.now = measure.Snapshot{Step: -1}
	s.verdict = measure.Verdict{}
	s.runs++
	s.held = held{}
	s.pic = newPicture(s)
	s.record()
}

// Step takes one full-batch training step. A network whose loss is no longer a number
// stays where it is: Steps does not grow.
func (s *Sim) Step() {
	s.Learn()
	if s.broken < 0 && (s.history.Due(s.steps) || s.steps == s.nextDue) {
		s.record()
	}
}

// Learn is Step without the reports, which are close together at the beginning of a run
// and rare later: what a step of a long run costs.
func (s *Sim) Learn() {
	s.forward()
	if s.broken >= 0 {
		return
	}
	s.pass.Backward(s.net, s.data.batch)
	key := rng.Key{Seed: uint32(s.p.Seed), Stream: task.StreamNoise}
	s.descent.Step(s.net, s.pass.Grad, float32(s.p.Rate), float32(s.p.Noise), key, uint64(s.steps))
	s.steps++
	s.fresh = false
}

// forward brings the activities up to the present parameters.
func (s *Sim) forward() {
	if s.fresh {
		return
	}
	s.pass.Forward(s.net, s.data.batch)
	s.fresh = true
	if s.broken < 0 && !num.Finite(float32(s.pass.MSE)) {
		s.broken = s.steps
	}
}

// maps brings the rate maps up to the present parameters.
func (s *Sim) maps() {
	if s.forward(); s.now.Step != s.steps {
		s.now.Take(s.steps, s.pass.H.Rows, s.occupancy, s.smooth)
	}
}

// Poke does nothing: there is nothing to touch on the track.
func (s *Sim) Poke(float32, float32) (string, error) {
	return "", errors.New("poke: there is nothing to touch on the track")
}

// nextSnapshot is the first ten to the k/6 after a step.
func nextSnapshot(last int64) int64 {
	for k := 0; ; k++ {
		if step := snapshotStep(k); step > last {
			return step
		}
	}
}

// snapshotStep is 10^(k/6), rounded.
func snapshotStep(k int) int64 {
	const sixth = math.Ln10 / 6
	return int64(math.Round(num.Exp(sixth * float64(k))))
}

// record adds a row to the history and a snapshot, as they are due.
func (s *Sim) record() {
	s.maps()
	if s.steps == s.nextDue {
		s.snapshot()
	}
	if !s.history.Due(s.steps) {
		return
	}
	s.report = s.AppendRow(s.report[:0])
	s.history.Add(s.report)
	s.decide()
	// The phase of a row is the one that it decides.
	s.history.Rows[len(s.history.Rows)-len(columns)+colPhase] = float64(s.standing())
}

// A snapshot is the maps at one step, and the parameters that they follow from.
type snapshot struct {
	measure.Snapshot
	theta []float32
}

// snapshot keeps the maps, and their correlation with all earlier ones.
func (s *Sim) snapshot() {
	snap := &snapshot{
		Snapshot: measure.Snapshot{Step: s.steps, SI: slices.Clone(s.now.SI), Maps: slices.Clone(s.now.Maps)},
		theta:    slices.Clone(s.net.Theta),
	}
	s.snaps = append(s.snaps, snap)
	row := make([]float64, len(s.snaps))
	for i, old := range s.snaps {
		row[i] = measure.MapCorrelation(&old.Snapshot, &snap.Snapshot)
	}
	s.corr = append(s.corr, row)
	s.nextDue = nextSnapshot(s.steps)
}
