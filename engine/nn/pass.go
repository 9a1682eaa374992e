package nn

import "driftlab/engine/num"

// Pass holds what one forward and backward pass over a batch computes, and is used again
// for the next. Beyond sample T everything is zero.
type Pass struct {
	H    Matrix    // H x T: activity of the hidden units
	Y    Tiled     // O x T: predictions
	Grad []float32 // as Net.Theta
	MSE  float64   // of the last Forward

	g    Tiled     // O x T: 2 (y - target) / M
	gs   Samples   // the same, sample after sample
	dh   []float32 // T: the loss by one unit's activity
	grad []float32 // Grad, and room for a vector that goes beyond its end

	// Where units are active, tile by tile.
	tiles int       // of the batch
	quiet *quiet    // where they need not be computed
	on    []int32   // row j: the tiles where unit j is active, many[j] of them
	many  []int     // H
	units [][]int32 // row t: the units that are active in tile t
}

// NewPass makes room for passes of batches shaped like b through nets shaped like n.
func NewPass(n *Net, b *Batch) *Pass {
	p := &Pass{
		H: newMatrix(n.H, b.T), Y: newTiled(n.O, b.T), g: newTiled(n.O, b.T), gs: newSamples(n.O, b.T),
		tiles: num.Tiles(b.T), quiet: newQuiet(n, b),
	}
	p.dh, p.grad = make([]float32, p.H.Stride), make([]float32, len(n.Theta)+p.gs.Width)
	p.Grad = p.grad[:len(n.Theta)]
	p.on, p.many, p.units = make([]int32, n.H*p.tiles), make([]int, n.H), make([][]int32, p.tiles)
	for t := range p.units {
		p.units[t] = make([]int32, 0, n.H)
	}
	return p
}

// Forward computes H, Y and MSE.
func (p *Pass) Forward(n *Net, b *Batch) {
	p.activate(n, b)
	for t, units := range p.units {
		num.Gather(p.Y.tile(t), n.Theta[n.D+1:], n.size(), p.H.Data[t*num.Tile:], p.H.Stride, units)
	}
	m := float64(b.T * b.O)
	p.MSE = float64(num.Residual(p.g.Data, p.Y.Data, b.Y.Data, float32(2/m))) / m
}

// activate computes H, and where it is not zero.
func (p *Pass) activate(n *Net, b *Batch) {
	for t := range p.units {
		p.units[t] = p.units[t][:0]
	}
	p.quiet.begin(b)
	for j, h := range p.H.Rows {
		on, m := p.on[j*p.tiles:][:p.tiles], n.In(j)
		many := num.Activate(h, m, b.X.Data, p.quiet.tilesOf(j, m), on)
		if p.quiet.due(j) {
			p.quiet.look(j, m, on[:many])
		}
		for _, t := range on[:many] {
			p.units[t] = append(p.units[t], int32(j))
		}
		p.many[j] = many
	}
}

// Backward computes Grad after a Forward of the same net and batch:
//
//	dn = sum_t g_t h_t'    dh = (n'g) * I    dm = sum_t dh_t x_t'    db = sum_t dh_t
//
// A unit's silent tiles cost nothing, a silent unit no more than clearing its row.
func (p *Pass) Backward(n *Net, b *Batch) {
	p.g.transpose(&p.gs)
	for j, h := range p.H.Rows {
		at := j * n.size()
		if p.many[j] == 0 {
			clear(p.Grad[at:][:n.size()])
			continue
		}
		on := p.on[j*p.tiles:][:p.many[j]]
		num.Back(p.dh, h, n.Out(j), p.g.Data, on)
		// Whole vectors: what goes beyond the end is overwritten by what comes next.
		num.Add(p.grad[at:][:b.x.Width], p.dh, b.x.Data, on)
		num.Add(p.grad[at+n.D+1:][:p.gs.Width], h, p.gs.Data, on)
	}
}
