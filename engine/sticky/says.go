package sticky

import (
	"fmt"
	"strings"

	"driftlab/engine/run"
	"driftlab/engine/say"
)

// Says is the run in words.
func (s *sides) Says() run.Words {
	s.newest()
	w := run.Words{Phase: s.phase(), Caption: s.caption()}
	if !s.over() {
		w.Share = float64(s.steps) / float64(s.end())
	}
	w.Trouble, w.Advice = s.trouble()
	return w
}

func (s *sides) phase() string {
	learned := false
	for _, c := range s.nets {
		learned = learned || !c.Broken
	}
	switch {
	case !learned:
		return "diverged"
	case s.over():
		return fmt.Sprintf("all %s learned", say.Count(s.p.Tasks, "task"))
	}
	return fmt.Sprintf("task %d of %d", s.nets[0].task(s.steps), s.p.Tasks)
}

// Thresholds of trouble: chance is 10 % right.
const nothing, most = 0.15, 0.9

// trouble names the methods whose networks have diverged, gone silent, learned nothing or ended up in the well.
func (s *sides) trouble() (what, advice string) {
	var all []string
	for _, g := range s.groups {
		wrong, can := g.trouble()
		if wrong == "" {
			continue
		}
		all = append(all, g.method.Name+" "+wrong)
		if advice == "" {
			advice = can
		}
	}
	return strings.Join(all, "; "), advice
}

func (g *group) trouble() (what, advice string) {
	for k, c := range g.nets {
		with := ""
		if len(g.nets) > 1 {
			with = fmt.Sprintf(" with seed %d", c.p.Seed+k)
		}
		last := len(c.scores) - 1
		switch {
		case c.Broken:
			return fmt.Sprintf("diverged%s at iteration %s: the loss is no longer a number", with, say.Grouped(c.Step)),
				"Lower the learning rate or the strength of ewc and restart."
		case len(c.Right) > 0 && c.Active == 0:
			return "has gone silent" + with + ": all hidden units are off for every test digit",
				"Lower the learning rate or the spread of weights at first, and restart."
		case last >= 0 && c.scores[last][last] < nothing:
			return fmt.Sprintf("has learned nothing in task %d%s: it tells %s of the digits right, and one in ten is right by chance", last+1, with, say.Percent(c.scores[last][last])),
				"See that f(0) is above 1, raise the learning rate, or lower the strength of ewc, and restart."
		case g.method.Sticky && len(g.report.Row) > 0 && g.report.Row[colWell] > most:
			return fmt.Sprintf("is saturated: %s of the weights are in the attractor's well", say.Percent(g.report.Row[colWell])),
				"Raise λ or γ, so that f(0) is above 1, and restart."
		}
	}
	return "", ""
}

// caption says what has been measured.
func (s *sides) caption() string {
	now := int(s.groups[0].report.Row[colStep+1])
	var every, earlier []string
	for _, g := range s.groups {
		every = append(every, g.share(colAll))
		earlier = append(earlier, g.share(colPrevious))
	}
	text := "Test digits told right in the first task: " + say.List(every) + "."
	if now > 1 {
		text = fmt.Sprintf("Test digits told right, over the %d tasks so far: %s; over the earlier ones: %s.", now, say.List(every), say.List(earlier))
	}
	if f := f0(s.p); f < 1 && s.sticky() {
		text += fmt.Sprintf(" f(0) = %.2f is below 1: of a weight near 0, steps away from the attractor are made smaller and those towards it are not, so noise alone carries it there.", f)
	}
	return text
}

// share is a method's accuracy in words.
func (g *group) share(column int) string {
	v := g.report.Row[column]
	if v != v {
		return "none with " + g.method.Name
	}
	return say.Percent(v) + " with " + g.method.Name
}

// sticky reports whether some method has the attractor.
func (s *sides) sticky() bool {
	for _, g := range s.groups {
		if g.method.Sticky {
			return true
		}
	}
	return false
}

// Facts are the accuracies of each method.
func (s *sides) Facts() []say.Fact {
	s.newest()
	facts := []say.Fact{{Name: "task", Value: s.phase()}}
	for _, g := range s.groups {
		row := g.report.Row
		facts = append(facts,
			say.Fact{Name: "accuracy of " + g.method.Name + " over all tasks so far", Value: percent(row[colAll])},
			say.Fact{Name: "accuracy of " + g.method.Name + " in earlier tasks", Value: percent(row[colPrevious])},
			say.Fact{Name: "accuracy of " + g.method.Name + " in this task", Value: percent(row[colCurrent])})
	}
	return facts
}

// percent is a share in words, where there is one.
func percent(v float64) string {
	if v != v {
		return "none yet"
	}
	return say.Percent(v)
}
