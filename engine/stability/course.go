package stability

import "driftlab/engine/task/digits"

// A course is one learner's way: what its network has come to, and what is known of the networks kept.
type course struct {
	lesson
	scores [][]float64 // of each network kept, the shares right in its task and those before
	coming []float64   // the next of them
	views  [len(probes)]view
}

// newCourse is a course at its beginning.
func newCourse(p *Params, name string, data *digits.Data) *course {
	return &course{lesson: newLesson(p, name, data)}
}
