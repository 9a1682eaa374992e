package scenes

import (
	"driftlab/render"
	"driftlab/render/plot"
)

// The heights of the panels in a column, titles included, in canvas units.
const (
	columnTop    = 120
	columnStrips = 150
	columnMatrix = 330
	columnSnaps  = 260
	columnCurve  = 180
	columnGap    = 18
)

// Height is the height that a column of all panels takes, or a page's share of the width.
func (s *trackScene) Height(width float32) float32 {
	if width >= 860 {
		return max(width*0.64, 620)
	}
	square := min(width-32, 420)
	return columnTop + columnStrips + columnMatrix + columnSnaps + square + 26 + 3*columnCurve + 7*columnGap + 32
}

// wide puts everything on one screen: what goes in and out above, maps in the middle,
// curves below.
func (s *trackScene) wide(c *render.Canvas, page plot.Box) {
	top := page.CutTop(26 + min(max(page.H*0.14, 70), 170))
	page.CutTop(gap)
	foot := page.CutBottom(26 + min(max(page.H*0.26, 120), 260))
	page.CutBottom(gap * 0.8)

	left := top.CutLeft(top.W * 0.6)
	top.CutLeft(gap * 1.6)
	s.input(c, left, top)

	m := page.CutLeft(page.W * 0.40)
	page.CutLeft(gap * 1.6)
	square := page.CutRight(min(page.H+12, page.W*0.46))
	page.CutRight(gap * 1.6)
	s.matrix.draw(c, s, m)
	s.notice.Draw(c, m, s.f.Trouble)
	s.snaps.draw(c, s, page)
	s.corr.draw(c, s, square)
	for i := range curveCount {
		s.curves.draw(c, &s.f, i, foot.Column(i, curveCount, gap*1.6))
	}
}

// stack puts everything one below the other.
func (s *trackScene) stack(c *render.Canvas, page plot.Box) {
	// A frame taller or shorter than wished stretches all panels alike.
	k := (page.H + 32) / s.Height(c.W)
	cut := func(h float32) plot.Box {
		b := page.CutTop(h * k)
		page.CutTop(columnGap * k)
		return b
	}
	top := cut(columnTop)
	s.input(c, top, cut(columnStrips))
	m := cut(columnMatrix)
	s.matrix.draw(c, s, m)
	s.notice.Draw(c, m, s.f.Trouble)
	s.snaps.draw(c, s, cut(columnSnaps))
	for i := range curveCount {
		s.curves.draw(c, &s.f, i, cut(columnCurve))
	}
	s.corr.draw(c, s, page)
}

// slim shows the corridor, the maps and as many curves as fit beside them.
func (s *trackScene) slim(c *render.Canvas, page plot.Box) {
	if page.H > 150 && s.f.Task == "track" {
		s.corridor.draw(c, s, page.CutTop(min(max(page.H*0.16, 26), 90)))
		page.CutTop(8)
	}
	m := page.CutLeft(page.W * 0.52)
	page.CutLeft(12)
	s.matrix.draw(c, s, m)
	n := min(max(int(page.H/120), 1), 2)
	for i := range n {
		s.curves.draw(c, &s.f, (curveSparsity+i*(curveCount-1))%curveCount, page.Row(i, n, 8))
	}
	s.notice.Draw(c, plot.Box{W: c.W, H: c.H}, s.f.Trouble)
}

// input shows what goes into the network and comes out: the corridor and the view, or the
// random task's samples.
func (s *trackScene) input(c *render.Canvas, left, right plot.Box) {
	if s.f.Task == "track" {
		s.corridor.draw(c, s, c.Panel(left, "Corridor from above", ""))
		s.strips.draw(c, s, c.Panel(right, "What it sees and predicts", ""))
		return
	}
	s.board.draw(c, s, c.Panel(left, "Targets and predictions", "every column a sample"))
	s.strips.draw(c, s, c.Panel(right, "This sample", ""))
}
