package sticky

import "driftlab/engine/wire"

//go:generate go tool msgp -tests=false -io=false -o state_gen.go
//msgp:limit arrays:4096 maps:64
//msgp:tuple State NetState GroupState Stand GridState Result

// A State is what a run has come to, beyond what follows from its dials and the data.
type State struct {
	Step   int64        `msg:"step"`
	Nets   []NetState   `msg:"nets"`   // of each method, for each seed
	Groups []GroupState `msg:"groups"` // of each method
}

// A NetState is what a network has come to, and its marks in each task learned.
type NetState struct {
	At     Stand        `msg:"at"`
	Scores wire.Doubles `msg:"scores"`
	Paths  wire.Floats  `msg:"paths"` // of the first seed's a sample of the weights at each row
}

// A GroupState is a method's history.
type GroupState struct {
	Rows   wire.Doubles `msg:"rows"`
	Spread float64      `msg:"spread"`
	Next   float64      `msg:"next"`
}

// A GridState is what has come of whole runs, in their order.
type GridState struct {
	Results [][]byte `msg:"results"`
}

// A Result is what has come of a whole run.
type Result struct {
	Step   int64        `msg:"step"`
	Broken bool         `msg:"broken"` // it has diverged at that step
	Scores wire.Doubles `msg:"scores"` // after each task learned, the accuracies in it and those before
	Loss   float64      `msg:"loss"`   // in the last
	Well   float64      `msg:"well"`   // share of the weights
	Near   float64      `msg:"near"`
}

// A Stand is what a network has come to. It is a legs.State. Numbers of weights are in the order of mlp.Net.
type Stand struct {
	Step    int64       `msg:"step"`
	Broken  bool        `msg:"broken"`  // it has diverged at that step
	Stays   bool        `msg:"stays"`   // there is nothing left to do
	Settled int         `msg:"settled"` // tasks that are learned and done with
	Theta   wire.Floats `msg:"theta"`
	M       wire.Floats `msg:"m"` // Adam's moments
	V       wire.Floats `msg:"v"`
	Fisher  wire.Floats `msg:"fisher"` // of ewc, once a task is learned; else nothing
	Anchor  wire.Floats `msg:"anchor"`

	// What the exam has found at that step, if it was Asked.
	Asked  bool         `msg:"asked"`
	Right  wire.Doubles `msg:"right"` // of each task so far, the share of test digits told right
	Loss   float64      `msg:"loss"`
	Active float64      `msg:"active"`
}

// At is the step, and whether the network stays there.
func (s *Stand) At() (step int64, stays bool) { return s.Step, s.Stays }

// set makes it another, in its own memory.
func (s *Stand) set(from *Stand) {
	was := *s
	*s = *from
	s.Theta = append(was.Theta[:0], from.Theta...)
	s.M, s.V = append(was.M[:0], from.M...), append(was.V[:0], from.V...)
	s.Fisher, s.Anchor = append(was.Fisher[:0], from.Fisher...), append(was.Anchor[:0], from.Anchor...)
	s.Right = append(was.Right[:0], from.Right...)
}
