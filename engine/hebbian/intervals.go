package hebbian

import "driftlab/engine/measure"

// leastInterval is the first interval, steps: to ask about all places takes as long as some 75, and
// reports ask more often than this up to step 6,400.
const leastInterval = 512

// codeCorrelation is that of the population vectors of the first k cells.
func (n *net) codeCorrelation(a, b *measure.Population) float64 {
	return measure.PopulationCorrelation(a, b, n.k)
}

// mark marks the end of an interval with what the cells do at a step.
func (r *record) mark(step int64, y []float32) {
	m := r.intervals.Next(step)
	if m.Code == nil {
		m.Code = &measure.Population{Places: Places}
	}
	m.Code.Y = append(m.Code.Y[:0], y...)
	m.Active = m.Active[:0]
	for j := range r.net.k {
		m.Active = append(m.Active, isActive(m.Code.Cell(j)))
	}
	m.Sparsity = float64(activeCells(m.Code)) / float64(r.net.k)
	r.intervals.Close()
}

// marks are those of a state.
func (r *record) marks() (marks []Snap) {
	for i := range r.intervals.Marks {
		m := &r.intervals.Marks[i]
		marks = append(marks, Snap{Step: m.Step, Y: m.Code.Y})
	}
	return marks
}

// markAgain makes the marks of a state, and reports whether they are ones that a run could have. Those of
// before version 2 have none.
func (r *record) markAgain(st *State) bool {
	if !r.intervals.Restore(st.Every) {
		return false
	}
	for _, m := range st.Marks {
		if len(m.Y) != len(r.answers.Y) || m.Step > st.Step || !r.intervals.Due(m.Step) {
			return false
		}
		r.mark(m.Step, m.Y)
	}
	return !r.intervals.Missed(st.Step)
}

// stands is where the run stands.
func (r *record) stands() measure.Standing[*measure.Population] {
	return measure.Standing[*measure.Population]{Phase: r.standing(), Verdict: &r.verdict, Intervals: &r.intervals}
}
