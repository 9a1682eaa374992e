package sweep

import (
	"driftlab/engine/track"
	"driftlab/engine/wire"
)

//go:generate go tool msgp -tests=false -io=false -o state_gen.go
//msgp:limit arrays:65536 maps:64
//msgp:tuple State Kept Part Result Course

// A State is what a sweep, or a shard of one, has come to.
type State struct {
	Results []Kept       `msg:"results"` // of the runs that are done, by number
	Parts   []wire.Bytes `msg:"parts"`   // of some that are under way, each a Part
}

// A Kept is the result of a run with its number in the whole sweep.
type Kept struct {
	Run    int    `msg:"run"`
	Result Result `msg:"result"`
}

// A Part is how far a run is that is not yet done.
type Part struct {
	Run    int           `msg:"run"`
	Got    Result        `msg:"got"` // so far
	Net    track.Learned `msg:"net"`
	Rows   wire.Doubles  `msg:"rows"` // the history, as track.Swept
	Spread float64       `msg:"spread"`
	Next   float64       `msg:"next"`
}

// A Result is what has come of a run.
type Result struct {
	Step     int64   `msg:"step"`    // where it ended: of one that diverged, where that was; of one that failed, how far it had come when that was last told
	Outcome  int     `msg:"outcome"` // place in Outcomes; the first while it is under way
	Directed float64 `msg:"directed"`
	Null     float64 `msg:"null"` // the steps at which the phases of these names began; NaN
	Tau      float64 `msg:"tau"`  // timescale of the fraction of active units, steps; NaN where there is no fit
	Half     float64 `msg:"half"` // steps of phase 2 until half of the units that were active fell silent; NaN where they did not
	Course   `msg:"course"`
}

// A Course is what was measured at some steps, as columns of track: at all of them but where it diverged or failed on the way.
type Course struct {
	Loss     wire.Floats `msg:"loss"`
	Fraction wire.Floats `msg:"fraction"`
	Units    wire.Floats `msg:"units"`
	SI       wire.Floats `msg:"si"`
	Corr     wire.Floats `msg:"corr"`
}

// measures are the columns in the order of Courses.
func (c *Course) measures() [5]wire.Floats {
	return [5]wire.Floats{c.Units, c.Fraction, c.Loss, c.SI, c.Corr}
}

// fits reports whether a run could have come to that, when it is done or on the way.
func (r *Result) fits(looks []int64, done bool) bool {
	n := len(r.Loss)
	ok := n <= len(looks) && (n > 0 || r.Outcome == Failed) && (done || r.Outcome == Finished)
	for _, c := range r.measures() {
		ok = ok && len(c) == n
	}
	if !ok || !done {
		return ok
	}
	switch r.Outcome {
	case Diverged:
		return r.Step >= looks[n-1] && (n == len(looks) || r.Step <= looks[n])
	case Failed:
		return r.Step >= 0 && r.Step <= looks[len(looks)-1]
	}
	return (r.Outcome == Finished || r.Outcome == Died) && n == len(looks) && r.Step == looks[n-1]
}
