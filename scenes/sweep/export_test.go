package sweep

import (
	"slices"

	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/render/paper"
	"driftlab/render/plot"
)

// Layout is the scene's, for the tests.
var Layout = &layout

// Sheet is a picture of w x h pixels in a theme.
func Sheet(s *Scene, w, h int, theme string, p render.Pointer) *paper.Sheet {
	d := paper.Device{}
	t := plot.Themed(theme)
	unit := t.ZoomFor(float32(w), float32(h))
	c, sheet := render.Canvas{Device: d}, d.New(w, h)
	c.Resize(w, h, unit, t)
	p.X, p.Y = p.X/unit, p.Y/unit
	s.Update(&c, p)
	c.Begin(sheet, unit, t)
	s.Draw(&c)
	c.End()
	return sheet
}

// Click clicks on a picture of 1600 x 900, and returns what that asks for and what is said there.
func Click(s *Scene, x, y float32) (wire.Command, []string) {
	c := render.Canvas{Device: paper.Device{Blank: true}}
	c.Resize(1600, 900, 1, plot.Themed(""))
	cmd, _ := s.Update(&c, render.Pointer{X: x, Y: y, Inside: true, Clicked: true, Touched: true})
	if s.over < 0 {
		return cmd, nil
	}
	return cmd, s.tip.Lines
}

// Tap taps all over a picture of 1600 x 900 until something is told of.
func Tap(s *Scene) []string {
	c := render.Canvas{Device: paper.Device{Blank: true}}
	c.Resize(1600, 900, 1, plot.Themed(""))
	for i := range 160 * 90 {
		s.Update(&c, render.Pointer{X: float32(i%160) * 10, Y: float32(i/160) * 10, Inside: true, Clicked: true, Finger: true, Touched: true})
		if s.over >= 0 {
			return slices.Clone(s.tip.Lines)
		}
	}
	return nil
}

// Rest is what is told of while no finger is there.
func Rest(s *Scene) []string {
	c := render.Canvas{Device: paper.Device{Blank: true}}
	c.Resize(1600, 900, 1, plot.Themed(""))
	s.Update(&c, render.Pointer{Finger: true})
	if s.over < 0 {
		return nil
	}
	return s.tip.Lines
}
