package measure

import (
	"math"

	"driftlab/engine/num"
)

// A Population is the activity of K cells at P places: K rows of P, which is a multiple of
// num.Lanes; K is padded to one with silent cells.
type Population struct {
	Places int
	Y      []float32 // K x P
}

// Cell is the activity of cell j at every place.
func (p *Population) Cell(j int) []float32 { return p.Y[j*p.Places : (j+1)*p.Places] }

// Cells is K, padding included.
func (p *Population) Cells() int { return len(p.Y) / p.Places }

// Similarity writes y_p . y_q, the likeness of what the cells do at any two places, to dst (P x P).
func (p *Population) Similarity(dst []float32) {
	clear(dst)
	for at := range p.Places {
		row := dst[at*p.Places : (at+1)*p.Places]
		for j := 0; j < p.Cells(); j += num.Lanes {
			c := [...][]float32{p.Cell(j), p.Cell(j + 1), p.Cell(j + 2), p.Cell(j + 3)}
			a := [4]float32{c[0][at], c[1][at], c[2][at], c[3][at]}
			if a != [4]float32{} {
				num.Axpy4(row, &a, c[0], c[1], c[2], c[3])
			}
		}
	}
}

// PopulationCorrelation is the mean over places of the Pearson correlation of two population
// vectors at the same place, over the first k cells. Places where one of them is constant do
// not count; NaN if all are so.
func PopulationCorrelation(a, b *Population, k int) float64 {
	var sum float64
	n := 0
	x, y := make([]float32, k), make([]float32, k)
	for at := range a.Places {
		for j := range k {
			x[j], y[j] = a.Cell(j)[at], b.Cell(j)[at]
		}
		if r := Pearson(x, y); !math.IsNaN(r) {
			sum += r
			n++
		}
	}
	return sum / float64(n)
}
