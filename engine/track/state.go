package track

import "driftlab/engine/wire"

//go:generate go tool msgp -tests=false -io=false -o state_gen.go
//msgp:limit arrays:4096 maps:64

// A State is what a run has come to, beyond what follows from its dials. The phases follow
// from the history.
type State struct {
	Step    int64        `msg:"step"`
	Broken  int64        `msg:"broken"` // the step at which it diverged; -1 if it has not
	Theta   wire.Floats  `msg:"theta"`  // the parameters, as nn.Net
	Snaps   []Snap       `msg:"snaps"`  // the snapshots; their maps follow from the parameters
	Rows    wire.Doubles `msg:"rows"`   // the history
	Spread  float64      `msg:"spread"`
	Next    float64      `msg:"next"`
	Held    bool         `msg:"held"`
	HeldAt  int64        `msg:"heldat"`
	HeldRow []int        `msg:"heldrow"`

	// What the rule remembers of the gradients, as nn.Moments; from version 2 on.
	Rule string      `msg:"rule"`
	Time int64       `msg:"time"`
	M    wire.Floats `msg:"m"`
	V    wire.Floats `msg:"v"`

	Spectra []Reading `msg:"spectra"`
	Width   int       `msg:"width"` // columns of the history; 0 is the 8 of version 1

	// What was done at equal intervals, as measure.Intervals; from version 3 on.
	Every int64  `msg:"every"` // steps
	Marks []Snap `msg:"marks"`

	// Of two places by turns, as travel; empty otherwise.
	Began  []Snap       `msg:"began"`
	Travel wire.Doubles `msg:"travel"`

	Leaps Leaps `msg:"leaps"` // from version 4 on
}

// A Reading is the Hessian's spectrum at one step, or the parameters from which it is yet to be
// computed.
type Reading struct {
	Step      int64        `msg:"step"`
	Theta     wire.Floats  `msg:"theta"` // empty once it is computed
	P         int          `msg:"p"`
	ZeroRows  int          `msg:"zerorows"`
	Below     float64      `msg:"below"`
	Histogram wire.Doubles `msg:"histogram"`
	Figures   wire.Doubles `msg:"figures"` // sum, max, rank, sum of logs, and the errors of the last two
	Sampled   bool         `msg:"sampled"`
}

// A Snap is the parameters at the step of a snapshot.
type Snap struct {
	Step  int64       `msg:"step"`
	Theta wire.Floats `msg:"theta"`
}

// Leaps are the leaps of silent units that are under way, as nn.Leaps: the units, the steps of their
// parameters, and the powers of two that their leaps are of.
type Leaps struct {
	Rate  float32 `msg:"rate"`
	Noise float32 `msg:"noise"`
	Unit  []int   `msg:"unit"`
	From  []int64 `msg:"from"`
	Power []int   `msg:"power"`
}

// Learned is what a network has come to at a step, and what the next steps follow from.
type Learned struct {
	Step   int64 `msg:"step"`
	Broken bool  `msg:"broken"` // it has diverged, and stays there

	Theta wire.Floats `msg:"theta"` // the parameters, as nn.Net
	Rule  string      `msg:"rule"`  // and what it remembers of the gradients, as nn.Moments
	Time  int64       `msg:"time"`
	M     wire.Floats `msg:"m"`
	V     wire.Floats `msg:"v"`

	Leaps Leaps `msg:"leaps"`
}
