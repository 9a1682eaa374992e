package minima

import (
	"driftlab/engine/measure"
	"driftlab/engine/param"
	"driftlab/engine/run"
)

// A Sim is a crowd of walkers of each rule. It implements engine.Sim.
type Sim struct {
	dials  *param.Set
	params Params

	runs     int64
	steps    int64
	lost     int // the first rule that has lost a walker; -1 while none has
	crowds   [rules]*crowd
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
	return s
}

// Dials are the live dials.
func (s *Sim) Dials() *param.Set { return s.dials }

// Steps counts the steps since Restart.
func (s *Sim) Steps() int64 { return s.steps }

// Story is the tempo: the walkers are down in some hundred steps, and then it is hops that are waited
// for.
func (s *Sim) Story() (start, seconds float64) { return 300, 10 }

// Restart puts all walkers into the left minimum. It needs no assets.
func (s *Sim) Restart(run.Assets) error {
	for i := range s.crowds {
		s.crowds[i] = newCrowd(s.params.Walkers)
	}
	s.normals = make([]float32, 2*s.params.Walkers)
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
	for i, c := range s.crowds {
		noise := float32(0)
		if i == replay || s.params.Shared {
			noise = s.params.noise()
			s.params.normals(s.normals, i, s.steps)
		}
		if !c.walk(pulls[i], s.normals, float32(s.params.Rate), noise, float32(s.params.Barrier)) && s.lost < 0 {
			s.lost = i
		}
	}
	s.expected += s.params.kramers()
	s.steps++
	return run.Stepped
}
