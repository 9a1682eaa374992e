package track

import "driftlab/engine/measure"

// leastInterval is the first interval, steps: at first there is a report of every step anyway.
const leastInterval = 1

// mapCorrelation is that of the maps of two steps.
func mapCorrelation(a, b *snapshot) float64 {
	return measure.MapCorrelation(&a.Snapshot, &b.Snapshot)
}

// mark marks the end of an interval.
func (r *record) mark() {
	m := r.intervals.Next(r.steps)
	if m.Code == nil {
		m.Code = &snapshot{}
	}
	code := m.Code
	code.Step = r.steps
	code.SI = append(code.SI[:0], r.now.SI...)
	code.Maps = append(code.Maps[:0], r.now.Maps...)
	code.theta = append(code.theta[:0], r.net.Theta...)
	active, t := r.pass.Active(), r.data.batch.T
	m.Sparsity = measure.ActiveFraction(active, t)
	m.Active = m.Active[:0]
	for _, a := range active {
		m.Active = append(m.Active, largest(a[:t]) > 0)
	}
	r.intervals.Close()
}

// marks are those of a state.
func (r *record) marks() (marks []Snap) {
	for i := range r.intervals.Marks {
		m := &r.intervals.Marks[i]
		marks = append(marks, Snap{Step: m.Step, Theta: m.Code.theta})
	}
	return marks
}

// markAgain makes the marks of a state, and reports whether they are ones that a run could have. Those of
// before version 3 have none.
func (r *record) markAgain(st *State) bool {
	if !r.intervals.Restore(st.Every) {
		return false
	}
	for _, m := range st.Marks {
		if len(m.Theta) != len(r.net.Theta) || m.Step > st.Step || !r.intervals.Due(m.Step) {
			return false
		}
		r.enter(m.Step, m.Theta)
		r.maps()
		r.mark()
	}
	return !r.intervals.Missed(st.Step)
}

// stands is where the run stands.
func (r *record) stands() measure.Standing[*snapshot] {
	return measure.Standing[*snapshot]{Phase: r.standing(), Verdict: &r.verdict, Intervals: &r.intervals}
}
