package rules

import (
	"driftlab/engine/rules"
	"driftlab/engine/track"
	"driftlab/render"
	"driftlab/render/plot"
)

// layouts are those for two networks and more, in one place and in two by turns: first the maps of each, then
// the charts.
var layouts = func() (all [rules.Most + 1][2]plot.Layout) {
	for n := 2; n <= rules.Most; n++ {
		all[n] = [...]plot.Layout{layoutOf(n, false), layoutOf(n, true)}
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
	travelChart // where there are two places by turns
)

// layoutOf has the maps of n networks side by side above the charts.
func layoutOf(n int, turns bool) plot.Layout {
	last := []int{lossChart, fractionChart, informationChart, sumChart, logChart}
	lower := []int{informationChart, sumChart, logChart}
	if turns {
		last, lower = append([]int{travelChart}, last...), append([]int{travelChart}, lower...)
	}
	l := plot.Layout{Least: 640, Panels: make([]plot.Panel, n+1+len(last))}
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
	for _, chart := range last {
		order = append(order, n+chart)
	}
	for rank, i := range order {
		l.Panels[i].Rank = rank
	}
	charts := func(which ...int) plot.Cut {
		panels := make([]int, len(which))
		for i, chart := range which {
			panels[i] = n + chart
		}
		return plot.Cut{Between: beside, Panels: panels}
	}
	upper := charts(lossChart, unitsChart, fractionChart)
	upper.Side, upper.Share, upper.Gap = plot.Top, 0.5, plot.Gap*0.6
	maps := plot.Cut{Between: plot.Gap, Panels: nets}
	l.Wide = []plot.Cut{
		{Side: plot.Bottom, Share: 0.54, Gap: plot.Gap * 0.8, Cuts: []plot.Cut{upper, charts(lower...)}},
		maps,
	}
	below := charts(unitsChart, fractionChart)
	if turns {
		below = charts(unitsChart, travelChart)
	}
	below.Side, below.Share, below.Gap, below.Need = plot.Bottom, 0.48, 12, plot.Point{Y: 240}
	l.Slim = []plot.Cut{below, maps}
	return l
}

// beside is the room between charts side by side.
const beside = plot.Gap * 1.4

// Height is the height that the picture would like at a width.
func (s *Scene) Height(width float32) float32 { return s.layout().Height(width) }

// layout is that for as many networks as there are.
func (s *Scene) layout() *plot.Layout {
	turns := 0
	if s.f.Places == track.Turns {
		turns = 1
	}
	return &layouts[max(len(s.f.Nets), 2)][turns]
}

// fit lays the panels out for the canvas.
func (s *Scene) fit(c *render.Canvas) { s.Page.Fit(s.layout(), c.W, c.H) }
