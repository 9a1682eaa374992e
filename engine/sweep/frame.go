package sweep

import (
	"fmt"

	"driftlab/engine/wire"
)

//go:generate go tool msgp -tests=false -io=false -o frame_gen.go
//msgp:limit arrays:65536 maps:64
//msgp:tuple Frame

// A Frame is all the view needs to draw one picture. What is of each run is in the order of their numbers.
type Frame struct {
	wire.Head `msg:"head"` // its Steps are those of training, its Curves means over the runs that have come so far

	Done   int   `msg:"done"` // runs that are done here,
	Of     int   `msg:"of"`   // of so many
	All    int   `msg:"all"`  // in all shards
	Shard  int   `msg:"shard"`
	Shards int   `msg:"shards"`
	Length int64 `msg:"length"` // training steps of a run
	Own    int   `msg:"own"`    // the run that is being done here; -1 for none
	At     int64 `msg:"at"`     // its training step
	Taken  int64 `msg:"taken"`  // training steps, of all runs here

	// What follows is of the runs in the picture: those that are done here, or others that were done beforehand, until
	// there are some.
	Runs        int    `msg:"runs"`
	Chosen      int    `msg:"chosen"`      // the place of the one that the dial network names; -1 for none
	Units       int    `msg:"units"`       // H
	Precomputed string `msg:"precomputed"` // the command that did those beforehand; empty where they are of here

	// What each is.
	Number  wire.Floats `msg:"number"`
	Rule    []byte      `msg:"rule,limit=10000"` // place in Rules
	Kind    []byte      `msg:"kind,limit=10000"` // in Kinds
	Task    []byte      `msg:"task,limit=10000"` // in Tasks
	Init    []byte      `msg:"init,limit=10000"` // in Inits
	Noise   wire.Floats `msg:"noise"`            // of its kind; 0 for none
	Samples wire.Floats `msg:"samples"`
	Inputs  wire.Floats `msg:"inputs"`
	Outputs wire.Floats `msg:"outputs"`

	// What came of each; NaN where it diverged or failed.
	Outcome  []byte      `msg:"outcome,limit=10000"` // place in Outcomes
	Ended    wire.Floats `msg:"ended"`               // at this training step
	Active   wire.Floats `msg:"active"`              // fraction of active units
	Fraction wire.Floats `msg:"fraction"`            // active fraction
	Loss     wire.Floats `msg:"loss"`                // log10 of MSE / variance
	SI       wire.Floats `msg:"si"`                  // bits
	Corr     wire.Floats `msg:"corr"`                // with the start
	Tau      wire.Floats `msg:"tau"`                 // timescale, steps; NaN where there is no fit
	Half     wire.Floats `msg:"half"`                // half-life, steps; NaN where it was not reached

	Ranges wire.Floats `msg:"ranges"` // from and to, of each of Ranged

	// Time courses.
	Course int         `msg:"course"` // which of Courses
	Looks  wire.Floats `msg:"looks"`  // training steps
	Shown  wire.Floats `msg:"shown"`  // the places, among the runs, of those whose course is here: all of them, or a thousand
	Lines  wire.Floats `msg:"lines"`  // Shown x Looks; NaN from where it diverged

	Histogram wire.Floats `msg:"histogram"` // Groups x Bins: runs by their final fraction of active units; those that died are in no bin
	Ends      wire.Floats `msg:"ends"`      // Groups x Outcomes: runs

	// log10 of each of Times against log10 of the noise, by least squares: Times x Groups; NaN where there are too few runs.
	Fitted wire.Floats `msg:"fitted"` // runs
	Slope  wire.Floats `msg:"slope"`
	Within wire.Floats `msg:"within"` // half the width of the slope's 95 % interval
	Level  wire.Floats `msg:"level"`
}

// Words for what a run is, and for how it ended: one that failed broke off twice, which is no doing of the network.
var (
	Rules    = [...]string{"gd", "adam", "sed"}
	Kinds    = [...]string{"update", "label", "none"}
	Tasks    = [...]string{"abstract", "random", "smoothed"}
	Inits    = [...]string{"lazy", "rich"}
	Outcomes = [...]string{"finished", "died", "diverged", "failed"}
)

// Their places.
const (
	GD, SED                          = 0, 2
	UpdateNoise, LabelNoise, NoNoise = 0, 1, 2
	Abstract                         = 0
	Finished, Died, Diverged, Failed = 0, 1, 2, 3
)

// Groups are the kinds of runs that pictures tell apart: gradient descent by its noise, and the other rules.
var Groups = [...]string{"gd, update noise", "gd, label noise", "gd, no noise", "adam", "sed"}

// GroupOf is the place in Groups of a run with a rule and a kind of noise.
func GroupOf(rule, kind int) int {
	if rule == GD {
		return kind
	}
	return len(Kinds) - 1 + rule
}

// Courses are the measures that the thin lines may show.
var Courses = [...]string{"units", "fraction", "loss", "si", "correlation"}

// Ranged are the parameters that have ranges.
var Ranged = [...]string{"update noise", "label noise", "samples", "inputs", "outputs"}

// Times are how long units take to fall silent.
var Times = [...]string{"timescale", "half-life"}

// Bins are those of the histogram, from 0 to 1.
const Bins = 20

// The most time courses in a picture, and points of one.
const mostLines, mostLooks = 1000, 32

// Check reports a frame whose parts have other sizes than it states.
func (f *Frame) Check() error {
	n, groups := f.Runs, len(Groups)
	ok := f.Done >= 0 && f.Done <= f.Of && f.Of <= f.All && f.All <= mostRuns && f.Shard >= 0 && f.Shard < f.Shards && f.Length > 0 && f.Units > 0 &&
		n >= 0 && n <= mostRuns && f.Chosen >= -1 && f.Chosen < n && (n == f.Done || f.Precomputed != "") &&
		f.Own >= -1 && f.Own < f.All && f.At >= 0 && f.At <= f.Length && f.Course >= 0 && f.Course < len(Courses) &&
		len(f.Ranges) == 2*len(Ranged) && len(f.Histogram) == groups*Bins && len(f.Ends) == groups*len(Outcomes) &&
		len(f.Looks) <= mostLooks && len(f.Shown) <= mostLines && len(f.Lines) == len(f.Shown)*len(f.Looks)
	for _, of := range [...]wire.Floats{
		f.Number, f.Noise, f.Samples, f.Inputs, f.Outputs, f.Ended, f.Active, f.Fraction, f.Loss, f.SI, f.Corr, f.Tau, f.Half,
	} {
		ok = ok && len(of) == n
	}
	for _, of := range [...]wire.Floats{f.Fitted, f.Slope, f.Within, f.Level} {
		ok = ok && len(of) == len(Times)*groups
	}
	for _, k := range f.Shown {
		ok = ok && k >= 0 && k < float32(n)
	}
	ok = ok && within(f.Rule, n, len(Rules)) && within(f.Kind, n, len(Kinds)) && within(f.Task, n, len(Tasks)) &&
		within(f.Init, n, len(Inits)) && within(f.Outcome, n, len(Outcomes))
	if !ok {
		return fmt.Errorf("sweep frame of run %d does not fit its own sizes", f.Step)
	}
	return f.Head.Check(Charts)
}

// within reports whether places are so many, each of a list so long.
func within(places []byte, many, long int) bool {
	for _, k := range places {
		if int(k) >= long {
			return false
		}
	}
	return len(places) == many
}
