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
)

// fit arranges n networks in a box: as many as are large enough, among them the newest and the probe's. In a
// small box all labels stand above.
func (g *grid) fit(b plot.Box, n, probe, newest int) {
	g.box, g.head, g.foot = b, line, line
	if b.H < 95 || b.W < 420 {
		g.foot = 0
	}
	least, many := min(max(b.H-g.head-g.foot, 46), 60), n
	if b.W > 700 {
		least = 40
	}
	for g.arrange(many); min(g.cell, g.side) < least && many > 3; g.arrange(many) {
		many--
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
	g.put(probe, 0)
	if newest > probe {
		g.put(newest, 1)
	}
}

// put has a network among those shown, in the place of the nearest one but for the first so many.
func (g *grid) put(k, from int) {
	near := from
	for i := from; i < len(g.shown); i++ {
		if distance(g.shown[i], k) < distance(g.shown[near], k) {
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
