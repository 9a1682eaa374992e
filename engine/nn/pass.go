package nn

import "driftlab/engine/num"

// Pass holds what one forward and backward pass over a batch computes, and is used again
// for the next. Beyond sample T everything is zero.
type Pass struct {
	H    Matrix    // H x T: activity of the hidden units
	Y    Tiled     // O x T: predictions
	Grad []float32 // as Net.Theta
	MSE  float64   // of the last Forward

	g   Tiled     // O x T: 2 (y - target) / M
	gs  Samples   // the same, sample after sample
	dh  []float32 // T: the loss by one unit's activity
	room []float32 // Grad and some more

	// Where units are active, tile by tile.
	tiles int       // of the batch
	quiet *quiet
	on    []int32   // row j: the tiles where unit j is active, many[j] of them
	many  []int     // H
	units [][]int32 // row t: the units that are active in tile t
}

// NewPass makes room for passes of batches shaped like b through nets shaped like n.
func NewPass(n *Net, b *Batch) *Pass {
	p := &Pass{
		H: newMatrix(n.H, b.T), Y: newTiled(n.O, b.T), g: newTiled(n.O, b.T),
	}
	p.gs = newSamples(n.O, b.T)
	p.dh = make([]float32, p.H.Stride)
	p.room = make([]float32, len(n.Theta)+2*num.Tile)
	p.Grad = p.room[:len(n.Theta)]
	p.tiles = num.Tiles(b.T)
	p.on, p.many, p.units = make([]int32, n.H*p.tiles), make([]int, n.H), make([][]int32, p.tiles)
	for t := range p.units {
		p.units[t] = make([]int32, 0, n.H)
	}
	p.quiet = newQuiet(n, b)
	return p
}

// Forward computes H, Y and MSE.
func (p *Pass) Forward(n *Net, b *Batch) {
	for t := range p.units {
		p.units[t] = p.units[t][:0]
	}
	for j, h := range p.H.Rows {
		on, m := p.on[j*p.tiles:][:p.tiles], n.In(j)
		p.many[j] = num.Activate(h, m, b.X.Data, p.quiet.tilesOf(j, m), on)
		if p.quiet.due(j) {
			p.quiet.look(j, m, b, on[:p.many[j]])
		}
		for _, t := range on[:p.many[j]] {
			p.units[t] = append(p.units[t], int32(j))
		}
	}
	p.quiet.turn++
	for t, units := range p.units {
		num.Gather(p.Y.tile(t), n.Theta[n.D+1:], n.size(), p.H.Data[t*num.Tile:], p.H.Stride, units)
	}
	m := float64(b.T * b.O)
	p.MSE = float64(num.Residual(p.g.Data, p.Y.Data, b.Y.Data, float32(2/m))) / m
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
		num.Add(p.room[at:at+b.x.Width], p.dh, b.x.Data, on)
		num.Add(p.room[at+n.D+1:][:p.gs.Width], h, p.gs.Data, on)
	}
}
