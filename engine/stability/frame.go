package stability

import (
	"fmt"

	"driftlab/engine/wire"
)

//go:generate go tool msgp -tests=false -io=false -o frame_gen.go
//msgp:limit arrays:65536 maps:64
//msgp:tuple Frame Digit Learner

// A Frame is all the view needs to draw one picture. Matrices are flat, row after row; n networks were
// kept, one after each task learned.
type Frame struct {
	wire.Head `msg:"head"`
	Tasks     []string  `msg:"tasks"`
	Task      int       `msg:"task"`               // the present one, a place in Tasks
	Probe     int       `msg:"probe"`              // the one whose dynamics are shown, a place in Tasks
	Probes    []int     `msg:"probes"`             // those that can be
	Units     int       `msg:"units"`              // H
	Points    int       `msg:"points"`             // of a trial's way
	Answers   []byte    `msg:"answers,limit=4096"` // of each trial of the probe, the right one: 0 or 1
	Digit     Digit     `msg:"digit"`
	Permute   string    `msg:"permute"`  // which units change places in what Learners' Loss and Energy are of: none, two or all
	Learners  []Learner `msg:"learners"` // one or two
}

// A Digit is the digit that is followed, as the pen moves in it: a test digit, or what the visitor has drawn.
type Digit struct {
	Label int    `msg:"label"`            // -1 if the visitor has drawn it
	Steps int    `msg:"steps"`            // S, with those at rest
	X     []byte `msg:"x,limit=4096"`     // where the pen is, before the first step and after each: pixels
	Y     []byte `msg:"y,limit=4096"`     // as many
	Lifts []byte `msg:"lifts,limit=4096"` // as many: 1 if a stroke has just ended
}

// A Learner is what one learner has come to.
type Learner struct {
	Name   string      `msg:"name"`
	Kept   int         `msg:"kept"`   // n
	Scores wire.Floats `msg:"scores"` // n x tasks: the shares right; NaN for tasks that were to come

	// The dynamics of the probe, once a network has learned it; else nothing.
	R2    []wire.Floats `msg:"r2"`                   // of each of Probes, of each network kept
	Paths []byte        `msg:"paths,limit=16777216"` // n x trials x Points x 2: latents, 0..255 for Lo..Hi
	Lo    float32       `msg:"lo"`
	Hi    float32       `msg:"hi"`

	// What is done with the followed digit, now and by the network that had just learned it, or nothing.
	Now  wire.Floats `msg:"now"`  // S x H
	Then wire.Floats `msg:"then"` // S x H
	Says wire.Floats `msg:"says"` // S: the probability of answer 1
	Said wire.Floats `msg:"said"` // S
	Each wire.Floats `msg:"each"` // n: the probability of answer 1 at the last step, of each network kept

	// Of the network of the last task learned if its units change places; NaN where there is none.
	Loss     float32 `msg:"loss"`     // without noise of the units, before: nats an answer
	Permuted float32 `msg:"permuted"` // and after
	Energy   float32 `msg:"energy"`   // what ncl and kfac take the change to be: nats
}

// Check reports a frame whose matrices have other sizes than it states.
func (f *Frame) Check() error {
	tasks, d := len(f.Tasks), &f.Digit
	ok := tasks > 0 && f.Units > 0 && f.Points > 1 && f.Task >= 0 && f.Task < tasks && f.Probe >= 0 &&
		len(d.Y) == len(d.X) && len(d.Lifts) == len(d.X) && len(d.X) > 0 && d.Steps >= len(d.X)-1 && d.Steps < 4096 && d.Label >= -1 && d.Label <= 9 &&
		len(f.Learners) >= 1 && len(f.Learners) <= 2
	for i := range f.Learners {
		ok = ok && f.Learners[i].fits(f)
	}
	if !ok {
		return fmt.Errorf("stability frame of step %d does not fit its own sizes", f.Step)
	}
	return f.Head.Check(Charts)
}

// fits reports whether the sizes are those that the frame states.
func (l *Learner) fits(f *Frame) bool {
	activities := f.Digit.Steps * f.Units
	ok := l.Kept >= 0 && l.Kept <= len(f.Tasks) && len(l.Scores) == l.Kept*len(f.Tasks) && len(l.R2) == len(f.Probes) &&
		len(l.Now) == activities && (len(l.Then) == activities || len(l.Then) == 0) &&
		len(l.Says) == f.Digit.Steps && (len(l.Said) == f.Digit.Steps || len(l.Said) == 0) && (len(l.Said) == 0) == (len(l.Then) == 0) &&
		len(l.Each) == l.Kept && (len(l.Paths) == l.Kept*len(f.Answers)*f.Points*latents || len(l.Paths) == 0)
	for _, r := range l.R2 {
		ok = ok && (len(r) == l.Kept || len(r) == 0)
	}
	return ok
}
