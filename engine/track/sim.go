package track

import (
	"slices"

	"driftlab/engine/measure"
	"driftlab/engine/param"
	"driftlab/engine/run"
)

// Sim is a running experiment: a network that learns to predict the agent's next view, the
// record of it, and the picture. It implements engine.Sim.
type Sim struct {
	record
	p     Params
	dials *param.Set
	runs  int64
	held  held
	pic   picture
}

// New is a Sim with the default dials; Restart builds what they say.
func New() *Sim { return newSim(Columns) }

// NewBeside is New for networks side by side, which may be in two places by turns.
func NewBeside() *Sim { return newSim(slices.Concat(Columns, TravelColumns)) }

func newSim(columns []measure.Column) *Sim {
	s := &Sim{p: Defaults()}
	s.dials = s.p.Dials()
	s.report = measure.NewReport(true, columns...)
	s.report.Stays = s.spectra.due
	return s
}

// Dials are the live dials.
func (s *Sim) Dials() *param.Set { return s.dials }

// Steps counts the training steps since Restart.
func (s *Sim) Steps() int64 { return s.steps }

// Params are the values of the dials.
func (s *Sim) Params() *Params { return &s.p }

// Restart draws the data and the network anew from the dials. It needs no assets.
func (s *Sim) Restart(run.Assets) error {
	s.restart(newDataset(&s.p))
	return nil
}

// restart draws the network anew, to learn these data.
func (s *Sim) restart(d *dataset) {
	s.begin(newLesson(&s.p, d))
	s.runs++
	s.held = held{}
	s.pic = newPicture(s)
}

// Step takes one full-batch training step. A network that has diverged stays where it
// is: that run is over.
func (s *Sim) Step() run.Outcome {
	s.Advance()
	if s.broken >= 0 {
		return run.Over
	}
	if s.due() {
		s.take()
	}
	return run.Stepped
}
