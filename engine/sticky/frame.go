package sticky

import (
	"fmt"

	"driftlab/engine/wire"
)

//go:generate go tool msgp -tests=false -io=false -o frame_gen.go
//msgp:limit arrays:65536 maps:64
//msgp:tuple Frame Net Line

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

	Nets  []Net       `msg:"nets"`  // one for each method; of a grid the one that is trained here, if there is
	Shown int         `msg:"shown"` // which of them the picture shows the weights of, by the dial weights; -1 for none
	Paths wire.Floats `msg:"paths"` // Steps x samples: those of its sample at each of the Steps; of a grid none

	Grid   int         `msg:"grid"`   // which of Grids
	Runs   int         `msg:"runs"`   // of the grid, that are finished
	Of     int         `msg:"of"`     // how many there will be
	Shares wire.Floats `msg:"shares"` // of pixels that stay: what the lines of shared are over
	Lines  []Line      `msg:"lines"`  // of ablation and shared
	Lows   wire.Floats `msg:"lows"`   // of search: where the ranges of the Searched begin,
	Highs  wire.Floats `msg:"highs"`  // and end; both 0 where one is not searched
	Points wire.Floats `msg:"points"` // Runs x Searched: what was tried, trial after trial
	Marks  wire.Floats `msg:"marks"`  // what came of each trial, 0 to 1; NaN where it diverged
	Chance int         `msg:"chance"` // so many trials are drawn by chance, before there is a model of what is good
	Best   int         `msg:"best"`   // trial; -1 for none
	Chosen int         `msg:"chosen"` // trial, by the dial trial; -1 for none
}

// Grids are what the dial grid chooses: methods side by side, or whole runs.
var Grids = []string{"none", "ablation", "shared", "search"}

// The places in Grids.
const (
	NoGrid = iota
	Ablation
	Shared
	Search
)

// A Line is a method's accuracy over all tasks, mean over the seeds that are finished: in ablation after each of
// the tasks, in shared after the last, at each of the Shares.
type Line struct {
	Name   string `msg:"name"`
	Sticky bool   `msg:"sticky"`
	Smart  bool   `msg:"smart"`
	L1     bool   `msg:"l1"`
	Runs   int    `msg:"runs"` // that are finished,
	Of     int    `msg:"of"`   // of how many

	Mean wire.Floats `msg:"mean"` // NaN where there is none yet
	Half wire.Floats `msg:"half"` // half the width of the 95 % interval; NaN with fewer than two seeds
}

// Searched are the numbers that a search is for, in the order of a trial's.
var Searched = []struct {
	Name, Symbol string
	Log          bool // it is searched in logarithms, where its range does not begin at 0
}{
	{"a1", "a₁", true}, {"mu", "μ", true}, {"sigma", "σ", true}, {"gamma", "γ", true}, {"lambda", "λ", true}, {"zeta", "ζ", true},
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
	Near     float32 `msg:"near"` // share of W1 within 0.02 of A1

	Interval wire.Floats `msg:"interval"` // at each of the Steps, half the width of the 95 % interval of All
	Kept     int         `msg:"kept"`     // tasks that are learned
	Scores   wire.Floats `msg:"scores"`   // Kept x Tasks: after each, the accuracy in every task; NaN in those to come

	Histogram wire.Floats `msg:"histogram"` // of bins from Lo to Hi, log10(1 + weights); those beyond are in the outermost
	Rows      int         `msg:"rows"`      // of Patch: inputs
	Columns   int         `msg:"columns"`   // units
	Patch     wire.Floats `msg:"patch"`     // weights of some inputs to some units
	Sample    wire.Floats `msg:"sample"`    // some weights of the first layer, always the same ones
}

// gridFits is Check for what is of a grid.
func (f *Frame) gridFits() bool {
	points := 0
	switch f.Grid {
	case Ablation:
		points = f.Tasks
	case Shared:
		points = len(f.Shares)
	}
	ok := f.Runs >= 0 && f.Runs <= f.Of && f.Of <= mostRuns && len(f.Shares) <= mostShares && len(f.Lines) <= len(Methods)
	for i := range f.Lines {
		l := &f.Lines[i]
		ok = ok && len(l.Mean) == points && len(l.Half) == points && l.Runs >= 0 && l.Runs <= l.Of
	}
	if f.Grid != Search {
		return ok && len(f.Marks) == 0
	}
	n := len(Searched)
	return ok && len(f.Lows) == n && len(f.Highs) == n && len(f.Marks) == f.Runs && len(f.Points) == n*f.Runs &&
		f.Best >= -1 && f.Best < f.Runs && f.Chosen >= -1 && f.Chosen < f.Runs
}

// The most whole runs, and shares of pixels, that a grid has.
const mostRuns, mostShares = 1000, 21

// How much of the weights a picture has.
const (
	points              = 141 // of F
	bins                = 140 // of histograms
	patchRows, patchCol = 24, 32
	samples             = 200
)

// Check reports a frame whose matrices have other sizes than it states.
func (f *Frame) Check() error {
	paths := 0
	if f.Grid == NoGrid {
		paths = len(f.Steps) * samples
	}
	ok := f.Tasks > 0 && f.Tasks <= mostTasks && f.Task >= 1 && f.Task <= f.Tasks && f.Per > 0 && f.Side > 0 && f.Side <= 28 &&
		len(f.Digits) == (1+f.Tasks)*f.Side*f.Side && f.Label >= 0 && f.Label <= 9 && len(f.F) == points &&
		len(f.Nets) <= len(Methods) && f.Grid >= 0 && f.Grid < len(Grids) && (f.Grid != NoGrid || len(f.Nets) > 0) &&
		f.Shown >= -1 && f.Shown < len(f.Nets) && len(f.Paths) == paths && f.gridFits()
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
