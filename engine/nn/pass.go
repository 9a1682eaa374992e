package nn

import "driftlab/engine/num"

// Pass holds what one forward and backward pass over a batch computes, and is used again
// for the next. Rows have the batch's padded length; beyond sample T they are zero.
type Pass struct {
	H    [][]float32 // H x T activity of the hidden units
	Y    [][]float32 // O x T predictions
	Grad []float32   // as Net.Theta
	MSE  float64     // of the last Forward

	from, to []int       // H: the samples in which a unit is active lie in [from, to)
	g        [][]float32 // O x T: 2 (y - target) / M, padded to a multiple of four rows
	dh       []float32   // T: the loss by one unit's activity
	active   []int       // the units active in some sample
}

// NewPass makes room for passes of batches shaped like b through nets shaped like n.
func NewPass(n *Net, b *Batch) *Pass {
	return &Pass{
		H: rows(n.H, b.Padded), Y: rows(n.O, b.Padded), Grad: make([]float32, len(n.Theta)),
		from: make([]int, n.H), to: make([]int, n.H),
		g: rows(num.Pad(n.O), b.Padded), dh: make([]float32, b.Padded), active: make([]int, 0, n.H),
	}
}

// Forward computes H, Y and MSE.
func (p *Pass) Forward(n *Net, b *Batch) {
	p.active = p.active[:0]
	for j, h := range p.H {
		clear(h)
		addRows(h, n.In(j), b.X)
		p.from[j], p.to[j] = num.Relu(h)
		if p.from[j] < p.to[j] {
			p.active = append(p.active, j)
		}
	}
	for _, y := range p.Y {
		clear(y)
	}
	for i := 0; i < len(p.active); i += 4 {
		p.addUnits(n, p.active[i:min(i+4, len(p.active))])
	}
	p.residual(b)
}

// addUnits adds what up to four units say to the outputs, over the samples where one of
// them is active.
func (p *Pass) addUnits(n *Net, units []int) {
	var w [4][]float32
	var h [4][]float32
	from, to := len(p.dh), 0
	for k, j := range units {
		from, to = min(from, p.from[j]), max(to, p.to[j])
		w[k] = n.Out(j)
	}
	for k := range h {
		h[k] = p.H[units[min(k, len(units)-1)]][from:to]
	}
	for o, y := range p.Y {
		var a [4]float32 // beyond len(units) zero: that unit then counts once
		for k := range units {
			a[k] = w[k][o]
		}
		num.Axpy4(y[from:to], &a, h[0], h[1], h[2], h[3])
	}
}

// residual computes the error's gradient and the loss.
func (p *Pass) residual(b *Batch) {
	m := float64(b.T * b.O)
	var sum float64
	for o, y := range p.Y {
		sum += float64(num.Residual(p.g[o], y, b.Y[o], float32(2/m)))
	}
	p.MSE = sum / m
}

// Backward computes Grad after a Forward of the same net and batch:
//
//	dn = sum_t g_t h_t'    dh = (n'g) * I    dm = sum_t dh_t x_t'    db = sum_t dh_t
//
// A silent unit costs nothing but clearing its row.
func (p *Pass) Backward(n *Net, b *Batch) {
	clear(p.Grad)
	size := n.D + 1 + n.O
	for _, j := range p.active {
		from, to := p.from[j], p.to[j]
		h, dh := p.H[j][from:to], p.dh[from:to]
		row := p.Grad[j*size : (j+1)*size]

		dotRows(row[n.D+1:], h, p.g, from, to)
		clear(dh)
		addRowsIn(dh, n.Out(j), p.g, from, to)
		num.MaskPositive(dh, h)
		dotRows(row[:n.D+1], dh, b.X, from, to)
	}
}

// addRows adds the rows of x, scaled by w, to y. There are at least len(w) rows, rounded
// up to a multiple of four; those beyond len(w) are not counted.
func addRows(y, w []float32, x [][]float32) { addRowsIn(y, w, x, 0, len(y)) }

// addRowsIn is addRows with the samples [from, to) of x.
func addRowsIn(y, w []float32, x [][]float32, from, to int) {
	for i := 0; i < len(w); i += 4 {
		var a [4]float32
		copy(a[:], w[i:])
		num.Axpy4(y, &a, x[i][from:to], x[i+1][from:to], x[i+2][from:to], x[i+3][from:to])
	}
}

// dotRows writes the products of v with the samples [from, to) of the rows of x.
func dotRows(out, v []float32, x [][]float32, from, to int) {
	for i := 0; i < len(out); i += 4 {
		var d [4]float32
		num.Dot4(&d, v, x[i][from:to], x[i+1][from:to], x[i+2][from:to], x[i+3][from:to])
		copy(out[i:], d[:])
	}
}
