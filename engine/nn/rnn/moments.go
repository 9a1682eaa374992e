package rnn

import (
	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// Draw makes targets of the answers of the last Forward: at each step that counts, one is drawn with
// the probabilities that the net gives. They are those of the key at a number.
func (p *Pass) Draw(n *Net, b *Batch, key rng.Key, number uint64) {
	var room [mostOutputs]float64
	chance := p.dy[:b.Trials*b.Counted] // which Backward fills in anew
	key.Uniforms(chance, number)
	for s := range b.Trials {
		for k := range b.Counted {
			prob, at := room[:n.O], s*b.Counted+k
			softmax(prob, p.out(p.Out, n, b, s, k), 0)
			b.Target[at] = drawn(prob, float64(chance[at]))
		}
	}
}

// drawn is the first whose probability, with those before it, is above chance.
func drawn(prob []float64, chance float64) uint8 {
	for o, q := range prob {
		if chance -= q; chance < 0 {
			return uint8(o)
		}
	}
	return uint8(len(prob) - 1)
}

// Moments are sums over trials of means over their steps, of products about 0: what Kronecker factors
// of the Fisher information are made of. They are square, and in float64.
type Moments struct {
	Trials, Steps int       // how many, and how many steps they have together
	Z             []float64 // of z_t
	DH            []float64 // of dL/dh_t
	R             []float64 // of r_t
	DY            []float64 // of dL/dy_t, which is 0 at steps that do not count

	x, y  []float32 // tiles: one side of a product, weighted, and the other
	lanes []float32
	sum   []float32
	held  []float32 // tiles: the weighted sum over steps of each trial's z
}

// NewMoments makes room for those of a net on batches of such a pass.
func NewMoments(n *Net, p *Pass) *Moments {
	u := max(num.Pad(n.H+n.D), p.units)
	return &Moments{
		Z: make([]float64, n.Rows()*n.Rows()), DH: make([]float64, n.H*n.H),
		R: make([]float64, n.H*n.H), DY: make([]float64, n.O*n.O),
		x: make([]float32, u*p.trials), y: make([]float32, u*p.trials), held: make([]float32, u*p.trials),
		lanes: make([]float32, u*u*num.Lanes), sum: make([]float32, u*u),
	}
}

// Clear empties them.
func (m *Moments) Clear() {
	m.Trials, m.Steps = 0, 0
	for _, x := range [][]float64{m.Z, m.DH, m.R, m.DY} {
		clear(x)
	}
}

// Add adds those of a batch after Backward, in which every trial has the weight 1.
func (m *Moments) Add(p *Pass, n *Net, b *Batch) {
	m.Trials += b.Trials
	for _, steps := range b.Steps[:b.Trials] {
		m.Steps += int(steps)
	}
	clear(m.held)
	m.products(n, b, m.Z, n.Rows(), n.H+n.D, func(t int) num.Tiled { return p.state(n, t) }, true)
	m.contexts(n, b)
	m.products(n, b, m.DH, n.H, n.H, func(t int) num.Tiled { return p.of(p.activity(t)) }, false)
	m.products(n, b, m.R, n.H, n.H, func(t int) num.Tiled { return p.state(n, t+1) }, false)
	m.questions(p, n, b)
}

// products adds those of the first rows of a tiled matrix of each step to the corner of dst, a
// matrix of so many columns. Sums over steps are kept, if they are wanted.
func (m *Moments) products(n *Net, b *Batch, dst []float64, columns, rows int, at func(t int) num.Tiled, keep bool) {
	wide := num.Pad(rows)
	size := wide * len(b.Steps)
	x, y, held := num.Tiled{Data: m.x[:size], Rows: wide}, num.Tiled{Data: m.y[:size], Rows: wide}, m.held[:size]
	clear(m.x)
	clear(m.y)
	lanes := m.lanes[:wide*wide*num.Lanes]
	clear(lanes)
	for t := range b.Longest() {
		tiles := b.tiles(t)
		for i := range tiles {
			copy(y.Of(i)[:rows*num.Tile], at(t).Of(i))
			weigh(x.Of(i), y.Of(i), b.Steps[i*num.Tile:], t)
		}
		num.Cross(lanes, x, y, tiles)
		if part := tiles * wide * num.Tile; keep {
			num.Blend(held[:part], 1, held[:part], 1, x.Data[:part])
		}
	}
	sum := m.sum[:wide*wide]
	num.SumLanes(sum, lanes)
	for i := range rows {
		for j := range rows {
			dst[i*columns+j] += float64(sum[i*wide+j])
		}
	}
}

// weigh is a tile divided by the trials' steps, with zeros for those that have ended.
func weigh(x, y []float32, steps []int32, step int) {
	var by [num.Tile]float32
	for s := range by {
		if int(steps[s]) > step {
			by[s] = 1 / float32(steps[s])
		}
	}
	for i, v := range y {
		x[i] = float32(v * by[i%num.Tile])
	}
}

// contexts adds what z has beyond units and inputs: 1 for the trial's context at every step.
func (m *Moments) contexts(n *Net, b *Batch) {
	if n.K == 0 {
		return
	}
	rows, all := n.H+n.D, n.Rows()
	held := num.Tiled{Data: m.held, Rows: num.Pad(rows)}
	for s := range b.Trials {
		c := rows + int(b.Context[s])
		m.Z[c*all+c]++
		for i := range rows {
			v := float64(held.Of(s / num.Tile)[i*num.Tile+s%num.Tile])
			m.Z[c*all+i] += v
			m.Z[i*all+c] += v
		}
	}
}

// questions adds those of the gradients by the outputs.
func (m *Moments) questions(p *Pass, n *Net, b *Batch) {
	for s := range b.Trials {
		for k := range b.Counted {
			d := p.out(p.dy, n, b, s, k)
			for i, v := range d {
				for j, w := range d {
					m.DY[i*n.O+j] += float64(float64(v)*float64(w)) / float64(b.Steps[s])
				}
			}
		}
	}
}
