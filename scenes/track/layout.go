package track

import (
	"driftlab/render"
	"driftlab/render/plot"
)

// The panels, from top to bottom of a column.
const (
	worldPanel = iota
	viewPanel
	matrixPanel
	snapsPanel
	lossPanel
	sparsityPanel
	informationPanel
	speedPanel
	corrPanel
)

var panels = []plot.Panel{
	worldPanel:       {Height: 116, Rank: 2},
	viewPanel:        {Height: 150, Rank: 7},
	matrixPanel:      {Height: 350, Rank: 0},
	snapsPanel:       {Height: 260, Rank: 3},
	lossPanel:        {Height: 180, Rank: 4},
	sparsityPanel:    {Height: 180, Rank: 1},
	informationPanel: {Height: 180, Rank: 5},
	speedPanel:       {Height: 180, Rank: 6},
	corrPanel:        {Height: 340, Rank: 8},
}

// wide puts everything on one screen: what goes in and out above, maps in the middle,
// curves below.
var wide = []plot.Cut{
	{Side: plot.Top, Share: 0.14, Least: 70, Most: 170, Plus: 26, Gap: plot.Gap, Cuts: []plot.Cut{
		{Side: plot.Left, Share: 0.6, Gap: beside, Panels: []int{worldPanel}},
		{Panels: []int{viewPanel}},
	}},
	{
		Side: plot.Bottom, Share: 0.26, Least: 120, Most: 260, Plus: 26, Gap: plot.Gap * 0.8,
		Panels: []int{lossPanel, sparsityPanel, informationPanel, speedPanel}, Between: beside,
	},
	{Side: plot.Right, Share: 0.345, Aspect: 1, Frame: 18, Gap: beside, Panels: []int{corrPanel}},
	{Side: plot.Left, Share: 0.58, Gap: beside, Panels: []int{matrixPanel}},
	{Panels: []int{snapsPanel}},
}

// beside is the room between panels side by side.
const beside = plot.Gap * 1.6

// slim shows the maps, and beside them as much as fits of what they do in time: sparsity,
// loss and the speed of drift, in this order.
var slim = []plot.Cut{
	{Need: plot.Point{X: 760}, Cuts: []plot.Cut{
		{Side: plot.Left, Share: 0.36, Gap: 14, Panels: []int{matrixPanel}},
		{Side: plot.Left, Share: 0.42, Gap: 14, Panels: []int{snapsPanel}},
		{Panels: []int{sparsityPanel, lossPanel, speedPanel}, Down: true, Between: 8, Each: slimRow},
	}},
	{Side: plot.Left, Share: 0.52, Gap: 14, Panels: []int{matrixPanel}},
	{Side: plot.Bottom, Need: plot.Point{Y: 2 * slimRow}, Share: 0.5, Plus: -7, Gap: 14, Panels: []int{snapsPanel}},
	{Panels: []int{sparsityPanel}},
}

// slimRow is the least height of a plot in a small frame.
const slimRow = 118

// corridorAbove is the corridor over the rest of a small frame.
var corridorAbove = plot.Cut{
	Side: plot.Top, Need: plot.Point{Y: 150}, Share: 0.16, Least: 26, Most: 90, Gap: 8, Panels: []int{worldPanel},
}

// The layouts of the two tasks.
var (
	trackLayout  = plot.Layout{Panels: panels, Least: 620, Wide: wide, Slim: append([]plot.Cut{corridorAbove}, slim...)}
	randomLayout = plot.Layout{Panels: panels, Least: 620, Wide: wide, Slim: slim}
)

// Height is the height that the picture would like at a width.
func (s *Scene) Height(width float32) float32 { return trackLayout.Height(width) }

// fit lays the panels out for the canvas.
func (s *Scene) fit(c *render.Canvas) {
	layout := &randomLayout
	switch {
	case s.eigenvalues():
		layout = &spectralLayout
	case s.f.Task == "track":
		layout = &trackLayout
	}
	s.Page.Fit(layout, c.W, c.H)
}

// panel draws one panel.
func (s *Scene) panel(c *render.Canvas, which int, b plot.Box) {
	switch which {
	case worldPanel:
		s.drawWorld(c, b)
	case viewPanel:
		s.drawView(c, b)
	case matrixPanel:
		s.matrix.draw(c, s, b)
		s.Notice.Draw(c, b, s.f.Trouble)
	case snapsPanel:
		s.snaps.draw(c, s.pick, b)
	case corrPanel:
		s.corr.Draw(c, b, s.Mouse)
	default:
		s.curves.Draw(c, which-lossPanel, b)
	}
}

// drawWorld shows where the input comes from: the corridor, or the random task's samples.
func (s *Scene) drawWorld(c *render.Canvas, b plot.Box) {
	switch {
	case s.f.Task != "track":
		s.board.draw(c, s, c.Panel(b, "one column for each sample", "Targets and predictions"))
	case s.Page.Form == plot.Slim:
		s.corridor.draw(c, s, b)
	default:
		s.corridor.draw(c, s, c.Panel(b, "the fan is what it sees, the line where it was", "Corridor from above"))
	}
}

// drawView shows what goes into the network at this sample, and what comes out.
func (s *Scene) drawView(c *render.Canvas, b plot.Box) {
	title := "What it sees and predicts"
	if s.f.Task != "track" {
		title = "This sample"
	}
	s.strips.draw(c, s, c.Panel(b, "", title))
}
