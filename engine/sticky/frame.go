package sticky

import (
	"fmt"

	"driftlab/engine/wire"
)

//go:generate go tool msgp -tests=false -io=false -o frame_gen.go
//msgp:limit arrays:65536 maps:64
//msgp:tuple Frame Net

// A Frame is all the view needs to draw one picture. Matrices are flat, row after row.
type Frame struct {
	wire.Head `msg:"head"`
	Tasks     int `msg:"tasks"`
	Task      int `msg:"task"` // the present one, from 1 on
	Per       int `msg:"per"`  // iterations of a task

	Side   int    `msg:"side"`               // of a digit
	Label  int    `msg:"label"`              // of the one shown
	Digits []byte `msg:"digits,limit=32768"` // (1 + Tasks) x Side x Side: as it is, and as each task has it

	F         wire.Floats `msg:"f"`         // plasticity at points from Lo to Hi, both included
	Lo        float32     `msg:"lo"`        // weights: of F and of histograms
	Hi        float32     `msg:"hi"`        //
	A1        float32     `msg:"a1"`        // where F is 0
	Watershed float32     `msg:"watershed"` // below A1, where F is 1; -Inf where it is nowhere
	F0        float32     `msg:"f0"`        // at 0

	Nets []Net `msg:"nets"` // one for each method
}

// A Net is what a method has come to: weights are those with the first seed, accuracies means over the seeds.
type Net struct {
	Name   string `msg:"name"`
	Sticky bool   `msg:"sticky"`
	Smart  bool   `msg:"smart"`
	L1     bool   `msg:"l1"`
	EWC    bool   `msg:"ewc"`
	Seeds  int    `msg:"seeds"`  // that have not diverged
	Broken bool   `msg:"broken"` // the first has

	All      float32 `msg:"all"` // accuracies: over all tasks so far,
	Half     float32 `msg:"half"`
	Previous float32 `msg:"previous"` // over the earlier ones
	Current  float32 `msg:"current"`  // and in the present one
	Loss     float32 `msg:"loss"`
	Well     float32 `msg:"well"` // share of the weights with f(w) < 1

	Interval wire.Floats `msg:"interval"` // at each of the Steps, half the width of the 95 % interval of All
	Kept     int         `msg:"kept"`     // tasks that are learned
	Scores   wire.Floats `msg:"scores"`   // Kept x Tasks: after each, the accuracy in every task; NaN in those to come

	Histogram wire.Floats `msg:"histogram"` // of bins from Lo to Hi, log10(1 + weights); those beyond are in the outermost
	Rows      int         `msg:"rows"`      // of Patch: inputs
	Columns   int         `msg:"columns"`   // units
	Patch     wire.Floats `msg:"patch"`     // weights of some inputs to some units
	Sample    wire.Floats `msg:"sample"`    // some weights of the first layer, always the same ones
}

// How much of the weights a picture has.
const (
	points              = 141 // of F
	bins                = 140 // of histograms
	patchRows, patchCol = 24, 32
	samples             = 200
)

// Check reports a frame whose matrices have other sizes than it states.
func (f *Frame) Check() error {
	ok := f.Tasks > 0 && f.Tasks <= mostTasks && f.Task >= 1 && f.Task <= f.Tasks && f.Per > 0 && f.Side > 0 && f.Side <= 28 &&
		len(f.Digits) == (1+f.Tasks)*f.Side*f.Side && f.Label >= 0 && f.Label <= 9 && len(f.F) == points &&
		len(f.Nets) > 0 && len(f.Nets) <= len(Methods)
	for i := range f.Nets {
		n := &f.Nets[i]
		ok = ok && n.Kept >= 0 && n.Kept <= f.Tasks && len(n.Scores) == n.Kept*f.Tasks && len(n.Histogram) == bins && len(n.Sample) == samples &&
			n.Rows > 0 && n.Columns > 0 && n.Rows <= patchRows && n.Columns <= patchCol && len(n.Patch) == n.Rows*n.Columns && len(n.Interval) == len(f.Steps)
	}
	if !ok {
		return fmt.Errorf("sticky frame of step %d does not fit its own sizes", f.Step)
	}
	return f.Head.Check(Charts)
}
