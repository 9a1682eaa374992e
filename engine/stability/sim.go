package stability

import (
	"driftlab/engine/measure"
	"driftlab/engine/nn/continual"
	"driftlab/engine/param"
	"driftlab/engine/run"
	"driftlab/engine/run/legs"
	"driftlab/engine/task/digits"
)

// A Sim is one or two learners on their way through the tasks, in step. It implements engine.Sim, and gives
// the learners' legs away to helpers. A learner's course does not depend on the other's.
type Sim struct {
	legs.Course
	dials    *param.Set
	params   Params
	runs     int64
	steps    int64 // that all learners have reached which have not diverged
	data     *digits.Data
	courses  []*course // the first learner's, and that of the one beside it
	report   *measure.Report
	pic      picture
	drawing  drawing
	drawings int // that there have been, and goings back
	trainers []legs.Trainer
	sets     []continual.Settings // of each learner, that the course follows from
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
	s.trainers = s.trainers[:0]
	for _, c := range s.courses {
		s.trainers = append(s.trainers, newTrainer(c))
	}
	s.report.Coarse = float64(s.params.apart())
	s.report.Reset()
	s.steps, s.pic = 0, picture{}
	s.runs++
	s.begin()
	return nil
}

// aLeg is how many multiply-adds a leg takes: some 70 ms. What is sent with it takes a millisecond.
const aLeg = 250e6

// begin begins what is to come anew, from where the learners are.
func (s *Sim) begin() {
	var start []legs.State
	s.sets = s.sets[:0]
	trials := 0
	for _, c := range s.courses {
		at := &Stand{}
		c.stand(at)
		start = append(start, at)
		s.sets = append(s.sets, s.params.settings(c.name))
		trials = max(trials, s.params.Batch+c.replays())
	}
	const steps, passes = 45, 3 // of a trial; forward, and back to what came in and to the weights
	pace := aLeg / (trials * steps * passes * len(s.courses[0].theta))
	s.Begin(s.steps, int64(pace), start, s.trainers, func() legs.Agenda {
		return agenda{s.params.apart(), int64(s.params.Iterations)}
	})
	s.Course.Within(s.params.end(s.params.Tasks - 1))
}

// heed begins anew what was to come when a dial is turned.
func (s *Sim) heed() {
	for i, c := range s.courses {
		if s.params.settings(c.name) != s.sets[i] {
			s.begin()
			return
		}
	}
}

// Within bounds the steps that come next.
func (s *Sim) Within(steps int64) {
	s.heed()
	end := min(s.steps+min(steps, measure.MostSteps), s.params.end(s.params.Tasks-1))
	if !s.Course.Within(end) {
		s.begin()
		s.Course.Within(end)
	}
}

// Wants reports whether there is a leg that can begin and that nobody has.
func (s *Sim) Wants() bool {
	s.heed()
	return !s.over() && s.Course.Wants()
}

// Step does a piece of a learner's leg: an iteration, say. When all have come to where they are next looked at,
// they go on there together. Before that each network that was kept is reviewed, and the first row recorded; both
// take several calls.
func (s *Sim) Step() run.Outcome {
	for _, c := range s.courses {
		if c.review() {
			return run.Working
		}
	}
	if s.over() {
		return run.Over
	}
	if s.report.Due(0) {
		for _, c := range s.courses {
			c.exam.ask(&c.lesson, c.p.Tasks) // one
		}
		s.record()
		return run.Working
	}
	s.heed()
	if got := s.Course.Step(); got != run.Stepped {
		return got
	}
	for i, c := range s.courses {
		stop, at := s.Here(i)
		if s.steps = stop; !c.stays() {
			c.enter(at.(*Stand))
		}
	}
	if s.broken() == len(s.courses) { // nobody has got there
		s.steps = 0
		for _, c := range s.courses {
			s.steps = max(s.steps, c.steps)
		}
	}
	s.record()
	s.Pass()
	return run.Stepped
}

// over reports whether every learner has diverged or learned all.
func (s *Sim) over() bool {
	for _, c := range s.courses {
		if !c.stays() {
			return false
		}
	}
	return true
}
