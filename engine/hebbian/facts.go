package hebbian

import (
	"fmt"
	"math"

	"driftlab/engine/say"
)

// Facts are the loss, the active cells, and how far the code is from that at the start of null
// drift.
func (s *Sim) Facts() []say.Fact {
	s.newest()
	loss, least := s.loss(), s.least()
	facts := []say.Fact{
		{Name: "loss", Value: say.Percent(loss) + ", at least " + say.Percent(least)},
		{Name: "active cells", Value: fmt.Sprintf("%d of %s", activeCells(&s.answers.Population), say.Count(s.net.k, "cell"))},
	}
	if pv, likes := s.sameness(); !math.IsNaN(pv) {
		facts = append(facts,
			say.Fact{Name: "correlation of the population vectors with those at the start of null drift", Value: say.Figure(pv, 2)},
			say.Fact{Name: "correlation of the similarities with those then", Value: say.Figure(likes, 3)})
	}
	return append(facts, s.stands().Facts("what the loss has above its least", "the cells", "cell")...)
}
