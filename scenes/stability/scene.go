// Package stability draws the exhibit stability: what every network kept does with the digits of a task
// learned long ago, for two learners side by side.
package stability

import (
	"slices"

	"driftlab/engine/stability"
	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// pace is how many pen steps are shown in a second, and rest for how many the digit then stands.
const (
	pace = 10
	rest = 12
)

// A Scene shows the learners' networks in rows, one digit in all of them, and how alike and how good they
// are.
type Scene struct {
	picture.Panels
	f    stability.Frame
	head plot.Playhead
	step int // the pen step that is shown

	loops   [most]loops
	units   [most]units
	scores  [most]scores
	like    like
	answers answers
	mean    render.Curves
	digit   digit
}

// inks are the learners' colours, classes those of the two answers.
var (
	inks    = [most]plot.Ink{plot.Green, plot.Pink}
	classes = [2]plot.Ink{plot.Sky, plot.Vermilion}
)

// New makes a scene without a frame.
func New() *Scene {
	return &Scene{
		like: newLike(), answers: newAnswers(),
		mean: picture.Curves("", false, stability.Charts[:1], inks[:]...),
	}
}

// Receive takes the newest frame.
func (s *Scene) Receive(body []byte) error {
	run, f := s.f.Run, &s.f
	if err := s.Decode("stability", f, body); err != nil {
		return err
	}
	if length := f.Digit.Steps + rest; run != f.Run || s.head.T != length {
		s.head = plot.Playhead{T: length}
	}
	s.show(s.f.Playing)
	for i := range f.Learners {
		s.loops[i].receive(f, i)
		s.units[i].receive(f, i)
		s.scores[i].receive(f, i)
	}
	s.like.receive(f)
	s.answers.receive(f)
	s.digit.receive(f)
	s.follow(f)
	return nil
}

// follow gives the curve of the accuracy what the frame brings.
func (s *Scene) follow(f *stability.Frame) {
	picture.Follow(&s.mean, &f.Head)
	s.mean.Plots[0].Unit = "by iteration"
	lines := s.mean.Plots[0].Series
	for i := range lines {
		lines[i].Name, lines[i].Second = "", ""
		if i < len(f.Learners) {
			lines[i].Name = call(f.Learners[i].Name)[1]
		}
	}
	s.mean.Bands = slices.CompactFunc(s.mean.Bands, func(a, b render.Band) bool { return a.Phase == b.Phase })
	for i := range s.mean.Bands {
		s.mean.Bands[i].Name = turns[min(max(s.mean.Bands[i].Phase, 1), len(turns))-1]
	}
}

// show chooses the pen step: where the playhead is, or the last.
func (s *Scene) show(moving bool) {
	s.step = s.f.Digit.Steps - 1
	if moving {
		s.step = min(s.head.Sample(), s.step)
	}
}

// Update moves the pen on while the run plays, and follows the pointer: over the activities of the units it
// chooses the pen step.
func (s *Scene) Update(c *render.Canvas, p render.Pointer) (wire.Command, bool) {
	if !s.Point(p) {
		return wire.Command{}, false
	}
	was, moving := s.step, s.f.Playing && !p.Still
	if moving {
		s.head.Advance(float64(p.Seconds), pace)
	}
	s.show(moving)
	s.fit(c)
	for i, at := range s.places() {
		if at.kind == unitsKind {
			if over := s.units[at.learner].over(c, s.Page.Boxes[i], p); over >= 0 {
				s.step = over
			}
		}
	}
	s.Changed = s.Changed || s.step != was
	if p.Clicked {
		return s.press(c)
	}
	return wire.Command{}, false
}

// places are what the panels show.
func (s *Scene) places() []spot { return places[max(len(s.f.Learners), 1)] }

// Draw draws the panels that fit.
func (s *Scene) Draw(c *render.Canvas) { s.Panels.Draw(c, s.fit, s.panel) }

// panel draws one panel.
func (s *Scene) panel(c *render.Canvas, which int, b plot.Box) {
	at := s.places()[which]
	switch i := at.learner; at.kind {
	case loopsKind:
		s.loops[i].draw(c, s.drawButtons(c, which, b), b)
	case likeKind:
		s.like.draw(c, b)
	case digitKind:
		s.digit.draw(c, b, s.step)
	case unitsKind:
		s.units[i].draw(c, b, s.step)
	case answersKind:
		s.answers.draw(c, b)
	case scoresKind:
		s.scores[i].draw(c, b, s.Mouse)
	case meanKind:
		s.mean.Draw(c, 0, b)
	}
	if which == 0 {
		s.Notice.Draw(c, b, s.f.Trouble)
	}
}
