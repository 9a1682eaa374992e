package stability

import (
	"driftlab/render"
	"driftlab/render/plot"
)

// A kind is what a panel shows. Some there are once for each learner.
type kind int

// The kinds, from top to bottom of a column, which leaves out the last ones where it is too short.
const (
	loopsKind kind = iota // of each learner
	likeKind
	digitKind
	unitsKind // of each learner
	answersKind
	scoresKind // of each learner
	meanKind
	kinds
)

// A spot is a panel's kind, and whose it is.
type spot struct {
	kind    kind
	learner int
}

// spots are the panels of so many learners, from top to bottom of a column.
func spots(learners int) (all []spot) {
	for k := range kinds {
		n := 1
		if k == loopsKind || k == unitsKind || k == scoresKind {
			n = learners
		}
		for i := range n {
			all = append(all, spot{k, i})
		}
	}
	return all
}

// most is how many learners there are at most.
const most = 2

// layouts and places are those of one learner and of two.
var (
	layouts [most + 1]plot.Layout
	places  [most + 1][]spot
)

func init() {
	for n := 1; n <= most; n++ {
		places[n] = spots(n)
		layouts[n] = layoutOf(places[n], float32(n))
	}
}

// beside is the room between panels side by side.
const beside = plot.Gap * 1.2

// layoutOf has the rows of loops above everything; below them the digit, what units do with it, the
// curves, and the accuracies.
func layoutOf(all []spot, learners float32) plot.Layout {
	l := plot.Layout{Least: 640, Panels: make([]plot.Panel, len(all))}
	heights := [kinds]float32{loopsKind: 265, likeKind: 260, digitKind: 230, unitsKind: 300, answersKind: 180, scoresKind: 270, meanKind: 180}
	var of [kinds][]int
	for i, s := range all {
		of[s.kind] = append(of[s.kind], i)
		l.Panels[i] = plot.Panel{Height: heights[s.kind], Rank: i}
	}
	down := func(side plot.Side, share, least float32, panels ...int) plot.Cut {
		return plot.Cut{Side: side, Share: share, Least: least, Gap: beside, Down: true, Between: plot.Gap * 0.7, Panels: panels}
	}
	rows := plot.Cut{
		Side: plot.Top, Share: 0.45, Aspect: learners / 15, Frame: learners * 76, Gap: plot.Gap * 0.8,
		Down: true, Between: plot.Gap * 0.4, Panels: of[loopsKind],
	}
	digit := plot.Cut{Side: plot.Left, Share: 0.16, Least: 130, Gap: beside, Cuts: []plot.Cut{
		{Side: plot.Top, Share: 0.56, Gap: plot.Gap * 0.7, Panels: of[digitKind]}, {Panels: of[answersKind]},
	}}
	scores := down(plot.Right, 0.215, 0, of[scoresKind]...)
	curves := plot.Cut{Side: plot.Right, Share: 0.38, Gap: beside, Cuts: []plot.Cut{
		{Side: plot.Top, Share: 0.6, Gap: plot.Gap * 0.7, Panels: of[likeKind]}, {Panels: of[meanKind]},
	}}
	l.Wide = []plot.Cut{rows, digit, scores, curves, down(plot.Rest, 0, 0, of[unitsKind]...)}

	like := plot.Cut{Side: plot.Right, Share: 0.3, Gap: 14, Panels: of[likeKind]}
	low := plot.Cut{Side: plot.Bottom, Share: 0.45, Gap: 12, Cuts: []plot.Cut{
		{Side: plot.Left, Share: 0.15, Gap: 14, Panels: of[digitKind]}, like, {Between: 14, Panels: of[unitsKind]},
	}}
	few := plot.Cut{Down: true, Between: 8, Panels: of[loopsKind]}
	broad := plot.Cut{Need: plot.Point{X: 780, Y: 400}, Cuts: []plot.Cut{low, few}}
	narrow := plot.Cut{
		Side: plot.Right, Need: plot.Point{X: 560}, Share: 0.3, Gap: 14, Down: true, Between: 8, Panels: []int{of[likeKind][0], of[meanKind][0]},
	}
	l.Slim = []plot.Cut{broad, narrow, few}
	return l
}

// Height is the height that the picture would like at a width.
func (s *Scene) Height(width float32) float32 { return s.layout().Height(width) }

// layout is that for as many learners as there are.
func (s *Scene) layout() *plot.Layout { return &layouts[max(len(s.f.Learners), 1)] }

// fit lays the panels out for the canvas.
func (s *Scene) fit(c *render.Canvas) { s.Page.Fit(s.layout(), c.W, c.H) }
