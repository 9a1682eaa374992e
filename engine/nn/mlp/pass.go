package mlp

import (
	"math"

	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// A Pass is a batch on its way through a net and back.
type Pass struct {
	Loss  float64 // sum over the samples, after Lose
	Right int     // how many of them are told right

	x, on           num.Sparse // samples by inputs and by active units, the last of them always 1, for the bias
	byInput, byUnit num.Sparse // the same, transposed
	errors          num.Sparse // samples by outputs
	samples         int
	wrong           bool     // some output is no number
	h, dh           num.Rows // samples by units
	out             num.Rows // samples by outputs: p, and then its error
	back            num.Rows // W2, transposed, without biases
	grad            []float32
}

// NewPass makes room for batches of up to so many samples.
func NewPass(n *Net, samples int) *Pass {
	h, o := num.Pad(n.H), num.Pad(n.O)
	return &Pass{
		x: sparse(samples, n.D+1, samples), on: sparse(samples, n.H+1, samples), errors: sparse(samples, n.O, samples),
		byInput: sparse(samples, n.D+1, n.D+1), byUnit: sparse(samples, n.H+1, n.H+1),
		h: rows(samples, h), dh: rows(samples, h), out: rows(samples, o), back: rows(n.O, h),
		grad: make([]float32, max(o, h, atOnce)),
	}
}

func rows(n, wide int) num.Rows {
	return num.Rows{Data: make([]float32, n*wide), Stride: wide, Len: wide}
}

// sparse is room for so many rows, and as many entries as two dimensions have.
func sparse(a, b, rows int) num.Sparse {
	return num.Sparse{Ends: make([]int32, 0, rows), Index: make([]int32, 0, a*b), Value: make([]float32, 0, a*b)}
}

// Begin empties the batch.
func (p *Pass) Begin() {
	p.x.Clear()
	p.samples = 0
}

// Add adds a sample: the inputs that are not 0 and their values. Where there is an order, input i is what
// stands at order[i].
func (p *Pass) Add(n *Net, inputs []int32, values []float32, order []int32) {
	p.x.AppendAt(inputs, values, order)
	p.x.Append(n.D, 1)
	p.x.End()
	p.samples++
}

// Forward makes the probabilities of the outputs.
func (p *Pass) Forward(n *Net) {
	p.x.Times(p.h, n.W1(), 0, p.samples)
	h := p.h.Data[:p.samples*p.h.Stride]
	num.ReLURow(h, h)
	p.on.Clear()
	for s := range p.samples {
		p.on.AppendRow(p.h.Of(s)[:n.H])
		p.on.Append(n.H, 1)
		p.on.End()
	}
	p.on.Times(p.out, n.W2(), 0, p.samples)
	p.wrong = false
	for s := range p.samples {
		for _, v := range p.out.Of(s) {
			p.wrong = p.wrong || !num.Finite(v)
		}
		num.Softmax(p.out.Of(s), n.O)
	}
}

// P is the probabilities for a sample.
func (p *Pass) P(n *Net, sample int) []float32 { return p.out.Of(sample)[:n.O] }

// Active is how many units are active, over all samples.
func (p *Pass) Active() int { return len(p.on.Index) - p.samples }

// Lose makes the loss, and counts what is told right. Where an output is no number the loss is none.
func (p *Pass) Lose(n *Net, targets []byte) {
	p.Loss, p.Right = 0, 0
	for s, target := range targets[:p.samples] {
		prob := p.P(n, s)
		p.Loss -= num.Log(float64(prob[target]))
		if largest(prob) == int(target) {
			p.Right++
		}
	}
	if p.wrong {
		p.Loss = math.NaN()
	}
}

// largest is the first of the largest.
func largest(x []float32) (at int) {
	for i, v := range x {
		if v > x[at] {
			at = i
		}
	}
	return at
}

// Draw makes targets of the probabilities: those of the key at a number.
func (p *Pass) Draw(n *Net, targets []byte, key rng.Key, number uint64) {
	chance := p.grad[:0]
	for s := range targets[:p.samples] {
		if s%len(p.grad) == 0 {
			chance = p.grad
			key.Uniforms(chance, number<<16+uint64(s/len(p.grad)))
		}
		targets[s] = byte(n.O - 1)
		left := chance[s%len(p.grad)]
		for o, q := range p.P(n, s) {
			if left -= q; left < 0 {
				targets[s] = byte(o)
				break
			}
		}
	}
}

// Backward makes the gradient of the loss times scale by what goes into the units.
func (p *Pass) Backward(n *Net, targets []byte, scale float32) {
	p.errors.Clear()
	for s := range p.samples {
		d := p.out.Of(s)
		d[targets[s]]--
		num.Scale(d, scale, d)
		for o, v := range d[:n.O] {
			p.errors.Append(o, v)
		}
		p.errors.End()
	}
	w := n.W2()
	for j := range n.H {
		for o, v := range w.Of(j)[:n.O] {
			p.back.Data[o*p.back.Stride+j] = v
		}
	}
	p.errors.Times(p.dh, p.back, 0, p.samples)
	used := p.samples * p.dh.Stride
	num.ReLUBack(p.dh.Data[:used], p.h.Data[:used])
	p.x.Transpose(&p.byInput, n.D+1)
	p.on.Transpose(&p.byUnit, n.H+1)
}
