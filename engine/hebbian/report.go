package hebbian

import (
	"driftlab/engine/measure"
	"driftlab/engine/wire"
)

// Columns are the measures of a report.
var Columns = []measure.Column{
	colStep: {Name: "step", Label: "step"},
	colLoss: {
		Name: "loss", Label: "Loss", Unit: "of the similarities wanted",
		Help: "mean square of x·x' − α − y·y' over all pairs of the 200 places asked about, as a share of that of x·x' − α",
	},
	colActive: {
		Name: "active_cells", Label: "Active cells", Unit: "of the cells",
		Help: "fraction of cells with y > 0.1 at more than 3 of the 200 places",
	},
	colPV: {
		Name: "pv_corr", Label: "population vectors",
		Help: "mean correlation of the population vectors with those at the start of null drift; NaN before that",
	},
	colSimilarity: {
		Name: "similarity_corr", Label: "similarities",
		Help: "correlation of the similarity matrix y·y' with that at the same step; NaN before that",
	},
	colPhase: {
		Name: "phase", Label: "phase",
		Help: "1 learning, 2 directed drift, 3 null drift, 0 dead or diverged, as decided at the last report kept",
	},
}

// The places of the columns in a row.
const (
	colStep = iota
	colLoss
	colActive
	colPV
	colSimilarity
	colPhase
)

// Charts are the curves of the picture.
var Charts = []wire.Chart{
	{Title: Columns[colLoss].Label, Unit: Columns[colLoss].Unit, Hi: 1, Lines: []wire.Line{
		{Name: "loss"},
		{Name: "least", Dashed: true},
	}},
	{Title: Columns[colActive].Label, Unit: Columns[colActive].Unit, Hi: 1, Lines: []wire.Line{{}}},
	{Title: "Likeness to the start of null drift", Short: "Likeness", Lo: -0.2, Hi: 1, Lines: []wire.Line{
		{Name: Columns[colPV].Label},
		{Name: Columns[colSimilarity].Label, Dashed: true},
	}},
	measure.SpeedChart,
}

// Report is the run in numbers, with the newest measures.
func (s *Sim) Report() *measure.Report {
	if s.net != nil {
		s.newest()
		s.record.measure()
	}
	return s.report
}

// Measure asks about every place now.
func (s *Sim) Measure() { s.look() }

// newest sees to it that there are measures at all.
func (s *Sim) newest() {
	if s.answers.step < 0 {
		s.look()
	}
}
