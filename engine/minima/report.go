package minima

import (
	"math"

	"driftlab/engine/measure"
	"driftlab/engine/wire"
)

// Columns are the measures of a report.
var Columns = []measure.Column{
	colStep:    {Name: "step", Label: "steps"},
	colReplay:  {Name: "hops_replay", Label: "replay", Help: "hops from one minimum to the other under replay, of a walker in a step, mean so far; a hop ends at the other side's |x| > 0.7"},
	colLaplace: {Name: "hops_laplace", Label: "laplace", Help: "the same under the quadratic approximation at the left minimum"},
	colNCL:     {Name: "hops_ncl", Label: "ncl", Help: "the same under natural continual learning"},
	colKramers: {Name: "rate_kramers", Label: "theory", Help: "what Kramers' formula has for replay, with the dials as they were in each step, mean so far"},
	colY:       {Name: "mean_y", Label: "mean y", Help: "mean y under replay: how far the second loss is learned, which alone is lowest at 1, both together at 1/2"},
}

// The places of the columns in a row.
const (
	colStep = iota
	colReplay
	colLaplace
	colNCL
	colKramers
	colY
)

// Charts are the curves of the picture.
var Charts = []wire.Chart{
	{Title: "Hops of a walker", Unit: "in 1,000 steps, mean so far", Least: 0.001, Lines: []wire.Line{
		{Name: Names[replay]},
		{Name: Names[laplace]},
		{Name: Names[ncl]},
		{Name: Columns[colKramers].Label, Dashed: true},
	}},
	{Title: "Mean y under replay", Short: "Mean y", Unit: "0.5 is best for both losses", Hi: 1, Lines: []wire.Line{{}}},
}

// per is how many steps the curves' hops are of.
const per = 1000

// Report is the run in numbers, with the measures now.
func (s *Sim) Report() *measure.Report {
	if s.crowds[0] != nil {
		s.measure()
	}
	return s.report
}

// measure makes the newest row that of the present places.
func (s *Sim) measure() {
	s.report.Row = append(s.report.Row[:0], float64(s.steps))
	for _, c := range s.crowds {
		s.report.Row = append(s.report.Row, s.rate(float64(c.hops)/float64(len(c.x))))
	}
	s.report.Row = append(s.report.Row, s.rate(s.expected), s.crowds[replay].meanY())
}

// rate is a number by the steps so far; NaN before the first.
func (s *Sim) rate(n float64) float64 {
	if s.steps == 0 {
		return math.NaN()
	}
	return n / float64(s.steps)
}

// record keeps the newest row if one is due.
func (s *Sim) record() {
	if s.report.Due(s.steps) {
		s.measure()
		s.report.Keep()
	}
}

// draw fills in the lines of the curves.
func (s *Sim) draw(h *wire.Head) {
	h.Steps = s.report.Column(h.Steps[:0], colStep)
	for len(h.Curves) < 5 {
		h.Curves = append(h.Curves, nil)
	}
	for i, column := range [...]int{colReplay, colLaplace, colNCL, colKramers, colY} {
		h.Curves[i] = s.report.Column(h.Curves[i][:0], column)
		if column != colY {
			for k := range h.Curves[i] {
				h.Curves[i][k] *= per
			}
		}
	}
}

// Curves are the measures as the picture's curves show them.
func (s *Sim) Curves() *wire.Curves {
	var h wire.Head
	s.draw(&h)
	return &wire.Curves{Step: s.steps, Axis: Columns[colStep].Label, Steps: wire.Gappy(h.Steps), Charts: wire.Charted(Charts, &h)}
}
