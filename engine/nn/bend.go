package nn

import "driftlab/engine/num"

// bend is the part of a pass that differs where no unit is ever silent: everything is
// computed, in lists that name every tile and every unit.
type bend struct {
	phi    Activation
	ones   num.Rows // H rows of ones, all in one place: a mask that lets everything through
	seen   Matrix   // H x T: the activities that count
	t      int      // samples of the last Forward
	looked bool     // seen is of the last Forward
}

func newBend(n *Net, b *Batch, p *Pass) *bend {
	width := p.H.Stride
	bend := &bend{phi: n.Activation, ones: num.Rows{Data: make([]float32, width), Len: width}, seen: newMatrix(n.H, b.T)}
	for i := range bend.ones.Data {
		bend.ones.Data[i] = 1
	}
	for j := range n.H {
		for t := range num.Tiles(b.T) {
			p.on.Append(j, t)
		}
	}
	p.on.Transpose(&p.units)
	return bend
}

func (e *bend) forward(n *Net, b *Batch, p *Pass) {
	num.Back(p.H.units(), e.ones, n.in(n.Theta), b.X.Data, &p.on)
	for _, row := range p.H.Rows {
		e.phi.Apply(row)
		clear(row[b.T:])
	}
	e.t, e.looked = b.T, false
}

func (e *bend) backward(n *Net, p *Pass) {
	num.Back(p.dh.units(), e.ones, n.out(n.Theta), p.g.Data, &p.on)
	for j, row := range p.dh.Rows {
		e.phi.Back(row, p.H.Rows[j])
	}
}

// slope is phi' of every activity.
func (e *bend) slope(p *Pass) [][]float32 {
	rows := make([][]float32, len(p.H.Rows))
	for j, h := range p.H.Rows {
		rows[j] = make([]float32, len(h))
		for i := range rows[j] {
			rows[j][i] = 1
		}
		e.phi.Back(rows[j], h)
	}
	return rows
}

// active is the activities that count.
func (e *bend) active(p *Pass) [][]float32 {
	if !e.looked {
		for j, row := range p.H.Rows {
			for s, h := range row[:e.t] {
				e.seen.Rows[j][s] = e.phi.count(h)
			}
		}
		e.looked = true
	}
	return e.seen.Rows
}
