package stability

import (
	"driftlab/engine/measure"
	"driftlab/engine/param"
	"driftlab/engine/run"
	"driftlab/engine/task/digits"
)

// A Sim is one or two learners on their way through the tasks, in step. It implements engine.Sim. A
// learner's course does not depend on the other's.
type Sim struct {
	dials   *param.Set
	params  Params
	runs    int64
	steps   int64
	data    *digits.Data
	courses []*course // the first learner's, and that of the one beside it
	columns *measure.Report
	pic     picture
	drawing drawing
}

// New is a Sim with the default dials; Restart builds what they say.
func New() *Sim {
	s := &Sim{params: Defaults()}
	s.dials = s.params.Dials()
	s.columns = measure.NewReport(false, Columns...)
	return s
}

// Dials are the live dials.
func (s *Sim) Dials() *param.Set { return s.dials }

// Steps counts the iterations since Restart.
func (s *Sim) Steps() int64 { return s.steps }

// Story is the tempo: all tasks take about equally long, and together a minute, where the machine can
// keep up.
func (s *Sim) Story() (start, seconds float64) { return float64(s.params.end(s.params.Tasks - 1)), 90 }

// Restart makes the learners anew from the dials.
func (s *Sim) Restart(assets run.Assets) error {
	if s.data == nil {
		data, err := open(assets)
		if err != nil {
			return err
		}
		s.data = data
	}
	s.courses = append(s.courses[:0], newCourse(&s.params, s.params.Learner, s.data))
	if s.params.Other != off {
		s.courses = append(s.courses, newCourse(&s.params, s.params.Other, s.data))
	}
	s.steps, s.pic = 0, picture{}
	s.runs++
	return nil
}

// Step takes one iteration of each learner. Before that the last is recorded if that is due, and what is
// to be done with a task that was learned is done; both take several calls.
func (s *Sim) Step() run.Outcome {
	for _, c := range s.courses {
		if c.unsettled() {
			c.settle()
			return run.Working
		}
	}
	if s.over() {
		return run.Over
	}
	for _, c := range s.courses {
		if c.report.Due(c.steps) {
			if !c.exam.ask(c, someTasks) {
				return run.Working
			}
			c.record()
		}
	}
	for _, c := range s.courses {
		if !c.look() {
			return run.Over
		}
	}
	for _, c := range s.courses {
		c.move()
	}
	s.steps++
	return run.Stepped
}

// someTasks is how many tasks one call of Step asks about.
const someTasks = 2

// over reports whether a learner has diverged, or all have learned all.
func (s *Sim) over() bool {
	for _, c := range s.courses {
		if c.broken >= 0 {
			return true
		}
	}
	return s.courses[0].over()
}
