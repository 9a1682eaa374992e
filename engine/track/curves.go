package track

import (
	"slices"

	"driftlab/engine/wire"
)

// Curves are the measures as the picture's curves show them.
func (s *Sim) Curves() *wire.Curves {
	var h wire.Head
	s.draw(&h)
	c := &wire.Curves{Step: s.steps, Axis: Columns[colStep].Label, Log: true, Steps: wire.Gappy(h.Steps), Bands: h.Bands, Charts: wire.Charted(Charts, &h)}
	c.Charts[1].Unit = s.fit()
	c.Charts[len(c.Charts)-1].Unit = s.intervals.Unit()
	return c
}

// draw fills in the lines of the curves, and the phases behind them.
func (s *Sim) draw(h *wire.Head) {
	h.Steps = s.report.Column(h.Steps[:0], colStep)
	n := len(charted)
	h.Curves = slices.Grow(h.Curves[:0], n+2)[:n+2]
	for i, c := range charted {
		h.Curves[i] = s.report.Column(h.Curves[i][:0], c)
	}
	h.Curves[n], h.Curves[n+1] = s.intervals.Draw(h.Curves[n][:0], h.Curves[n+1][:0], h.Steps)
	h.Bands = s.bands(h.Bands[:0])
}
