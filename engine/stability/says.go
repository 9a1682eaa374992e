package stability

import (
	"fmt"
	"math"
	"strings"

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
	case s.broken() == len(s.courses):
		return "diverged"
	case s.over():
		return fmt.Sprintf("all %s learned", say.Count(s.params.Tasks, "task"))
	}
	return fmt.Sprintf("task %d of %d: %s", k, s.params.Tasks, Tasks[k-1].Name)
}

// broken counts the learners that have diverged.
func (s *Sim) broken() (n int) {
	for _, c := range s.courses {
		if c.broken {
			n++
		}
	}
	return n
}

// trouble names the learners that have diverged, or whose units are all silent.
func (s *Sim) trouble() (what, advice string) {
	var all []string
	for _, c := range s.courses {
		switch {
		case c.broken:
			all = append(all, fmt.Sprintf("%s diverged at iteration %s: the loss is no longer a number", c.name, say.Grouped(c.steps)))
			advice = "Lower the learning rate or the strength of the penalty and restart."
		case c.exam.loudest == 0:
			all = append(all, fmt.Sprintf("%s has gone silent: all units are off for every test digit of the task, and half of the answers are right by chance", c.name))
			if advice == "" {
				advice = "Lower the learning rate or choose another seed, and restart."
			}
		}
	}
	return strings.Join(all, "; "), advice
}

// caption says what has been measured.
func (s *Sim) caption() string {
	var all []string
	for _, c := range s.courses {
		all = append(all, c.sentence())
	}
	return strings.Join(all, "; ") + "."
}

// sentence says how a learner does.
func (c *course) sentence() string {
	if c.broken {
		return fmt.Sprintf("with %s the network has diverged at iteration %s", c.name, say.Grouped(c.steps))
	}
	now := c.p.task(c.exam.step)
	right := c.exam.right[:now]
	text := fmt.Sprintf("%s tells %s of the digits of %s right", c.name, say.Percent(right[now-1]), Tasks[now-1].Name)
	if now > 1 {
		text += fmt.Sprintf(", %s over the %d tasks so far", say.Percent(mean(right)), now)
	}
	var likeness []string
	for i, r := range c.exam.r2 {
		if !math.IsNaN(r) {
			likeness = append(likeness, fmt.Sprintf("%.2f in %s", r, Tasks[probes[i]].Name))
		}
	}
	if len(likeness) > 0 {
		text += fmt.Sprintf(" (r² to its activities of then: %s)", say.List(likeness))
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
