package rnn

import (
	"math"

	"driftlab/engine/nn"
	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// reference is the network once more, plainly, trial by trial and in float64, with the library's
// functions: the loss as a function of the weights, and the outputs.
func reference(n *Net, theta []float64, b *Batch, key rng.Key, number uint64) (loss float64, out [][]float64) {
	rows := n.Rows()
	for s := range b.Trials {
		r := make([]float64, n.H)
		for t := range int(b.Steps[s]) {
			z := append([]float64{}, r...)
			for i := range n.D {
				z = append(z, float64(b.Input(t, s, i)))
			}
			z = append(z, make([]float64, n.K)...)
			if n.K > 0 {
				z[n.H+n.D+int(b.Context[s])] = 1
			}
			next := make([]float64, n.H)
			for j := range n.H {
				h := float64(n.Noise) * normal(n, b, key, number, t, s, j)
				for i := range rows {
					h += z[i] * theta[i*n.H+j]
				}
				next[j] = (1-float64(n.Tau))*r[j] + float64(n.Tau)*phi(n.Phi, h)
			}
			if r = next; t < int(b.Steps[s])-b.Counted {
				continue
			}
			y := make([]float64, n.O)
			for o := range y {
				for j := range n.H {
					y[o] += r[j] * theta[rows*n.H+j*n.O+o]
				}
			}
			sum := 0.0
			for _, v := range y {
				sum += math.Exp(v)
			}
			target := b.Target[s*b.Counted+len(out)%b.Counted]
			loss += float64(b.Weight[s]) * (math.Log(sum) - y[target])
			out = append(out, y)
		}
	}
	return loss, out
}

func phi(a nn.Activation, h float64) float64 {
	switch a {
	case nn.Tanh:
		return math.Tanh(h)
	case nn.Softplus:
		return math.Log1p(math.Exp(h))
	case nn.Leaky:
		if h < 0 {
			return float64(num.Leak) * h
		}
		return h
	}
	return math.Max(h, 0)
}

// normal is the noise of a unit in a trial at a step.
func normal(n *Net, b *Batch, key rng.Key, number uint64, step, trial, unit int) float64 {
	all := make([]float32, (step+1)*len(b.Steps)*num.Pad(n.H))
	key.Normals(all, number)
	tiles := num.Tiled{Data: all[step*len(b.Steps)*num.Pad(n.H):], Rows: num.Pad(n.H)}
	return float64(tiles.Of(trial / num.Tile)[unit*num.Tile+trial%num.Tile])
}
