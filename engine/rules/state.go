package rules

import (
	"driftlab/engine/track"
	"driftlab/engine/wire"
)

//go:generate go tool msgp -tests=false -io=false -o state_gen.go
//msgp:limit arrays:4 maps:16

// A State is what a run has come to, beyond what follows from its dials.
type State struct {
	Step int64        `msg:"step"`
	Nets []wire.Bytes `msg:"nets"` // for each network, its track.State
}

// A Leg is how far a network is to go, and where it is: at its beginning, or at its end.
type Leg struct {
	To int64         `msg:"to"`
	At track.Learned `msg:"at"`
}
