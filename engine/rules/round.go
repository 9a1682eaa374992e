package rules

import "driftlab/engine/track"

// A round is some steps, for each network.
type round struct {
	number int
	stops  []int64 // the steps where a record is due, and at last where the round ends
	legs   [Most]leg
}

// to is where the round ends.
func (r *round) to() int64 { return r.stops[len(r.stops)-1] }

// A leg is a network's part of a round.
type leg struct {
	given bool             // to a helper
	ends  []*track.Learned // what the network has come to at the stops so far; where it diverges, that is the last
}

// done reports whether a leg with so many stops has ended.
func (l *leg) done(stops int) bool { return len(l.ends) == stops || len(l.ends) > 0 && l.end().Broken }

// end is where it has come to so far.
func (l *leg) end() *track.Learned { return l.ends[len(l.ends)-1] }

// A stretch is a network's leg of a round; none without a round.
type stretch struct {
	round *round
	net   int
}
