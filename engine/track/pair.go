package track

import (
	"driftlab/engine/nn"
	"driftlab/engine/param"
)

// Beside is the exhibit rules with this network twice. The second is without noise; where the first has
// none that a kind of noise could take away, at half the learning rate.
func (s *Sim) Beside(int) (exhibit string, dials []param.Setting, changed string, err error) {
	other := s.p.Learner
	if m := other.method(); m.Rule != nn.SED && m.Chance() {
		other.Kind, changed = string(nn.NoNoise), "B is the same network without noise."
	} else {
		other.Rate, changed = other.Rate/2, "B is the same network at half the learning rate."
		if other.Rate < leastRate {
			other.Rate, changed = s.p.Rate*2, "B is the same network at twice the learning rate."
		}
	}
	var set param.Set
	world := s.p.World
	world.Declare(&set)
	s.p.Learner.Declare(&set, "a-")
	other.Declare(&set, "b-")
	dials = []param.Setting{{Name: "nets", Value: "2"}}
	for _, d := range set.All() {
		dials = append(dials, param.Setting{Name: d.Name, Value: d.Value()})
	}
	return "rules", dials, changed, nil
}
