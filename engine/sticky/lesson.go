package sticky

import (
	"math"

	"driftlab/engine/nn/mlp"
	"driftlab/engine/task"
)

// A lesson is a network on its way through the tasks. What it comes to follows from the dials, the method and
// the seed alone.
type lesson struct {
	p      *Params
	method Method
	seed   int
	data   *material
	Stand

	net     mlp.Net // its Theta is that of the Stand
	learner mlp.Learner
	pass    *mlp.Pass
	targets []byte
	where   [][]int32 // of each task so far, the permutation
	order   []int32   // of the digits in a task
	ordered int       // which task that is; -1 for none
	fished  int       // digits of a task's Fisher information that are done
	exam    exam
}

// newLesson is the beginning.
func newLesson(p *Params, m Method, seed int, data *material) *lesson {
	l := &lesson{p: p, method: m, seed: seed, data: data, ordered: -1}
	l.net = mlp.Net{D: data.side * data.side, H: p.Units, O: classes}
	size := l.net.Size()
	l.Theta, l.M, l.V = make([]float32, size), make([]float32, size), make([]float32, size)
	l.bind()
	m.begin(&l.net, p, seed)
	l.learner.Reset(&l.net)
	return l
}

const classes = 10

// bind makes net and learner those of the Stand.
func (l *lesson) bind() {
	l.net.Theta = l.Theta
	l.learner.M, l.learner.V, l.learner.Fisher, l.learner.Anchor = l.M, l.V, l.Fisher, l.Anchor
	if l.Settled == 0 {
		l.learner.Fisher, l.learner.Anchor = nil, nil
	}
}

// enter goes on from a stand, which stays as it is.
func (l *lesson) enter(from *Stand) {
	l.set(from)
	l.bind()
	l.learner.Steps = int(l.Step - int64(l.Settled)*l.per())
	l.learner.Resumed(&l.net)
	l.fished, l.exam = 0, exam{}
}

// batch is how many digits an iteration has.
func (l *lesson) batch() int { return min(l.p.Batch, l.data.train.count()) }

// per is how many iterations a task has: all digits once, but for what is left over.
func (l *lesson) per() int64 { return l.data.per(l.p) }

func (m *material) per(p *Params) int64 { return int64(max(1, m.train.count()/p.Batch)) }

// room is a pass for an iteration, and for test digits.
func (l *lesson) room() *mlp.Pass {
	if l.pass == nil {
		n := max(l.batch(), atOnce)
		l.pass, l.targets = mlp.NewPass(&l.net, n), make([]byte, n)
	}
	return l.pass
}

// permuted is a task's permutation.
func (l *lesson) permuted(of int) []int32 {
	for len(l.where) <= of {
		l.where = append(l.where, permutation(l.seed, len(l.where), l.net.D, l.p.Share))
	}
	return l.where[of]
}

// unsettled reports whether a task has just been learned.
func (l *lesson) unsettled() bool { return !l.Stays && l.Step == int64(l.Settled+1)*l.per() }

// lay fills the pass with so many digits of a deck in a task, from a place in an order on.
func (l *lesson) lay(d *deck, order []int32, from, many, of int) *mlp.Pass {
	p, where := l.room(), l.permuted(of)
	p.Begin()
	for k := range many {
		i := from + k
		if order != nil {
			i = int(order[i])
		}
		pixels, ink := d.of(i)
		p.Add(&l.net, pixels, ink, where)
		l.targets[k] = d.labels[i]
	}
	p.Forward(&l.net)
	return p
}

// move takes a step, unless the loss is no number.
func (l *lesson) move() {
	of := l.Settled
	if l.ordered != of {
		l.order, l.ordered = shuffled(key(l.seed, task.StreamDigits), uint64(of), l.data.train.count()), of
	}
	many := l.batch()
	p := l.lay(&l.data.train, l.order, int(l.Step-int64(of)*l.per())*many, many, of)
	if p.Lose(&l.net, l.targets); math.IsNaN(p.Loss) || math.IsInf(p.Loss, 0) {
		l.Broken, l.Stays = true, true
		return
	}
	p.Backward(&l.net, l.targets, 1/float32(many))
	l.learner.Step(&l.net, p, l.method.rule(l.p), l.p.Rate)
	l.Step++
}

// settle does a part of what is to be done with a task that was learned: of ewc the Fisher information, with
// answers drawn as the network gives them, is added up. At last Adam forgets.
func (l *lesson) settle() {
	if n := min(l.p.Fisher, l.data.train.count()); l.method.EWC && l.fished < n {
		l.fish(min(l.batch(), n-l.fished), n)
		return
	}
	if l.method.EWC {
		l.Anchor = append(l.Anchor[:0], l.Theta...)
	}
	l.fished = 0
	l.Settled++
	l.Stays = l.Settled == l.p.Tasks
	l.bind()
	l.learner.Reset(&l.net)
}

// fish adds the part of so many digits, of n in all.
func (l *lesson) fish(many, n int) {
	if len(l.Fisher) == 0 {
		l.Fisher = make([]float32, l.net.Size())
	}
	of := l.Settled
	p := l.lay(&l.data.train, l.order0(of), l.fished, many, of)
	p.Draw(&l.net, l.targets, key(l.seed, task.StreamAnswers), uint64(of)<<24|uint64(l.fished))
	p.Backward(&l.net, l.targets, 1)
	p.AddFisher(&l.net, l.Fisher, 1/float32(n))
	l.fished += many
}

// order0 is the order in which digits are taken for the Fisher information: another than that of learning.
func (l *lesson) order0(of int) []int32 {
	if l.fished == 0 {
		l.order, l.ordered = shuffled(key(l.seed, task.StreamProbes), uint64(of), l.data.train.count()), -1
	}
	return l.order
}
