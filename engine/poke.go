package engine

import (
	"errors"
	"fmt"

	"driftlab/engine/param"
	"driftlab/engine/wire"
)

// poke touches the model. Whoever typed the place is told what is wrong with it.
func (s *Session) poke(c wire.Command, r *wire.Reply) error {
	poker, ok := s.sim.(Poker)
	if !ok {
		return fmt.Errorf("poke: there is nothing to touch on the %s", s.exhibit.Name)
	}
	if c.Values != nil {
		var badX, badY error
		c.X, badX = coordinate("x", c.Values["x"])
		c.Y, badY = coordinate("y", c.Values["y"])
		if bad := together(badX, badY); bad != nil {
			return bad
		}
	}
	done, err := poker.Poke(c.X, c.Y)
	if err != nil {
		return err
	}
	s.touched, r.Text = true, done
	return nil
}

func coordinate(name, text string) (float32, error) {
	v, err := param.Number(text)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", name, err)
	}
	return float32(v), nil
}

// together is what is wrong with several values, in one line.
func together(bad ...error) error {
	text := ""
	for _, err := range bad {
		switch {
		case err == nil:
		case text == "":
			text = err.Error()
		default:
			text += "; " + err.Error()
		}
	}
	if text == "" {
		return nil
	}
	return errors.New(text)
}
