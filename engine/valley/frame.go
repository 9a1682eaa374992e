package valley

import (
	"fmt"

	"driftlab/engine/wire"
)

//go:generate go tool msgp -tests=false -io=false -o frame_gen.go
//msgp:limit arrays:65536 maps:64
//msgp:tuple Frame

// A Frame is all the view needs to draw one picture.
type Frame struct {
	wire.Head `msg:"head"`
	Kind      string  `msg:"kind"`
	Rate      float32 `msg:"rate"`
	Noise     float32 `msg:"noise"`

	Picture string  `msg:"picture"` // "map" or "surface"
	Azimuth float32 `msg:"azimuth"` // degrees
	Tilt    float32 `msg:"tilt"`    // degrees

	// Walkers. Those the visitor dropped come last and do not count in the curves.
	X       wire.Floats `msg:"x"`       // n
	Y       wire.Floats `msg:"y"`       // n
	Dropped int         `msg:"dropped"` // how many of the n were dropped
	// Trails of a few walkers, oldest point first; NaN where a trail has not begun.
	TrailOf  []int       `msg:"trailof"`  // the walkers that leave a trail: indices into X, Y
	TrailLen int         `msg:"traillen"` // points of each trail
	TrailX   wire.Floats `msg:"trailx"`   // len(TrailOf) x TrailLen
	TrailY   wire.Floats `msg:"traily"`
	StartX   wire.Floats `msg:"startx"` // the start, then every place where one was dropped
	StartY   wire.Floats `msg:"starty"`

	Hist    wire.Floats `msg:"hist"`    // share of the walkers in equal bins of max(|x|, |y|) over [0, HistMax]
	HistMax float32     `msg:"histmax"` // the right edge
	End     float32     `msg:"end"`     // the distance beyond which steps overshoot the floor
	Been    int         `msg:"been"`    // how many of the crowd have been beyond it; -1: not known

	// Drift along the floor per step in equal bins of the distance over [0, DriftSpan], in sigma^2/2,
	// or with label noise in 2 eta^2 sigma^2; towards the corner it is negative. NaN where nobody was.
	Drift       wire.Floats `msg:"drift"`
	DriftErr    wire.Floats `msg:"drifterr"`    // standard errors
	DriftTheory wire.Floats `msg:"drifttheory"` // for small steps, far out on the arm
	DriftSpan   float32     `msg:"driftspan"`

	NoTheory string `msg:"notheory"` // why theory is not drawn (any more); empty while it is
}

// Check reports a frame whose lists have other lengths than it states.
func (f *Frame) Check() error {
	points := len(f.TrailOf) * f.TrailLen
	ok := len(f.X) == len(f.Y) && len(f.StartX) == len(f.StartY) && f.TrailLen >= 0 &&
		len(f.TrailX) == points && len(f.TrailY) == points && f.Dropped >= 0 && f.Dropped <= len(f.X)
	ok = ok && len(f.DriftErr) == len(f.Drift) && len(f.DriftTheory) == len(f.Drift) && f.DriftSpan >= 0
	for _, i := range f.TrailOf {
		ok = ok && i >= 0 && i < len(f.X)
	}
	if !ok {
		return fmt.Errorf("valley frame of step %d does not fit its own sizes", f.Step)
	}
	return f.Head.Check(Charts)
}
