package minima

import (
	"fmt"

	"driftlab/engine/wire"
)

//go:generate go tool msgp -tests=false -io=false -o frame_gen.go
//msgp:limit arrays:65536 maps:64

// A Frame is all the view needs to draw one picture.
type Frame struct {
	wire.Head `msg:"head"`
	Crowds    []Walkers `msg:"crowds"` // of replay, laplace and ncl

	// The landscapes: rows of Across heights from the lowest y to the highest, in the window's range.
	Across int         `msg:"across"`
	First  wire.Floats `msg:"first"`  // the first loss with the second: what replay goes down
	Approx wire.Floats `msg:"approx"` // the approximation with the second: what the others do
	Window [4]float32  `msg:"window"` // lowest and highest x, lowest and highest y
}

// Walkers are those of one rule.
type Walkers struct {
	X    wire.Floats `msg:"x"`
	Y    wire.Floats `msg:"y"`
	Hops int64       `msg:"hops"`
}

// Check reports a frame whose matrices have other sizes than it states.
func (f *Frame) Check() error {
	ok := len(f.Crowds) == rules && f.Across > 1 && len(f.First)%f.Across == 0 && len(f.First) >= 2*f.Across && len(f.Approx) == len(f.First)
	for i := range f.Crowds {
		ok = ok && len(f.Crowds[i].X) == len(f.Crowds[i].Y)
	}
	if !ok {
		return fmt.Errorf("minima frame of step %d does not fit its own sizes", f.Step)
	}
	return f.Head.Check(Charts)
}

// The window, and how many heights it has.
const (
	wide, tall     = 61, 41
	leftX, rightX  = -2, 2
	lowestY, highY = -1, 2
)

// AppendFrame appends the newest picture.
func (s *Sim) AppendFrame(b []byte, playing bool) ([]byte, error) {
	f := &s.frame
	if f.Head.Run != s.runs {
		s.landscape(f)
	}
	f.Head.Run, f.Step, f.Playing = s.runs, s.steps, playing
	f.Trouble, _ = s.trouble()
	s.record()
	s.draw(&f.Head)
	for i, c := range s.crowds {
		f.Crowds[i] = Walkers{X: c.x, Y: c.y, Hops: c.hops}
	}
	return f.MarshalMsg(b)
}

// landscape fills in what does not change in a run.
func (s *Sim) landscape(f *Frame) {
	h := s.params.Barrier
	f.Crowds = make([]Walkers, rules)
	f.Across, f.Window = wide, [4]float32{leftX, rightX, lowestY, highY}
	f.First, f.Approx = f.First[:0], f.Approx[:0]
	for i := range tall {
		y := lowestY + float64(highY-lowestY)*float64(i)/(tall-1)
		valley := float64((float64(y*y) + float64((y-1)*(y-1))) / 2)
		for k := range wide {
			x := leftX + float64(rightX-leftX)*float64(k)/(wide-1)
			well := float64(x*x) - 1
			f.First = append(f.First, float32(float64(h*float64(well*well))+valley))
			f.Approx = append(f.Approx, float32(float64(4*h*float64((x+1)*(x+1)))+valley))
		}
	}
}
