// Package rules draws the exhibit rules: the rate maps of each network, and curves on which all of them are
// lines.
package rules

import (
	"driftlab/engine/rules"
	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// A Scene shows the networks side by side, and their measures over shared axes.
type Scene struct {
	picture.Panels
	f      rules.Frame
	nets   [rules.Most]net
	curves render.Curves
	travel travel
	marks  [rules.Most][]render.Mark
}

// inks are the networks' colours.
var inks = [rules.Most]plot.Ink{plot.Sky, plot.Orange, plot.Green, plot.Pink}

// New makes a scene without a frame.
func New() *Scene {
	var all []plot.Ink
	for range rules.Charts {
		all = append(all, inks[:]...)
	}
	return &Scene{travel: newTravel(), curves: picture.Curves("step", true, rules.Charts, all...)}
}

// Receive takes the newest frame.
func (s *Scene) Receive(body []byte) error {
	f := &s.f
	if err := s.Decode("rules", f, body); err != nil {
		return err
	}
	for i := range f.Nets {
		s.nets[i].receive(i, f)
	}
	s.travel.receive(f)
	picture.Follow(&s.curves, &f.Head)
	s.phases()
	for chart := sumChart; chart <= logChart; chart++ {
		p := &s.curves.Plots[chart]
		p.Note = render.Note{}
		if !anything(p.Series) {
			p.Note = render.Note{Text: "computed beside the run: none yet", Short: "none yet"}
		}
	}
	return nil
}

// phases marks on every line where a phase of its network begins.
func (s *Scene) phases() {
	for i := range rules.Most {
		marks := s.marks[i][:0]
		if i < len(s.f.Nets) {
			for k, at := range s.f.Nets[i].Begins {
				marks = append(marks, render.Mark{At: at, Name: [...]string{"2", "3"}[min(k, 1)]})
			}
		}
		s.marks[i] = marks
		for chart := range s.curves.Plots {
			s.curves.Plots[chart].Series[i].Marks = marks
		}
	}
}

// anything reports whether a line has a value.
func anything(lines []render.Series) bool {
	for i := range lines {
		for _, y := range lines[i].Y {
			if y == y {
				return true
			}
		}
	}
	return false
}

// Update follows the pointer, for which there is nothing here.
func (s *Scene) Update(_ *render.Canvas, p render.Pointer) (wire.Command, bool) {
	s.Point(p)
	return wire.Command{}, false
}

// Draw draws the panels that fit.
func (s *Scene) Draw(c *render.Canvas) { s.Panels.Draw(c, s.fit, s.panel) }

// panel draws one panel: the maps of a network, or a chart.
func (s *Scene) panel(c *render.Canvas, which int, b plot.Box) {
	switch chart := which - len(s.f.Nets); {
	case chart < 0:
		s.nets[which].draw(c, b, which)
	case chart == travelChart:
		s.travel.draw(c, b)
	default:
		s.curves.Draw(c, chart, b)
	}
}
