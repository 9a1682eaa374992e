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
	b     *Batch
	tiles int
	turn  int       // Forwards so far
	reach []float32 // D+1: max_s |x_r(s)|
	then  []float32 // H x (D+1): m'
	slack []float32 // H x tiles; not positive: compute
	least []float32 // H: of the positive ones
	loud  []int32   // row j: the tiles to be computed, many[j] of them
	many  []int     // H
	minus []float32 // D+1: -m, which gives
	low   []float32 // T: -a
}

// every is how many Forwards pass between two looks at a unit, fewTiles how many tiles it
// takes for looking to be worth the while.
const every, fewTiles = 32, 4

func newQuiet(n *Net, b *Batch) *quiet {
	q := &quiet{tiles: num.Tiles(b.T), reach: make([]float32, n.D+1), minus: make([]float32, n.D+1)}
	q.then, q.slack = make([]float32, n.H*(n.D+1)), make([]float32, n.H*q.tiles)
	q.least, q.low = make([]float32, n.H), make([]float32, q.tiles*num.Tile)
	q.loud, q.many = make([]int32, n.H*q.tiles), make([]int, n.H)
	return q
}

// begin is called before each Forward. What was found for another batch is forgotten.
func (q *quiet) begin(b *Batch) {
	q.turn++
	if b == q.b {
		return
	}
	q.b = b
	clear(q.reach)
	for s := range b.T {
		for r := range q.reach {
			q.reach[r] = max(q.reach[r], float32(math.Abs(float64(b.X.At(r, s)))))
		}
	}
	clear(q.slack)
	for j := range q.many {
		q.list(j)
	}
}

// roundings is several times what one product and one sum can be off, relatively.
const roundings = 1. / (1 << 21)

// tilesOf are the tiles that have to be computed for unit j with input weights m.
func (q *quiet) tilesOf(j int, m []float32) []int32 {
	if q.tiles < fewTiles {
		return q.loud[j*q.tiles:][:q.tiles]
	}
	moved := num.Shift(m, q.then[j*len(m):][:len(m)], q.reach) * (1 + roundings*float32(len(m)))
	if !(moved < q.least[j]) {
		slack := q.slack[j*q.tiles:][:q.tiles]
		for t, s := range slack {
			if !(moved < s) {
				slack[t] = 0 // once computed, a tile may hold something
			}
		}
		q.list(j)
	}
	return q.loud[j*q.tiles:][:q.many[j]]
}

// list brings loud, many and least up to unit j's slack.
func (q *quiet) list(j int) {
	loud := q.loud[j*q.tiles:][:0]
	least := float32(math.Inf(1))
	for t, s := range q.slack[j*q.tiles:][:q.tiles] {
		if !(s > 0) {
			loud = append(loud, int32(t))
		} else if s < least {
			least = s
		}
	}
	q.many[j], q.least[j] = len(loud), least
}

// due tells whether it is unit j's turn to be looked at. One unit comes after the other,
// so that no step takes much longer than the others.
func (q *quiet) due(j int) bool { return q.tiles >= fewTiles && (q.turn+j)%every == 0 }

// look finds the slack of unit j with input weights m, which is active in the tiles on.
func (q *quiet) look(j int, m []float32, on []int32) {
	copy(q.then[j*len(m):], m)
	var off float32
	for r, v := range m {
		q.minus[r] = -v
		off += float32(math.Abs(float64(v))) * q.reach[r]
	}
	off *= roundings * float32(len(m))
	slack := q.slack[j*q.tiles:][:q.tiles]
	for t := range slack {
		if len(on) > 0 && on[0] == int32(t) {
			slack[t], on = 0, on[1:]
			continue
		}
		slack[t] = q.lowest(t) - off
	}
	q.list(j)
}

// lowest is the least of -a in a tile where a unit is silent.
func (q *quiet) lowest(t int) float32 {
	num.Activate(q.low, q.minus, q.b.X.Data, []int32{int32(t)}, []int32{0})
	low := q.low[t*num.Tile:][:num.Tile]
	least := low[0]
	for _, v := range low {
		if v < least {
			least = v
		}
	}
	return least
}
