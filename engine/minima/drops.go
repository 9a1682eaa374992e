package minima

import (
	"errors"
	"fmt"

	"driftlab/engine/say"
)

// mostDrops is how many dropped walkers a rule has at once; the next replaces the oldest.
const mostDrops = 16

// drops are the walkers that the visitor dropped, one of each rule at a time. Their hops are not
// reported.
type drops struct {
	of   [rules]*crowd
	next int // the place of the next one
}

// clear takes all away.
func (d *drops) clear() {
	for i := range d.of {
		d.of[i] = newCrowd(0)
	}
	d.next = 0
}

// n is how many there are of each rule.
func (d *drops) n() int { return len(d.of[0].x) }

// add drops a walker of each rule.
func (d *drops) add(x, y float32) {
	for _, c := range d.of {
		if len(c.x) < mostDrops {
			c.x, c.y, c.right = append(c.x, 0), append(c.y, 0), append(c.right, false)
		}
		c.x[d.next], c.y[d.next], c.right[d.next] = x, y, x > 0
	}
	d.next = (d.next + 1) % mostDrops
}

// Poke drops a walker of each rule at (x, y), somewhere in the picture.
func (s *Sim) Poke(x, y float32) (string, error) {
	badX, badY := outside("x", x, LeftX, RightX), outside("y", y, LowY, HighY)
	switch {
	case badX != "" && badY != "":
		return "", errors.New(badX + "; " + badY)
	case badX+badY != "":
		return "", errors.New(badX + badY)
	}
	done := fmt.Sprintf("A walker of each rule was dropped at x = %s, y = %s", say.Figure(float64(x), 2), say.Figure(float64(y), 2))
	if s.drops.n() == mostDrops {
		done += fmt.Sprintf(", in place of the oldest of %d", mostDrops)
	}
	s.drops.add(x, y)
	return done + ".", nil
}

// outside says that a coordinate is not in the picture; "" if it is.
func outside(name string, v, lo, hi float32) string {
	if v >= lo && v <= hi {
		return ""
	}
	return fmt.Sprintf("%s: %.6g is outside [%g, %g]", name, v, lo, hi)
}
