package valley

import (
	"cmp"
	"math"

	"driftlab/engine/num"
	"driftlab/engine/say"
	"driftlab/engine/wire"
)

// Curves are the measures as the picture's curves show them: scenes/valley_curves.go.
func (s *Sim) Curves() *wire.Curves {
	column := func(c int) wire.Gappy { return s.history.Column(nil, c) }
	logMean, meanLog := column(colLambda), column(colLogLambda)
	for i := range logMean { // both in decades
		logMean[i] = float32(num.Log10(float64(logMean[i])))
		meanLog[i] = float32(float64(meanLog[i]) / math.Ln10)
	}
	why, _ := s.noTheory()
	return &wire.Curves{
		Step: s.step, Axis: "steps", Steps: column(colStep),
		Charts: []wire.Chart{
			{Title: "Have not met the corner", Unit: cmp.Or(why, "share of the walkers"), Hi: 1, Lines: []wire.Line{
				{Name: say.Count(len(s.crowd.x), "walker"), Y: column(colAlive)},
				{Name: "theory", Dashed: true, Y: column(colTheory)},
			}},
			{Title: "Curvature λ under the walkers", Unit: "log₁₀", Least: 0.5, Lines: []wire.Line{
				{Name: "log of mean λ", Dashed: true, Y: logMean},
				{Name: "mean of log λ", Y: meanLog},
			}},
		},
	}
}
