// Package sticky draws the exhibit sticky: what plasticity does to weights and what that does to memory, for
// methods side by side; or what many whole runs come to.
package sticky

import (
	"driftlab/engine/sticky"
	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// A Scene shows the weights of one method, over one axis, beside the accuracies of all; or whole runs.
type Scene struct {
	picture.Panels
	f sticky.Frame

	ground   ground
	curve    curve
	paths    paths
	spread   spread
	patch    patch
	accuracy accuracy
	tables   tables
	digits   digits
	ablation ablation
	shared   shared
	search   search
}

// New makes a scene without a frame.
func New() *Scene { return &Scene{accuracy: newAccuracy(), shared: newShared()} }

// Receive takes the newest frame.
func (s *Scene) Receive(body []byte) error {
	f := &s.f
	if err := s.Decode("sticky", f, body); err != nil {
		return err
	}
	s.ground.receive(f)
	s.curve.receive(&s.ground)
	s.spread.receive(&s.ground)
	s.digits.receive(f)
	s.search.receive(f)
	switch f.Grid {
	case sticky.NoGrid:
		s.paths.receive(&s.ground)
		s.patch.receive(&s.ground)
		s.accuracy.receive(f)
		s.tables.receive(f)
	case sticky.Ablation:
		s.ablation.receive(f)
	case sticky.Shared:
		s.shared.receive(f)
	}
	return nil
}

// Update follows the pointer. Of the trial of a search that is pointed at it says what that was, and what opens it asks
// for it; a click on a method's matrix asks for its weights.
func (s *Scene) Update(c *render.Canvas, p render.Pointer) (wire.Command, bool) {
	if !s.Point(p) {
		return wire.Command{}, false
	}
	s.fit(c)
	trial := -1
	for i, kind := range s.view().kinds {
		switch b := s.Page.Boxes[i]; {
		case b.Empty():
		case kind == tablesKind && p.Clicked:
			if name := s.tables.over(c, b, p); name != "" && name != s.tables.shown {
				return picture.Set("weights", name), true
			}
		case trial < 0 && (kind == trialsKind || kind == scatterKind):
			trial = s.search.find(c, b, p, kind == scatterKind)
		}
	}
	named, open := s.search.tip.Point(c, p, trial+1)
	if named > len(s.f.Marks) { // of a search before this one
		s.search.tip.Forget()
		named, open = 0, false
	}
	s.Changed = s.search.point(named-1) || s.Changed
	if open {
		return wire.Command{Kind: "beside", N: named}, true
	}
	return wire.Command{}, false
}

// Draw draws the panels that fit, and over them what is said of the trial that is pointed at.
func (s *Scene) Draw(c *render.Canvas) {
	s.Panels.Draw(c, s.fit, s.panel)
	if s.Ready && s.search.over >= 0 {
		s.search.tip.Draw(c)
	}
}

// last reports whether no picture over weights stands below a panel.
func (s *Scene) last(which int) bool {
	kinds := s.view().kinds
	for i := which + 1; i < len(kinds); i++ {
		if k := kinds[i]; (k == pathsKind || k == spreadKind) && !s.Page.Boxes[i].Empty() {
			return false
		}
	}
	return true
}

// panel draws one panel.
func (s *Scene) panel(c *render.Canvas, which int, b plot.Box) {
	switch s.view().kinds[which] {
	case curveKind:
		s.curve.draw(c, b, &s.ground, s.last(which))
	case pathsKind:
		s.paths.draw(c, b, &s.ground, s.last(which))
	case spreadKind:
		s.spread.draw(c, b, &s.ground)
	case allKind:
		s.accuracy.draw(c, 0, b)
	case earlierKind:
		s.accuracy.draw(c, 1, b)
	case nowKind:
		s.accuracy.draw(c, 2, b)
	case tablesKind:
		s.tables.draw(c, b, s.Mouse)
	case digitsKind:
		s.digits.draw(c, b)
	case patchKind:
		s.patch.draw(c, b, s.Mouse)
	case ablationKind:
		s.ablation.draw(c, b)
	case sharedKind:
		s.shared.draw(c, b)
	case moreKind:
		s.shared.drawMore(c, b)
	case trialsKind:
		s.search.history(c, b)
	case scatterKind:
		s.search.scatter(c, b)
	case parallelKind:
		s.search.parallel(c, b)
	}
	if which == 0 {
		s.Notice.Draw(c, b, s.f.Trouble)
	}
}
