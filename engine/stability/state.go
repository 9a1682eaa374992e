package stability

import "driftlab/engine/wire"

//go:generate go tool msgp -tests=false -io=false -o state_gen.go
//msgp:limit arrays:4096 maps:64

// A State is what a run has come to, beyond what follows from its dials and the data.
type State struct {
	Step    int64         `msg:"step"`
	Courses []CourseState `msg:"courses"`
}

// A CourseState is what a learner has come to.
type CourseState struct {
	Step   int64          `msg:"step"`
	Broken int64          `msg:"broken"` // the step at which it diverged; -1 if it has not
	Theta  wire.Doubles   `msg:"theta"`
	Memory []wire.Doubles `msg:"memory"` // what its rule remembers
	Kept   []wire.Floats  `msg:"kept"`   // the weights after each task learned
	Rows   wire.Doubles   `msg:"rows"`   // the history
	Spread float64        `msg:"spread"`
	Next   float64        `msg:"next"`
}
