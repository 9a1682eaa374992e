package stability

import (
	"math"

	"driftlab/engine/measure"
	"driftlab/engine/wire"
)

// often is how many reports a task has, at first: one asks about all tasks so far, which costs as much
// as some ten iterations.
const often = 10

// apart is how many iterations there are from one report to the next. There are never so many that the history
// has to thin out.
func (p *Params) apart() int64 { return int64(max(1, p.Iterations/often)) }

// own are the measures of a learner.
var own = []measure.Column{
	colLoss: {
		Name: "loss", Label: "Loss", Unit: "nats an answer",
		Help: "mean cross-entropy of the answers to the task's test digits, over the five steps at which an answer counts",
	},
	colNow:   {Name: "acc_now", Label: "this task", Help: "share of the task's test digits that are told right"},
	colMean:  {Name: "acc_mean", Label: "mean over the tasks so far", Help: "the same, mean over all tasks up to this one"},
	colFirst: {Name: "acc_first", Label: "first task", Help: "the same of the first task"},
	colR2a: {
		Name: "r2_4v5", Label: "r² of 4v5",
		Help: "squared correlation, over test digits of 4v5, steps and units, of the activities with those of the network that had just learned 4v5; NaN before that",
	},
	colR2b: {Name: "r2_1v7", Label: "r² of 1v7", Help: "the same of 1v7"},
}

// The places of a learner's measures among its own.
const (
	colLoss = iota
	colNow
	colMean
	colFirst
	colR2a
	colR2b
)

// The places of the other columns in a row; those of the learners follow.
const (
	colStep = iota
	colTask
	colOwn
)

// Columns are the measures of a report: those of the learner, then those of the one beside it.
var Columns = columns()

func columns() []measure.Column {
	all := []measure.Column{
		colStep: {Name: "step", Label: "iteration"},
		colTask: {Name: "task", Label: "task", Help: "which of the tasks is learned, from 1 on; at its last iteration still that one"},
	}
	all = append(all, own...)
	for _, c := range own {
		all = append(all, measure.Column{
			Name: "beside_" + c.Name, Label: c.Label + ", beside", Unit: c.Unit, Seldom: true,
			Help: c.Name + " of the learner beside it; empty if there is none, or where it is no number",
		})
	}
	return all
}

// Charts are the curves of the picture: of each measure one line for each learner.
var Charts = []wire.Chart{
	{Title: "Accuracy, mean over the tasks so far", Short: "Accuracy, mean", Lo: 0.4, Hi: 1, Lines: both},
	{Title: "Accuracy in the first task", Short: "Accuracy, first", Lo: 0.4, Hi: 1, Lines: both},
	{Title: own[colR2a].Label, Hi: 1, Lines: both},
	{Title: own[colR2b].Label, Hi: 1, Lines: both},
	{Title: own[colLoss].Label, Unit: own[colLoss].Unit, Lines: both},
}

// charted are the columns of the charts.
var charted = [...]int{colMean, colFirst, colR2a, colR2b, colLoss}

// both are the learners' lines.
var both = []wire.Line{{Name: "learner"}, {Name: "beside it", Dashed: true}}

// measure makes the newest row that of the last exams. A learner that has diverged before has no numbers.
func (s *Sim) measure() {
	at := s.courses[0].exam.step
	for _, c := range s.courses {
		at = max(at, c.exam.step)
	}
	now := s.params.task(at)
	s.report.Row = append(s.report.Row[:0], float64(at), float64(now))
	for k := range len(s.report.Columns[colOwn:]) / len(own) {
		if k < len(s.courses) && s.courses[k].exam.step == at {
			e := s.courses[k].exam
			right := e.right[:now]
			s.report.Row = append(s.report.Row, e.loss, right[now-1], mean(right), right[0], e.r2[0], e.r2[1])
			continue
		}
		for range own {
			s.report.Row = append(s.report.Row, math.NaN())
		}
	}
}

// record keeps a row if one is due and the exams are of the present step. Where all have diverged before there is
// none.
func (s *Sim) record() {
	for _, c := range s.courses {
		if c.exam.step != c.steps && !c.broken {
			return
		}
	}
	if s.broken() < len(s.courses) && s.report.Due(s.steps) {
		s.measure()
		s.report.Keep()
	}
}

// Report is the run in numbers, with the newest measures.
func (s *Sim) Report() *measure.Report {
	s.newest()
	return s.report
}

// Measure brings the measures up to the present step, and what is known of the networks kept.
func (s *Sim) Measure() {
	if len(s.courses) == 0 {
		return
	}
	for _, c := range s.courses {
		for c.review() {
		}
		for !c.exam.ask(&c.lesson, c.p.Tasks) {
		}
	}
	s.record()
	s.measure()
}

// newest sees to it that there are measures at all.
func (s *Sim) newest() {
	for _, c := range s.courses {
		if c.exam.step < 0 {
			s.Measure()
			return
		}
	}
}

// draw fills in the lines of the curves, and the tasks behind them.
func (s *Sim) draw(h *wire.Head) {
	h.Steps = s.report.Column(h.Steps[:0], colStep)
	for len(h.Curves) < 2*len(charted) {
		h.Curves = append(h.Curves, nil)
	}
	for i, column := range charted {
		for k := range 2 {
			h.Curves[2*i+k] = s.report.Column(h.Curves[2*i+k][:0], colOwn+k*len(own)+column)
		}
	}
	h.Bands = h.Bands[:0]
	for i := range s.params.task(s.steps) {
		h.Bands = append(h.Bands, wire.Band{From: int64(i) * int64(s.params.Iterations), Name: Tasks[i].Name, Phase: 1 + int(Tasks[i].Turn)})
	}
}

// Curves are the measures as the picture's curves show them.
func (s *Sim) Curves() *wire.Curves {
	s.newest()
	var h wire.Head
	s.draw(&h)
	c := &wire.Curves{Step: s.steps, Axis: Columns[colStep].Label, Steps: wire.Gappy(h.Steps), Bands: h.Bands, Charts: wire.Charted(Charts, &h)}
	for i := range c.Charts {
		for k := range c.Charts[i].Lines {
			if k < len(s.courses) {
				c.Charts[i].Lines[k].Name = string(s.courses[k].name)
			}
		}
	}
	return c
}
