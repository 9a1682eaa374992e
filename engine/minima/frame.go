package minima

import (
	"fmt"

	"driftlab/engine/wire"
)

//go:generate go tool msgp -tests=false -io=false -o frame_gen.go
//msgp:limit arrays:65536 maps:64
//msgp:tuple Frame Walkers

// A Frame is all the view needs to draw one picture.
type Frame struct {
	wire.Head `msg:"head"`
	Crowds    []Walkers `msg:"crowds"`  // of replay, laplace and ncl
	Dropped   int       `msg:"dropped"` // how many of each crowd, the last, the visitor dropped
	Expected  float32   `msg:"expected"`

	Barrier float32 `msg:"barrier"` // h
	Heat    float32 `msg:"heat"`    // T, the temperature that replay's noise amounts to
	Shared  bool    `msg:"shared"`  // the noise is in all three rules
}

// Walkers are those of one rule. Those that were dropped come last and do not count.
type Walkers struct {
	X    wire.Floats `msg:"x"`
	Y    wire.Floats `msg:"y"`
	Hops int64       `msg:"hops"`
}

// Rules are how many rules there are.
const Rules = rules

// Names are the rules' names.
var Names = [rules]string{"replay", "laplace", "ncl"}

// The window of the picture, in which walkers can be dropped.
const (
	LeftX, RightX = -2, 2
	LowY, HighY   = -1, 2
)

// Check reports a frame whose lists have other lengths than it states.
func (f *Frame) Check() error {
	ok := len(f.Crowds) == rules && f.Barrier > 0
	for i := range f.Crowds {
		ok = ok && len(f.Crowds[i].X) == len(f.Crowds[i].Y) && f.Dropped >= 0 && f.Dropped <= len(f.Crowds[i].X)
	}
	if !ok {
		return fmt.Errorf("minima frame of step %d does not fit its own sizes", f.Step)
	}
	return f.Head.Check(Charts)
}

// Height is the loss that a rule goes down at (x, y): the second with the first, or with the
// approximation of the first.
func Height(rule int, x, y, h float32) float32 {
	return Profile(rule, x, h) + float32((float32(y*y)+float32((y-1)*(y-1)))/2)
}

// Profile is Height along x: what the first loss, or its approximation, has of x.
func Profile(rule int, x, h float32) float32 {
	if rule == replay {
		well := float32(x*x) - 1
		return float32(h * float32(well*well))
	}
	return float32(4 * h * float32((x+1)*(x+1)))
}

// AppendFrame appends the newest picture.
func (s *Sim) AppendFrame(b []byte, playing bool) ([]byte, error) {
	f := &s.frame
	f.Head.Run, f.Step, f.Playing = s.runs, s.steps, playing
	f.Trouble, _ = s.trouble()
	f.Barrier, f.Heat, f.Shared = float32(s.params.Barrier), float32(s.params.heat()), s.params.Shared
	f.Dropped, f.Expected = s.drops.n(), float32(s.expected*float64(s.params.Walkers))
	s.record()
	s.draw(&f.Head)
	f.Crowds = f.Crowds[:rules]
	for i, c := range s.crowds {
		w := &f.Crowds[i]
		w.X, w.Y, w.Hops = append(w.X[:0], c.x...), append(w.Y[:0], c.y...), c.hops
		w.X, w.Y = append(w.X, s.drops.of[i].x...), append(w.Y, s.drops.of[i].y...)
	}
	return f.MarshalMsg(b)
}
