package sticky

import (
	"driftlab/engine/measure"
	"driftlab/engine/run"
	"driftlab/engine/run/legs"
)

// Sides are methods side by side on their way through the tasks, in step, each with some seeds. The networks'
// legs are given away to helpers.
type sides struct {
	legs.Course
	base
	steps    int64 // that all networks have reached which have not diverged
	groups   []*group
	nets     []*course // of all groups
	trainers []legs.Trainer
	set      settings // that the course follows from
}

// Steps counts the iterations since the beginning.
func (s *sides) Steps() int64 { return s.steps }

// Story is the tempo: all tasks take about equally long, and together half a minute, where the machine can
// keep up.
func (s *sides) Story() (start, seconds float64) { return float64(max(1, s.end())), 30 }

// end is the step at which all is learned.
func (s *sides) end() int64 {
	if s.data == nil {
		return 0
	}
	return int64(s.p.Tasks) * s.data.per(s.p)
}

// newSides makes the networks from the dials.
func newSides(b base) *sides {
	s := &sides{base: b}
	p := s.p
	chosen := p.chosen()
	for _, which := range chosen {
		g := &group{method: Methods[which], report: measure.NewReport(false, Columns[1:]...)}
		g.report.Coarse = float64(s.data.apart(p))
		g.report.Reset()
		for k := range p.Seeds {
			c := &course{lesson: *newLesson(p, g.method, p.Seed+k, s.data), sampled: k == 0}
			g.nets, s.nets = append(g.nets, c), append(s.nets, c)
			s.trainers = append(s.trainers, trainer{newLesson(p, g.method, p.Seed+k, s.data)})
		}
		s.groups, s.report.Of = append(s.groups, g), append(s.report.Of, g.report)
	}
	s.report.Lead = func(of int, _ []float64) int { return chosen[of] }
	s.begin()
	return s
}

// A leg is some 50 ms long, and has so many iterations at least: what a network is has to be sent there and back.
const aLeg, leastIterations = 50e6, 20

// begin begins what is to come anew, from where the networks are.
func (s *sides) begin() {
	var start []legs.State
	for _, c := range s.nets {
		at := &Stand{}
		at.set(&c.Stand)
		start = append(start, at)
	}
	s.set = s.p.settings()
	// For a weight, some ten operations, and for each digit two more for a quarter of the weights.
	n := s.nets[0]
	work := len(n.Theta) * (10 + n.batch()/2)
	s.Begin(s.steps, max(leastIterations, int64(aLeg/work)), start, s.trainers, func() legs.Agenda {
		return agenda{s.data.apart(s.p), s.data.per(s.p)}
	})
	s.Course.Within(s.end())
}

// heed begins anew what was to come when a dial is turned.
func (s *sides) heed() {
	if s.p.settings() != s.set {
		s.begin()
	}
}

// Within bounds the steps that come next.
func (s *sides) Within(steps int64) {
	s.heed()
	end := min(s.steps+min(steps, measure.MostSteps), s.end())
	if !s.Course.Within(end) {
		s.begin()
		s.Course.Within(end)
	}
}

// Wants reports whether there is a leg that can begin and that nobody has.
func (s *sides) Wants() bool {
	s.heed()
	return !s.over() && s.Course.Wants()
}

// Step does a piece of a network's leg: an iteration, say. When all have come to where the next of them is looked at,
// they go on there together. Before that the first row is recorded, which takes several calls.
func (s *sides) Step() run.Outcome {
	if s.over() {
		return run.Over
	}
	if s.steps == 0 && s.groups[0].report.Due(0) {
		for _, c := range s.nets {
			if !c.Asked {
				c.ask()
				return run.Working
			}
		}
		s.record()
		return run.Working
	}
	s.heed()
	if got := s.Course.Step(); got != run.Stepped {
		return got
	}
	for i, c := range s.nets {
		stop, at := s.Here(i)
		if s.steps = stop; !c.Stays {
			c.enter(at.(*Stand))
		}
	}
	s.record()
	s.Pass()
	return run.Stepped
}

// record keeps rows where they are due.
func (s *sides) record() {
	for _, c := range s.nets {
		if !c.Asked && !c.Broken {
			return
		}
	}
	for _, g := range s.groups {
		if g.report.Due(s.steps) || s.steps%s.data.per(s.p) == 0 {
			g.measure(s.steps)
			if g.report.Len() == 0 || g.report.Last()[0] < float64(s.steps) {
				g.keep()
			}
		}
	}
}

// over reports whether every network has diverged or learned all.
func (s *sides) over() bool {
	for _, c := range s.nets {
		if !c.Stays {
			return false
		}
	}
	return true
}
