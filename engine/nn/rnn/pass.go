package rnn

import (
	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// A Pass is room for going through a batch and back.
type Pass struct {
	Grad []float32 // as Theta
	Loss float64   // the weighted sum over trials of the summed cross-entropies
	Out  []float32 // y: trials x Counted x O

	units   int       // H, rounded up
	trials  int       // of a batch, rounded up to tiles
	z       []float32 // for each step and one more, tiles of H+D rows: r_{t-1} and x_t
	a       []float32 // for each step, tiles of units: phi(h_t), and after Backward dL/dh_t
	w       []float32 // H+D+K rows of units: W
	back    []float32 // units x units: the recurrent part of W, transposed
	held    []float32 // tiles of units: the context's part of h_t, and then of its gradient
	dr, dh  []float32 // tiles of units
	dy      []float32 // as Out
	lanes   []float32 // of the gradient by the units' and the inputs' part of W
	grad    []float32 // these lanes, added up
	normals []float32
}

// NewPass makes room for a net on batches like this.
func NewPass(n *Net, b *Batch) *Pass {
	u, trials, rows := num.Pad(n.H), len(b.Steps), n.H+n.D
	return &Pass{
		Grad: make([]float32, n.Size()), Out: make([]float32, len(b.Target)*n.O),
		units: u, trials: trials,
		z: make([]float32, (b.most+1)*trials*rows), a: make([]float32, b.most*trials*u),
		w: make([]float32, n.Rows()*u), back: make([]float32, u*u),
		held: make([]float32, trials*u), dr: make([]float32, trials*u), dh: make([]float32, trials*u),
		dy: make([]float32, len(b.Target)*n.O), lanes: make([]float32, rows*u*num.Lanes), grad: make([]float32, rows*u),
		normals: make([]float32, trials*u),
	}
}

// state is the tiles of z at a step, of which r is that before it; those after the last step have the
// last r.
func (p *Pass) state(n *Net, step int) num.Tiled {
	size := p.trials * (n.H + n.D)
	return num.Tiled{Data: p.z[step*size : (step+1)*size], Rows: n.H + n.D}
}

// activity is the tiles of a at a step.
func (p *Pass) activity(step int) []float32 {
	return p.a[step*p.trials*p.units : (step+1)*p.trials*p.units]
}

// of makes tiles of units.
func (p *Pass) of(data []float32) num.Tiled { return num.Tiled{Data: data, Rows: p.units} }

// AppendR appends the units' activities r in a trial after a step, from 0 on.
func (p *Pass) AppendR(dst []float32, n *Net, step, trial int) []float32 {
	tile := p.state(n, step+1).Of(trial / num.Tile)
	for i := trial % num.Tile; i < n.H*num.Tile; i += num.Tile {
		dst = append(dst, tile[i])
	}
	return dst
}

// Forward goes through a batch. The noise is that of the key at a number, such as that of an
// iteration.
func (p *Pass) Forward(n *Net, b *Batch, key rng.Key, number uint64) {
	p.load(n, b)
	for t := range b.Longest() {
		tiles := b.tiles(t)
		z, x, next := p.state(n, t), b.inputs(t), p.state(n, t+1)
		size := tiles * p.units * num.Tile
		a := p.activity(t)[:size]
		p.drive(a, n.Noise, key, number, t)
		for i := range tiles {
			copy(z.Of(i)[n.H*num.Tile:], x.Of(i))
		}
		num.Mix(p.of(a), num.Rows{Data: p.w, Stride: p.units, Len: p.units}, z, tiles)
		n.Phi.Apply(a)
		own := n.H * num.Tile
		for i := range tiles {
			num.Blend(next.Of(i)[:own], 1-n.Tau, z.Of(i)[:own], n.Tau, p.of(a).Of(i)[:own])
		}
		p.answer(n, b, t)
	}
}

// load takes the weights over, and what the contexts of a batch add to the units' input.
func (p *Pass) load(n *Net, b *Batch) {
	w, rows := n.W(), n.H+n.D
	for i := range n.Rows() {
		copy(p.w[i*p.units:], w[i*n.H:(i+1)*n.H])
	}
	for i := range n.H {
		for j := range n.H {
			p.back[j*p.units+i] = w[i*n.H+j]
		}
	}
	clear(p.held)
	if n.K == 0 {
		return
	}
	for s := range b.Trials {
		row := p.w[(rows+int(b.Context[s]))*p.units:][:p.units]
		tile := p.of(p.held).Of(s / num.Tile)
		for j, v := range row {
			tile[j*num.Tile+s%num.Tile] = v
		}
	}
}

// drive begins the units' input at a step with noise and context.
func (p *Pass) drive(a []float32, noise float32, key rng.Key, number uint64, step int) {
	if noise == 0 {
		copy(a, p.held)
		return
	}
	normals := p.normals[:len(a)]
	key.NormalsFrom(normals, number, step*p.trials*p.units)
	num.Blend(a, noise, normals, 1, p.held[:len(a)])
}

// answer makes the outputs of the trials for which a step counts.
func (p *Pass) answer(n *Net, b *Batch, step int) {
	c, next := n.C(), p.state(n, step+1)
	for s := range b.Trials {
		k, ok := b.counted(step, s)
		if !ok {
			continue
		}
		r, y := next.Of(s / num.Tile)[s%num.Tile:], p.out(p.Out, n, b, s, k)
		clear(y)
		for j := range n.H {
			for o := range y {
				y[o] += float32(r[j*num.Tile] * c[j*n.O+o])
			}
		}
	}
}

// out is the outputs of a trial at one of the steps that count.
func (p *Pass) out(all []float32, n *Net, b *Batch, trial, k int) []float32 {
	at := (trial*b.Counted + k) * n.O
	return all[at : at+n.O : at+n.O]
}

// Answer is the outputs of a trial at its last step.
func (p *Pass) Answer(n *Net, b *Batch, trial int) []float32 {
	return p.out(p.Out, n, b, trial, b.Counted-1)
}

// softmax writes the probabilities of outputs to prob, in float64, and returns the logarithm of
// target's.
func softmax(prob []float64, y []float32, target int) float64 {
	most := y[0]
	for _, v := range y {
		most = max(most, v)
	}
	sum := 0.0
	for o, v := range y {
		prob[o] = num.Exp(float64(v - most))
		sum += prob[o]
	}
	for o := range y {
		prob[o] /= sum
	}
	return float64(y[target]-most) - num.Log(sum)
}
