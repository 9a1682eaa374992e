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

// caption says what has been measured, of one learner after the other.
func (s *Sim) caption() string {
	var text []string
	var sound []*course
	for _, c := range s.courses {
		if c.broken {
			text = append(text, fmt.Sprintf("With %s the network has diverged at iteration %s.", c.name, say.Grouped(c.steps)))
		} else {
			sound = append(sound, c)
		}
	}
	if len(sound) > 0 {
		text = append(text, told(sound), alike(sound))
	}
	return strings.TrimSpace(strings.Join(text, " "))
}

// told says how many digits learners tell right.
func told(learners []*course) string {
	now := learners[0].p.task(learners[0].exam.step)
	text := "Digits of " + Tasks[now-1].Name + " told right: " + each(learners, func(c *course) string { return say.Percent(c.exam.right[now-1]) })
	if now > 1 {
		text += fmt.Sprintf("; over the %d tasks so far: ", now) + each(learners, func(c *course) string { return say.Percent(mean(c.exam.right[:now])) })
	}
	return text + "."
}

// alike says how alike the activities of learners are to those of when they had just learned a task.
func alike(learners []*course) string {
	var all []string
	for i, probe := range probes {
		r2 := each(learners, func(c *course) string {
			if r := c.exam.r2[i]; !math.IsNaN(r) {
				return say.Figure(r, 2)
			}
			return ""
		})
		if r2 != "" {
			all = append(all, "in "+Tasks[probe].Name+": "+r2)
		}
	}
	if all == nil {
		return ""
	}
	return "r² to the activities of then, " + strings.Join(all, "; ") + "."
}

// each is what is said of each learner, of whom something is.
func each(learners []*course, of func(*course) string) string {
	var all []string
	for _, c := range learners {
		if s := of(c); s != "" {
			all = append(all, string(c.name)+" "+s)
		}
	}
	return strings.Join(all, ", ")
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
				facts = append(facts, say.Fact{Name: "r² of " + string(c.name) + " in " + Tasks[probes[i]].Name, Value: say.Figure(r, 3)})
			}
		}
	}
	return facts
}
