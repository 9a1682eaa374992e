package track

import "testing"

// An agenda names every step at which a run records something, and no other, from any step on: while its
// history thins out, its intervals double, and it goes from place to place.
func TestAgenda(t *testing.T) {
	const last = 2_500_000
	for _, places := range []string{OnePlace, Turns} {
		s := twoPlaces(t, places, 100_000)
		s.p.Rate, s.p.Kind = 1e-4, "none"
		early, late := s.Agenda(), (*Agenda)(nil)
		next, after := early.Next(0), int64(-1)
		for s.Steps() < last {
			s.steps++ // the schedule knows nothing but the steps
			s.now.Step = s.steps
			due := s.due()
			if due != (s.steps == next) {
				t.Fatalf("%s, step %d: due %v, the agenda says %d", places, s.steps, due, next)
			}
			if after >= 0 && due != (s.steps == after) {
				t.Fatalf("%s, step %d: due %v, the agenda of step %d says %d", places, s.steps, due, last/2, after)
			}
			if due {
				s.take()
				early.Pass(next)
				next = early.Next(next)
				if after >= 0 {
					late.Pass(after)
					after = late.Next(after)
				}
			}
			if s.steps == last/2 {
				late = s.Agenda()
				after = late.Next(s.steps)
			}
		}
		if s.report.Spread == 0.01 {
			t.Errorf("%s: the history has not thinned out", places)
		}
	}
}
