package measure

import "driftlab/engine/say"

// A Standing is where a run stands: in which phase, or none, since when, and what it did at equal
// intervals.
type Standing[C any] struct {
	Phase     int
	Verdict   *Verdict
	Intervals *Intervals[C]
}

// Steadiness is that of null drift; ok is false in another phase.
func (s Standing[C]) Steadiness() (of Steadiness, ok bool) {
	if s.Phase != Null {
		return of, false
	}
	return s.Intervals.Steadiness(s.Verdict.Borders[1]), true
}

// Steady says whether null drift is stationary, after a space; nothing in another phase.
func (s Standing[C]) Steady() string {
	if of, ok := s.Steadiness(); ok {
		return of.Sentence()
	}
	return ""
}

// Facts say by which rules the phases were told apart, and whether null drift is stationary. Err names what learning
// lowers, share what the sparsity is a share of, unit what is born and silenced.
func (s Standing[C]) Facts(err, share, unit string) []say.Fact {
	if s.Phase == None {
		return nil
	}
	facts := s.Verdict.Facts(err)
	if of, ok := s.Steadiness(); ok {
		facts = append(facts, of.Fact(share, unit))
	}
	return facts
}
