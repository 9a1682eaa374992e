package track

import (
	"math"

	"driftlab/render"
	"driftlab/render/plot"
)

// A piece is one panel of the column: its height with the title, in canvas units, and its
// rank, by which a frame too short for all leaves some out.
type piece struct {
	draw   func(*Scene, *render.Canvas, plot.Box)
	height float32
	rank   int
}

// column is the panels from top to bottom when there is no room side by side.
var column = [...]piece{
	{(*Scene).drawWorld, 116, 2},
	{(*Scene).drawView, 150, 6},
	{(*Scene).drawMatrix, 350, 0},
	{(*Scene).drawSnaps, 260, 3},
	{drawCurve(curveLoss), 180, 4},
	{drawCurve(curveSparsity), 180, 1},
	{drawCurve(curveInformation), 180, 5},
	{(*Scene).drawCorr, 340, 7},
}

func drawCurve(which int) func(*Scene, *render.Canvas, plot.Box) {
	return func(s *Scene, c *render.Canvas, b plot.Box) { s.curves.draw(c, &s.f, which, b) }
}

// fitting is how many of the first ranks fit into a height, and the height they take.
func fitting(room float32) (ranks int, height float32) {
	height = -plot.ColumnGap
	for ranks < len(column) {
		for i := range column {
			if column[i].rank != ranks {
				continue
			}
			if height+plot.ColumnGap+column[i].height > room*1.04 {
				return ranks, height
			}
			height += plot.ColumnGap + column[i].height
		}
		ranks++
	}
	return ranks, height
}

// Height is the height that a column of all panels takes, or a page's share of the width.
func (s *Scene) Height(width float32) float32 {
	if width >= plot.Broad {
		return max(width*0.64, 620)
	}
	_, height := fitting(math.MaxFloat32)
	return height + 2*plot.Margin
}

// wide puts everything on one screen: what goes in and out above, maps in the middle,
// curves below.
func (s *Scene) wide(c *render.Canvas, page plot.Box) {
	top := page.CutTop(26 + min(max(page.H*0.14, 70), 170))
	page.CutTop(plot.Gap)
	foot := page.CutBottom(26 + min(max(page.H*0.26, 120), 260))
	page.CutBottom(plot.Gap * 0.8)

	s.drawWorld(c, top.CutLeft(top.W*0.6))
	top.CutLeft(plot.Gap * 1.6)
	s.drawView(c, top)

	square := page.CutRight(min(page.H+18, page.W*0.345))
	page.CutRight(plot.Gap * 1.6)
	s.drawMatrix(c, page.CutLeft(page.W*0.58))
	page.CutLeft(plot.Gap * 1.6)
	s.drawSnaps(c, page)
	s.drawCorr(c, square)
	for i := range curveCount {
		s.curves.draw(c, &s.f, i, foot.Column(i, curveCount, plot.Gap*1.6))
	}
}

// stack puts the panels one below the other, the more telling ones where not all fit, and
// stretches them to fill the frame.
func (s *Scene) stack(c *render.Canvas, page plot.Box) {
	ranks, height := fitting(page.H)
	k := page.H / max(height, 1)
	for i := range column {
		if column[i].rank < ranks {
			column[i].draw(s, c, page.CutTop(column[i].height*k))
			page.CutTop(plot.ColumnGap * k)
		}
	}
}

// slim shows the corridor and the maps, and beside them as much as fits of what they do in
// time: sparsity, drift and loss, in this order.
func (s *Scene) slim(c *render.Canvas, page plot.Box) {
	const gap, row = 14, 118
	if page.H > 150 && s.f.Task == "track" {
		s.corridor.draw(c, s, page.CutTop(min(max(page.H*0.16, 26), 90)))
		page.CutTop(8)
	}
	if page.W < 760 {
		s.drawMatrix(c, page.CutLeft(page.W*0.52))
		page.CutLeft(gap)
		if page.H > 2*row {
			s.drawSnaps(c, page.CutBottom(page.H*0.5-gap/2))
			page.CutBottom(gap)
		}
		s.curves.draw(c, &s.f, curveSparsity, page)
		return
	}
	s.drawMatrix(c, page.CutLeft(page.W*0.36))
	page.CutLeft(gap)
	s.drawSnaps(c, page.CutLeft(page.W*0.42))
	page.CutLeft(gap)
	which := [...]int{curveSparsity, curveLoss}
	n := min(max(int(page.H/row), 1), len(which))
	for i := range n {
		s.curves.draw(c, &s.f, which[i], page.Row(i, n, 8))
	}
}

// drawWorld shows where the input comes from: the corridor, or the random task's samples.
func (s *Scene) drawWorld(c *render.Canvas, b plot.Box) {
	if s.f.Task == "track" {
		s.corridor.draw(c, s, c.Panel(b, "the fan is what it sees, the line where it was", "Corridor from above"))
		return
	}
	s.board.draw(c, s, c.Panel(b, "one column for each sample", "Targets and predictions"))
}

// drawView shows what goes into the network at this sample, and what comes out.
func (s *Scene) drawView(c *render.Canvas, b plot.Box) {
	title := "What it sees and predicts"
	if s.f.Task != "track" {
		title = "This sample"
	}
	s.strips.draw(c, s, c.Panel(b, "", title))
}

func (s *Scene) drawMatrix(c *render.Canvas, b plot.Box) {
	s.matrix.draw(c, s, b)
	s.notice.Draw(c, b, s.f.Trouble)
}

func (s *Scene) drawSnaps(c *render.Canvas, b plot.Box) { s.snaps.draw(c, s, b) }

func (s *Scene) drawCorr(c *render.Canvas, b plot.Box) { s.corr.draw(c, s, b) }
