package engine

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"

	"driftlab/engine/run"
	"driftlab/engine/say"
	"driftlab/engine/wire"
)

// ParseCommand reads a command, which is JSON. One that can't be read keeps its ID as far as that can, so that
// whoever waits for the answer gets it.
func ParseCommand(text []byte) (wire.Command, error) {
	var c wire.Command
	err := json.Unmarshal(text, &c)
	var wrong *json.UnmarshalTypeError
	var garbled base64.CorruptInputError
	switch {
	case err == nil:
		return c, nil
	case errors.As(err, &wrong) && wrong.Field != "":
		// All other fields have been read.
		return wire.Command{ID: c.ID}, fmt.Errorf("%s: %s is not what it takes", wrong.Field, cut(wrong.Value))
	case errors.As(err, &garbled):
		return wire.Command{ID: c.ID}, errors.New("ink: string is not what it takes") // no base64; another reader of JSON says so above
	default:
		return wire.Command{ID: c.ID}, errors.New("the command is not well formed")
	}
}

// maxStepsAtOnce bounds the command "step".
const maxStepsAtOnce = 10000

// steps takes n steps, or as many as there is time for.
func (s *Session) steps(n int, r *wire.Reply) error {
	if n < 1 || n > maxStepsAtOnce {
		return fmt.Errorf("step: %s is outside [1, %s]", say.Grouped(int64(n)), say.Grouped(maxStepsAtOnce))
	}
	s.clock.pause()
	s.stepping = false
	for n > 0 {
		taken, last := Advance(s.sim, 1, int64(n))
		if n -= int(taken); last == run.Over {
			break
		}
		if n > 0 && s.Enough != nil && s.Enough() {
			r.Left, s.stepping = n, true
			break
		}
	}
	return nil
}
