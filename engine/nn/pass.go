package nn

import "driftlab/engine/num"

// Pass holds what one forward and backward pass over a batch computes, and is used again
// for the next. Beyond sample T the rows are zero.
type Pass struct {
	H    Matrix    // H x T: activity of the hidden units
	Y    Matrix    // O x T: predictions
	Grad []float32 // as Net.Theta
	MSE  float64   // of the last Forward

	from, to []int     // H: the samples in which a unit is active lie in [from, to)
	active   []int     // the units active in some sample
	g        Matrix    // O x T: 2 (y - target) / M
	dh       []float32 // T: the loss by one unit's activity
}

// NewPass makes room for passes of batches shaped like b through nets shaped like n.
func NewPass(n *Net, b *Batch) *Pass {
	return &Pass{
		H: newMatrix(n.H, b.T), Y: newMatrix(n.O, b.T), Grad: make([]float32, len(n.Theta)),
		from: make([]int, n.H), to: make([]int, n.H), active: make([]int, 0, n.H),
		g: newMatrix(n.O, b.T), dh: make([]float32, b.X.Stride),
	}
}

// Forward computes H, Y and MSE.
func (p *Pass) Forward(n *Net, b *Batch) {
	p.active = p.active[:0]
	for j := range n.H {
		h := p.H.Rows[j]
		num.Combine(h, n.In(j), b.X.Data, b.X.Stride)
		p.from[j], p.to[j] = num.Relu(h)
		if p.from[j] < p.to[j] {
			p.active = append(p.active, j)
		}
	}
	clear(p.Y.Data)
	for i := 0; i < len(p.active); i += 4 {
		p.addUnits(n, p.active[i:min(i+4, len(p.active))])
	}
	p.residual(b)
}

// addUnits adds what up to four units say to the outputs, over the samples where one of
// them is active.
func (p *Pass) addUnits(n *Net, units []int) {
	var w, h [4][]float32
	from, to := p.H.Stride, 0
	for k, j := range units {
		from, to = min(from, p.from[j]), max(to, p.to[j])
		w[k] = n.Out(j)
	}
	for k := range h {
		h[k] = p.H.Rows[units[min(k, len(units)-1)]][from:to]
	}
	for o := range n.O {
		var a [4]float32 // beyond len(units) zero: the last unit counts once
		for k := range units {
			a[k] = w[k][o]
		}
		num.Axpy4(p.Y.Rows[o][from:to], &a, h[0], h[1], h[2], h[3])
	}
}

// residual computes the error's gradient and the loss.
func (p *Pass) residual(b *Batch) {
	m := float64(b.T * b.O)
	p.MSE = float64(num.Residual(p.g.Data, p.Y.Data, b.Y.Data, float32(2/m))) / m
}

// Backward computes Grad after a Forward of the same net and batch:
//
//	dn = sum_t g_t h_t'    dh = (n'g) * I    dm = sum_t dh_t x_t'    db = sum_t dh_t
//
// A silent unit costs nothing but clearing its row, and a unit's silent samples nothing.
func (p *Pass) Backward(n *Net, b *Batch) {
	clear(p.Grad)
	size := n.D + 1 + n.O
	for _, j := range p.active {
		from, to := p.from[j], p.to[j]
		h, dh := p.H.Rows[j][from:to], p.dh[from:to]
		row := p.Grad[j*size : (j+1)*size]

		num.DotRows(row[n.D+1:], h, p.g.Data[from:], p.g.Stride)
		num.Combine(dh, n.Out(j), p.g.Data[from:], p.g.Stride)
		num.MaskPositive(dh, h)
		num.DotRows(row[:n.D+1], dh, b.X.Data[from:], b.X.Stride)
	}
}
