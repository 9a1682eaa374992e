// Package sweep draws the exhibit sweep: what came of many whole runs, each of which can be pointed at in all panels.
package sweep

import (
	"driftlab/engine/sweep"
	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// A Scene shows how far the sweep is, and what came of its runs.
type Scene struct {
	picture.Panels
	f     sweep.Frame
	looks looks

	head       head
	ends       ends
	times      clouds
	courses    courses
	parameters clouds
	maps       clouds
	tip        picture.Tip
	over       int // the run that is pointed at, as its place in the frame; -1 for none
	told       int // the one that the tip is about
}

// New makes a scene without a frame.
func New() *Scene {
	return &Scene{times: newTimes(), parameters: newParameters(), maps: newMaps(), tip: picture.Tip{Where: " in track"}, over: -1, told: -1}
}

// Receive takes the newest frame.
func (s *Scene) Receive(body []byte) error {
	f := &s.f
	s.over, s.told = -1, -1 // until the next tick
	if err := s.Decode("sweep", f, body); err != nil {
		return err
	}
	changed := s.looks.receive(f)
	s.head.receive(f)
	s.ends.receive(f)
	fillTimes(&s.times, f, changed)
	fillParameters(&s.parameters, f, changed)
	fillMaps(&s.maps, f, changed)
	s.courses.receive(f, &s.looks, changed)
	return nil
}

// Update follows the pointer. Of the run whose mark or line is pointed at it says what that is, and what opens it asks
// for it.
func (s *Scene) Update(c *render.Canvas, p render.Pointer) (wire.Command, bool) {
	if !s.Point(p) {
		return wire.Command{}, false
	}
	s.fit(c)
	under := 0
	for i, b := range s.Page.Boxes {
		if under == 0 && p.Over(b) {
			if run := s.find(c, i, b, p); run >= 0 {
				under = s.named(run)
			}
		}
	}
	run, open := s.tip.Point(c, p, under)
	over := s.placed(run)
	if over < 0 { // none, or one that is no longer in the picture
		s.tip.Forget()
		open = false
	}
	s.Changed = s.Changed || over != s.over
	if s.over = over; over >= 0 && over != s.told {
		s.told = over
		s.tip.Lines = about(s.tip.Lines, &s.f, over)
	}
	if open {
		return wire.Command{Kind: "beside", N: run}, true
	}
	return wire.Command{}, false
}

// named is a run as sweep.Sim's Beside counts them.
func (s *Scene) named(run int) int {
	n := int(s.f.Number[run]) + 1
	if s.f.Precomputed != "" {
		return -n
	}
	return n
}

// placed is the place in the frame of a run that is so counted; -1 where it is not there.
func (s *Scene) placed(named int) int {
	for run := range s.f.Runs {
		if s.named(run) == named {
			return run
		}
	}
	return -1
}

// find is the run under the pointer in a panel, or -1.
func (s *Scene) find(c *render.Canvas, which int, b plot.Box, p render.Pointer) int {
	switch which {
	case timesPanel:
		return s.times.find(c, b, p)
	case coursesPanel:
		return s.courses.find(c, b, p)
	case parametersPanel:
		return s.parameters.find(c, b, p)
	case mapsPanel:
		return s.maps.find(c, b, p)
	}
	return -1
}

// Draw draws the panels that fit, and over them what is said of the run that is pointed at.
func (s *Scene) Draw(c *render.Canvas) {
	s.Panels.Draw(c, s.fit, s.panel)
	if s.Ready && s.over >= 0 {
		s.tip.Draw(c)
	}
}

// panel draws one panel. The run that is pointed at stands out there, or else the one that is chosen.
func (s *Scene) panel(c *render.Canvas, which int, b plot.Box) {
	run := s.over
	if run < 0 {
		run = s.f.Chosen
	}
	switch which {
	case headPanel:
		s.head.draw(c, b)
	case endsPanel:
		group, at := -1, -1.0
		if run >= 0 && s.f.Active[run] >= 0 {
			group, at = int(s.looks.of[run].group), float64(s.f.Active[run])
		}
		s.ends.draw(c, b, group, at)
		s.Notice.Draw(c, b, s.f.Trouble)
	case timesPanel:
		s.times.draw(c, b, &s.looks, run)
	case coursesPanel:
		s.courses.draw(c, b, run)
	case parametersPanel:
		s.parameters.draw(c, b, &s.looks, run)
	case mapsPanel:
		s.maps.draw(c, b, &s.looks, run)
	}
}
