package track

import (
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
func New() *Sim {
	s := &Sim{p: Defaults()}
	s.dials = s.p.Dials()
	s.report = measure.NewReport(true, Columns...)
	return s
}

// Dials are the live dials.
func (s *Sim) Dials() *param.Set { return s.dials }

// Steps counts the training steps since Restart.
func (s *Sim) Steps() int64 { return s.steps }

// Restart draws the data and the network anew from the dials. It needs no assets.
func (s *Sim) Restart(run.Assets) error {
	s.begin(newLesson(&s.p))
	s.runs++
	s.held = held{}
	s.pic = newPicture(s)
	return nil
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
