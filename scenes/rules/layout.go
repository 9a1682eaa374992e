package rules

import (
	"driftlab/engine/rules"
	"driftlab/render"
	"driftlab/render/plot"
)

// layouts are those for two networks and more: first the maps of each, then the charts.
var layouts = func() (all [rules.Most + 1]plot.Layout) {
	for n := 2; n <= rules.Most; n++ {
		all[n] = layoutOf(n)
	}
	return all
}()

// The charts, after the networks.
const (
	lossChart = iota
	unitsChart
	fractionChart
	informationChart
	sumChart
	logChart
)

// layoutOf has the maps of n networks side by side above the charts.
func layoutOf(n int) plot.Layout {
	l := plot.Layout{Least: 640, Panels: make([]plot.Panel, n+len(rules.Charts))}
	nets := make([]int, n)
	for i := range nets {
		nets[i] = i
	}
	for i := range l.Panels {
		l.Panels[i].Height = 180
		if i < n {
			l.Panels[i].Height = 250
		}
	}
	// The first network's maps are what a column has room for last, the units that are left of all come next.
	order := append([]int{0, n + unitsChart}, nets[1:]...)
	for _, chart := range []int{lossChart, fractionChart, informationChart, sumChart, logChart} {
		order = append(order, n+chart)
	}
	for rank, i := range order {
		l.Panels[i].Rank = rank
	}
	charts := func(which ...int) plot.Cut {
		for i := range which {
			which[i] += n
		}
		return plot.Cut{Between: beside, Panels: which}
	}
	upper := charts(lossChart, unitsChart, fractionChart)
	upper.Side, upper.Share, upper.Gap = plot.Top, 0.5, plot.Gap*0.6
	maps := plot.Cut{Between: plot.Gap, Panels: nets}
	l.Wide = []plot.Cut{
		{Side: plot.Bottom, Share: 0.54, Gap: plot.Gap * 0.8, Cuts: []plot.Cut{upper, charts(informationChart, sumChart, logChart)}},
		maps,
	}
	below := charts(unitsChart, fractionChart)
	below.Side, below.Share, below.Gap, below.Need = plot.Bottom, 0.48, 12, plot.Point{Y: 240}
	l.Slim = []plot.Cut{below, maps}
	return l
}

// beside is the room between charts side by side.
const beside = plot.Gap * 1.4

// Height is the height that the picture would like at a width.
func (s *Scene) Height(width float32) float32 { return s.layout().Height(width) }

// layout is that for as many networks as there are.
func (s *Scene) layout() *plot.Layout { return &layouts[max(len(s.f.Nets), 2)] }

// fit lays the panels out for the canvas.
func (s *Scene) fit(c *render.Canvas) { s.Page.Fit(s.layout(), c.W, c.H) }
