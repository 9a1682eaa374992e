package stability

import (
	"math"

	"driftlab/engine/nn/continual"
	"driftlab/engine/nn/rnn"
)

// reordered is the network in which the units stand in another order: unit i is what unit order[i] was.
func reordered(n *rnn.Net, theta []float32, order []int) []float32 {
	out := make([]float32, 0, len(theta))
	w, c := theta[:n.Rows()*n.H], theta[n.Rows()*n.H:]
	for i := range n.Rows() {
		from := i
		if i < n.H {
			from = order[i]
		}
		for _, j := range order {
			out = append(out, w[from*n.H+j])
		}
	}
	for _, i := range order {
		out = append(out, c[i*n.O:(i+1)*n.O]...)
	}
	return out
}

// order is the units' order after a permutation: the first two have changed places, or all have moved on
// by one.
func order(units int, which string) []int {
	all := make([]int, units)
	for i := range all {
		all[i] = i
	}
	switch which {
	case "two":
		all[0], all[1] = 1, 0
	case "all":
		for i := range all {
			all[i] = (i + 1) % units
		}
	}
	return all
}

// permuted fills in the loss of the network kept last before and after its units change places, and
// what a rule that believes in weights makes of the change.
func (c *course) permuted(l *Learner, which string) {
	nothing := float32(math.NaN())
	l.Loss, l.Permuted, l.Energy = nothing, nothing, nothing
	if which == "none" || len(c.scores) == 0 {
		return
	}
	last := len(c.scores) - 1
	theta := reordered(c.net, c.kept[last], order(c.net.H, which))
	l.Loss, l.Permuted = c.lossOf(c.kept[last], last), c.lossOf(theta, last)
	if b, ok := c.rule.(continual.Believer); ok {
		wide := make([]float64, len(theta))
		for i, v := range theta {
			wide[i] = float64(v)
		}
		l.Energy = float32(b.Energy(wide, c.p.Data))
	}
}

// lossOf is the loss of a network in a task's test digits, without noise of its units, nats an answer.
func (c *course) lossOf(theta []float32, of int) float32 {
	noise := c.net.Noise
	c.net.Noise = 0
	copy(c.net.Theta, theta)
	c.exam.sit(&c.lesson, of)
	c.net.Noise = noise
	c.exam.pass.Lose(c.net, c.exam.desk.batch)
	return float32(c.exam.pass.Loss / float64(c.p.Probes*readout))
}
