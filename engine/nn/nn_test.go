package nn

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"

	"driftlab/engine/rng"
)

// problem is a net and a batch of odd sizes, so that every padding is at work.
func problem(t, d, h, o int) (*Net, *Batch) {
	in, out := make([]float32, t*d), make([]float32, t*o)
	rng.Key{Seed: 3, Stream: 9}.Normals(in, 0)
	rng.Key{Seed: 3, Stream: 9}.Normals(out, 1)
	return New(d, h, o, Rich, rng.Key{Seed: 3}), NewBatch(t, in, out)
}

// denseMSE computes the loss by gonum, in float64.
func denseMSE(n *Net, b *Batch) float64 {
	x := mat.NewDense(n.D+1, b.T, nil)
	m, w := mat.NewDense(n.H, n.D+1, nil), mat.NewDense(n.O, n.H, nil)
	x.Apply(func(i, j int, _ float64) float64 { return float64(b.X.At(i, j)) }, x)
	m.Apply(func(i, j int, _ float64) float64 { return float64(n.In(i)[j]) }, m)
	w.Apply(func(i, j int, _ float64) float64 { return float64(n.Out(j)[i]) }, w)
	var h, y mat.Dense
	h.Mul(m, x)
	h.Apply(func(_, _ int, v float64) float64 { return phi(n.Activation, v) }, &h)
	y.Mul(w, &h)
	y.Apply(func(i, j int, v float64) float64 { return v - float64(b.Y.At(i, j)) }, &y)
	norm := mat.Norm(&y, 2)
	return norm * norm / float64(b.T*b.O)
}

func TestForwardAgainstGonum(t *testing.T) {
	for _, s := range [][4]int{{1, 1, 1, 1}, {5, 20, 100, 5}, {13, 6, 9, 3}, {30, 18, 41, 17}} {
		for _, a := range activations {
			n, b := problem(s[0], s[1], s[2], s[3])
			n.Activation = a
			p := NewPass(n, b)
			p.Forward(n, b)
			if want := denseMSE(n, b); math.Abs(p.MSE-want) > 1e-5*want {
				t.Errorf("%s, shape %v: MSE %v, gonum has %v", a, s, p.MSE, want)
			}
		}
	}
}

func TestGradientAgainstDifferences(t *testing.T) {
	for _, a := range activations {
		t.Run(string(a), func(t *testing.T) { gradient(t, a) })
	}
}

func gradient(t *testing.T, a Activation) {
	n, b := problem(13, 6, 9, 3)
	n.Activation = a
	// One silent unit, and one active only late: both skip work.
	n.In(4)[n.D] = -100
	n.In(5)[n.D] = -2
	p := NewPass(n, b)
	p.Forward(n, b)
	p.Backward(n, b)
	for i, v := range n.Theta {
		const eps = 1e-3
		n.Theta[i] = v + eps
		up, hi := denseMSE(n, b), n.Theta[i]
		n.Theta[i] = v - eps
		down, lo := denseMSE(n, b), n.Theta[i]
		n.Theta[i] = v
		want := (up - down) / float64(hi-lo)
		if math.Abs(float64(p.Grad[i])-want) > 1e-3*(1+math.Abs(want)) {
			t.Errorf("parameter %d: gradient %v, differences give %v", i, p.Grad[i], want)
		}
	}
	if !a.Sparse() {
		return
	}
	for i, g := range p.Grad[4*(n.D+1+n.O) : 5*(n.D+1+n.O)] {
		if g != 0 {
			t.Errorf("silent unit has gradient %v at %d", g, i)
		}
	}
}

func TestStartingWeightsHaveTheStatedSpread(t *testing.T) {
	for init, want := range map[Init]float64{Rich: math.Sqrt(2. / 500), Lazy: 2. / 500} {
		n := New(18, 500, 17, init, rng.Key{Seed: 1})
		var in, out float64
		for j := range n.H {
			for _, v := range n.In(j) {
				in += float64(v) * float64(v) / float64(500*19)
			}
			for _, v := range n.Out(j) {
				out += float64(v) * float64(v) / float64(500*17)
			}
		}
		if math.Abs(in*18/2-1) > 0.05 {
			t.Errorf("%s: input weights have variance %v, want 2/D", init, in)
		}
		if math.Abs(math.Sqrt(out)/want-1) > 0.05 {
			t.Errorf("%s: output weights have spread %v, want %v", init, math.Sqrt(out), want)
		}
	}
}

func TestNoiseHasStandardDeviationRateTimesNoise(t *testing.T) {
	n := New(18, 500, 17, Lazy, rng.Key{Seed: 1})
	before := append([]float32(nil), n.Theta...)
	new(Descent).Step(n, make([]float32, len(n.Theta)), 0.1, 0.05, rng.Key{Seed: 1, Stream: 1}, 1)
	var square float64
	for i, v := range n.Theta {
		d := float64(v - before[i])
		square += d * d / float64(len(before))
	}
	if got := math.Sqrt(square); math.Abs(got/0.005-1) > 0.03 {
		t.Errorf("parameters moved by %v, want 0.005", got)
	}
}

func BenchmarkStep(b *testing.B) {
	for name, s := range map[string][4]int{"fig2": {150, 18, 500, 17}, "tiny": {5, 20, 100, 5}, "lecture": {100, 12, 100, 11}} {
		b.Run(name, func(b *testing.B) {
			n, batch := problem(s[0], s[1], s[2], s[3])
			p, d := NewPass(n, batch), new(Descent)
			for step := range b.N {
				p.Forward(n, batch)
				p.Backward(n, batch)
				d.Step(n, p.Grad, 0.001, 0.01, rng.Key{Seed: 1}, uint64(step))
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "steps/s")
		})
	}
}
