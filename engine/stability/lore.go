package stability

import (
	"driftlab/engine/nn/continual"
	"driftlab/engine/nn/rnn"
	"driftlab/engine/task"
)

// A lore is what a rule has to know of a task that was learned, on its way to being known: means over
// training trials with answers drawn as the network gives them.
type lore struct {
	desk    *desk
	pass    *rnn.Pass
	moments *rnn.Moments
	squares []float64
	done    int // trials
}

// newLore makes room. Kronecker factors want many trials at a time; the squares of gradients want each
// trial's own.
func newLore(c *lesson) *lore {
	most := 1
	if c.name.Wants() == continual.Factors {
		most = min(c.p.Batch, c.p.Fisher)
	}
	l := &lore{desk: newDesk(most, c.most, c.p.Pen)}
	l.pass = rnn.NewPass(c.net, l.desk.batch)
	l.moments = rnn.NewMoments(c.net, l.pass)
	if c.name.Wants() == continual.Diagonals {
		l.squares = make([]float64, len(c.theta))
	}
	return l
}

// gather goes through some trials more, and reports whether all are done.
func (l *lore) gather(c *lesson) bool {
	if c.name.Wants() == continual.Nothing || l.done == c.p.Fisher {
		return true
	}
	c.load(c.theta)
	now := len(c.kept)
	number := uint64(fisherNumber) | uint64(now)<<32 | uint64(l.done)
	many := min(cap(l.desk.trials), c.p.Fisher-l.done)
	chance := l.desk.chance[:many]
	c.p.key(task.StreamDigits).Uniforms(chance, number)
	l.desk.trials = l.desk.trials[:0]
	for _, u := range chance {
		l.desk.trials = append(l.desk.trials, trial{pick(&c.data.Train, now, u), now, 1})
	}
	b := l.desk.batch
	l.desk.lay(&c.data.Train, c.p.key(task.StreamPen), number)
	l.pass.Forward(c.net, b, c.p.key(task.StreamNoise), number)
	l.pass.Draw(c.net, b, c.p.key(task.StreamAnswers), number)
	l.pass.Backward(c.net, b)
	if l.squares == nil {
		l.moments.Add(l.pass, c.net, b)
	}
	for i := range l.squares {
		g := float64(l.pass.Grad[i])
		l.squares[i] += float64(g * g)
	}
	l.done += many
	return l.done == c.p.Fisher
}

// learned is what came of it.
func (l *lore) learned() *continual.Learned {
	m := l.moments
	trials := float64(max(l.done, 1))
	mean := func(x []float64) []float64 {
		out := make([]float64, len(x))
		for i, v := range x {
			out[i] = v / trials
		}
		return out
	}
	return &continual.Learned{
		Inputs: [][]float64{mean(m.Z), mean(m.R)}, Gradients: [][]float64{mean(m.DH), mean(m.DY)},
		Squares: mean(l.squares), Steps: float64(m.Steps) / trials,
	}
}
