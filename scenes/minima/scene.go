// Package minima draws the exhibit minima: the landscape that each of three rules goes down, with its
// walkers, and how often they hop.
package minima

import (
	"fmt"

	"driftlab/engine/minima"
	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// A Scene shows a map for each rule, their hops beside theory, and the barrier beside the noise.
type Scene struct {
	picture.Panels
	f minima.Frame

	lands   [2]landscape // of both losses, and of the approximation with the second
	maps    [minima.Rules]chart
	curves  render.Curves
	barrier barrier
}

// inks are the rules' colours in the curves.
var inks = [minima.Rules]plot.Ink{plot.Vermilion, plot.Sky, plot.Green}

// New makes a scene without a frame.
func New() *Scene {
	return &Scene{
		curves:  picture.Curves(minima.Columns[0].Label, false, minima.Charts, inks[0], inks[1], inks[2], plot.Pink, inks[0]),
		barrier: newBarrier(),
	}
}

// Receive takes the newest frame.
func (s *Scene) Receive(body []byte) error {
	f := &s.f
	if err := s.Decode("minima", f, body); err != nil {
		return err
	}
	for i := range s.lands {
		s.lands[i].receive(i, f.Barrier)
	}
	for i := range s.maps {
		s.maps[i].receive(i, f)
	}
	s.barrier.receive(f)
	picture.Follow(&s.curves, &f.Head)
	return nil
}

// land is the landscape of a rule.
func (s *Scene) land(rule int) *landscape { return &s.lands[min(rule, 1)] }

// Update follows the pointer: a click drops a walker of each rule.
func (s *Scene) Update(c *render.Canvas, p render.Pointer) (wire.Command, bool) {
	if !s.Point(p) {
		return wire.Command{}, false
	}
	s.fit(c)
	if !p.Clicked {
		return wire.Command{}, false
	}
	for i := range s.maps {
		if x, y, ok := s.maps[i].under(p); ok {
			return wire.Command{Kind: "poke", X: x, Y: y}, true
		}
	}
	return wire.Command{}, false
}

// Draw draws the panels that fit.
func (s *Scene) Draw(c *render.Canvas) { s.Panels.Draw(c, s.fit, s.panel) }

// panel draws one panel.
func (s *Scene) panel(c *render.Canvas, which int, b plot.Box) {
	switch {
	case which < minima.Rules:
		s.chart(c, which, b)
	case which == barrierPanel:
		s.barrier.draw(c, b)
	default:
		s.curves.Draw(c, which-hopsPanel, b)
	}
}

// titles are the maps', the longest first.
var titles = [minima.Rules][]string{
	{"Replay: both losses, the first with noise", "Replay: both losses", "Replay"},
	{"Laplace: the first loss by its left minimum", "Laplace: a quadratic", "Laplace"},
	{"NCL: the same, in natural steps", "NCL: natural steps", "NCL"},
}

// chart draws the map of a rule.
func (s *Scene) chart(c *render.Canvas, rule int, b plot.Box) {
	c.Panel(b, "", titles[rule]...)
	s.maps[rule].draw(c, s)
	if rule == 0 {
		s.Notice.Draw(c, b, s.f.Trouble)
	}
}

// counted words the hops of a rule, those of theory beside replay's.
func counted(rule int, f *minima.Frame) (long, short string) {
	short = plot.Count(f.Crowds[rule].Hops) + " hops"
	if f.Crowds[rule].Hops == 1 {
		short = "1 hop"
	}
	if rule > 0 {
		return short, short
	}
	theory := fmt.Sprintf("%.3g", f.Expected)
	if f.Expected >= 1000 {
		theory = plot.Count(int64(f.Expected + 0.5))
	}
	return short + ", theory " + theory, short
}
