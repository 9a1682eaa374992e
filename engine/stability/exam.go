package stability

import (
	"math"
	"slices"

	"driftlab/engine/measure"
	"driftlab/engine/nn/rnn"
	"driftlab/engine/task"
)

// An exam asks a network about the test digits of the tasks so far, the same digits with the same noise
// each time, task by task.
type exam struct {
	marks
	desk *desk
	pass *rnn.Pass

	coming marks
	next   int       // the task that is asked about next
	r      []float32 // room for activities
	fixed  [len(probes)]fixed
}

// fixed is what the network that had just learned a probe's task does in it.
type fixed struct {
	theta []float32
	r     []float32 // activities: trials x steps x units
}

// fix sees to it that a probe's is that of the network kept.
func (e *exam) fix(c *lesson, probe int) {
	f, of := &e.fixed[probe], probes[probe]
	if slices.Equal(f.theta, c.kept[of]) {
		return
	}
	copy(c.net.Theta, c.kept[of])
	e.sit(c, of)
	f.theta, f.r = append(f.theta[:0], c.kept[of]...), e.activities(c, f.r[:0])
}

// marks are what an exam finds.
type marks struct {
	step    int64                // that they are of; -1 for none
	right   []float64            // of each task, the share of digits told right
	loss    float64              // of the last task, the mean cross-entropy of an answer
	loudest float32              // of the activities in the last task
	r2      [len(probes)]float64 // with the network that had just learned a probe's task; NaN before
}

func newExam(c *lesson) *exam {
	e := &exam{desk: newDesk(c.p.Probes, c.most, c.p.Pen)}
	e.marks = marks{step: -1, right: make([]float64, c.p.Tasks)}
	e.coming.right = make([]float64, c.p.Tasks)
	e.pass = rnn.NewPass(c.net, e.desk.batch)
	return e
}

// ask asks the present network about so many tasks more, and reports whether all have been.
func (e *exam) ask(c *lesson, most int) bool {
	if e.step == c.steps {
		return true
	}
	m := &e.coming
	if e.next == 0 {
		m.r2 = [len(probes)]float64{math.NaN(), math.NaN()}
	}
	now := c.p.task(c.steps)
	for ; e.next < now && most > 0; most-- {
		if probe := slices.Index(probes[:], e.next); probe >= 0 && c.steps > c.p.end(e.next) {
			e.fix(c, probe)
		}
		c.load(c.theta)
		e.sit(c, e.next)
		e.mark(c, e.next)
		e.next++
	}
	if e.next < now {
		return false
	}
	m.step, e.next = c.steps, 0
	e.marks, e.coming = e.coming, e.marks
	return true
}

// sit puts the network in front of a task's test digits.
func (e *exam) sit(c *lesson, of int) {
	e.desk.trials = c.test(of, e.desk.trials[:0])
	number := uint64(fixedNumber) | uint64(of)
	e.desk.lay(&c.data.Test, c.p.key(task.StreamPen), number)
	e.pass.Forward(c.net, e.desk.batch, c.p.key(task.StreamNoise), number)
}

// test appends a task's test digits, one of either kind in turn.
func (c *lesson) test(of int, dst []trial) []trial {
	for i := range c.p.Probes {
		dst = append(dst, trial{c.data.Test.Of(Tasks[of].Labels[i%2])[i/2], of, 1})
	}
	return dst
}

// score is the share of digits told right in the last sitting.
func (e *exam) score(c *lesson) float64 {
	b, right := e.desk.batch, 0
	for s := range b.Trials {
		y := e.pass.Answer(c.net, b, s)
		if (y[1] > y[0]) == (b.Target[s*readout] == 1) {
			right++
		}
	}
	return float64(right) / float64(b.Trials)
}

// mark scores a task. What units do is looked at in the last one, and in a probe's, where it is compared.
func (e *exam) mark(c *lesson, of int) {
	m := &e.coming
	m.right[of] = e.score(c)
	last := of == c.p.task(c.steps)-1
	probe := slices.Index(probes[:], of)
	compared := probe >= 0 && c.steps > c.p.end(of)
	if !last && !compared {
		return
	}
	e.r = e.activities(c, e.r[:0])
	if compared {
		m.r2[probe] = likeness(e.fixed[probe].r, e.r)
	}
	if last {
		e.pass.Lose(c.net, e.desk.batch)
		m.loss, m.loudest = e.pass.Loss/float64(c.p.Probes*readout), loudest(e.r)
	}
}

// loudest is the largest size of an activity.
func loudest(r []float32) (most float32) {
	for _, v := range r {
		most = max(most, float32(math.Abs(float64(v))))
	}
	return most
}

// likeness is the squared correlation of two networks' activities.
func likeness(a, b []float32) float64 {
	r := measure.Pearson(a, b)
	return float64(r * r)
}

// activities appends r_t of all trials, steps and units.
func (e *exam) activities(c *lesson, dst []float32) []float32 {
	b := e.desk.batch
	for s := range b.Trials {
		for t := range int(b.Steps[s]) {
			dst = e.pass.AppendR(dst, c.net, t, s)
		}
	}
	return dst
}

// mean is the mean share right over tasks.
func mean(x []float64) (sum float64) {
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}
