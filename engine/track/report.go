package track

import (
	"driftlab/engine/measure"
	"driftlab/engine/num"
	"driftlab/engine/wire"
)

// Columns are the measures of a report.
var Columns = []measure.Column{
	colStep: {Name: "step", Label: "step"},
	colLoss: {
		Name: "loss", Label: "Loss", Unit: "log₁₀ of MSE / variance",
		Help: "log10(MSE / variance of the targets)",
	},
	colActiveFraction: {
		Name: "active_fraction", Label: "active fraction", Unit: "of units and samples",
		Help: "mean of 1[h > 0] over units and samples; with tanh and softplus, whose units are never quite silent, of 1[|h| > 0.1]",
	},
	colActiveUnits: {
		Name: "active_units", Label: "active units", Unit: "of the units",
		Help: "fraction of units active, in that sense, for some sample",
	},
	colPlaceUnits: {
		Name: "place_units", Label: "place units", Unit: "units",
		Help: "units with spatial information above 0.01 bits, a count",
	},
	colMeanSI: {
		Name: "mean_si", Label: "Spatial information", Unit: "bits, mean over place units",
		Help: "mean spatial information over place units, bits",
	},
	colCorrStart: {
		Name: "corr_start", Label: "correlation with the start",
		Help: "mean correlation of the rate maps with those of step 0",
	},
	colPhase: {
		Name: "phase", Label: "phase",
		Help: "1 learning, 2 directed drift, 3 null drift, 0 at rest, dead or diverged, as decided at the last report kept, at most 1 % of the steps ago (the picture draws the borders where it found, later, that a phase had begun)",
	},
	colZeroRows: {
		Name: "zero_rows", Label: "zero rows", Unit: "of the parameters", Seldom: true,
		Help: "rows of the Hessian that are zero: D+1+O for each unit that is silent for every sample; this and what follows is empty where the spectrum was not taken",
	},
	colRank: {
		Name: "rank", Label: "rank", Unit: "of the parameters", Seldom: true,
		Help: "eigenvalues λ of the Hessian's Gauss-Newton part above 1e-6 of the largest",
	},
	colSum:    {Name: "sum_lambda", Label: "sum of λ", Seldom: true, Help: "sum of all λ: the trace"},
	colSumLog: {Name: "sum_log_lambda", Label: "sum of log λ", Seldom: true, Help: "sum of the natural logarithms of the λ that count in rank"},
	colMax:    {Name: "lambda_max", Label: "largest λ", Seldom: true, Help: "the largest λ; gradient descent is unstable where it is above 2/η"},
}

// The places of the columns in a row.
const (
	colStep = iota
	colLoss
	colActiveFraction
	colActiveUnits
	colPlaceUnits
	colMeanSI
	colCorrStart
	colPhase
	colZeroRows // and the other figures of the spectrum
	colRank
	colSum
	colSumLog
	colMax
)

// Charts are the curves of the picture.
var Charts = []wire.Chart{
	{Title: Columns[colLoss].Label, Unit: Columns[colLoss].Unit, Least: 1, Lines: []wire.Line{{}}},
	{Title: "Sparsity", Hi: 1, Lines: []wire.Line{
		{Name: Columns[colActiveUnits].Label},
		{Name: Columns[colActiveFraction].Label, Dashed: true},
	}},
	{Title: Columns[colMeanSI].Label, Short: "Information", Unit: Columns[colMeanSI].Unit, Least: 0.5, Lines: []wire.Line{{}}},
	measure.SpeedChart,
}

// charted are the columns of the charts' lines, in their order.
var charted = []int{colLoss, colActiveUnits, colActiveFraction, colMeanSI}

// Report is the run in numbers, with the measures now.
func (s *Sim) Report() *measure.Report {
	if s.net != nil {
		s.measure()
	}
	return s.report
}

// measure makes the newest row that of the present parameters.
func (r *record) measure() {
	r.maps()
	place, si := r.now.Place()
	corr := 1.0
	if len(r.snaps) > 0 {
		corr = measure.MapCorrelation(&r.snaps[0].Snapshot, &r.now)
	}
	active, t := r.pass.Active(), r.data.batch.T
	r.report.Row = append(r.report.Row[:0],
		float64(r.steps),
		num.Log10(r.pass.MSE/r.data.batch.Variance),
		measure.ActiveFraction(active, t),
		measure.ActiveUnits(active, t),
		float64(place),
		si,
		corr,
		float64(r.standing()),
		0, 0, 0, 0, 0)
	figures(r.report.Row, r.spectra.at(r.steps))
	if len(r.report.Columns) > len(Columns) {
		here, away := r.sinceTheStay()
		lossHere, lossAway := r.losses()
		r.report.Row = append(r.report.Row, here, away, lossHere, lossAway)
	}
}
