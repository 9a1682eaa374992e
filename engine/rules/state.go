package rules

import (
	"driftlab/engine/track"
	"driftlab/engine/wire"
)

//go:generate go tool msgp -tests=false -io=false -o state_gen.go
//msgp:limit arrays:8 maps:16

// A State is what a run has come to, beyond what follows from its dials.
type State struct {
	Step int64        `msg:"step"`
	Nets []wire.Bytes `msg:"nets"` // for each network, its track.State
}

// A Leg is a part of a network's course: where it begins, or what has come of it.
type Leg struct {
	Stops []int64         `msg:"stops"` // as those of a round
	At    track.Learned   `msg:"at"`
	Ends  []track.Learned `msg:"ends"` // at its end, what the network had come to at each of the stops, as far as it came
}
