package sticky

import (
	"driftlab/engine/sticky"
	"driftlab/render"
	"driftlab/render/plot"
)

// A kind is what a panel shows.
type kind int

// The kinds, as they stand in a column from top to bottom.
const (
	curveKind kind = iota
	pathsKind
	spreadKind
	allKind
	tablesKind
	digitsKind
	patchKind
	earlierKind
	nowKind
	ablationKind
	sharedKind
	moreKind
	trialsKind
	scatterKind
	parallelKind
)

// beside is the room between panels side by side.
const beside = plot.Gap * 1.2

// A view is the layout of a grid, and what its panels show.
type view struct {
	kinds  []kind
	layout plot.Layout
}

// views are those of sticky.Grids.
var views = [...]view{
	sticky.NoGrid: {
		kinds: []kind{curveKind, pathsKind, spreadKind, allKind, tablesKind, digitsKind, patchKind, earlierKind, nowKind},
		layout: plot.Layout{
			Panels: []plot.Panel{
				{Height: 270, Rank: 0},
				{Height: 230, Rank: 2},
				{Height: 220, Rank: 3},
				{Height: 250, Rank: 1},
				{Height: 330, Rank: 4},
				{Height: 250, Rank: 5},
				{Height: 260, Rank: 6},
				{Height: 180, Rank: 7},
				{Height: 180, Rank: 8},
			},
			Least: 680,
			Wide: []plot.Cut{
				{Side: plot.Left, Share: 0.5, Gap: beside, Cuts: []plot.Cut{
					{Side: plot.Top, Share: 0.41, Gap: 4, Panels: []int{0}}, {Side: plot.Top, Share: 0.5, Gap: 4, Panels: []int{1}}, {Panels: []int{2}},
				}},
				{Side: plot.Top, Share: 0.39, Gap: 14, Cuts: []plot.Cut{
					{Side: plot.Left, Share: 0.64, Gap: 14, Panels: []int{3}}, {Down: true, Between: 6, Panels: []int{7, 8}},
				}},
				{Side: plot.Top, Share: 0.53, Gap: 14, Panels: []int{4}},
				{Side: plot.Left, Share: 0.58, Gap: beside, Panels: []int{5}},
				{Panels: []int{6}},
			},
			Slim: []plot.Cut{
				{Need: plot.Point{X: 780, Y: 400}, Cuts: []plot.Cut{
					{Side: plot.Left, Share: 0.54, Gap: 16, Cuts: []plot.Cut{{Side: plot.Top, Share: 0.55, Gap: 4, Panels: []int{0}}, {Panels: []int{2}}}},
					{Side: plot.Top, Share: 0.55, Gap: 10, Panels: []int{3}},
					{Panels: []int{4}},
				}},
				{Need: plot.Point{X: 560}, Side: plot.Left, Share: 0.56, Gap: 14, Cuts: []plot.Cut{{Side: plot.Top, Share: 0.56, Leave: 100, Gap: 4, Panels: []int{0}}, {Panels: []int{2}}}},
				{Down: true, Between: 8, Each: 130, Panels: []int{3}},
			},
		},
	},
	sticky.Ablation: {
		kinds: []kind{ablationKind, curveKind, spreadKind, digitsKind},
		layout: plot.Layout{
			Panels: []plot.Panel{{Height: 760, Rank: 0}, {Height: 240, Rank: 2}, {Height: 200, Rank: 1}, {Height: 250, Rank: 3}},
			Least:  600,
			Wide: []plot.Cut{
				{Side: plot.Right, Share: 0.31, Gap: beside, Cuts: trained(1)}, {Panels: []int{0}},
			},
			Slim: []plot.Cut{
				{Need: plot.Point{X: 780, Y: 400}, Side: plot.Right, Share: 0.3, Gap: 14, Down: true, Between: 4, Panels: []int{1, 2}}, {Panels: []int{0}},
			},
		},
	},
	sticky.Shared: {
		kinds: []kind{sharedKind, moreKind, curveKind, spreadKind, digitsKind},
		layout: plot.Layout{
			Panels: []plot.Panel{{Height: 330, Rank: 0}, {Height: 200, Rank: 1}, {Height: 240, Rank: 3}, {Height: 200, Rank: 2}, {Height: 250, Rank: 4}},
			Least:  600,
			Wide: []plot.Cut{
				{Side: plot.Right, Share: 0.31, Gap: beside, Cuts: trained(2)}, {Side: plot.Top, Share: 0.66, Gap: 14, Panels: []int{0}}, {Panels: []int{1}},
			},
			Slim: []plot.Cut{
				{Need: plot.Point{X: 560}, Side: plot.Right, Share: 0.36, Gap: 14, Panels: []int{1}}, {Panels: []int{0}},
			},
		},
	},
	sticky.Search: {
		kinds: []kind{trialsKind, scatterKind, parallelKind, curveKind, spreadKind},
		layout: plot.Layout{
			Panels: []plot.Panel{{Height: 220, Rank: 0}, {Height: 560, Rank: 1}, {Height: 240, Rank: 3}, {Height: 250, Rank: 2}, {Height: 200, Rank: 4}},
			Least:  620,
			Wide: []plot.Cut{
				{Side: plot.Left, Share: 0.58, Gap: beside, Cuts: []plot.Cut{{Side: plot.Top, Share: 0.34, Gap: 14, Panels: []int{0}}, {Panels: []int{1}}}},
				{Side: plot.Top, Share: 0.34, Gap: 14, Panels: []int{2}},
				{Side: plot.Top, Share: 0.55, Gap: 4, Panels: []int{3}},
				{Panels: []int{4}},
			},
			Slim: []plot.Cut{
				{Need: plot.Point{X: 780, Y: 400}, Cuts: []plot.Cut{
					{Side: plot.Left, Share: 0.58, Gap: 16, Cuts: []plot.Cut{{Side: plot.Top, Share: 0.4, Gap: 8, Panels: []int{0}}, {Panels: []int{1}}}},
					{Side: plot.Top, Share: 0.5, Gap: 8, Panels: []int{2}},
					{Panels: []int{3}},
				}},
				{Need: plot.Point{X: 560}, Side: plot.Left, Share: 0.6, Gap: 14, Panels: []int{1}},
				{Panels: []int{0}},
			},
		},
	},
}

// trained are the panels, from one on, of what is trained here while a grid runs.
func trained(from int) []plot.Cut {
	return []plot.Cut{
		{Side: plot.Top, Share: 0.4, Gap: 4, Panels: []int{from}}, {Side: plot.Top, Share: 0.5, Gap: 10, Panels: []int{from + 1}}, {Panels: []int{from + 2}},
	}
}

// view is that of the frame's grid.
func (s *Scene) view() *view { return &views[min(max(s.f.Grid, 0), len(views)-1)] }

// Height is the height that the picture would like at a width.
func (s *Scene) Height(width float32) float32 { return s.view().layout.Height(width) }

// fit lays the panels out for the canvas.
func (s *Scene) fit(c *render.Canvas) { s.Page.Fit(&s.view().layout, c.W, c.H) }
