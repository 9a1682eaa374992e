package track

import (
	"driftlab/render"
	"driftlab/render/plot"
)

// The panels of the spectrum, from top to bottom of a column.
const (
	eigenPanel = iota
	largestPanel
	sumsPanel
	rowsPanel
	learnedPanel
	activePanel
)

// spectralLayout has the eigenvalues at the left, what they add up to beside them, and below them
// the loss and the sparsity that they go with.
var spectralLayout = plot.Layout{
	Panels: []plot.Panel{
		eigenPanel:   {Height: 360, Rank: 0},
		largestPanel: {Height: 180, Rank: 1},
		sumsPanel:    {Height: 180, Rank: 2},
		rowsPanel:    {Height: 180, Rank: 3},
		learnedPanel: {Height: 180, Rank: 5},
		activePanel:  {Height: 180, Rank: 4},
	},
	Least: 600,
	Wide: []plot.Cut{
		{Side: plot.Right, Share: 0.42, Gap: beside, Down: true, Between: plot.Gap * 0.8, Panels: []int{largestPanel, sumsPanel, rowsPanel}},
		{Side: plot.Bottom, Share: 0.3, Gap: plot.Gap * 0.8, Between: beside, Panels: []int{learnedPanel, activePanel}},
		{Panels: []int{eigenPanel}},
	},
	Slim: []plot.Cut{
		{Side: plot.Left, Share: 0.56, Gap: 14, Panels: []int{eigenPanel}},
		{Down: true, Between: 8, Each: slimRow, Panels: []int{largestPanel, sumsPanel, rowsPanel}},
	},
}

// spectral draws one panel of the spectrum.
func (s *Scene) spectral(c *render.Canvas, which int, b plot.Box) {
	switch which {
	case eigenPanel:
		s.spectrum.draw(c, b)
		s.Notice.Draw(c, b, s.f.Trouble)
	case learnedPanel:
		s.curves.Draw(c, 0, b)
	case activePanel:
		s.curves.Draw(c, sparsityPanel-lossPanel, b)
	default:
		s.spectrum.lines.Draw(c, which-largestPanel, b)
	}
}
