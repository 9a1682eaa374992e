package hebbian

import (
	"driftlab/engine/hebbian"
	"driftlab/render"
	"driftlab/scenes/picture"
)

// follow gives the curves what the frame brings, and says why those of the likeness are empty.
func (s *Scene) follow(f *hebbian.Frame) {
	picture.Follow(&s.curves, &f.Head)
	s.curves.Plots[speedPanel-lossPanel].Unit = f.Per
	likeness := &s.curves.Plots[likenessPanel-lossPanel]
	likeness.Note = render.Note{}
	if len(f.Bands) < 3 {
		likeness.Note.Text = "null drift has not begun"
	}
}
