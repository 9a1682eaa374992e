package hebbian

import (
	"fmt"
	"math"

	"driftlab/engine/measure"
	"driftlab/engine/run"
	"driftlab/engine/say"
)

// Says is the run in words.
func (s *Sim) Says() run.Words {
	s.newest()
	w := run.Words{Phase: s.phase(), Caption: s.caption() + s.stands().Steady()}
	w.Trouble, w.Advice = s.trouble()
	return w
}

func (s *Sim) phase() string {
	switch {
	case s.broken >= 0:
		return "diverged"
	case s.dead():
		return "dead"
	}
	return fmt.Sprintf("phase %d: %s", s.verdict.Phase, s.verdict.Name)
}

// trouble names a network that diverged or died, or whose cells find no rest.
func (s *Sim) trouble() (what, advice string) {
	switch {
	case s.broken >= 0:
		return fmt.Sprintf("diverged at step %s: an activity is no longer a number", say.Grouped(s.broken)),
			"Lower the learning rate or the noise and restart."
	case s.dead():
		return "dead network: every cell is silent everywhere",
			"No place is told from another. Lower the threshold of a cell or that of similarity; the weights go on to learn from what reaches the cells."
	case s.answers.restful < Places/2:
		return fmt.Sprintf("at %d of %d places the cells do not come to rest", Places-s.answers.restful, Places),
			"What is shown there is where they were when they were stopped. Raise the leak λ₂ or lower the noise."
	}
	return "", ""
}

// caption says what has been measured.
func (s *Sim) caption() string {
	switch {
	case s.broken >= 0:
		return fmt.Sprintf("The network has diverged at step %s: an activity is no longer a number.", say.Grouped(s.broken))
	case s.dead():
		return fmt.Sprintf("The network is dead: all %d cells are silent at every place.", s.net.k)
	}
	loss, least := s.loss(), s.least()
	count := fmt.Sprintf("%d of %d cells are active", activeCells(&s.answers.Population), s.net.k)
	if s.verdict.Phase == measure.Learning {
		return fmt.Sprintf("The loss is %s, and no code of activities above 0 has less than %s; %s.", say.Percent(loss), say.Percent(least), count)
	}
	old := s.snaps[s.reference()]
	if old.step == s.answers.step {
		return fmt.Sprintf("The loss is %s, at least %s; %s.", say.Percent(loss), say.Percent(least), count)
	}
	pv, likes := s.compare(old)
	if math.IsNaN(pv) || math.IsNaN(likes) {
		return fmt.Sprintf("The loss is %s, at least %s; %s; nothing can be compared with step %s.", say.Percent(loss), say.Percent(least), count, say.Grouped(old.step))
	}
	return fmt.Sprintf("Compared with step %s the population vectors correlate at %s, what they say of how alike places are at %s; the loss is %s, at least %s; %s.",
		say.Grouped(old.step), say.Figure(pv, 2), say.Figure(likes, 3), say.Percent(loss), say.Percent(least), count)
}
