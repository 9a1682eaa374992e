package hebbian

import (
	"slices"

	"driftlab/engine/wire"
)

// Curves are the measures as the picture's curves show them.
func (s *Sim) Curves() *wire.Curves {
	s.newest()
	var h wire.Head
	s.draw(&h)
	c := &wire.Curves{Step: s.steps, Axis: Columns[colStep].Label, Log: true, Steps: wire.Gappy(h.Steps), Bands: h.Bands, Charts: wire.Charted(Charts, &h)}
	c.Charts[len(c.Charts)-1].Unit = s.intervals.Unit()
	return c
}

// draw fills in the lines of the curves, and the phases behind them.
func (s *Sim) draw(h *wire.Head) {
	h.Steps = s.report.Column(h.Steps[:0], colStep)
	h.Curves = slices.Grow(h.Curves[:0], 7)[:7]
	for i, c := range [...]int{colLoss, colLoss, colActive, colPV, colSimilarity} {
		h.Curves[i] = s.report.Column(h.Curves[i][:0], c)
	}
	least := s.least()
	for i := range h.Curves[1] {
		h.Curves[1][i] = float32(least)
	}
	h.Curves[5], h.Curves[6] = s.intervals.Draw(h.Curves[5][:0], h.Curves[6][:0], h.Steps)
	h.Bands = s.verdict.Bands(h.Bands[:0])
}
