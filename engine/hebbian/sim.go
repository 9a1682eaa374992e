package hebbian

import (
	"driftlab/engine/measure"
	"driftlab/engine/param"
	"driftlab/engine/rng"
	"driftlab/engine/run"
)

// A Sim is a network of place cells that visits one random place a step. It implements
// engine.Sim.
type Sim struct {
	record
	dials    *param.Set
	params   Params
	runs     int64
	settling int // turns that the cells have taken on their way to rest in this step
	pic      picture
}

const (
	someTurns  = 1000 // of a step, and
	somePlaces = 10   // of a record, that one call of Step is enough for
)

// New is a Sim with the default dials; Restart builds what they say.
func New() *Sim {
	s := &Sim{params: Defaults()}
	s.dials = s.params.Dials()
	s.report = measure.NewReport(true, Columns...)
	s.phases.Mean = 0.5
	s.report.Coarse = 8 // a report asks about 200 places: that costs as much as some dozen steps
	return s
}

// Dials are the live dials.
func (s *Sim) Dials() *param.Set { return s.dials }

// Steps counts the steps since Restart.
func (s *Sim) Steps() int64 { return s.steps }

// Restart makes the world and the network anew from the dials. It needs no assets.
func (s *Sim) Restart(run.Assets) error {
	s.begin(&s.params)
	s.runs++
	s.settling = 0
	s.pic = picture{}
	return nil
}

// Step visits one random place: the cells come to rest there, and then their weights change.
// Before that the last step is recorded if it is due. Both may take several calls.
func (s *Sim) Step() run.Outcome {
	if s.broken >= 0 {
		return run.Over
	}
	if s.due() {
		if !s.answers.ask(s.net, s.world, s.steps, somePlaces) {
			return run.Working
		}
		s.take()
	}
	return s.visit()
}

// Advance is Step without the record: what a step of a long run costs, for reports are close
// together at its beginning and rare later.
func (s *Sim) Advance() {
	for s.visit() == run.Working {
	}
}

// visit takes a step, or some turns of it.
func (s *Sim) visit() run.Outcome {
	if s.settling == 0 {
		s.net.follow(&s.params)
		s.net.calm()
		s.net.see(s.world.at(s.place()))
	}
	s.settling += someTurns
	if !s.net.settle(someTurns) && s.settling < mostTurns {
		return run.Working
	}
	s.settling = 0
	if !s.net.finite() {
		s.broken = s.steps
		return run.Over
	}
	s.net.learn(&s.params, uint64(s.steps))
	s.net.ready()
	s.steps++
	return run.Stepped
}

// place is where this step is.
func (s *Sim) place() int {
	var u [1]float32
	rng.Key{Seed: uint32(s.params.Seed), Stream: streamPlace}.Uniforms(u[:], uint64(s.steps))
	return int(u[0] * float32(s.world.places()))
}

// look asks about every place, which a step that is under way has to be begun anew for.
func (s *Sim) look() {
	if s.answers.step != s.steps {
		s.settling = 0
	}
	s.record.look()
}
