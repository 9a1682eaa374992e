package valley

import (
	"cmp"
	"math"
	"slices"

	"driftlab/engine/num"
	"driftlab/engine/say"
	"driftlab/engine/wire"
)

// Curves are the measures as the picture's curves show them.
func (s *Sim) Curves() *wire.Curves {
	var h wire.Head
	s.draw(&h)
	c := &wire.Curves{Step: s.step, Axis: Columns[colStep].Label, Steps: wire.Gappy(h.Steps), Charts: wire.Charted(Charts, &h)}
	why, _ := s.noTheory()
	c.Charts[0].Unit = cmp.Or(why, c.Charts[0].Unit)
	c.Charts[0].Lines[0].Name = say.Count(len(s.crowd.x), "walker")
	return c
}

// draw fills in the lines of the curves: the curvatures in decades.
func (s *Sim) draw(h *wire.Head) {
	h.Steps = s.report.Column(h.Steps[:0], colStep)
	h.Curves = slices.Grow(h.Curves[:0], 4)[:4]
	for i, c := range [...]int{colAlive, colTheory, colLambda, colLogLambda} {
		h.Curves[i] = s.report.Column(h.Curves[i][:0], c)
	}
	logMean, meanLog := h.Curves[2], h.Curves[3]
	for i := range logMean {
		logMean[i] = float32(num.Log10(float64(logMean[i])))
		meanLog[i] = float32(float64(meanLog[i]) / math.Ln10)
	}
}
