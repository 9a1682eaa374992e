package stability

import (
	"math"

	"driftlab/engine/measure"
	"driftlab/engine/nn/continual"
	"driftlab/engine/nn/rnn"
	"driftlab/engine/task"
	"driftlab/engine/task/digits"
)

// A course is one learner's way through the tasks. It follows from the dials and its learner's name
// alone, whatever another does beside it.
type course struct {
	p    *Params
	name continual.Name
	data *digits.Data

	steps  int64
	broken int64 // the step at which the loss was no number; -1 while it is one
	theta  []float64
	rule   continual.Rule
	kept   [][]float32 // the weights after each task learned

	set  continual.Settings
	net  *rnn.Net // theta in float32, or a network of kept
	desk *desk
	pass *rnn.Pass
	grad []float64

	lore   *lore // of a task that has just been learned, else nil
	exam   *exam
	report *measure.Report
	scores [][]float64 // of each network kept, the shares right in its task and those before
	coming []float64   // the next of them
	views  [len(probes)]view
}

// newCourse is a course at its beginning.
func newCourse(p *Params, name string, data *digits.Data) *course {
	c := &course{p: p, name: continual.Name(name), data: data, broken: -1, net: newNet(p)}
	c.theta = begin(c.net, p)
	c.grad = make([]float64, len(c.theta))
	c.set = p.settings(c.name)
	c.rule = continual.New(c.name, layers(c.net), c.theta, &c.set)
	c.desk = newDesk(p.Batch+c.replays(), longest(data), p.Pen)
	c.pass = rnn.NewPass(c.net, c.desk.batch)
	c.exam = newExam(c)
	c.report = measure.NewReport(false, Columns...)
	c.report.Coarse = float64(max(1, p.Iterations/often))
	c.report.Reset()
	return c
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

// replays is how many trials of earlier tasks an iteration has.
func (c *course) replays() int {
	if c.name != continual.Replay {
		return 0
	}
	return c.p.Replays
}

// over reports whether there is nothing left to do.
func (c *course) over() bool { return c.broken >= 0 || len(c.kept) == c.p.Tasks && !c.unsettled() }

// unsettled reports whether there is something to be done yet with a task that was learned.
func (c *course) unsettled() bool {
	return c.broken < 0 && (len(c.scores) < len(c.kept) || c.steps == int64(len(c.kept)+1)*int64(c.p.Iterations))
}

// settle does a part of that: the rule is told of the task, the weights are kept, and the network they
// make answers about the tasks so far, one at a time.
func (c *course) settle() {
	if len(c.scores) < len(c.kept) {
		c.review()
		return
	}
	if c.lore == nil {
		c.lore = newLore(c)
	}
	if !c.lore.gather(c) {
		return
	}
	c.rule.Learned(c.theta, c.lore.learned(), &c.set)
	c.lore = nil
	kept := make([]float32, len(c.theta))
	for i, v := range c.theta {
		kept[i] = float32(v)
	}
	c.kept = append(c.kept, kept)
}

// look goes through an iteration's trials and back, and reports whether the loss is a number.
func (c *course) look() bool {
	c.draw(len(c.kept))
	c.desk.lay(&c.data.Train, c.p.key(task.StreamPen), uint64(c.steps))
	c.load(c.theta)
	c.pass.Forward(c.net, c.desk.batch, c.p.key(task.StreamNoise), uint64(c.steps))
	c.pass.Backward(c.net, c.desk.batch)
	if math.IsNaN(c.pass.Loss) || math.IsInf(c.pass.Loss, 0) {
		c.broken = c.steps
	}
	return c.broken < 0
}

// move takes the step that look has prepared.
func (c *course) move() {
	for i, g := range c.pass.Grad {
		c.grad[i] = float64(g)
	}
	c.set = c.p.settings(c.name)
	c.rule.Step(c.theta, c.grad, &c.set, len(c.kept)+1)
	c.steps++
}

// draw picks an iteration's trials: those of the present task, and under replay those of earlier ones,
// which have the more weight the more there are.
func (c *course) draw(now int) {
	batch, again := c.p.Batch, 0
	if now > 0 {
		again = c.replays()
	}
	chance := c.desk.chance[:batch+again]
	c.p.key(task.StreamDigits).Uniforms(chance, uint64(c.steps))
	share := 1 / float32(now+1)
	if again == 0 {
		share = 1
	}
	c.desk.trials = c.desk.trials[:0]
	for _, u := range chance[:batch] {
		c.desk.trials = append(c.desk.trials, trial{pick(&c.data.Train, now, u), now, share / float32(batch)})
	}
	for i, u := range chance[batch:] {
		old := int((int64(i) + c.steps) % int64(now))
		c.desk.trials = append(c.desk.trials, trial{pick(&c.data.Train, old, u), old, (1 - share) / float32(again)})
	}
}

// load gives the network weights.
func (c *course) load(theta []float64) {
	for i, v := range theta {
		c.net.Theta[i] = float32(v)
	}
}
