package mlp

import (
	"math"
	"slices"
	"testing"

	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// trial is a small net with a batch of samples, some of whose inputs are 0.
func trial(d, h, o, samples int) (*Net, *Pass, []byte) {
	n := &Net{D: d, H: h, O: o}
	n.Theta = make([]float32, n.Size())
	rng.Key{Seed: 1}.Normals(n.Theta, 0)
	num.Scale(n.Theta, 0.5, n.Theta)
	for i := range d + 1 {
		clear(n.W1().Of(i)[h:])
	}
	for j := range h + 1 {
		clear(n.W2().Of(j)[o:])
	}
	p := NewPass(n, samples)
	p.Begin()
	targets := make([]byte, samples)
	x := make([]float32, d)
	for s := range samples {
		rng.Key{Seed: 2}.Normals(x, uint64(s))
		var inputs []int32
		var values []float32
		for i, v := range x {
			if v > -0.3 {
				inputs, values = append(inputs, int32(i)), append(values, v)
			}
		}
		p.Add(n, inputs, values, nil)
		targets[s] = byte(s * 7 % o)
	}
	return n, p, targets
}

// gradient is that of the mean loss.
func gradient(n *Net, p *Pass, targets []byte) []float32 {
	p.Forward(n)
	p.Lose(n, targets)
	p.Backward(n, targets, 1/float32(len(targets)))
	g := make([]float32, n.Size())
	p.Gradient(n, g)
	return g
}

// reference is the mean loss in float64, from the formulas.
func reference(n *Net, theta []float64, x [][]float64, targets []byte) (loss float64) {
	hp, op := num.Pad(n.H), num.Pad(n.O)
	w2 := theta[(n.D+1)*hp:]
	for s, row := range x {
		h, y := make([]float64, n.H), make([]float64, n.O)
		for j := range h {
			h[j] = theta[n.D*hp+j]
			for i, v := range row {
				h[j] += v * theta[i*hp+j]
			}
			h[j] = max(h[j], 0)
		}
		sum := 0.0
		for o := range y {
			y[o] = w2[n.H*op+o]
			for j, v := range h {
				y[o] += v * w2[j*op+o]
			}
			sum += math.Exp(y[o])
		}
		loss += (math.Log(sum) - y[targets[s]]) / float64(len(x))
	}
	return loss
}

func TestGradientAgainstDifferences(t *testing.T) {
	n, p, targets := trial(7, 9, 5, 6)
	g := gradient(n, p, targets)
	x := make([][]float64, 6)
	for s := range x {
		x[s] = make([]float64, n.D)
		from, to := p.x.Of(s)
		for k := from; k < to-1; k++ {
			x[s][p.x.Index[k]] = float64(p.x.Value[k])
		}
	}
	theta := make([]float64, n.Size())
	for i, v := range n.Theta {
		theta[i] = float64(v)
	}
	if want := reference(n, theta, x, targets); math.Abs(p.Loss/6-want) > 1e-5 {
		t.Errorf("loss %v, want %v", p.Loss/6, want)
	}
	const step = 1e-6
	for i := range theta {
		was := theta[i]
		theta[i] = was + step
		up := reference(n, theta, x, targets)
		theta[i] = was - step
		down := reference(n, theta, x, targets)
		theta[i] = was
		if want := (up - down) / (2 * step); math.Abs(float64(g[i])-want) > 2e-6 {
			t.Errorf("gradient %d is %v, by differences %v", i, g[i], want)
		}
	}
}

// The closed form is the mean of the squares of the samples' own gradients.
func TestFisherAgainstSamples(t *testing.T) {
	n, p, targets := trial(7, 9, 5, 6)
	p.Forward(n)
	p.Backward(n, targets, 1)
	got, want := make([]float32, n.Size()), make([]float64, n.Size())
	inputs := p.x
	p.AddFisher(n, got, 1.0/6)
	for s := range 6 {
		one := NewPass(n, 1)
		one.Begin()
		from, to := inputs.Of(s)
		one.Add(n, inputs.Index[from:to-1], inputs.Value[from:to-1], nil)
		for i, g := range gradient(n, one, targets[s:s+1]) {
			want[i] += float64(g) * float64(g) / 6
		}
	}
	some := 0
	for i, w := range want {
		if w > 0 {
			some++
		}
		if math.Abs(float64(got[i])-w) > 1e-6*(1+w) {
			t.Errorf("Fisher information %d is %v, by samples %v", i, got[i], w)
		}
	}
	if some < n.Size()/3 {
		t.Errorf("only %d entries are not 0", some)
	}
}

// learn takes steps under a rule and returns the net.
func learn(rule num.Attract, steps int, before func(*Learner)) (*Net, *Learner) {
	n, p, targets := trial(30, 21, 5, 12)
	l := &Learner{M: make([]float32, n.Size()), V: make([]float32, n.Size())}
	l.Reset(n)
	for range steps {
		if before != nil {
			before(l)
			l.Resumed(n)
		}
		p.Forward(n)
		p.Lose(n, targets)
		p.Backward(n, targets, 1.0/12)
		l.Step(n, p, rule, 0.01)
	}
	p.Forward(n)
	p.Lose(n, targets)
	return n, l
}

var sticky = num.Attract{Where: num.OfGradient, Lambda: 4.12, Gamma: 4.7, A1: 0.279}

// It learns; what fills rows up stays 0; with Lambda 1 in a well far away it is plain Adam, to the bit.
func TestStep(t *testing.T) {
	plain, _ := learn(num.Attract{}, 50, nil)
	far, _ := learn(num.Attract{Where: num.OfGradient, Lambda: 1, Gamma: 1e4, A1: 50}, 50, nil)
	held, _ := learn(sticky, 50, nil)
	if !slices.Equal(plain.Theta, far.Theta) || slices.Equal(plain.Theta, held.Theta) {
		t.Error("a well far away changes steps, or a near one does not")
	}
	_, p, targets := trial(30, 21, 5, 12)
	for _, n := range []*Net{plain, held} {
		p.Forward(n)
		if p.Lose(n, targets); p.Right != 12 {
			t.Errorf("after 50 steps %d of 12 are right, loss %v", p.Right, p.Loss/12)
		}
		for i := range n.D + 1 {
			for _, v := range n.W1().Of(i)[n.H:] {
				if v != 0 {
					t.Fatal("what fills a row up has moved")
				}
			}
		}
	}
}

// To pass over inputs that were never on changes no bit.
func TestSleepingRows(t *testing.T) {
	some, _ := learn(sticky, 20, nil)
	all, _ := learn(sticky, 20, func(*Learner) {})
	if !slices.Equal(some.Theta, all.Theta) {
		t.Error("rows that sleep are other rows")
	}
	n, p, targets := trial(30, 21, 5, 12)
	p.Begin()
	for range 12 {
		p.Add(n, []int32{3, 4}, []float32{1, 2}, nil)
	}
	l := &Learner{M: make([]float32, n.Size()), V: make([]float32, n.Size())}
	l.Reset(n)
	p.Forward(n)
	p.Backward(n, targets, 1)
	l.Step(n, p, sticky, 0.01)
	for i, awake := range l.awake {
		if awake != (i == 3 || i == 4 || i == n.D) {
			t.Errorf("row %d is awake: %t", i, awake)
		}
	}
}

// The penalty holds weights where they were, the more the stronger it is.
func TestPenalty(t *testing.T) {
	gone := func(strength float32) (d float64) {
		begin, _, _ := trial(30, 21, 5, 12)
		n, _ := learn(num.Attract{Penalty: strength}, 50, func(l *Learner) {
			l.Fisher, l.Anchor = make([]float32, begin.Size()), begin.Theta
			for i := range l.Fisher {
				l.Fisher[i] = 1
			}
		})
		for i, v := range n.Theta {
			d += math.Abs(float64(v - begin.Theta[i]))
		}
		return d
	}
	free, held := gone(0), gone(10)
	if held > free/4 {
		t.Errorf("weights went %v, held %v", free, held)
	}
}

// Samples in another order of inputs are those of a net whose rows are in that order.
func TestOrder(t *testing.T) {
	n, p, _ := trial(6, 8, 4, 1)
	order := []int32{5, 3, 1, 0, 2, 4}
	p.Begin()
	p.Add(n, []int32{0, 2, 5}, []float32{1, 2, 3}, order)
	p.Forward(n)
	got := slices.Clone(p.P(n, 0))
	p.Begin()
	p.Add(n, []int32{5, 1, 4}, []float32{1, 2, 3}, nil)
	p.Forward(n)
	if !slices.Equal(got, p.P(n, 0)) {
		t.Errorf("%v, and %v", got, p.P(n, 0))
	}
}

// Answers are drawn as often as they are likely.
func TestDraw(t *testing.T) {
	n, p, targets := trial(7, 9, 5, 1)
	p.Forward(n)
	prob := slices.Clone(p.P(n, 0))
	var often [5]float64
	for i := range 4000 {
		p.Draw(n, targets, rng.Key{Seed: 3}, uint64(i))
		often[targets[0]]++
	}
	for o, q := range prob {
		if math.Abs(often[o]/4000-float64(q)) > 0.03 {
			t.Errorf("answer %d came in %v of the draws, its probability is %v", o, often[o]/4000, q)
		}
	}
}

func TestNoAllocations(t *testing.T) {
	n, p, targets := trial(30, 21, 5, 12)
	l := &Learner{M: make([]float32, n.Size()), V: make([]float32, n.Size())}
	l.Reset(n)
	again := func() {
		p.Forward(n)
		p.Lose(n, targets)
		p.Backward(n, targets, 1.0/12)
		l.Step(n, p, sticky, 0.01)
	}
	if allocs := testing.AllocsPerRun(20, again); allocs > 0 {
		t.Errorf("%v allocations a step", allocs)
	}
}

// What is no number does not pass for silence.
func TestNoNumberShows(t *testing.T) {
	n, p, targets := trial(7, 9, 5, 6)
	n.Theta[3] = float32(math.NaN())
	p.Forward(n)
	if p.Lose(n, targets); p.Loss == p.Loss {
		t.Errorf("the loss is %v", p.Loss)
	}
}
