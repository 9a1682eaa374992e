package rules

import (
	"slices"

	"driftlab/engine/measure"
	"driftlab/engine/track"
	"driftlab/engine/wire"
)

// Columns are the measures of a report: those of track, for each network.
var Columns = append([]measure.Column{{Name: "net", Label: "network", Letters: true, Help: "the network's letter; there is a row for each at every step, in the page up to where it diverged"}}, slices.Concat(track.Columns, track.TravelColumns)...)

// Charts are the curves of the picture, each with a line for every network.
var Charts = []wire.Chart{
	{Title: "Loss", Unit: named("loss").Unit, Least: 1, Lines: lines},
	{Title: "Active units", Unit: named("active_units").Unit, Hi: 1, Lines: lines},
	{Title: "Active fraction", Unit: named("active_fraction").Unit, Hi: 1, Lines: lines},
	{Title: "Spatial information", Short: "Information", Unit: named("mean_si").Unit, Least: 0.5, Lines: lines},
	{Title: "Sum of λ", Unit: "log₁₀, as last taken", Least: 0.5, Lines: lines},
	{Title: "Sum of log λ", Unit: "as last taken", Least: 1, Lines: lines},
}

// charted are the columns of the charts.
var charted = []string{"loss", "active_units", "active_fraction", "mean_si", "sum_lambda", "sum_log_lambda"}

var lines = []wire.Line{{Name: Letters[0]}, {Name: Letters[1]}, {Name: Letters[2]}, {Name: Letters[3]}}

// column is the place of a column of track.
func column(name string) int {
	return slices.IndexFunc(track.Columns, func(c measure.Column) bool { return c.Name == name })
}

// named is a column of track.
func named(name string) *measure.Column { return &track.Columns[column(name)] }

// Report is the run in numbers, with the measures now.
func (s *Sim) Report() *measure.Report {
	for _, net := range s.nets {
		// One that has diverged stays as it is while the others go on.
		net.Report().Row[column("step")] = float64(s.steps)
	}
	return s.report
}
