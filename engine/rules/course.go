package rules

import (
	"errors"
	"math"

	"driftlab/engine/track"
)

// A course is how the networks get to where they are next looked at: in rounds, which are long enough to be
// worth giving away and short enough for something to be seen. In a round each network has a leg of its own, which
// follows from where its last one ended, and may be done here or elsewhere. A network may be some rounds ahead
// of another: nobody waits.
type course struct {
	at     int64            // where the first round begins
	stop   int              // how many stops of the first round are past
	end    int64            // no round goes beyond
	start  []*track.Learned // where the first round begins, for each network
	rounds []*round         // that are planned, the first of them first
	number int              // of the next round
	pace   int64            // steps of a round, at most

	agenda   *track.Agenda // where records are due, from the end of the last round on
	learners []track.Learner
	trainers []*track.Trainer
	reached  []*track.Learned // what each trainer has come to by itself, if it is at the end of a leg
	own      stretch          // the leg that is being done here
	spare    []*track.Learned // memory of what is over
	over     []*round
}

// ahead is how many rounds are planned: while one network is slow in the first, each of the others has three more
// legs to be busy with.
const ahead = 4

// mostStops is how many a round has at most: what they need is sent with it.
const mostStops = 8

// aLeg is how many multiply-adds a leg takes: some 25 ms.
const aLeg = 250e6

// newCourse goes on from where the networks are, all of them at a step but those that diverged before.
// Its rounds are numbered from one on.
func newCourse(nets []*track.Sim, trainers []*track.Trainer, step int64, number int) course {
	c := course{at: step, end: math.MaxInt64, number: number, trainers: trainers, reached: make([]*track.Learned, len(nets))}
	cost := 0.0
	for _, net := range nets {
		l := &track.Learned{}
		net.Learned(l)
		c.start = append(c.start, l)
		c.learners = append(c.learners, net.Params().Learner)
		cost = max(cost, net.Cost())
	}
	c.pace = max(1, int64(aLeg/cost))
	c.schedule(nets)
	return c
}

// schedule looks up when records are due after the rounds that are planned.
func (c *course) schedule(nets []*track.Sim) {
	c.agenda = nets[0].Agenda()
	for i, l := range c.start {
		if !l.Broken { // a network that has diverged records no more
			c.agenda = nets[i].Agenda()
			break
		}
	}
	for _, r := range c.rounds {
		for _, stop := range r.stops {
			c.agenda.Pass(stop)
		}
	}
}

// turned reports whether a dial of a network is another than when the course began.
func (c *course) turned(nets []*track.Sim) bool {
	for i, net := range nets {
		if net.Params().Learner != c.learners[i] {
			return true
		}
	}
	return false
}

// crosses reports whether a round that is partly past goes beyond an end.
func (c *course) crosses(end int64) bool { return c.stop > 0 && c.rounds[0].to() > end }

// until bounds the steps: rounds that go beyond are not to be.
func (c *course) until(end int64, nets []*track.Sim) {
	c.end = end
	n := len(c.rounds)
	for n > 0 && c.rounds[n-1].to() > end {
		n--
	}
	if n == len(c.rounds) {
		return
	}
	for _, r := range c.rounds[n:] {
		c.forget(r)
	}
	c.rounds = c.rounds[:n]
	c.schedule(nets)
}

// forget keeps the memory of a round that is not to be.
func (c *course) forget(r *round) {
	for i := range c.start {
		c.drop(i, r.legs[i].ends...)
	}
	if c.own.round == r {
		c.own = stretch{}
	}
	c.over = append(c.over, r)
}

// plan plans rounds up to the end; one at least, wherever that is, where a step is to be taken.
func (c *course) plan(step bool) {
	for len(c.rounds) < ahead {
		from := c.at
		if n := len(c.rounds); n > 0 {
			from = c.rounds[n-1].to()
		}
		if from >= c.end && (len(c.rounds) > 0 || !step) {
			return
		}
		c.rounds = append(c.rounds, c.round(from, min(from+c.pace, max(c.end, from+1))))
	}
}

// round is the next one, from a step to another, or to where it has mostStops.
func (c *course) round(from, to int64) *round {
	r := &round{}
	if n := len(c.over); n > 0 {
		r, c.over = c.over[n-1], c.over[:n-1]
	}
	r.number, r.stops = c.number, r.stops[:0]
	c.number++
	for i := range r.legs {
		r.legs[i] = leg{ends: r.legs[i].ends[:0]}
	}
	for from < to && len(r.stops) < mostStops {
		from = min(to, c.agenda.Next(from))
		c.agenda.Pass(from)
		r.stops = append(r.stops, from)
	}
	return r
}

// from is where a leg begins, nil if the one before it has not ended.
func (c *course) from(k, net int) *track.Learned {
	if k == 0 {
		return c.start[net]
	}
	before := c.rounds[k-1]
	if l := &before.legs[net]; l.done(len(before.stops)) {
		return l.end()
	}
	return nil
}

// open finds a leg that can begin: the last network's first, or the first one's. Of those that were given away
// only if given. It is not the one that is being done here.
func (c *course) open(last, given bool) (at stretch, from *track.Learned) {
	for k, r := range c.rounds {
		for i := range c.start {
			if last {
				i = len(c.start) - 1 - i
			}
			l := &r.legs[i]
			if l.done(len(r.stops)) || l.given != given || c.own == (stretch{r, i}) {
				continue
			}
			if from := c.from(k, i); from != nil {
				return stretch{r, i}, from
			}
		}
	}
	return stretch{}, nil
}

// train takes a training step of a leg.
func (c *course) train() {
	if r := c.own.round; r == nil || r.legs[c.own.net].done(len(r.stops)) {
		c.begin()
	}
	r, i := c.own.round, c.own.net
	t, l := c.trainers[i], &r.legs[i]
	if t.Step() && t.Steps() < r.stops[len(l.ends)] {
		return
	}
	got := c.memory()
	t.Learned(got)
	l.ends = append(l.ends, got)
	if l.done(len(r.stops)) {
		c.reached[i] = got
		c.own = stretch{}
	}
}

// begin begins the next leg: one that nobody has, or else one that may have been lost.
func (c *course) begin() {
	at, from := c.open(false, false)
	if at.round == nil {
		at, from = c.open(false, true)
	}
	c.own = at
	l := &at.round.legs[at.net]
	c.drop(at.net, l.ends...)
	l.ends = l.ends[:0]
	if c.reached[at.net] != from {
		c.trainers[at.net].Resume(from)
	}
	c.reached[at.net] = nil
}

// arrived reports whether all networks have done their legs of the first round.
func (c *course) arrived() bool {
	r := c.rounds[0]
	for i := range c.start {
		if !r.legs[i].done(len(r.stops)) {
			return false
		}
	}
	return true
}

// here is the next stop of the first round, and what a network has come to there or before.
func (c *course) here(net int) (stop int64, l *track.Learned) {
	r := c.rounds[0]
	ends := r.legs[net].ends
	return r.stops[c.stop], ends[min(c.stop, len(ends)-1)]
}

// pass passes the next stop of the first round. After the last what the networks have come to is where the
// next round begins.
func (c *course) pass() {
	r := c.rounds[0]
	if c.stop++; c.stop < len(r.stops) {
		return
	}
	for i := range c.start {
		ends := r.legs[i].ends
		last := len(ends) - 1
		c.drop(i, c.start[i])
		c.drop(i, ends[:last]...)
		c.start[i] = ends[last]
	}
	c.at, c.stop = r.to(), 0
	c.rounds = append(c.rounds[:0], c.rounds[1:]...)
	c.over = append(c.over, r)
}

// take takes over what has come of a leg, if that is still to be known.
func (c *course) take(number, net int, of *Leg) error {
	for _, r := range c.rounds {
		l := &r.legs[net]
		if r.number != number || l.done(len(r.stops)) {
			continue
		}
		if !of.endsAt(r.stops) {
			return errors.New("that leg ends elsewhere")
		}
		c.drop(net, l.ends...)
		l.ends = l.ends[:0]
		for i := range of.Ends {
			l.ends = append(l.ends, &of.Ends[i])
		}
	}
	return nil
}

// lend gives a network's trainer away for a while: what it was at is begun anew.
func (c *course) lend(net int) {
	c.reached[net] = nil
	if c.own.net == net {
		c.own = stretch{}
	}
}
