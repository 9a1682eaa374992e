package track

import (
	"driftlab/engine/wire"
)

// Curves are the measures as the picture's curves show them: scenes/track_curves.go.
func (s *Sim) Curves() *wire.Curves {
	column := func(c int) wire.Gappy { return s.history.Column(nil, c) }
	return &wire.Curves{
		Step: s.steps, Axis: "step", Log: true, Steps: column(colStep), Bands: s.curveBands(),
		Charts: []wire.Chart{
			{Title: "Loss", Unit: "log₁₀ of MSE / variance", Least: 1, Lines: []wire.Line{{Y: column(colLoss)}}},
			{Title: "Sparsity", Unit: s.fit(), Hi: 1, Lines: []wire.Line{
				{Name: "active units", Y: column(colActiveUnits)},
				{Name: "active fraction", Dashed: true, Y: column(colActiveFraction)},
			}},
			{Title: "Spatial information", Unit: "bits, mean over place units", Least: 0.5, Lines: []wire.Line{{Y: column(colMeanSI)}}},
		},
	}
}

// curveBands are the phases as the picture has them.
func (s *Sim) curveBands() []wire.Band {
	var bands []wire.Band
	for _, b := range s.bands(nil) {
		bands = append(bands, wire.Band{From: b.From, Phase: b.Phase, Name: b.Name})
	}
	return bands
}
