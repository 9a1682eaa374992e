package rnn

import "driftlab/engine/num"

// mostOutputs bounds a net's outputs.
const mostOutputs = 64

// Lose makes the loss of the last Forward, and its gradient by the outputs.
func (p *Pass) Lose(n *Net, b *Batch) {
	var room [mostOutputs]float64
	p.Loss = 0
	for s := range b.Trials {
		weight := float64(b.Weight[s])
		for k := range b.Counted {
			target := int(b.Target[s*b.Counted+k])
			y, d := p.out(p.Out, n, b, s, k), p.out(p.dy, n, b, s, k)
			prob := room[:n.O]
			p.Loss -= float64(weight * softmax(prob, y, target))
			for o := range d {
				d[o] = float32(weight * prob[o])
			}
			d[target] = float32(weight * (prob[target] - 1))
		}
	}
}

// Backward makes the gradient of the loss of the last Forward.
func (p *Pass) Backward(n *Net, b *Batch) {
	p.Lose(n, b)
	clear(p.Grad)
	clear(p.lanes)
	clear(p.held)
	clear(p.dr)
	for t := b.Longest() - 1; t >= 0; t-- {
		p.question(n, b, t)
		p.backstep(n, b, t)
	}
	p.gather(n, b)
}

// backstep takes the gradient by r_t, in dr, to that by r_{t-1}.
func (p *Pass) backstep(n *Net, b *Batch, step int) {
	tiles := b.tiles(step)
	size := tiles * p.units * num.Tile
	dr, dh, a := p.dr[:size], p.dh[:size], p.activity(step)[:size]
	num.Scale(dh, n.Tau, dr)
	n.Phi.Back(dh, a)
	num.Cross(p.lanes, p.state(n, step), p.of(dh), tiles)
	num.Blend(p.held[:size], 1, p.held[:size], 1, dh)
	num.Scale(dr, 1-n.Tau, dr)
	num.Mix(p.of(dr), num.Rows{Data: p.back, Stride: p.units, Len: p.units}, p.of(dh), tiles)
	copy(a, dh)
}

// question takes the gradient by the outputs of a step to r_t and to C.
func (p *Pass) question(n *Net, b *Batch, step int) {
	c, grad, next := n.C(), p.Grad[n.Rows()*n.H:], p.state(n, step+1)
	for s := range b.Trials {
		k, ok := b.counted(step, s)
		if !ok {
			continue
		}
		d := p.out(p.dy, n, b, s, k)
		r, dr := next.Of(s / num.Tile)[s%num.Tile:], p.of(p.dr).Of(s / num.Tile)[s%num.Tile:]
		for j := range n.H {
			var sum float32
			for o, v := range d {
				sum += float32(v * c[j*n.O+o])
				grad[j*n.O+o] += float32(v * r[j*num.Tile])
			}
			dr[j*num.Tile] += sum
		}
	}
}

// gather adds the gradient by W up: that of units and inputs from its lanes, that of each context from
// the trials that had it.
func (p *Pass) gather(n *Net, b *Batch) {
	num.SumLanes(p.grad, p.lanes)
	rows := n.H + n.D
	for i := range rows {
		copy(p.Grad[i*n.H:(i+1)*n.H], p.grad[i*p.units:])
	}
	if n.K == 0 {
		return
	}
	for s := range b.Trials {
		row := p.Grad[(rows+int(b.Context[s]))*n.H:][:n.H]
		tile := p.of(p.held).Of(s / num.Tile)[s%num.Tile:]
		for j := range row {
			row[j] += tile[j*num.Tile]
		}
	}
}
