package stability

import (
	"math"
	"slices"

	"driftlab/engine/nn/continual"
	"driftlab/engine/nn/rnn"
	"driftlab/engine/task"
	"driftlab/engine/task/digits"
	"driftlab/engine/wire"
)

// A lesson is what one learner's network has come to on its way through the tasks, and how it gets on. That
// follows from the dials and its rule's name alone.
type lesson struct {
	p    *Params
	name continual.Name
	data *digits.Data

	steps  int64
	broken bool // the loss of that step was no number, or a weight is none: it stays there
	theta  []float64
	rule   continual.Rule
	kept   []wire.Floats // the weights after each task learned

	set  continual.Settings
	net  *rnn.Net // theta in float32, or a network of kept
	most int      // steps of the longest trial
	desk *desk
	pass *rnn.Pass
	grad []float64

	lore *lore // of a task that has just been learned, else nil
	exam *exam
}

// newLesson is the beginning.
func newLesson(p *Params, name string, data *digits.Data) lesson {
	l := lesson{p: p, name: continual.Name(name), data: data, net: newNet(p), most: longest(data)}
	l.theta = begin(l.net, p)
	l.set = p.settings(l.name)
	l.rule = continual.New(l.name, layers(l.net), l.theta, &l.set)
	l.exam = newExam(&l)
	return l
}

// longest is how many steps the longest trial has.
func longest(data *digits.Data) (most int) {
	for _, set := range []*digits.Set{&data.Train, &data.Test} {
		for i := range set.Len() {
			most = max(most, length(set.Rows(i)))
		}
	}
	return most
}

// stays reports whether there is nothing left to do: it has diverged, or learned all.
func (l *lesson) stays() bool { return l.broken || len(l.kept) == l.p.Tasks }

// unsettled reports whether the rule has yet to be told of a task that was learned.
func (l *lesson) unsettled() bool {
	return !l.stays() && l.steps == int64(len(l.kept)+1)*int64(l.p.Iterations)
}

// settle does a part of that; at last the weights are kept, unless the last step has made them no numbers.
func (l *lesson) settle() {
	if l.lore == nil {
		if l.broken = slices.ContainsFunc(l.theta, func(v float64) bool { return v-v != 0 }); l.broken {
			return
		}
		l.lore, l.set = newLore(l), l.p.settings(l.name)
	}
	if !l.lore.gather(l) || !l.rule.Learned(l.theta, l.lore.learned(), &l.set) {
		return
	}
	l.lore = nil
	kept := make([]float32, len(l.theta))
	for i, v := range l.theta {
		kept[i] = float32(v)
	}
	l.kept = append(l.kept, kept)
}

// look goes through an iteration's trials and back, and reports whether the loss is a number.
func (l *lesson) look() bool {
	l.draw(len(l.kept))
	l.desk.lay(&l.data.Train, l.p.key(task.StreamPen), uint64(l.steps))
	l.load(l.theta)
	l.pass.Forward(l.net, l.desk.batch, l.p.key(task.StreamNoise), uint64(l.steps))
	l.pass.Backward(l.net, l.desk.batch)
	l.broken = math.IsNaN(l.pass.Loss) || math.IsInf(l.pass.Loss, 0)
	return !l.broken
}

// move takes the step that look has prepared.
func (l *lesson) move() {
	for i, g := range l.pass.Grad {
		l.grad[i] = float64(g)
	}
	l.set = l.p.settings(l.name)
	l.rule.Step(l.theta, l.grad, &l.set, len(l.kept)+1)
	l.steps++
}

// replays is how many trials of earlier tasks an iteration has.
func (l *lesson) replays() int {
	if l.name != continual.Replay {
		return 0
	}
	return l.p.Replays
}

// draw picks an iteration's trials: those of the present task, and under replay those of earlier ones,
// which have the more weight the more there are.
func (l *lesson) draw(now int) {
	batch, again := l.p.Batch, 0
	if now > 0 {
		again = l.replays()
	}
	chance := l.desk.chance[:batch+again]
	l.p.key(task.StreamDigits).Uniforms(chance, uint64(l.steps))
	share := 1 / float32(now+1)
	if again == 0 {
		share = 1
	}
	l.desk.trials = l.desk.trials[:0]
	for _, u := range chance[:batch] {
		l.desk.trials = append(l.desk.trials, trial{pick(&l.data.Train, now, u), now, share / float32(batch)})
	}
	for i, u := range chance[batch:] {
		old := int((int64(i) + l.steps) % int64(now))
		l.desk.trials = append(l.desk.trials, trial{pick(&l.data.Train, old, u), old, (1 - share) / float32(again)})
	}
}

// load gives the network weights.
func (l *lesson) load(theta []float64) {
	for i, v := range theta {
		l.net.Theta[i] = float32(v)
	}
}
