package rules

import "driftlab/engine/wire"

//go:generate go tool msgp -tests=false -io=false -o state_gen.go
//msgp:limit arrays:8 maps:16

// A State is what a run has come to, beyond what follows from its dials.
type State struct {
	Step int64        `msg:"step"`
	Nets []wire.Bytes `msg:"nets"` // for each network, its track.State
}
