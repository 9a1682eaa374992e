package stability

import (
	"fmt"

	"driftlab/engine/say"
	"driftlab/engine/task/digits"
)

// A drawing is a digit that the visitor has drawn: it is followed in place of a test digit. It is no part
// of the run.
type drawing struct {
	set   digits.Set // of one digit, whatever its label; or of none
	digit int        // the dial, when it was drawn: who turns it wants a test digit again

	said  string // of the networks below
	asked asked
}

// asked is what the networks are that were asked what they make of a drawing.
type asked struct {
	run         int64
	kept, probe int
	over        bool
}

// Draw takes a drawing in place of the test digit, or none and goes back to that. It comes to strokes in the way
// that MNIST's images did.
func (s *Sim) Draw(ink []byte) error {
	if len(ink) == 0 {
		s.drawing = drawing{}
		s.drawings++
		return nil
	}
	img := digits.Image(ink)
	fit, err := digits.Fit(&img)
	if err != nil {
		return err
	}
	rows, err := digits.Trace(fit, uint32(s.params.Seed))
	if err != nil {
		return err
	}
	if n, most := length(rows), s.courses[0].most; n > most {
		return fmt.Errorf("that takes %d movements of the pen, and the longest digit that there is to learn from takes %d: clear the canvas and draw one digit",
			n-readout, most-readout)
	}
	d := drawing{digit: s.params.Digit}
	d.set.Add(0, rows)
	s.drawing = d
	s.drawings++
	return nil
}

// drawn is the visitor's drawing, or nil.
func (s *Sim) drawn() *drawing {
	if d := &s.drawing; d.set.Len() > 0 && d.digit == s.params.Digit {
		return d
	}
	s.drawing = drawing{}
	return nil
}

// Drawn says what the networks kept make of the drawing, or what to draw.
func (s *Sim) Drawn() (yes bool, said string) {
	probe := probes[s.probe()]
	d := s.drawn()
	if d == nil {
		labels := &Tasks[probe].Labels
		return false, fmt.Sprintf("Draw a %d or a %d with mouse, finger or pen: the networks say which it is to them. "+
			"By keyboard, the dial “test digit” chooses one of the test digits.", labels[0], labels[1])
	}
	now := asked{s.runs, s.params.Tasks, probe, s.over()}
	for _, c := range s.courses {
		if !c.broken || s.broken() == len(s.courses) {
			now.kept = min(now.kept, len(c.scores))
		}
	}
	if d.said == "" || now != d.asked {
		d.said, d.asked = s.answers(now), now
	}
	return true, d.said
}

// answers is what the networks say to the drawing: those of now, and of all since the probe was learned.
func (s *Sim) answers(now asked) string {
	of := &Tasks[now.probe]
	since := now.kept - now.probe
	switch question := fmt.Sprintf("a %d or a %d", of.Labels[0], of.Labels[1]); {
	case since < 1 && now.over:
		return fmt.Sprintf("No network has learned %s, so none is asked whether this is %s.", of.Name, question)
	case since < 1:
		return fmt.Sprintf("No network has learned %s yet: whether this is %s they are asked from iteration %s on.",
			of.Name, question, say.Grouped(s.params.end(now.probe)))
	}
	s.present(now.probe)
	var newest, same []string
	label := 0 // that the first learner's network says now
	for _, c := range s.courses {
		if len(c.scores) < now.kept {
			continue // it has diverged
		}
		var l Learner
		s.each(c, &l)
		each := l.Each[now.probe:now.kept]
		says, sure := of.answer(each[since-1])
		verb := ""
		if len(newest) == 0 {
			label, verb = says, "says "
		}
		newest = append(newest, fmt.Sprintf("%s %s%d (%s)", c.name, verb, says, say.Percent(sure)))
		n := 0
		for _, p := range each {
			if told, _ := of.answer(p); told == label {
				n++
			}
		}
		same = append(same, fmt.Sprintf("%d of %s", n, c.name))
	}
	text := fmt.Sprintf("Asked whether this is a %d or a %d, after %s %s.",
		of.Labels[0], of.Labels[1], say.Count(now.kept, "task"), say.List(newest))
	if since > 1 {
		text += fmt.Sprintf(" Of the %d networks kept since %s was learned, %s say %d.", since, of.Name, say.List(same), label)
	}
	return text
}

// answer is the label that a probability of answer 1 stands for, and that label's own.
func (t *Task) answer(p float32) (label int, probability float64) {
	if p >= 0.5 {
		return t.Labels[1], float64(p)
	}
	return t.Labels[0], 1 - float64(p)
}
