package render

import "driftlab/render/plot"

// A Pointer is what the visitor's mouse, pen or finger does in one tick, and how much time
// the tick gives to whatever moves by itself.
type Pointer struct {
	X, Y    float32 // canvas units
	Inside  bool    // over the canvas
	Down    bool    // pressed now
	Clicked bool    // pressed and let go at the same place
	DX, DY  float32 // canvas units dragged in this tick
	Finger  bool    // it is a finger, which is over the canvas only while it touches it
	Touched bool    // anything has changed since the last tick

	Seconds float32 // since the last tick
	Still   bool    // the visitor asks for as little motion as possible
}

// Over reports whether the pointer is over the box.
func (p Pointer) Over(b plot.Box) bool { return p.Inside && b.Contains(p.X, p.Y) }
