package rules

import (
	"driftlab/engine/measure"
	"driftlab/engine/param"
	"driftlab/engine/run"
	"driftlab/engine/run/legs"
	"driftlab/engine/track"
)

// A Sim is some networks side by side, all at the same step. It implements engine.Sim, and gives their legs away
// to helpers.
type Sim struct {
	legs.Course
	params   Params
	dials    *param.Set
	all      [Most]*track.Sim
	nets     []*track.Sim // those that there are: each keeps its record as if it were alone
	steps    int64        // that all networks have reached which have not diverged
	runs     int64
	trainers []legs.Trainer  // each takes steps of a network, on its course
	learners []track.Learner // the dials that it follows from
	turn     int             // whose spectra are next
	report   *measure.Report
	frame    Frame
	does     [Most]track.Learner // what the words of the frame are of
}

// New is a Sim with the default dials; Restart builds what they say.
func New() *Sim {
	s := &Sim{params: Params{Nets: Most}}
	for i := range s.all {
		s.all[i] = track.NewBeside()
		defaults[i](&s.all[i].Params().Learner)
	}
	s.dials = declare(&s.params, &s.all)
	s.report = measure.NewReport(true, Columns...)
	return s
}

// Dials are the live dials.
func (s *Sim) Dials() *param.Set { return s.dials }

// Steps counts the training steps since Restart.
func (s *Sim) Steps() int64 { return s.steps }

// Restart draws the data and the networks anew from the dials. It needs no assets.
func (s *Sim) Restart(run.Assets) error {
	s.nets = s.all[:s.params.Nets]
	s.report.Of = s.report.Of[:0]
	for i, net := range s.nets {
		if i == 0 {
			_ = net.Restart(nil) // never fails
		} else {
			net.Params().World = s.nets[0].Params().World
			net.RestartBeside(s.nets[0])
		}
		s.report.Of = append(s.report.Of, net.Report())
	}
	s.trainers = s.trainers[:0]
	for _, net := range s.nets {
		s.trainers = append(s.trainers, track.NewTrainer(net))
	}
	s.steps = 0
	s.runs++
	s.frame, s.does = Frame{}, [Most]track.Learner{}
	s.begin()
	return nil
}

// aLeg is how many multiply-adds a leg takes: some 25 ms.
const aLeg = 250e6

// begin begins the course anew, from where the networks are.
func (s *Sim) begin() {
	var start []legs.State
	cost := 0.0
	s.learners = s.learners[:0]
	for _, net := range s.nets {
		l := &track.Learned{}
		net.Learned(l)
		start = append(start, l)
		s.learners = append(s.learners, net.Params().Learner)
		cost = max(cost, net.Cost())
	}
	s.Begin(s.steps, int64(aLeg/cost), start, s.trainers, s.agenda)
}

// agenda is that of the networks: one that has diverged records no more.
func (s *Sim) agenda() legs.Agenda {
	for _, net := range s.nets {
		if net.Steps() == s.steps && !net.Broken() {
			return net.Agenda()
		}
	}
	return s.nets[0].Agenda()
}

// Step takes a training step of one network. When all of them have come to where the next of them has something
// to record, or to where it is time to look, they go on there together.
func (s *Sim) Step() run.Outcome {
	if s.broken() {
		return run.Over
	}
	s.follow()
	if got := s.Course.Step(); got != run.Stepped {
		return got
	}
	was := s.steps
	for i, net := range s.nets {
		stop, l := s.Here(i)
		if s.steps = stop; net.Steps() == was { // it has not diverged
			net.Enter(l.(*track.Learned))
		}
	}
	s.Pass()
	return run.Stepped
}

// Within bounds the steps that come next: as many are wanted, and no more.
func (s *Sim) Within(steps int64) {
	s.follow()
	if end := s.steps + steps; !s.Course.Within(end) {
		s.begin()
		s.Course.Within(end)
	}
}

// broken reports whether every network has diverged.
func (s *Sim) broken() bool {
	for _, net := range s.nets {
		if net.Steps() == s.steps {
			return false
		}
	}
	return true
}

// follow begins anew what was to come when a dial is turned.
func (s *Sim) follow() {
	for i, net := range s.nets {
		if net.Params().Learner != s.learners[i] {
			s.begin()
			return
		}
	}
}

// Aside does a piece of the spectra of one of the networks, in turn.
func (s *Sim) Aside() bool {
	for range s.nets {
		s.turn++
		if s.nets[s.turn%len(s.nets)].Aside() {
			return true
		}
	}
	return false
}

// Spectrum computes the spectra of all networks now, however long that takes.
func (s *Sim) Spectrum() {
	for _, net := range s.nets {
		net.Spectrum()
	}
}

// Story is the tempo of track's.
func (s *Sim) Story() (start, seconds float64) { return s.all[0].Story() }
