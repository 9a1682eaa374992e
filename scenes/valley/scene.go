// Package valley draws the exhibit valley: walkers on the loss (xy)^2.
package valley

import (
	"math"
	"strconv"

	"driftlab/engine/valley"
	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// A Scene shows the valley, as a map or in relief, its walkers, and their curves.
type Scene struct {
	picture.Panels
	f valley.Frame

	land          *landscape
	chart         chart
	relief        relief
	outside       outside
	curves        curves
	azimuth, tilt float32 // of the surface: the visitor's hand, ahead of the engine's word
	held          bool    // the visitor is turning it
	asked         bool    // azimuth and tilt have been asked of the engine and not yet come back
}

// New makes a scene without a frame.
func New() *Scene { return &Scene{curves: newCurves()} }

// Receive takes the newest frame.
func (s *Scene) Receive(body []byte) error {
	f := &s.f
	if err := s.Decode("valley", f, body); err != nil {
		return err
	}
	s.follow()
	s.curves.receive(f)
	s.outside.receive(f)
	return nil
}

// follow takes azimuth and tilt from the engine unless the visitor's hand is ahead of it.
func (s *Scene) follow() {
	f := &s.f
	if s.asked && near(f.Azimuth, s.azimuth) && near(f.Tilt, s.tilt) {
		s.asked = false
	}
	if !s.held && !s.asked {
		s.azimuth, s.tilt = f.Azimuth, f.Tilt
	}
}

func near(a, b float32) bool { return math.Abs(float64(a-b)) < 0.6 }

// Update follows the pointer: a click drops a walker, a drag turns the surface.
func (s *Scene) Update(c *render.Canvas, p render.Pointer) (wire.Command, bool) {
	if !s.Point(p) {
		return wire.Command{}, false
	}
	s.fit(c)
	if s.f.Picture == "surface" {
		if cmd, ok := s.drag(p); ok {
			return cmd, true
		}
	}
	if p.Clicked {
		if x, y, ok := s.under(p); ok {
			return wire.Command{Kind: "poke", X: x, Y: y}, true
		}
	}
	return wire.Command{}, false
}

// drag turns the surface at once, and tells the engine when the hand lets go.
func (s *Scene) drag(p render.Pointer) (wire.Command, bool) {
	from := plot.Point{X: p.X - p.DX, Y: p.Y - p.DY} // within a tick a hand may leave the surface
	if p.Down && (p.DX != 0 || p.DY != 0) && (s.held || s.relief.box.Contains(from.X, from.Y)) {
		s.held = true
		s.azimuth = wrapDegrees(s.azimuth - 0.4*p.DX)
		s.tilt = min(max(s.tilt+0.3*p.DY, 10), 80)
	}
	if p.Down || !s.held {
		return wire.Command{}, false
	}
	s.held, s.asked = false, true
	s.azimuth, s.tilt = float32(math.Round(float64(s.azimuth))), float32(math.Round(float64(s.tilt)))
	cmd := picture.Set("azimuth", degrees(s.azimuth))
	cmd.Values["tilt"] = degrees(s.tilt)
	return cmd, true
}

func degrees(v float32) string { return strconv.FormatFloat(float64(v), 'f', -1, 32) }

// wrapDegrees brings an angle into [-180, 180].
func wrapDegrees(v float32) float32 {
	for v > 180 {
		v -= 360
	}
	for v < -180 {
		v += 360
	}
	return v
}

// under is the point of the valley under the pointer.
func (s *Scene) under(p render.Pointer) (x, y float32, ok bool) {
	if s.f.Picture == "surface" {
		if !p.Over(s.relief.box) {
			return 0, 0, false
		}
		s.relief.surface.Aim(s.azimuth, s.tilt, s.relief.box)
		return s.relief.surface.Pick(plot.Point{X: p.X, Y: p.Y})
	}
	return s.chart.under(p)
}

// Draw draws the panels that fit.
func (s *Scene) Draw(c *render.Canvas) { s.Panels.Draw(c, s.fit, s.panel) }

// panel draws one panel.
func (s *Scene) panel(c *render.Canvas, which int, b plot.Box) {
	if which == valleyPanel {
		s.valley(c, b)
	} else {
		s.curves.draw(c, which, b)
	}
}

// valley draws the valley in the way the visitor has chosen.
func (s *Scene) valley(c *render.Canvas, b plot.Box) {
	const short = "Loss (xy)^{2}"
	if s.f.Picture == "surface" {
		c.Panel(b, "drag to turn, click to drop a walker", "The valley: loss (xy)^{2} in relief", short)
		s.relief.draw(c, s)
	} else {
		c.Panel(b, "click to drop a walker", "The valley: loss (xy)^{2} from above", short)
		s.chart.draw(c, s)
	}
	s.Notice.Draw(c, b, s.f.Trouble)
}
