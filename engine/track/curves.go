package track

import (
	"driftlab/engine/measure"
	"driftlab/engine/wire"
)

// Curves are the measures as the picture's curves show them: scenes/track_curves.go.
func (s *Sim) Curves() *wire.Curves {
	column := func(c int) wire.Gappy { return s.history.Column(nil, c) }
	return &wire.Curves{
		Step: s.steps, Axis: "step", Log: true, Steps: column(colStep), Bands: s.curveBands(),
		Charts: []wire.Chart{
			{Title: "Loss", Unit: "log₁₀ of MSE / variance", Least: 1, Lines: []wire.Line{{Y: column(colLoss)}}},
			{Title: "Sparsity", Hi: 1, Lines: []wire.Line{
				{Name: "active units", Y: column(colActiveUnits)},
				{Name: "active fraction", Dashed: true, Y: column(colActiveFraction)},
			}},
			{Title: "Spatial information", Unit: "bits, mean over place units", Least: 0.5, Lines: []wire.Line{{Y: column(colMeanSI)}}},
		},
	}
}

// curveBands are the phases so far, in retrospect.
func (s *Sim) curveBands() []wire.Band {
	bands := []wire.Band{{Phase: measure.Learning, Name: measure.PhaseName(measure.Learning)}}
	for i, from := range s.borders {
		phase := measure.Directed + i
		bands = append(bands, wire.Band{From: from, Phase: phase, Name: measure.PhaseName(phase)})
	}
	return bands
}
