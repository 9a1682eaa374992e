package hebbian

import "driftlab/engine/measure"

// decide looks at the whole history again. The error is what of the loss could be learned and is
// not yet; the one measure of sparsity is how many cells are active.
func (r *record) decide() {
	least := r.least()
	c := &r.course
	c.Step = r.report.Column(c.Step[:0], colStep)
	c.Error = r.report.Column(c.Error[:0], colLoss)
	for i, loss := range c.Error {
		c.Error[i] = float32((float64(loss) - least) / (1 - least))
	}
	c.Units = r.report.Column(c.Units[:0], colActive)
	c.Active, c.SI, c.Of = c.Units, c.Units, r.net.k
	r.verdict = r.phases.Find(*c)
}

// standing is the phase as a number: none for a network that can't move.
func (r *record) standing() int {
	if r.broken >= 0 || r.dead() {
		return measure.None
	}
	return r.verdict.Phase
}

// dead reports whether no cell does anything anywhere. All places have answered.
func (r *record) dead() bool {
	for _, y := range r.answers.Y {
		if y > 0 {
			return false
		}
	}
	return true
}
