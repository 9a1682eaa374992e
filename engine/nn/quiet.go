package nn

import (
	"math"

	"driftlab/engine/num"
)

// quiet knows tiles in which a unit is certainly still silent, so that Forward need not
// compute them. At times it looks how far below zero unit j stays in tile t,
//
//	slack = -max_s a_j(s)
//
// and remembers its input weights m' of then. As long as they have not moved far,
//
//	a_j(s) <= a'_j(s) + sum_r |m_r - m'_r| max_s |x_r(s)| < 0,
//
// its activity is zero, exactly: what is left out changes no bit. The slack is lessened by
// what rounding can add.
type quiet struct {
	sounder
	tiles int
	turn  int       // Forwards so far
	then  []float32 // H x (D+1): m'
	moved []float32 // H: the most that a unit can have come up since
	slack []float32 // H x tiles; not positive: compute
	least []float32 // H: of the positive ones
	loud  num.Lists // for each unit, the tiles to be computed
}

// every is how many Forwards pass between two looks at a unit, fewTiles how many tiles it
// takes for looking to be worth the while.
const every, fewTiles = 32, 4

func newQuiet(n *Net, b *Batch) *quiet {
	tiles, weights := num.Tiles(b.T), n.D+1
	return &quiet{
		sounder: newSounder(n, b), tiles: tiles, then: make([]float32, n.H*weights),
		moved: make([]float32, n.H), slack: make([]float32, n.H*tiles), least: make([]float32, n.H),
		loud: num.NewLists(n.H, tiles),
	}
}

// begin is called before each Forward and says which tiles have to be computed.
func (q *quiet) begin(n *Net, b *Batch) *num.Lists {
	q.turn++
	if b != q.b {
		q.forget(b)
	}
	if q.tiles < fewTiles {
		return &q.loud
	}
	weights := n.D + 1
	num.Shift(q.moved, n.in(n.Theta), num.Rows{Data: q.then, Stride: weights, Len: weights}, q.reach, &q.loud)
	for _, unit := range q.loud.Which() {
		j := int(unit)
		moved := q.moved[j] * (1 + float32(roundings*float32(weights)))
		if moved < q.least[j] {
			continue
		}
		slack := q.slack[j*q.tiles:][:q.tiles]
		for t, s := range slack {
			if !(moved < s) {
				slack[t] = 0 // once computed, a tile may hold something
			}
		}
		q.list(j)
	}
	return &q.loud
}

// forget forgets what was found for another batch.
func (q *quiet) forget(b *Batch) {
	q.visit(b)
	clear(q.slack)
	for j := range q.least {
		q.list(j)
	}
}

// list brings loud and least up to unit j's slack.
func (q *quiet) list(j int) {
	q.loud.Clear(j)
	least := float32(math.Inf(1))
	for t, s := range q.slack[j*q.tiles:][:q.tiles] {
		if !(s > 0) {
			q.loud.Append(j, t)
		} else if s < least {
			least = s
		}
	}
	q.least[j] = least
}

// look finds the slack of some units, which are active in the tiles on. One comes after
// the other, so that no step takes much longer than the others.
func (q *quiet) look(n *Net, on *num.Lists) {
	if q.tiles < fewTiles {
		return
	}
	units := on.Which()
	for i := q.turn % every; i < len(units); i += every {
		j := int(units[i])
		q.lookAt(j, n.In(j), on.Of(j))
	}
}

// lookAt finds the slack of unit j with input weights m.
func (q *quiet) lookAt(j int, m []float32, on []int32) {
	copy(q.then[j*len(m):], m)
	slack := q.slack[j*q.tiles:][:q.tiles]
	clear(slack)
	q.one.Clear(0)
	for t := range slack {
		if len(on) > 0 && on[0] == int32(t) {
			on = on[1:]
		} else {
			q.one.Append(0, t)
		}
	}
	off := q.sound(m)
	for _, t := range q.one.Of(0) {
		slack[t] = q.lowest(int(t)) - off
	}
	q.list(j)
}

// lowest is the least of low in a tile; 0 if any is no number.
func (q *quiet) lowest(t int) float32 {
	least := float32(math.Inf(1))
	for _, v := range q.low.Data[t*num.Tile : min((t+1)*num.Tile, q.b.T)] {
		if !(v > 0) {
			return 0
		}
		if v < least {
			least = v
		}
	}
	return least
}
