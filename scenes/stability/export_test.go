package stability

import (
	"driftlab/render"
	"driftlab/render/paper"
	"driftlab/render/plot"
)

// For the tests.
var Layouts = layouts[1:]

// Tick is a tick over a picture of 1200 x 800.
func Tick(s *Scene, p render.Pointer) {
	c := render.Canvas{Device: paper.Device{Blank: true}}
	c.Resize(1200, 800, 1, plot.Themed(""))
	s.Update(&c, p)
}

// Pixels is a picture of 1200 x 800.
func Pixels(s *Scene) []byte {
	d := paper.Device{}
	c, sheet := render.Canvas{Device: d}, d.New(1200, 800)
	c.Resize(1200, 800, 1, plot.Themed(""))
	s.Update(&c, render.Pointer{Still: true})
	c.Begin(sheet, 1, plot.Themed(""))
	s.Draw(&c)
	c.End()
	return sheet.Pixels.Pix
}

// Shown is the pen step that is shown.
func (s *Scene) Shown() int { return s.step }

// Fit are the networks that a row of that size shows.
func Fit(w, h float32, n, probe, newest int) []int {
	var g grid
	g.fit(plot.Box{W: w, H: h}, n, probe, newest)
	return g.shown
}
