package stability

import "driftlab/render/plot"

// A grid is where the networks of a row stand: all of them, or where they would become too small some.
type grid struct {
	shown []int // the networks
	cols  int
	cell  float32 // the width of one
	side  float32 // the height of its picture
	head  float32 // above it
	foot  float32 // below it
	box   plot.Box
}

const (
	cellGap = 5
	line    = 15 // the height of a label
	small   = 44 // a picture's height and width at least, if all are shown
	large   = 60 // and if there are others that are not
)

// fit arranges n networks in a box: as many as are large enough, among them the newest and the probe's. In a
// small box all labels stand above.
func (g *grid) fit(b plot.Box, n, probe, newest int) {
	g.box, g.head, g.foot = b, line, line
	if b.H < 95 || b.W < 420 {
		g.foot = 0
	}
	many := n
	if g.arrange(n); min(g.cell, g.side) < small {
		least := min(max(b.H-g.head-g.foot, small), large)
		for many = n - 1; many > 3; many-- {
			if g.arrange(many); min(g.cell, g.side) >= least {
				break
			}
		}
		g.arrange(many)
	}
	g.shown = g.shown[:0]
	if many == n {
		for k := range n {
			g.shown = append(g.shown, k)
		}
		return
	}
	g.choose(many, n, probe, newest)
}

// arrange finds the number of columns in which so many are largest.
func (g *grid) arrange(n int) {
	best := float32(-1)
	for cols := 1; cols <= n; cols++ {
		rows := float32((n + cols - 1) / cols)
		cell := (g.box.W - cellGap*float32(cols-1)) / float32(cols)
		side := (g.box.H-cellGap*(rows-1))/rows - g.head - g.foot
		if size := min(cell, side); size > best {
			best, g.cols, g.cell, g.side = size, cols, cell, min(side, cell*1.15)
		}
	}
}

// choose takes many of n networks: the probe's, the newest, and of the others those at equal distances.
func (g *grid) choose(many, n, probe, newest int) {
	for i := range many {
		g.shown = append(g.shown, i*(n-1)/max(many-1, 1))
	}
	if many < 2 || probe >= n {
		return
	}
	g.put(probe, -1)
	if newest > probe {
		g.put(newest, probe)
	}
}

// put has a network among those shown, in the place of the nearest one after another network.
func (g *grid) put(k, after int) {
	near := len(g.shown) - 1
	for i, shown := range g.shown {
		if shown > after && distance(shown, k) < distance(g.shown[near], k) {
			near = i
		}
	}
	g.shown[near] = k
}

func distance(a, b int) int { return max(a-b, b-a) }

// place is where the i-th of those shown stands, with its labels.
func (g *grid) place(i int) plot.Box {
	row, col := float32(i/g.cols), float32(i%g.cols)
	high := g.head + g.side + g.foot
	return plot.Box{X: g.box.X + col*(g.cell+cellGap), Y: g.box.Y + row*(high+cellGap), W: g.cell, H: high}
}
