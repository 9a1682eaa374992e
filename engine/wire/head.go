package wire

import (
	"errors"
	"fmt"
)

//go:generate go tool msgp -tests=false -io=false -o head_gen.go
//msgp:limit arrays:65536 maps:16
//msgp:tuple Head Band

// A Head is what every picture needs, whatever it shows: frames begin with one.
type Head struct {
	Run     int64    `msg:"run"` // grows with every restart, from 1 on in every session: what is fixed in a run can be cached by it
	Step    int64    `msg:"step"`
	Playing bool     `msg:"playing"`
	Trouble string   `msg:"trouble"`
	Steps   Floats   `msg:"steps"`  // of the reports kept
	Curves  []Floats `msg:"curves"` // for each line of the exhibit's Charts, one value for each of Steps
	Bands   []Band   `msg:"bands"`  // the phases so far; may be none
}

// A Band is a part of the axis with a name, up to where the next begins.
type Band struct {
	From  int64  `json:"from" msg:"from"`
	Name  string `json:"name" msg:"name"`
	Phase int    `json:"phase" msg:"phase"` // whose colour it has: 1, 2, 3; 0 for none
}

// Check reports a head that does not fit its exhibit's charts.
func (h *Head) Check(charts []Chart) error {
	lines := 0
	for _, c := range charts {
		lines += len(c.Lines)
	}
	if len(h.Curves) != lines {
		return fmt.Errorf("frame of step %d: %d curves where there are %d", h.Step, len(h.Curves), lines)
	}
	for i, c := range h.Curves {
		if len(c) != len(h.Steps) {
			return fmt.Errorf("frame of step %d: curve %d has %d values for %d steps", h.Step, i, len(c), len(h.Steps))
		}
	}
	return nil
}

// ErrState says that a saved run is none that its dials could have come to.
var ErrState = errors.New("the saved run does not fit its own dials")

// Whole is what came of reading all of a State, as in Whole(state.UnmarshalMsg(b)). An interface
// in its place would keep the decoders of all frames in the engine, which has no use for them.
func Whole(rest []byte, err error) error {
	if err != nil || len(rest) > 0 {
		return ErrState
	}
	return nil
}
