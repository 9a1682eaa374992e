package sweep

import (
	"driftlab/render"
	"driftlab/render/plot"
)

// The panels, from top to bottom of a column.
const (
	headPanel = iota
	endsPanel
	timesPanel
	coursesPanel
	parametersPanel
	mapsPanel
)

var layout = plot.Layout{
	Panels: []plot.Panel{
		headPanel:       {Height: 64},
		endsPanel:       {Height: 290},
		timesPanel:      {Height: 270},
		coursesPanel:    {Height: 180},
		parametersPanel: {Height: 500},
		mapsPanel:       {Height: 200},
	},
	Least: 640,
	Wide: []plot.Cut{
		{Side: plot.Top, Least: 46, Most: 46, Gap: 12, Panels: []int{headPanel}},
		{Side: plot.Left, Share: 0.29, Gap: plot.Gap * 1.3, Cuts: []plot.Cut{
			{Side: plot.Top, Share: 0.58, Gap: 14, Panels: []int{endsPanel}}, {Panels: []int{mapsPanel}},
		}},
		{Side: plot.Top, Share: 0.5, Gap: 14, Cuts: []plot.Cut{
			{Side: plot.Left, Share: 0.56, Gap: plot.Gap * 1.2, Panels: []int{timesPanel}}, {Panels: []int{coursesPanel}},
		}},
		{Panels: []int{parametersPanel}},
	},
	Stack: []plot.Cut{
		{Side: plot.Top, Least: 64, Most: 64, Gap: plot.ColumnGap, Panels: []int{headPanel}},
		{Need: plot.Point{Y: 1100}, Cuts: []plot.Cut{ // each as high as it would like to be
			{Side: plot.Top, Share: 0.19, Gap: plot.ColumnGap, Panels: []int{endsPanel}},
			{Side: plot.Top, Share: 0.22, Gap: plot.ColumnGap, Panels: []int{timesPanel}},
			{Side: plot.Top, Share: 0.2, Gap: plot.ColumnGap, Panels: []int{coursesPanel}},
			{Side: plot.Top, Share: 0.7, Gap: plot.ColumnGap, Panels: []int{parametersPanel}},
			{Panels: []int{mapsPanel}},
		}},
		{Side: plot.Top, Share: 0.36, Least: 190, Leave: slimRow, Gap: 12, Panels: []int{endsPanel}},
		{Side: plot.Top, Share: 0.5, Plus: -6, Leave: slimRow, Gap: 12, Panels: []int{timesPanel, coursesPanel}, Between: 14},
		{Panels: []int{parametersPanel, mapsPanel}, Between: 14},
	},
	Slim: []plot.Cut{
		{Side: plot.Top, Least: 26, Most: 26, Gap: 6, Panels: []int{headPanel}},
		{Need: plot.Point{X: 560, Y: slimRows}, Cuts: []plot.Cut{
			{Side: plot.Left, Share: 0.28, Gap: 16, Panels: []int{endsPanel}},
			{Side: plot.Top, Share: 0.5, Plus: -4, Gap: 8, Panels: []int{timesPanel, coursesPanel}, Between: 14},
			{Panels: []int{parametersPanel, mapsPanel}, Between: 14},
		}},
		{Need: plot.Point{X: 560}, Side: plot.Left, Share: 0.44, Gap: 14, Panels: []int{endsPanel}},
		{Panels: []int{timesPanel, coursesPanel}, Down: true, Between: 8, Each: slimRow},
	},
}

// slimRow is the least height of plots in an embedded column.
const slimRow = 116

// slimRows is from where on there is room in a small frame for plots in two rows.
const slimRows = 180

// Height is the height that the picture would like at a width.
func (s *Scene) Height(width float32) float32 { return layout.Height(width) }

// fit lays the panels out for the canvas.
func (s *Scene) fit(c *render.Canvas) { s.Page.Fit(&layout, c.W, c.H) }
