package legs

import (
	"errors"
	"slices"

	"driftlab/engine/wire"
)

// The legs are jobs for helpers, as run.Jobs has them: a job's number tells the round and the network.

// Wants reports whether there is a leg that can begin and that nobody has, and one besides that is done here: who
// gives all away does it over again.
func (c *Course) Wants() bool {
	c.plan(false)
	at, _ := c.open(true, false)
	if at.round == nil || c.busy() {
		return at.round != nil
	}
	other, _ := c.open(false, false)
	return other != at
}

// busy reports whether a leg is being done here.
func (c *Course) busy() bool {
	r := c.own.round
	return r != nil && !r.legs[c.own.net].done(len(r.stops))
}

// Give gives one away.
func (c *Course) Give(input []byte) (int, []byte) {
	at, from := c.open(true, false)
	at.round.legs[at.net].given = true
	l := wire.Leg{Stops: at.round.stops}
	c.input = c.trainers[at.net].Append(c.input[:0], from)
	l.At = c.input
	input, _ = l.MarshalMsg(input) // never fails
	return at.round.number*stride + at.net, input
}

// stride is between the numbers of one network's legs: more than there are networks in any run.
const stride = 1024

// Recall says that no leg that was given away comes back.
func (c *Course) Recall() {
	for _, r := range c.rounds {
		for i := range r.legs {
			r.legs[i].given = false
		}
	}
}

var errLeg = errors.New("that is no leg of a network of this run")

// Work does a leg.
func (c *Course) Work(job int, input, dst []byte) ([]byte, error) {
	var l wire.Leg
	if job < 0 || wire.Whole(l.UnmarshalMsg(input)) != nil {
		return nil, errLeg
	}
	net := job % stride
	if net >= len(c.start) {
		return nil, errLeg
	}
	t := c.trainers[net]
	at := t.Read(l.At)
	if at == nil {
		return nil, errLeg
	}
	t.Resume(at)
	c.lend(net)
	done := wire.Leg{Stops: l.Stops}
	for _, stop := range l.Stops {
		for !t.Towards(stop) {
		}
		t.Save(at)
		done.Ends = append(done.Ends, t.Append(nil, at))
		if _, stays := at.At(); stays {
			break
		}
	}
	return done.MarshalMsg(dst)
}

// lend says that a network's trainer has been elsewhere: what it was at is begun anew.
func (c *Course) lend(net int) {
	c.reached[net] = nil
	if c.own.net == net {
		c.own = stretch{}
	}
}

// Take takes over where a leg has ended. What is of a round that is over, or is not to be, counts for nothing.
func (c *Course) Take(job int, result []byte) error {
	var l wire.Leg
	if job < 0 || wire.Whole(l.UnmarshalMsg(result)) != nil {
		return errLeg
	}
	net := job % stride
	if net >= len(c.start) {
		return errLeg
	}
	var ends []State
	for _, b := range l.Ends {
		p := c.trainers[net].Read(b)
		if p == nil {
			return errLeg
		}
		ends = append(ends, p)
	}
	for k, r := range c.rounds {
		of := &r.legs[net]
		if r.number != job/stride || of.done(len(r.stops)) {
			continue
		}
		if from := c.from(k, net); from == nil || !slices.Equal(l.Stops, r.stops) || !at(from, ends, r.stops) {
			return errors.New("that leg ends elsewhere")
		}
		c.waited = 0
		c.drop(net, of.ends...)
		of.ends = append(of.ends[:0], ends...)
	}
	return nil
}

// at reports whether ends are those of a leg from there with these stops, or of one that stays somewhere before.
func at(from State, ends []State, stops []int64) bool {
	if len(ends) == 0 || len(ends) > len(stops) {
		return false
	}
	last := len(ends) - 1
	least, _ := from.At()
	for k, p := range ends {
		step, stays := p.At()
		if step < least || stays && (k < last || step > stops[k]) || !stays && step != stops[k] {
			return false
		}
	}
	_, stays := ends[last].At()
	return stays || last+1 == len(stops)
}
