package hebbian

import "driftlab/engine/wire"

//go:generate go tool msgp -tests=false -io=false -o state_gen.go
//msgp:limit arrays:4096 maps:64

// A State is what a run has come to, beyond what follows from its dials.
type State struct {
	Step   int64        `msg:"step"`
	Broken int64        `msg:"broken"` // the step at which it diverged; -1 if it has not
	Theta  wire.Floats  `msg:"theta"`  // the weights, as net
	Set    wire.Floats  `msg:"set"`    // alpha, lambda1 and lambda2 as they were at the last step
	Snaps  []Snap       `msg:"snaps"`
	Rows   wire.Doubles `msg:"rows"` // the history
	Spread float64      `msg:"spread"`
	Next   float64      `msg:"next"`

	// What was done at equal intervals, as measure.Intervals; from version 2 on.
	Every int64  `msg:"every"` // steps
	Marks []Snap `msg:"marks"`
}

// A Snap is what the cells did at the step of a snapshot.
type Snap struct {
	Step int64       `msg:"step"`
	Y    wire.Floats `msg:"y"` // K, padded, x Places
}
