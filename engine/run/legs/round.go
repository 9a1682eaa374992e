package legs

// A round is some steps, for each network.
type round struct {
	number int
	stops  []int64 // the steps at which the networks are looked at, and at last where the round ends
	legs   []leg
}

// to is where the round ends.
func (r *round) to() int64 { return r.stops[len(r.stops)-1] }

// A leg is a network's part of a round.
type leg struct {
	given bool    // to a helper
	ends  []State // what the network has come to at the stops so far; where it stays, that is the last
}

// done reports whether a leg with so many stops has ended.
func (l *leg) done(stops int) bool {
	if len(l.ends) == 0 {
		return false
	}
	_, stays := l.end().At()
	return stays || len(l.ends) == stops
}

// end is where it has come to so far.
func (l *leg) end() State { return l.ends[len(l.ends)-1] }

// A stretch is a network's leg of a round; none without a round.
type stretch struct {
	round *round
	net   int
}

// memory is room for what a network comes to.
func (c *Course) memory() State {
	n := len(c.spare)
	if n == 0 {
		return c.trainers[0].Empty()
	}
	p := c.spare[n-1]
	c.spare = c.spare[:n-1]
	return p
}

// drop gives up what a network had come to.
func (c *Course) drop(i int, all ...State) {
	for _, p := range all {
		if c.reached[i] == p {
			c.reached[i] = nil
		}
		if len(c.spare) < ahead*mostStops*len(c.start) {
			c.spare = append(c.spare, p)
		}
	}
}

// forget keeps the memory of a round that is not to be.
func (c *Course) forget(r *round) {
	for i := range c.start {
		c.drop(i, r.legs[i].ends...)
	}
	if c.own.round == r {
		c.own = stretch{}
	}
	c.over = append(c.over, r)
}
