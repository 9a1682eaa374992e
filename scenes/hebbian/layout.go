package hebbian

import (
	"driftlab/render"
	"driftlab/render/plot"
)

// The panels, from top to bottom of a column.
const (
	thenPanel = iota
	movedPanel
	ownPanel
	likeThenPanel
	likeNowPanel
	corrPanel
	lossPanel
	activePanel
	likenessPanel
	speedPanel
)

// beside is the room between panels side by side.
const beside = plot.Gap * 1.2

// layout has then and now side by side: the code above, what it says of places below.
var layout = plot.Layout{
	Panels: []plot.Panel{
		thenPanel:     {Height: 250, Rank: 0},
		movedPanel:    {Height: 250, Rank: 1},
		ownPanel:      {Height: 250, Rank: 7},
		likeThenPanel: {Square: true, Height: 10, Rank: 4},
		likeNowPanel:  {Square: true, Height: 10, Rank: 3},
		corrPanel:     {Height: 340, Rank: 9},
		lossPanel:     {Height: 180, Rank: 8},
		activePanel:   {Height: 180, Rank: 5},
		likenessPanel: {Height: 180, Rank: 2},
		speedPanel:    {Height: 180, Rank: 6},
	},
	Least: 640,
	Wide: []plot.Cut{
		{Side: plot.Right, Share: 0.29, Least: 220, Gap: beside, Down: true, Between: plot.Gap * 0.8, Panels: []int{lossPanel, activePanel, likenessPanel, speedPanel}},
		{Side: plot.Bottom, Share: 0.46, Gap: plot.Gap * 0.8, Between: beside, Panels: []int{likeThenPanel, likeNowPanel, corrPanel}},
		{Between: beside, Panels: []int{thenPanel, movedPanel, ownPanel}},
	},
	Slim: []plot.Cut{
		{Side: plot.Left, Share: 0.45, Gap: 14, Between: 14, Panels: []int{thenPanel, movedPanel}},
		{Side: plot.Left, Need: plot.Point{X: 260}, Share: 0.42, Gap: 14, Down: true, Between: 8, Panels: []int{likeThenPanel, likeNowPanel}},
		{Down: true, Between: 8, Each: 118, Panels: []int{likenessPanel, activePanel}},
	},
}

// Height is the height that the picture would like at a width.
func (s *Scene) Height(width float32) float32 { return layout.Height(width) }

// fit lays the panels out for the canvas.
func (s *Scene) fit(c *render.Canvas) { s.Page.Fit(&layout, c.W, c.H) }
