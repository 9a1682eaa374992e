package minima

import (
	"driftlab/render"
	"driftlab/render/plot"
)

// The panels, from top to bottom of a column.
const (
	replayPanel = iota
	laplacePanel
	nclPanel
	hopsPanel
	yPanel
	barrierPanel
)

const (
	mapFrame = 26 + line // a map's title and its axis
	flat     = 0.75      // the height of the window by its width
	flattest = 0.5       // the same where there is little room
	beside   = plot.Gap * 1.2
)

var maps = []int{replayPanel, laplacePanel, nclPanel}

// layout has the maps side by side above the charts. A column leaves out the charts that explain last.
var layout = plot.Layout{
	Panels: []plot.Panel{
		replayPanel:  {Height: 300, Rank: 0},
		laplacePanel: {Height: 300, Rank: 2},
		nclPanel:     {Height: 300, Rank: 3},
		hopsPanel:    {Height: 200, Rank: 1},
		yPanel:       {Height: 180, Rank: 5},
		barrierPanel: {Height: 180, Rank: 4},
	},
	Least: 560,
	Wide: []plot.Cut{
		{Side: plot.Top, Share: 0.6, Aspect: flat / 3, Frame: mapFrame, Gap: plot.Gap * 0.8, Between: beside, Panels: maps},
		{Cuts: []plot.Cut{
			{Side: plot.Left, Share: 0.4, Gap: beside, Panels: []int{hopsPanel}},
			{Between: beside, Panels: []int{barrierPanel, yPanel}},
		}},
	},
	Slim: []plot.Cut{
		{Side: plot.Bottom, Need: plot.Point{Y: 230}, Share: 0.42, Gap: 8, Between: 12, Each: 200, Panels: []int{hopsPanel, barrierPanel}},
		{Between: 10, Each: 120, Panels: maps},
	},
}

// Height is the height that the picture would like at a width.
func (s *Scene) Height(width float32) float32 { return layout.Height(width) }

// fit lays the panels out for the canvas.
func (s *Scene) fit(c *render.Canvas) {
	s.Page.Fit(&layout, c.W, c.H)
	for i := range s.maps {
		s.maps[i].place(c.Below(s.Page.Boxes[i]))
	}
}
