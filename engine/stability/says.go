package stability

import (
	"fmt"
	"math"

	"driftlab/engine/run"
	"driftlab/engine/say"
)

// Says is the run in words.
func (s *Sim) Says() run.Words {
	s.newest()
	w := run.Words{Phase: s.phase(), Caption: s.caption()}
	w.Trouble, w.Advice = s.trouble()
	return w
}

func (s *Sim) phase() string {
	k := s.params.task(s.steps)
	switch {
	case s.broken() != nil:
		return "diverged"
	case s.over():
		return fmt.Sprintf("all %s learned", say.Count(s.params.Tasks, "task"))
	}
	return fmt.Sprintf("task %d of %d: %s", k, s.params.Tasks, Tasks[k-1].Name)
}

// broken is the learner that has diverged, if one has.
func (s *Sim) broken() *course {
	for _, c := range s.courses {
		if c.broken >= 0 {
			return c
		}
	}
	return nil
}

// trouble names a learner that has diverged, or whose units are all silent.
func (s *Sim) trouble() (what, advice string) {
	if c := s.broken(); c != nil {
		return fmt.Sprintf("%s diverged at iteration %s: the loss is no longer a number", c.name, say.Grouped(c.broken)),
			"Lower the learning rate or the strength of the penalty and restart."
	}
	for _, c := range s.courses {
		if c.exam.loudest == 0 {
			return fmt.Sprintf("%s has gone silent: all units are off for every test digit, and half of the answers are right by chance", c.name),
				"Lower the learning rate or choose another seed, and restart."
		}
	}
	return "", ""
}

// caption says what has been measured.
func (s *Sim) caption() string {
	if c := s.broken(); c != nil {
		return fmt.Sprintf("With %s the network has diverged at iteration %s.", c.name, say.Grouped(c.broken))
	}
	text := ""
	for i, c := range s.courses {
		if i > 0 {
			text += "; "
		}
		text += c.sentence()
	}
	return text + "."
}

// sentence says how a learner does.
func (c *course) sentence() string {
	now := c.p.task(c.exam.step)
	right := c.exam.right[:now]
	text := fmt.Sprintf("%s tells %s of the digits of %s right", c.name, say.Percent(right[now-1]), Tasks[now-1].Name)
	if now > 1 {
		text += fmt.Sprintf(", %s over the %d tasks so far", say.Percent(mean(right)), now)
	}
	for i, r := range c.exam.r2 {
		if !math.IsNaN(r) {
			text += fmt.Sprintf(", and its activities in %s are those it had then with r² = %.2f", Tasks[probes[i]].Name, r)
		}
	}
	return text
}

// Facts are accuracies and stability of each learner.
func (s *Sim) Facts() []say.Fact {
	s.newest()
	facts := []say.Fact{{Name: "task", Value: s.phase()}}
	for _, c := range s.courses {
		right := c.exam.right[:c.p.task(c.exam.step)]
		facts = append(facts,
			say.Fact{Name: "accuracy of " + string(c.name) + ", mean over the tasks so far", Value: say.Percent(mean(right))},
			say.Fact{Name: "accuracy of " + string(c.name) + " in the first task", Value: say.Percent(right[0])})
		for i, r := range c.exam.r2 {
			if !math.IsNaN(r) {
				facts = append(facts, say.Fact{Name: "r² of " + string(c.name) + " in " + Tasks[probes[i]].Name, Value: fmt.Sprintf("%.3f", r)})
			}
		}
	}
	return facts
}
