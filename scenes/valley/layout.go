package valley

import (
	"driftlab/render"
	"driftlab/render/plot"
)

// The panels, from top to bottom of a column.
const (
	valleyPanel = iota
	alivePanel
	curvaturePanel
	distancePanel
	driftPanel
)

// plots are the panels beside or below the valley.
var plots = []int{alivePanel, curvaturePanel, distancePanel, driftPanel}

const (
	// mapFrame is how much taller than wide the map is with its title, its axis and the names
	// of its marks.
	mapFrame = 26 + 18 + 18

	plotHeight = 190 // in a column
	plotLeast  = 110 // where there is little room
)

// layout puts the plots beside the valley or below it. In a column the valley gives way to
// them until it takes little more than half.
var layout = plot.Layout{
	Panels: []plot.Panel{
		valleyPanel:    {Square: true, Height: mapFrame},
		alivePanel:     {Height: plotHeight},
		curvaturePanel: {Height: plotHeight},
		distancePanel:  {Height: plotHeight},
		driftPanel:     {Height: plotHeight},
	},
	Least: 560,
	Wide: []plot.Cut{
		{Side: plot.Left, Share: 0.64, Aspect: 1, Frame: -mapFrame, Gap: plot.Gap * 1.6, Panels: []int{valleyPanel}},
		{Panels: plots, Down: true, Between: plot.Gap * 0.8},
	},
	Stack: []plot.Cut{
		{
			Side: plot.Top, Share: 0.55, Spare: 4 * (plotHeight + plot.ColumnGap), Aspect: 1, Frame: mapFrame,
			Gap: plot.ColumnGap, Panels: []int{valleyPanel},
		},
		{Need: plot.Point{Y: plotLeast}, Panels: plots, Down: true, Between: plot.ColumnGap, Each: plotLeast},
	},
	Slim: []plot.Cut{
		{Side: plot.Left, Share: 0.62, Aspect: 1, Leave: 150, Gap: 12, Panels: []int{valleyPanel}},
		{Panels: plots, Down: true, Between: 8, Each: plotLeast},
	},
}

// Height is the height that the picture would like at a width.
func (s *Scene) Height(width float32) float32 { return layout.Height(width) }

// fit lays the panels out for the canvas.
func (s *Scene) fit(c *render.Canvas) {
	s.Page.Fit(&layout, c.W, c.H)
	if s.land == nil {
		s.land = newLandscape()
		s.relief.surface = s.land.surface
	}
	below := c.Below(s.Page.Boxes[valleyPanel])
	s.chart.place(below)
	s.relief.place(below)
}
