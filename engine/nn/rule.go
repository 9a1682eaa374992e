package nn

import "driftlab/engine/rng"

// Rule is how parameters learn.
type Rule string

// The rules (Ratzon, Derdikman, Barak 2024). The zero value is gd.
const (
	GD      Rule = "gd"      // theta -= eta grad
	Adam    Rule = "adam"    // Kingma, Ba 2015
	RMSprop Rule = "rmsprop" // Hinton 2012
	SED     Rule = "sed"     // stochastic error descent: theta -= eta (L(theta + xi) - L(theta)) xi
)

// Kind is where noise enters. Stochastic error descent, whose directions are random, takes none.
type Kind string

// The kinds of noise. The zero value is none.
const (
	NoNoise     Kind = "none"
	UpdateNoise Kind = "update" // theta -= eta s_u N(0, 1), beside what the rule does
	LabelNoise  Kind = "label"  // targets + s_l xi, fresh every step and element
)

// Shape is what label noise is drawn from. Either has variance s_l^2/12.
type Shape string

// The shapes. The zero value is uniform.
const (
	Uniform  Shape = "uniform"  // U[0, 1] - 1/2, as in the authors' code
	Gaussian Shape = "gaussian" // as in the paper
)

// A Method is how a step is taken.
type Method struct {
	Rule  Rule
	Rate  float32 // eta
	Kind  Kind
	Noise float32 // s_u or s_l
	Shape Shape   // of label noise
}

// Chance reports whether a step is random, so that parameters never rest.
func (m Method) Chance() bool {
	return m.Rule == SED || m.Noise != 0 && (m.Kind == UpdateNoise || m.Kind == LabelNoise)
}

// A Learner takes steps of one net on one batch.
type Learner struct {
	Moments Moments

	net     *Net
	batch   *Batch
	pass    *Pass
	descent Descent
	labels  labels
	search  search
	leaper  *leaper // nil: no unit leaps
}

// NewLearner is a learner without memory. The pass is one of this net and batch.
func NewLearner(n *Net, b *Batch, p *Pass) *Learner { return &Learner{net: n, batch: b, pass: p} }

// Samples is how many a step learns from.
func (l *Learner) Samples() int { return l.batch.T }

// Visit goes on with another batch, of the same shape, and its pass.
func (l *Learner) Visit(b *Batch, p *Pass) { l.batch, l.pass = b, p }

// Step moves the parameters after a Forward. What is random in it is that of the stream at
// step.
func (l *Learner) Step(m Method, key rng.Key, step uint64) {
	l.Moments.belong(m.Rule, len(l.net.Theta))
	if l.leaper != nil {
		l.leaper.follow(m, key, step)
	}
	if m.Rule == SED {
		l.search.step(l, m.Rate, key, step)
		return
	}
	if m.Kind == LabelNoise && m.Noise != 0 {
		l.labels.blur(l.pass, l.batch.T, m, key, step)
	}
	l.pass.Backward(l.net, l.batch)
	grad := l.pass.Grad
	if l.Moments.Rule != "" {
		l.Moments.step(l.net.Theta, grad, m.Rate)
		clear(grad) // it has had its say: what is left is the noise
	}
	update := float32(0)
	if m.Kind == UpdateNoise {
		update = m.Noise
	}
	if update != 0 || l.Moments.Rule == "" {
		if e := l.leaper; e != nil && e.noise != 0 {
			e.step(grad, stride{m.Rate, update, key, step})
		} else {
			l.descent.Step(l.net, grad, m.Rate, update, key, step)
		}
	}
}
