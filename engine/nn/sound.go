package nn

import (
	"math"

	"driftlab/engine/num"
)

// A sounder finds how far below zero a unit is.
type sounder struct {
	b     *Batch
	reach []float32 // D+1: max_s |x_r(s)|
	minus num.Rows  // 1 x (D+1): -m, which gives
	low   Matrix    // 1 x T: -a
	one   num.Lists // 1 x tiles: those to look at
	other num.Lists // room for an answer that is not needed
}

func newSounder(n *Net, b *Batch) sounder {
	tiles, weights := num.Tiles(b.T), n.D+1
	return sounder{
		reach: make([]float32, weights), minus: num.Rows{Data: make([]float32, weights), Stride: weights, Len: weights},
		low: newMatrix(1, b.T), one: num.NewLists(1, tiles), other: num.NewLists(1, tiles),
	}
}

// visit goes on with another batch.
func (s *sounder) visit(b *Batch) {
	s.b = b
	clear(s.reach)
	for t := range b.T {
		for r := range s.reach {
			s.reach[r] = max(s.reach[r], float32(math.Abs(float64(b.X.At(r, t)))))
		}
	}
}

// roundings is several times what one product and one sum can be off, relatively.
const roundings = 1. / (1 << 21)

// sound makes low -a in the tiles listed in one, of a unit with input weights m, zero where a
// is above. What it returns is the most that rounding can have done to a.
func (s *sounder) sound(m []float32) (off float32) {
	for r, v := range m {
		s.minus.Data[r] = -v
		off += float32(float32(math.Abs(float64(v))) * s.reach[r])
	}
	num.Activate(s.low.units(), s.minus, s.b.X.Data, &s.one, &s.other)
	return float32(off * float32(roundings*float32(len(m))))
}
