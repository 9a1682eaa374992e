package minima

import (
	"driftlab/engine/measure"
	"driftlab/engine/param"
	"driftlab/engine/run"
)

// A Sim is a crowd of walkers of each rule, and the few that the visitor dropped. It implements
// engine.Sim.
type Sim struct {
	dials  *param.Set
	params Params

	runs     int64
	steps    int64
	lost     int // the rule that has lost a walker, and rules more for one that was dropped; -1 while none has
	crowds   [rules]*crowd
	drops    drops
	expected float64 // hops of a walker so far, by theory
	normals  []float32
	report   *measure.Report
	frame    Frame
}

// New is a Sim with the default dials; Restart builds what they say.
func New() *Sim {
	s := &Sim{params: Defaults()}
	s.dials = s.params.Dials()
	s.report = measure.NewReport(false, Columns...)
	s.frame.Crowds = make([]Walkers, rules)
	return s
}

// Dials are the live dials.
func (s *Sim) Dials() *param.Set { return s.dials }

// Steps counts the steps since Restart.
func (s *Sim) Steps() int64 { return s.steps }

// Story is the tempo: the walkers come up to the second loss within some tens of steps, and then it is
// hops that are waited for. The rarer they are, the faster it goes: with some ten in the start's steps,
// the first come within seconds.
func (s *Sim) Story() (start, seconds float64) {
	const least, most = 300, 6000
	rate := s.params.kramers() * float64(s.params.Walkers)
	if rate == 0 {
		return least, 10
	}
	return min(max(10/rate, least), most), 10
}

// Restart puts all walkers into the left minimum, and takes away what was dropped. It needs no assets.
func (s *Sim) Restart(run.Assets) error {
	for i := range s.crowds {
		s.crowds[i] = newCrowd(s.params.Walkers)
	}
	s.drops.clear()
	s.normals = make([]float32, 2*max(s.params.Walkers, mostDrops))
	s.steps, s.expected, s.lost = 0, 0, -1
	s.report.Reset()
	s.runs++
	return nil
}

// Step moves all walkers once.
func (s *Sim) Step() run.Outcome {
	if s.lost >= 0 {
		return run.Over
	}
	s.record()
	for i := range rules {
		s.move(s.crowds[i], i, i)
		s.move(s.drops.of[i], i, rules+i)
	}
	s.expected += s.params.kramers()
	s.steps++
	return run.Stepped
}

// move takes a step of a crowd under a rule, with normals from a stream of its own, so that what is
// dropped leaves the others' numbers alone.
func (s *Sim) move(c *crowd, rule, stream int) {
	if len(c.x) == 0 {
		return
	}
	noise, normals := float32(0), s.normals[:2*len(c.x)]
	if rule == replay || s.params.Shared {
		noise = s.params.noise()
		s.params.normals(normals, stream, s.steps)
	}
	if !c.walk(pulls[rule], normals, float32(s.params.Rate), noise, float32(s.params.Barrier)) && s.lost < 0 {
		s.lost = stream
	}
}
