package hebbian

import (
	"driftlab/engine/hebbian"
	"driftlab/render"
	"driftlab/scenes/picture"
)

// follow gives the curves what the frame brings, and says why the last are empty.
func (s *Scene) follow(f *hebbian.Frame) {
	picture.Follow(&s.curves, &f.Head)
	likeness := &s.curves.Plots[likenessPanel-lossPanel]
	likeness.Note = render.Note{}
	if len(f.Bands) < 3 {
		likeness.Note.Text = "null drift has not begun"
	}
}
