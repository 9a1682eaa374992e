package stability

import "driftlab/engine/wire"

//go:generate go tool msgp -tests=false -io=false -o state_gen.go
//msgp:limit arrays:4096 maps:64
//msgp:tuple State Stand

// A State is what a run has come to, beyond what follows from its dials and the data.
type State struct {
	Step     int64        `msg:"step"`
	Learners []Stand      `msg:"learners"`
	Rows     wire.Doubles `msg:"rows"` // the history
	Spread   float64      `msg:"spread"`
	Next     float64      `msg:"next"`
}

// A Stand is what a learner has come to. It is a legs.State.
type Stand struct {
	Step   int64          `msg:"step"`
	Broken bool           `msg:"broken"` // it has diverged at that step
	Stays  bool           `msg:"stays"`  // there is nothing left to do
	Theta  wire.Doubles   `msg:"theta"`
	Memory []wire.Doubles `msg:"memory"` // what its rule remembers
	Kept   []wire.Floats  `msg:"kept"`   // the weights after each task learned

	// What the exam has found at that step, if it was Asked.
	Asked   bool         `msg:"asked"`
	Right   wire.Doubles `msg:"right"`
	Loss    float64      `msg:"loss"`
	Loudest float32      `msg:"loudest"`
	R2      wire.Doubles `msg:"r2"`
}
