package rnn

import (
	"math"
	"testing"

	"driftlab/engine/num"
)

// The moments are those of z, of the gradients, of r, trial by trial and step by step. The gradients
// by h are those that W's gradient is made of: sum_t z_t' dL/dh_t.
func TestMoments(t *testing.T) {
	for _, contexts := range []int{0, 3} {
		n := someNet(3, contexts, 6, 2)
		b := someBatch(n, 11, 14, 14, 13, 9, 9, 9, 8, 8, 7, 3, 3)
		for s := range b.Trials {
			b.Weight[s] = 1
		}
		p := NewPass(n, b)
		m := NewMoments(n, p)
		p.Forward(n, b, key, 7)
		p.Backward(n, b)
		m.Add(p, n, b)
		z, dh, r, dy := make([]float64, n.Rows()*n.Rows()), make([]float64, n.H*n.H), make([]float64, n.H*n.H), make([]float64, n.O*n.O)
		grad := make([]float64, n.Rows()*n.H)
		for s := range b.Trials {
			share := 1 / float64(b.Steps[s])
			for t := range int(b.Steps[s]) {
				zt, dt, rt := seen(p, n, b, t, s)
				outer(z, zt, zt, share)
				outer(dh, dt, dt, share)
				outer(r, rt, rt, share)
				outer(grad, zt, dt, 1)
				if k, ok := b.counted(t, s); ok {
					d := p.out(p.dy, n, b, s, k)
					outer(dy, []float64{float64(d[0]), float64(d[1])}, []float64{float64(d[0]), float64(d[1])}, share)
				}
			}
		}
		for name, c := range map[string][2][]float64{"z": {m.Z, z}, "dh": {m.DH, dh}, "r": {m.R, r}, "dy": {m.DY, dy}} {
			for i, want := range c[1] {
				if math.Abs(c[0][i]-want) > 1e-5 {
					t.Errorf("%d contexts, %s: entry %d is %v, want %v", contexts, name, i, c[0][i], want)
				}
			}
		}
		for i, want := range grad {
			if math.Abs(float64(p.Grad[i])-want) > 1e-5 {
				t.Errorf("%d contexts: gradient %d is %v, by the gradients of each step %v", contexts, i, p.Grad[i], want)
			}
		}
		if m.Trials != 11 || m.Steps != 97 {
			t.Errorf("%d trials, %d steps", m.Trials, m.Steps)
		}
	}
}

// seen is z_t, dL/dh_t and r_t of a trial.
func seen(p *Pass, n *Net, b *Batch, step, trial int) (z, dh, r []float64) {
	at := func(m num.Tiled, row int) float64 {
		return float64(m.Of(trial / num.Tile)[row*num.Tile+trial%num.Tile])
	}
	for i := range n.H + n.D {
		z = append(z, at(p.state(n, step), i))
	}
	z = append(z, make([]float64, n.K)...)
	if n.K > 0 {
		z[n.H+n.D+int(b.Context[trial])] = 1
	}
	for j := range n.H {
		dh = append(dh, at(p.of(p.activity(step)), j))
	}
	for _, v := range p.AppendR(nil, n, step, trial) {
		r = append(r, float64(v))
	}
	return z, dh, r
}

func outer(dst, a, b []float64, by float64) {
	for i, v := range a {
		for j, w := range b {
			dst[i*len(b)+j] += by * v * w
		}
	}
}

// Targets are drawn as often as the net gives them probability.
func TestDraw(t *testing.T) {
	n := someNet(2, 0, 4, 3)
	b := someBatch(n, 8, 5, 5, 5, 5, 5, 5, 5, 5)
	p := NewPass(n, b)
	p.Forward(n, b, key, 1)
	var often [3]float64
	const draws = 4000
	for i := range uint64(draws) {
		p.Draw(n, b, key, i)
		often[b.Target[4]]++
	}
	y, sum := p.out(p.Out, n, b, 1, 1), 0.0
	for _, v := range y {
		sum += math.Exp(float64(v))
	}
	for o, v := range y {
		want := math.Exp(float64(v)) / sum
		if got := often[o] / draws; math.Abs(got-want) > 4*math.Sqrt(want/draws) {
			t.Errorf("target %d was drawn %v of the times, with a probability of %v", o, got, want)
		}
	}
}
