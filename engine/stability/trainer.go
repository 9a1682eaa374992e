package stability

import (
	"slices"

	"driftlab/engine/nn/rnn"
	"driftlab/engine/run/legs"
	"driftlab/engine/wire"
)

// A trainer takes a network through its tasks, here or elsewhere. It implements legs.Trainer.
type trainer struct{ lesson }

// newTrainer is a trainer of a course's network, with its dials.
func newTrainer(c *course) *trainer {
	t := &trainer{newLesson(c.p, string(c.name), c.data)}
	t.grad = make([]float64, len(t.theta))
	t.desk = newDesk(t.p.Batch+t.replays(), t.most, t.p.Pen)
	t.pass = rnn.NewPass(t.net, t.desk.batch)
	return t
}

// Towards does a piece of the way to a step: an iteration, a part of what there is to do with a task that was
// learned, or at last of the exam, if one is due there.
func (t *trainer) Towards(stop int64) bool {
	switch {
	case t.stays():
		return !t.due() || t.broken || t.exam.ask(&t.lesson, someTasks)
	case t.unsettled():
		t.settle()
	case t.steps < stop:
		if t.look() {
			t.move()
		}
	default:
		return !t.due() || t.exam.ask(&t.lesson, someTasks)
	}
	return false
}

// someTasks is how many tasks one call asks about.
const someTasks = 2

// Empty is room for a stand.
func (*trainer) Empty() legs.State { return &Stand{} }

// Append appends a stand as bytes.
func (*trainer) Append(b []byte, at legs.State) []byte {
	b, _ = at.(*Stand).MarshalMsg(b) // never fails
	return b
}

// Read is the stand in such bytes.
func (t *trainer) Read(b []byte) legs.State {
	at := &Stand{}
	if wire.Whole(at.UnmarshalMsg(b)) != nil || !t.fits(at) {
		return nil
	}
	return at
}

// Resume goes on from a stand.
func (t *trainer) Resume(from legs.State) {
	t.exam.step = -1
	t.enter(from.(*Stand))
}

// Save fills in what the network has come to.
func (t *trainer) Save(dst legs.State) { t.stand(dst.(*Stand)) }

// due reports whether a row is due at the present step.
func (l *lesson) due() bool { return l.steps%l.p.apart() == 0 }

// An agenda tells at which steps networks are looked at: where a row is due, and where a task is learned.
type agenda struct{ apart, iterations int64 }

func (a agenda) Next(after int64) int64 {
	return min((after/a.apart+1)*a.apart, (after/a.iterations+1)*a.iterations)
}

func (agenda) Pass(int64) {}

var _ legs.Agenda = agenda{}

// At is the step, and whether the network stays there.
func (s *Stand) At() (step int64, stays bool) { return s.Step, s.Stays }

// stand fills in what a lesson has come to, in dst's own memory. The weights that were kept, which stay as
// they are, are shared.
func (l *lesson) stand(dst *Stand) {
	dst.Step, dst.Broken, dst.Stays = l.steps, l.broken, l.stays()
	dst.Theta = append(dst.Theta[:0], l.theta...)
	memory := l.rule.Memory()
	dst.Memory = slices.Grow(dst.Memory[:0], len(memory))[:len(memory)]
	for i, m := range memory {
		dst.Memory[i] = append(dst.Memory[i][:0], m...)
	}
	dst.Kept = append(dst.Kept[:0], l.kept...)
	m := &l.exam.marks
	dst.Asked = m.step == l.steps
	dst.Loss, dst.Loudest = m.loss, m.loudest
	dst.Right, dst.R2 = append(dst.Right[:0], m.right...), append(dst.R2[:0], m.r2[:]...)
}

// enter goes on from a stand, which stays as it is. Of an exam that was not held there the last one is kept.
func (l *lesson) enter(from *Stand) {
	l.steps, l.broken = from.Step, from.Broken
	copy(l.theta, from.Theta)
	for i, m := range l.rule.Memory() {
		copy(m, from.Memory[i])
	}
	l.rule.Restored()
	l.kept = append(l.kept[:0], from.Kept...)
	l.lore = nil
	l.exam.next = 0
	if !from.Asked {
		return
	}
	m := &l.exam.marks
	m.step, m.loss, m.loudest = l.steps, from.Loss, from.Loudest
	copy(m.right, from.Right)
	copy(m.r2[:], from.R2)
}

// fits reports whether a stand is one that the lesson could have come to.
func (l *lesson) fits(s *Stand) bool {
	memory := l.rule.Memory()
	tasks, iterations := int64(len(s.Kept)), int64(l.p.Iterations)
	ok := s.Step >= 0 && tasks <= int64(l.p.Tasks) && s.Step >= tasks*iterations && s.Step <= min((tasks+1)*iterations, l.p.end(l.p.Tasks-1)) &&
		s.Stays == (s.Broken || tasks == int64(l.p.Tasks)) && len(s.Theta) == len(l.theta) && len(s.Memory) == len(memory) &&
		len(s.Right) == l.p.Tasks && len(s.R2) == len(probes)
	for i := range s.Memory {
		ok = ok && len(s.Memory[i]) == len(memory[i])
	}
	for _, k := range s.Kept {
		ok = ok && len(k) == len(l.theta)
	}
	return ok
}
