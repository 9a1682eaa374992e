package sticky

import (
	"driftlab/engine/run/legs"
	"driftlab/engine/wire"
)

// A trainer takes a network through its tasks, here or elsewhere. It implements legs.Trainer.
type trainer struct{ *lesson }

// Towards does a piece of the way to a step: an iteration, a part of what there is to do with a task that was
// learned, or at last of the exam, if one is due there.
func (t trainer) Towards(stop int64) bool {
	switch {
	case t.Broken:
		return true
	case t.Stays:
		return t.ask()
	case t.unsettled():
		t.settle()
	case t.Step < stop:
		t.Asked, t.exam = false, exam{right: t.exam.right[:0]}
		t.move()
	default:
		return !t.due() || t.ask()
	}
	return false
}

// Empty is room for a stand.
func (trainer) Empty() legs.State { return &Stand{} }

// Append appends a stand as bytes.
func (trainer) Append(b []byte, at legs.State) []byte {
	b, _ = at.(*Stand).MarshalMsg(b) // never fails
	return b
}

// Read is the stand in such bytes.
func (t trainer) Read(b []byte) legs.State {
	at := &Stand{}
	if wire.Whole(at.UnmarshalMsg(b)) != nil || !t.fits(at) {
		return nil
	}
	return at
}

// Resume goes on from a stand.
func (t trainer) Resume(from legs.State) { t.enter(from.(*Stand)) }

// Save fills in what the network has come to.
func (t trainer) Save(dst legs.State) { dst.(*Stand).set(&t.Stand) }

// often is how many reports a task has.
const often = 3

// apart is how many iterations there are from one report to the next in a task.
func (m *material) apart(p *Params) int64 { return (m.per(p) + often - 1) / often }

// due reports whether a row is due at the present step.
func (l *lesson) due() bool { return l.Step%l.per()%l.data.apart(l.p) == 0 }

// An agenda tells at which steps networks are looked at: at reports, and where a task is learned.
type agenda struct{ apart, per int64 }

func (a agenda) Next(after int64) int64 {
	began := after / a.per * a.per
	return min(began+((after-began)/a.apart+1)*a.apart, began+a.per)
}

func (agenda) Pass(int64) {}

var _ legs.Agenda = agenda{}

// fits reports whether a stand is one that the lesson could have come to.
func (l *lesson) fits(s *Stand) bool {
	size, per := len(l.Theta), l.per()
	settled := int64(s.Settled)
	ok := s.Settled >= 0 && s.Settled <= l.p.Tasks && s.Step >= settled*per && s.Step <= int64(l.p.Tasks)*per &&
		(s.Step < (settled+1)*per || s.Settled == l.p.Tasks) &&
		s.Stays == (s.Broken || s.Settled == l.p.Tasks) && len(s.Theta) == size && len(s.M) == size && len(s.V) == size &&
		(!s.Asked || len(s.Right) == l.task(s.Step)) && len(s.Right) <= l.p.Tasks
	held := 0
	if l.method.EWC && s.Settled > 0 {
		held = size
	}
	for _, r := range s.Right {
		ok = ok && r >= 0 && r <= 1
	}
	return ok && len(s.Fisher) == held && len(s.Anchor) == held
}
