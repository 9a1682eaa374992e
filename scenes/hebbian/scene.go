// Package hebbian draws the exhibit hebbian: a code that moves, and the likeness of places that
// stays.
package hebbian

import (
	"strconv"

	"driftlab/engine/hebbian"
	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// A Scene shows what the cells do at one step and now, how alike that makes places, and the
// curves.
type Scene struct {
	picture.Panels
	f hebbian.Frame

	maps   [3]maps // those of thenPanel, movedPanel and ownPanel
	likes  [2]likes
	corr   render.Snapshots
	curves render.Curves
}

// New makes a scene without a frame.
func New() *Scene {
	return &Scene{
		corr:   render.Snapshots{Title: "Correlation of the code"},
		curves: picture.Curves(hebbian.Columns[0].Label, true, hebbian.Charts, plot.Yellow, plot.Pink, plot.Sky, plot.Orange, plot.Green, plot.Pink, plot.Yellow),
	}
}

// Receive takes the newest frame.
func (s *Scene) Receive(body []byte) error {
	f := &s.f
	if err := s.Decode("hebbian", f, body); err != nil {
		return err
	}
	s.receiveMaps(f)
	s.receiveLikes(f)
	s.corr.Set(f.Corr, f.CorrSteps, f.Order)
	s.follow(f)
	return nil
}

// Update follows the pointer: a click on a row of the correlations chooses the snapshot that the
// present is compared with.
func (s *Scene) Update(c *render.Canvas, p render.Pointer) (wire.Command, bool) {
	if !s.Point(p) {
		return wire.Command{}, false
	}
	s.fit(c)
	if row := s.corr.Over(p, c.Below(s.Page.Boxes[corrPanel])); p.Clicked && row >= 0 {
		return picture.Set("order", strconv.Itoa(row)), true
	}
	return wire.Command{}, false
}

// Draw draws the panels that fit.
func (s *Scene) Draw(c *render.Canvas) { s.Panels.Draw(c, s.fit, s.panel) }

// panel draws one panel.
func (s *Scene) panel(c *render.Canvas, which int, b plot.Box) {
	switch which {
	case thenPanel, movedPanel, ownPanel:
		s.maps[which-thenPanel].draw(c, b)
	case likeThenPanel, likeNowPanel:
		s.likes[which-likeThenPanel].draw(c, b)
	case corrPanel:
		s.corr.Draw(c, b, s.Mouse)
	default:
		s.curves.Draw(c, which-lossPanel, b)
	}
	if which == movedPanel {
		s.Notice.Draw(c, b, s.f.Trouble)
	}
}
