package valley

import (
	"fmt"
	"math"

	"driftlab/engine/say"
)

// Facts are how many walkers have not met the corner, theory's word on it, the mean
// curvature where they are, and how many the visitor has dropped.
func (s *Sim) Facts() []say.Fact {
	row := s.Report().Row
	facts := []say.Fact{{Name: "not yet at the corner", Value: say.Percent(row[colAlive]) + " of " + say.Count(len(s.crowd.x), "walker")}}
	if t := row[colTheory]; !math.IsNaN(t) {
		facts = append(facts, say.Fact{Name: "in theory", Value: say.Percent(t)})
	}
	if l := row[colLambda]; !math.IsNaN(l) {
		facts = append(facts, say.Fact{Name: "mean curvature", Value: fmt.Sprintf("%.3g", l)})
	}
	if n := s.steep.count(); n > 0 {
		facts = append(facts, say.Fact{Name: fmt.Sprintf("been beyond %.2g, where steps overshoot", end(s.p.Rate)), Value: say.Count(n, "walker")})
	}
	if s.drops.n > 0 {
		facts = append(facts, say.Fact{Name: "dropped by hand", Value: say.Count(s.drops.n, "walker")})
	}
	return facts
}
