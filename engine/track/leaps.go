package track

import "driftlab/engine/nn"

// take fills in the leaps that are under way, in s's own memory.
func (s *Leaps) take(l *nn.Learner) {
	*s = Leaps{Unit: s.Unit[:0], From: s.From[:0], Power: s.Power[:0]}
	s.Rate, s.Noise = l.EachLeap(func(u nn.Leap) {
		s.Unit, s.From, s.Power = append(s.Unit, u.Unit), append(s.From, u.From), append(s.Power, u.Power)
	})
}

// under are the leaps as the network has them.
func (s *Leaps) under() nn.Leaps {
	leaps := nn.Leaps{Rate: s.Rate, Noise: s.Noise}
	for i, j := range s.Unit {
		leaps.Under = append(leaps.Under, nn.Leap{Unit: j, From: s.From[i], Power: s.Power[i]})
	}
	return leaps
}

// fit reports whether a network of so many units can have them under way at a step.
func (s *Leaps) fit(units int, step int64) bool {
	if len(s.From) != len(s.Unit) || len(s.Power) != len(s.Unit) {
		return false
	}
	leaps := s.under()
	return leaps.Fit(units, step)
}

// leapOn goes on with saved leaps, and reports whether all who leap are silent, as they have to be.
func (l *lesson) leapOn(s *Leaps) bool {
	active := l.pass.Active()
	for _, j := range s.Unit {
		for _, h := range active[j] {
			if h != 0 {
				return false
			}
		}
	}
	l.learner.LeapOn(s.under())
	return len(s.Unit) == 0 || l.p.Leaps
}
