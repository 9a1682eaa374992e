package engine

import (
	"fmt"

	"driftlab/engine/say"
	"driftlab/engine/wire"
)

// draw shows the model a drawing, or takes it away.
func (s *Session) draw(ink []byte, r *wire.Reply) error {
	canvas, ok := s.sim.(Canvas)
	if !ok {
		return fmt.Errorf("draw: there is nothing to draw for on the %s", s.exhibit.Name)
	}
	if n := len(ink); n != 0 && n != CanvasSide*CanvasSide {
		return fmt.Errorf("draw: a drawing is %d × %d bytes, not %s", CanvasSide, CanvasSide, say.Grouped(int64(n)))
	}
	if err := canvas.Draw(ink); err != nil {
		return err
	}
	_, r.Text = canvas.Drawn()
	return nil
}

// canvas is what is said beside the canvas of an experiment that has one.
func canvas(s Sim) *wire.Canvas {
	c, ok := s.(Canvas)
	if !ok {
		return nil
	}
	drawn, said := c.Drawn()
	return &wire.Canvas{Drawn: drawn, Text: said}
}
