// Package legs takes networks side by side to where they are next looked at: in rounds, which are long enough
// to be worth giving away and short enough for something to be seen. In a round each network has a leg of its
// own, which follows from where its last one ended, and may be done here or by a helper. A network may be
// some rounds ahead of another: nobody waits.
package legs

import (
	"math"

	"driftlab/engine/run"
)

// A State is what a network has come to.
type State interface {
	// At is the step, and whether the network stays there: it has diverged, say.
	At() (step int64, stays bool)
}

// A Trainer takes steps of a network. What it comes to follows from the dials and from where it begins. All
// its states are of one type.
type Trainer interface {
	// Empty is room for a state.
	Empty() State
	// Append appends a state as bytes. Read is the state in such bytes, nil if it is none of this network.
	// They are no methods of a state, as an interface with msgp's names would have them kept of all types.
	Append(b []byte, s State) []byte
	Read(b []byte) State
	// Resume goes on from a state, which stays as it is.
	Resume(from State)
	// Towards does a piece of the way to a stop, of some milliseconds, and reports whether the network is
	// there, with all that is to be done there, or stays where it is.
	Towards(stop int64) bool
	// Save fills in what the network has come to.
	Save(dst State)
}

// An Agenda tells ahead at which steps networks are looked at.
type Agenda interface {
	// Next is the first such step after a step.
	Next(after int64) int64
	// Pass says that one is past, or that legs have ended there.
	Pass(step int64)
}

// A Course is how the networks get on.
type Course struct {
	at       int64   // where the first round begins
	stop     int     // how many stops of the first round are past
	end      int64   // no round goes beyond
	start    []State // where the first round begins, for each network
	rounds   []*round
	number   int           // of the next round
	pace     int64         // steps of a round, at most
	schedule func() Agenda // from the start on
	agenda   Agenda        // from the end of the last round on
	trainers []Trainer
	reached  []State // what each trainer has come to by itself, if it is at the end of a leg
	waited   int     // calls that have come to nothing since a leg was begun or taken
	own      stretch // the leg that is being done here
	spare    []State // memory of what is over
	over     []*round
	input    []byte // room
}

// ahead is how many rounds are planned: while one network is slow in the first, each of the others has three more
// legs to be busy with.
const ahead = 4

// mostStops is how many a round has at most: what they need is sent with it.
const mostStops = 8

// Begin goes on from where the networks are, all of them at a step but those that stay elsewhere, in rounds of
// at most pace steps. The agenda tells of the steps after that one. What was planned before is not to be.
func (c *Course) Begin(step, pace int64, start []State, trainers []Trainer, agenda func() Agenda) {
	for _, r := range c.rounds {
		c.forget(r)
	}
	c.rounds, c.own = c.rounds[:0], stretch{}
	c.at, c.stop, c.end, c.pace = step, 0, math.MaxInt64, max(1, pace)
	c.start, c.trainers, c.schedule, c.agenda = start, trainers, agenda, agenda()
	c.reached = make([]State, len(start))
}

// Within bounds the course: rounds that go beyond an end are not to be. It reports whether that can be: else a
// round that is partly past goes beyond, and the course has to begin anew from where the networks are.
func (c *Course) Within(end int64) bool {
	if c.stop > 0 && c.rounds[0].to() > end {
		return false
	}
	c.end = end
	n := len(c.rounds)
	for n > 0 && c.rounds[n-1].to() > end {
		n--
	}
	if n == len(c.rounds) {
		return true
	}
	for _, r := range c.rounds[n:] {
		c.forget(r)
	}
	c.rounds = c.rounds[:n]
	c.agenda = c.schedule()
	for _, r := range c.rounds {
		for _, stop := range r.stops {
			c.agenda.Pass(stop)
		}
	}
	return true
}

// plan plans rounds up to the end; one at least, wherever that is, where a step is to be taken.
func (c *Course) plan(step bool) {
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
func (c *Course) round(from, to int64) *round {
	r := &round{}
	if n := len(c.over); n > 0 {
		r, c.over = c.over[n-1], c.over[:n-1]
	}
	r.number, r.stops = c.number, r.stops[:0]
	c.number++
	for len(r.legs) < len(c.start) {
		r.legs = append(r.legs, leg{})
	}
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
func (c *Course) from(k, net int) State {
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
func (c *Course) open(last, given bool) (at stretch, from State) {
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

// Step does a piece of a leg. Stepped says that all networks have done theirs of the first round; Waiting, that all
// legs that can begin are with helpers. What does not come back in many calls is done here.
func (c *Course) Step() run.Outcome {
	c.plan(true)
	if !c.arrived() && !c.train() {
		return run.Waiting
	}
	if c.arrived() {
		return run.Stepped
	}
	return run.Working
}

// patience is how many calls come to nothing before a leg that a helper has is done here too: no network then waits
// for a helper that is lost.
const patience = 250

// train does a piece of a leg, and reports whether there is one to be done here.
func (c *Course) train() bool {
	if !c.busy() && !c.begin() {
		return false
	}
	r, i := c.own.round, c.own.net
	t, l := c.trainers[i], &r.legs[i]
	if !t.Towards(r.stops[len(l.ends)]) {
		return true
	}
	got := c.memory()
	t.Save(got)
	l.ends = append(l.ends, got)
	if l.done(len(r.stops)) {
		c.reached[i] = got
		c.own = stretch{}
	}
	return true
}

// begin begins the next leg, and reports whether there is one: one that nobody has, or after some patience one that
// may have been lost.
func (c *Course) begin() bool {
	at, from := c.open(false, false)
	if at.round == nil {
		if c.waited++; c.waited < patience {
			return false
		}
		at, from = c.open(false, true)
	}
	c.own, c.waited = at, 0
	l := &at.round.legs[at.net]
	c.drop(at.net, l.ends...)
	l.ends = l.ends[:0]
	if c.reached[at.net] != from {
		c.trainers[at.net].Resume(from)
	}
	c.reached[at.net] = nil
	return true
}

func (c *Course) arrived() bool {
	r := c.rounds[0]
	for i := range c.start {
		if !r.legs[i].done(len(r.stops)) {
			return false
		}
	}
	return true
}

// Here is the next stop of the first round, once all have arrived, and what a network has come to there, or
// where it stays.
func (c *Course) Here(net int) (stop int64, at State) {
	r := c.rounds[0]
	ends := r.legs[net].ends
	return r.stops[c.stop], ends[min(c.stop, len(ends)-1)]
}

// Pass passes that stop. After the last what the networks have come to is where the next round begins.
func (c *Course) Pass() {
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
