package sticky

import (
	"driftlab/render"
	"driftlab/render/paper"
	"driftlab/render/plot"
)

// Layouts are those of all grids, for the tests.
func Layouts() (all []*plot.Layout) {
	for i := range views {
		all = append(all, &views[i].layout)
	}
	return all
}

// Pixels is a picture of 900 x 620.
func Pixels(s *Scene, p render.Pointer) []byte {
	d := paper.Device{}
	c, sheet := render.Canvas{Device: d}, d.New(900, 620)
	c.Resize(900, 620, 1, plot.Themed(""))
	s.Update(&c, p)
	c.Begin(sheet, 1, plot.Themed(""))
	s.Draw(&c)
	c.End()
	return sheet.Pixels.Pix
}
