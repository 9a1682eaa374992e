package valley

import (
	"errors"
	"fmt"
	"math"
)

// Poke drops a walker at (x, y), somewhere in the picture.
func (s *Sim) Poke(x, y float32) (string, error) {
	badX, badY := outside("x", x), outside("y", y)
	switch {
	case badX != "" && badY != "":
		return "", errors.New(badX + "; " + badY)
	case badX+badY != "":
		return "", errors.New(badX + badY)
	}
	done := fmt.Sprintf("A walker was dropped at x = %.3g, y = %.3g", x, y)
	if s.drops.n == mostDrops {
		done += fmt.Sprintf(", in place of the oldest of %d", mostDrops)
	}
	s.trails.begin(s.drops.add(x, y))
	return done + ".", nil
}

// outside says that a coordinate is not in the picture; "" if it is.
func outside(name string, v float32) string {
	if math.Abs(float64(v)) <= shown {
		return ""
	}
	return fmt.Sprintf("%s: %.6g is outside [%d, %d]", name, v, -shown, shown)
}
