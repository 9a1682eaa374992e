package stability

import (
	"driftlab/engine/measure"
	"driftlab/engine/task/digits"
)

// A course is the record of one learner's way: what its network has come to, and what was measured on the way.
type course struct {
	lesson
	report *measure.Report
	scores [][]float64 // of each network kept, the shares right in its task and those before
	coming []float64   // the next of them
	views  [len(probes)]view
}

// newCourse is a course at its beginning.
func newCourse(p *Params, name string, data *digits.Data) *course {
	c := &course{lesson: newLesson(p, name, data), report: measure.NewReport(false, Columns...)}
	c.report.Coarse = float64(p.apart())
	c.report.Reset()
	return c
}

// enter goes on to what a trainer has come to, and records what is due there.
func (c *course) enter(at *Stand) {
	c.lesson.enter(at)
	c.record()
}
