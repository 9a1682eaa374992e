package rules

import "driftlab/engine/track"

// memory is room for what a network comes to.
func (c *course) memory() *track.Learned {
	n := len(c.spare)
	if n == 0 {
		return &track.Learned{}
	}
	l := c.spare[n-1]
	c.spare = c.spare[:n-1]
	return l
}

// drop gives up what a network had come to.
func (c *course) drop(i int, all ...*track.Learned) {
	for _, l := range all {
		if c.reached[i] == l {
			c.reached[i] = nil
		}
		if len(c.spare) < most {
			c.spare = append(c.spare, l)
		}
	}
}

// most is how much memory is kept for later.
const most = ahead * Most * mostStops
