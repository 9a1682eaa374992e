package rnn

import (
	"math"
	"slices"
	"testing"

	"driftlab/engine/nn"
	"driftlab/engine/rng"
)

const counted = 3

var key = rng.Key{Seed: 3, Stream: 1}

// someNet is a net with random weights.
func someNet(d, k, h, o int) *Net {
	n := New(d, k, h, o)
	rng.Key{Seed: 8}.Normals(n.Theta, 0)
	for i := range n.Theta {
		n.Theta[i] *= float32(1 / math.Sqrt(float64(h)))
	}
	n.Tau, n.Noise = 0.2, 0.05
	return n
}

// someBatch is trials of random inputs, of these lengths.
func someBatch(n *Net, room int, steps ...int32) *Batch {
	b := NewBatch(n.D, room, 120, counted)
	fill(b, n, steps)
	return b
}

func fill(b *Batch, n *Net, steps []int32) {
	b.Begin(steps)
	x := make([]float32, n.D)
	for s, many := range steps {
		for t := range int(many) {
			rng.Key{Seed: uint32(s), Stream: 5}.Normals(x, uint64(t))
			for i, v := range x {
				b.Set(t, s, i, v)
			}
		}
		b.Weight[s] = 1 / float32(1+s)
		if n.K > 0 {
			b.Context[s] = int32(s % n.K)
		}
		for k := range counted {
			b.Target[s*counted+k] = uint8((s + k) % n.O)
		}
	}
}

// The outputs and the loss are the reference's, and the gradient that of its differences, by every
// weight, for trials of several lengths that do not fill their tiles.
func TestAgainstReference(t *testing.T) {
	for _, c := range []struct {
		phi  nn.Activation
		tau  float32
		k, o int
	}{{nn.ReLU, 0.2, 2, 2}, {nn.ReLU, 1, 0, 3}, {nn.Tanh, 0.5, 3, 2}, {nn.Softplus, 0.3, 1, 4}, {nn.Leaky, 0.2, 2, 2}} {
		n := someNet(3, c.k, 6, c.o)
		n.Phi, n.Tau = c.phi, c.tau
		b := someBatch(n, 11, 14, 14, 13, 9, 9, 9, 8, 8, 7, 3, 3)
		p := NewPass(n, b)
		p.Forward(n, b, key, 7)
		p.Backward(n, b)
		theta := make([]float64, len(n.Theta))
		for i, v := range n.Theta {
			theta[i] = float64(v)
		}
		loss, out := reference(n, theta, b, key, 7)
		if math.Abs(p.Loss-loss) > 1e-5*loss {
			t.Errorf("%s, tau %v: loss %v, reference %v", c.phi, c.tau, p.Loss, loss)
		}
		for i, y := range out {
			for o, v := range y {
				if got := p.Out[i*n.O+o]; math.Abs(float64(got)-v) > 1e-5 {
					t.Fatalf("%s, tau %v: output %d of answer %d is %v, reference %v", c.phi, c.tau, o, i, got, v)
				}
			}
		}
		for i := range theta {
			const h = 1e-5
			was := theta[i]
			theta[i] = was + h
			up, _ := reference(n, theta, b, key, 7)
			theta[i] = was - h
			down, _ := reference(n, theta, b, key, 7)
			theta[i] = was
			if want := (up - down) / (2 * h); math.Abs(float64(p.Grad[i])-want) > 2e-5*(1+math.Abs(want)) {
				t.Errorf("%s, tau %v: gradient %d is %v, by differences %v", c.phi, c.tau, i, p.Grad[i], want)
			}
		}
	}
}

// What a trial comes to does not depend on what it lies beside, nor on what was there before.
func TestTrialsAreApart(t *testing.T) {
	n := someNet(4, 3, 10, 2)
	n.Noise = 0
	all := []int32{20, 18, 18, 17, 12, 11, 11, 10, 9, 6}
	b := someBatch(n, 16, all...)
	p := NewPass(n, b)
	p.Forward(n, b, key, 0)
	p.Backward(n, b)
	out := slices.Clone(p.Out)
	for range 2 {
		fill(b, n, []int32{6, 5, 3})
		p.Forward(n, b, key, 0)
		p.Backward(n, b)
	}
	fill(b, n, all)
	p.Forward(n, b, key, 0)
	if !slices.Equal(p.Out[:len(all)*counted*n.O], out[:len(all)*counted*n.O]) {
		t.Error("other trials leave something behind")
	}
	for s, many := range all {
		one := NewBatch(n.D, 1, 120, counted)
		one.Begin([]int32{many})
		one.Context[0] = b.Context[s]
		for t := range int(many) {
			for i := range n.D {
				one.Set(t, 0, i, b.Input(t, s, i))
			}
		}
		alone := NewPass(n, one)
		alone.Forward(n, one, key, 0)
		if want := out[s*counted*n.O : (s+1)*counted*n.O]; !slices.Equal(alone.Out[:counted*n.O], want) {
			t.Errorf("trial %d alone gives %v, among others %v", s, alone.Out[:counted*n.O], want)
		}
	}
}

// Gradients of weighted trials add up.
func TestWeights(t *testing.T) {
	n := someNet(4, 3, 10, 2)
	b := someBatch(n, 8, 20, 12, 7)
	p := NewPass(n, b)
	sum := make([]float64, len(p.Grad))
	for s := range 3 {
		fill(b, n, []int32{20, 12, 7})
		w := b.Weight[s]
		clear(b.Weight)
		b.Weight[s] = w
		p.Forward(n, b, key, 0)
		p.Backward(n, b)
		for i, g := range p.Grad {
			sum[i] += float64(g)
		}
	}
	fill(b, n, []int32{20, 12, 7})
	p.Forward(n, b, key, 0)
	p.Backward(n, b)
	for i, g := range p.Grad {
		if math.Abs(float64(g)-sum[i]) > 1e-5 {
			t.Errorf("gradient %d of all is %v, of each %v", i, g, sum[i])
		}
	}
}

func TestBatchRefuses(t *testing.T) {
	b := NewBatch(2, 4, 10, counted)
	for name, steps := range map[string][]int32{"disorder": {5, 6}, "too short": {5, 2}, "too long": {11}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			b.Begin(steps)
		}()
	}
}

func TestNoAllocation(t *testing.T) {
	n := someNet(4, 15, 30, 2)
	b := someBatch(n, 16, 20, 20, 18, 5)
	p := NewPass(n, b)
	if many := testing.AllocsPerRun(20, func() {
		p.Forward(n, b, key, 1)
		p.Backward(n, b)
	}); many > 0 {
		t.Errorf("%v allocations", many)
	}
}

// rnn is 30 units and 64 digits of 18 to 81 steps, rnn100 is 100 units and 32 trials of 55 steps.
func benchmark(b *testing.B, units, trials int, steps func(s int) int32) {
	n := someNet(4, 15, units, 2)
	var lengths []int32
	for s := range trials {
		lengths = append(lengths, steps(s))
	}
	batch := someBatch(n, trials, lengths...)
	p := NewPass(n, batch)
	for i := range b.N {
		p.Forward(n, batch, key, uint64(i))
		p.Backward(n, batch)
	}
	all := 0
	for _, v := range lengths {
		all += int(v)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*all), "ns/trialstep")
}

func BenchmarkRNN(b *testing.B) {
	benchmark(b, 30, 64, func(s int) int32 { return int32(81 - s) })
}

func BenchmarkRNN100(b *testing.B) {
	benchmark(b, 100, 32, func(int) int32 { return 55 })
}
