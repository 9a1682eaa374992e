package track

import (
	"fmt"

	"driftlab/engine/nn"
	"driftlab/engine/run/legs"
	"driftlab/engine/say"
	"driftlab/engine/wire"
)

// Networks side by side learn the same data. Their steps may be taken anywhere, by Trainers; a Sim then keeps the
// record, as if it had taken them itself.

func (l *Learned) moments() nn.Moments {
	return nn.Moments{Rule: nn.Rule(l.Rule), Time: l.Time, M: l.M, V: l.V}
}

// learned fills in what a lesson has come to, in dst's own memory.
func (l *lesson) learned(dst *Learned) {
	m := &l.learner.Moments
	dst.Step, dst.Broken, dst.Rule, dst.Time = l.steps, l.broken >= 0, string(m.Rule), m.Time
	dst.Theta = append(dst.Theta[:0], l.net.Theta...)
	dst.M, dst.V = append(dst.M[:0], m.M...), append(dst.V[:0], m.V...)
	dst.Leaps.take(l.learner)
}

// resume goes on from what was learned, which stays as it is.
func (l *lesson) resume(from *Learned) {
	l.enter(from.Step, from.Theta)
	if from.Broken {
		l.broken = from.Step
	}
	m := &l.learner.Moments
	m.Rule, m.Time = nn.Rule(from.Rule), from.Time
	m.M, m.V = append(m.M[:0], from.M...), append(m.V[:0], from.V...)
	l.learner.LeapOn(from.Leaps.under())
}

// RestartBeside restarts with the data of another Sim of the same world.
func (s *Sim) RestartBeside(other *Sim) { s.restart(other.data) }

// Learned fills in what the network has come to.
func (s *Sim) Learned(dst *Learned) { s.learned(dst) }

// Enter goes on to what a Trainer has come to, and records what is due there. All steps that are due have to be
// entered; see Agenda.
func (s *Sim) Enter(l *Learned) {
	was := s.steps
	s.resume(l)
	if s.steps > was && s.due() {
		s.take()
	}
}

// Broken reports whether the network has diverged.
func (s *Sim) Broken() bool {
	s.forward()
	return s.broken >= 0
}

// A Trainer takes steps of a Sim's network, with its dials, elsewhere. Its states are of type *Learned.
type Trainer struct{ lesson }

// NewTrainer is a trainer of a network with the dials and the data of a Sim.
func NewTrainer(s *Sim) *Trainer { return &Trainer{newLesson(&s.p, s.data)} }

// Empty is room for what is learned.
func (*Trainer) Empty() legs.State { return &Learned{} }

// Append appends what was learned as bytes.
func (*Trainer) Append(b []byte, at legs.State) []byte {
	b, _ = at.(*Learned).MarshalMsg(b) // never fails
	return b
}

// Read is what was learned, in such bytes, if that was by a network of this size.
func (t *Trainer) Read(b []byte) legs.State {
	l := &Learned{}
	if wire.Whole(l.UnmarshalMsg(b)) != nil {
		return nil
	}
	m := l.moments()
	if l.Step < 0 || len(l.Theta) != len(t.net.Theta) || !m.Fit(len(l.Theta)) || !l.Leaps.fit(t.net.H, l.Step) {
		return nil
	}
	return l
}

// Resume goes on from what was learned.
func (t *Trainer) Resume(from legs.State) { t.resume(from.(*Learned)) }

// Towards takes a training step towards another, and reports whether the network is there, or has diverged
// and stays.
func (t *Trainer) Towards(stop int64) bool {
	t.Advance()
	return t.broken >= 0 || t.steps >= stop
}

// Save fills in what the network has come to.
func (t *Trainer) Save(dst legs.State) { t.learned(dst.(*Learned)) }

// At is the step of what was learned, and whether the network has diverged and stays there.
func (l *Learned) At() (step int64, stays bool) { return l.Step, l.Broken }

// Cost is about how many multiply-adds a training step takes at most: for each parameter three a sample, and
// what drawing its noise takes.
func (s *Sim) Cost() float64 { return float64(len(s.net.Theta)) * float64(3*s.learner.Samples()+40) }

// Bins is how many columns the rate maps have.
func (s *Sim) Bins() int { return s.data.bins }

// ActiveUnits counts the units that are active for some sample now.
func (s *Sim) ActiveUnits() int { return s.activeUnits() }

// Error words the MSE as a share of the targets' variance.
func (s *Sim) Error() string { return say.Percent(s.errorNow()) }

// Maps are the smoothed rate maps now, in the order of their own peaks; cells is memory for them.
func (s *Sim) Maps(cells []byte) Maps {
	s.maps()
	return show(&s.now, -1, s.now.Order(), cells)
}

// Trouble names a network that diverged or died, and says what can be done; empty while all is well.
func (s *Sim) Trouble() (what, advice string) { return s.trouble() }

// Begins appends the steps at which phase 2 and phase 3 began, as far as they have.
func (s *Sim) Begins(steps []float32) []float32 {
	if s.dead() {
		return steps // of a network whose every unit is silent nothing is known, as in bands
	}
	for _, step := range s.verdict.Borders {
		steps = append(steps, float32(step))
	}
	return steps
}

// String says how the network learns: "gd, η 0.1, update noise 0.06".
func (l *Learner) String() string {
	text := fmt.Sprintf("%s, η %g", l.Rule, l.Rate)
	m := l.method()
	switch {
	case !m.Chance():
		text += ", no noise"
	case m.Rule == nn.SED:
	default:
		text += fmt.Sprintf(", %s noise %g", l.Kind, m.Noise)
	}
	if a := nn.Activation(l.Activation); a != nn.ReLU {
		text += ", " + l.Activation
	}
	return text
}
