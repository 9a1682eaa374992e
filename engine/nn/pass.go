package nn

import "driftlab/engine/num"

// Pass holds what one forward and backward pass over a batch computes, and is used again
// for the next. Beyond sample T everything is zero.
type Pass struct {
	H    Matrix    // H x T: activity of the hidden units
	Y    Tiled     // O x T: predictions
	Grad []float32 // as Net.Theta
	MSE  float64   // of the last Forward

	g  Tiled      // O x T: 2 (y - target) / M
	gs num.Panels // the same, sample after sample
	dh Matrix     // H x T: the loss by the units' inputs, where they are active

	quiet *quiet    // where units need not be computed
	on    num.Lists // for each unit, the tiles where it is active
	units num.Lists // for each tile, the units that are active in it
	bend  *bend     // of units that are never silent

	lit   num.Lists // those of on that Backward has to do with
	which []int32   // their units
	dark  []bool    // H: Grad is zero
}

// NewPass makes room for passes of batches shaped like b through nets shaped like n.
func NewPass(n *Net, b *Batch) *Pass {
	tiles := num.Tiles(b.T)
	p := &Pass{
		H: newMatrix(n.H, b.T), Y: newTiled(n.O, b.T), Grad: make([]float32, len(n.Theta)),
		g: newTiled(n.O, b.T), gs: newPanels(n.O, b.T), dh: newMatrix(n.H, b.T),
		on: num.NewLists(n.H, tiles), units: num.NewLists(tiles, n.H),
	}
	p.lit, p.which, p.dark = p.on, make([]int32, 0, n.H), make([]bool, n.H)
	if n.Activation.Sparse() {
		p.quiet = newQuiet(n, b)
	} else {
		p.bend = newBend(n, b, p)
	}
	return p
}

// Forward computes H, Y and MSE.
func (p *Pass) Forward(n *Net, b *Batch) {
	h := p.H.units()
	if p.bend != nil {
		p.bend.forward(n, b, p)
	} else {
		num.Activate(h, n.in(n.Theta), b.X.Data, p.quiet.begin(n, b), &p.on)
		p.quiet.look(n, &p.on)
		p.on.Transpose(&p.units)
	}
	num.Gather(p.Y.Data, n.out(n.Theta), h, &p.units)
	m := float64(b.T * b.O)
	p.MSE = float64(num.Residual(p.g.Data, p.Y.Data, b.Y.Data, float32(2/m))) / m
}

// Backward computes Grad after a Forward of the same net and batch:
//
//	dn = sum_t g_t h_t'    dh = (n'g) * phi'    dm = sum_t dh_t x_t'    db = sum_t dh_t
//
// with phi' = 1[h > 0] of relu. A unit's silent tiles cost nothing, a silent unit no more than
// clearing its row, once.
func (p *Pass) Backward(n *Net, b *Batch) {
	h, dh := p.H.units(), p.dh.units()
	p.light()
	p.gs.Transpose(p.g.Data)
	num.Add(n.out(p.Grad), h, &p.gs, &p.lit)
	if p.bend != nil {
		p.bend.backward(n, p)
	} else {
		num.Back(dh, h, n.out(n.Theta), p.g.Data, &p.lit)
	}
	num.Add(n.in(p.Grad), dh, &b.x, &p.lit)
}

// light finds the units that are active, or were at the last Backward.
func (p *Pass) light() {
	p.which = p.which[:0]
	for _, j := range p.on.Which() {
		if silent := len(p.on.Of(int(j))) == 0; !silent || !p.dark[j] {
			p.which = append(p.which, j)
			p.dark[j] = silent
		}
	}
	p.lit.Only(p.which)
}

// only has passes compute these units alone, ascending, until it is called again. The others stay
// as they are.
func (p *Pass) only(units []int32) {
	p.on.Only(units)
	p.quiet.loud.Only(units)
}

// silence has unit j be silent, and without gradient.
func (p *Pass) silence(n *Net, j int) {
	size := n.size()
	p.on.Clear(j)
	p.dark[j] = true
	clear(p.H.Rows[j])
	clear(p.Grad[j*size : (j+1)*size])
}

// Active is the activities as far as they count (see Counted), zero elsewhere: H rows of at
// least T numbers, none negative, of the last Forward. For relu they are H itself.
func (p *Pass) Active() [][]float32 {
	if p.bend != nil {
		return p.bend.active(p)
	}
	return p.H.Rows
}

// Slope is phi' where the units were in the last Forward: H rows of at least T numbers; nil for
// relu, whose slope is 1 where the unit is active and else 0.
func (p *Pass) Slope() [][]float32 {
	if p.bend == nil {
		return nil
	}
	return p.bend.slope(p)
}
