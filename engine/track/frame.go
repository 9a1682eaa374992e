package track

import (
	"fmt"

	"driftlab/engine/wire"
)

//go:generate go tool msgp -tests=false -io=false -o frame_gen.go
//msgp:limit arrays:65536 maps:64
//msgp:tuple Frame Maps
// The largest run has 1,000 samples and 1,000 units.

// A Frame is all the view needs to draw one picture.
// Matrices are flat, row after row; T samples, H units, O outputs, B bins.
type Frame struct {
	wire.Head `msg:"head"`
	Task      string `msg:"task"`

	// The corridor; empty for the random task.
	Lx    float32     `msg:"lx"`
	Ly    float32     `msg:"ly"`
	FOV   float32     `msg:"fov"`   // F, half the field of view, radians
	Wall  wire.Floats `msg:"wall"`  // texture along the perimeter from the lower left corner: bottom, right, top, left; [-1, 1]
	X     wire.Floats `msg:"x"`     // T: where each sample was seen, x in [-Lx/2, Lx/2]
	Y     wire.Floats `msg:"y"`     // T: y in [-Ly/2, Ly/2]
	Theta wire.Floats `msg:"theta"` // T: heading, radians, 0 = +y, clockwise
	HitX  wire.Floats `msg:"hitx"`  // T x rays: where each ray meets a wall
	HitY  wire.Floats `msg:"hity"`  // T x rays

	// What the network does with each sample, in [Least, 1].
	Least    float32     `msg:"least"`    // -1, or 0 where the data are scaled so
	Samples  int         `msg:"samples"`  // T
	Outputs  int         `msg:"outputs"`  // O
	Sees     wire.Floats `msg:"sees"`     // T x O, the first O inputs; empty for the random task
	Predicts wire.Floats `msg:"predicts"` // T x O
	Comes    wire.Floats `msg:"comes"`    // T x O, the target

	Units     int     `msg:"units"`                // H
	Hidden    []byte  `msg:"hidden,limit=1048576"` // T x H, activity over HiddenMax, 0..255
	HiddenMax float32 `msg:"hiddenmax"`            // the largest activity
	Bins      int     `msg:"bins"`                 // B
	BinOf     []byte  `msg:"binof"`                // T: the bin of each sample's signed position

	Maps      Maps        `msg:"maps"`   // now
	Frozen    bool        `msg:"frozen"` // Maps.Rows are held
	Held      int64       `msg:"held"`   // the step the rows are held from, when frozen
	Snaps     []Maps      `msg:"snaps"`  // at most 8, log-spaced in step, rows all in the order of snapshot Order
	Order     int         `msg:"order"`  // index into CorrSteps
	Corr      wire.Floats `msg:"corr"`   // n x n, mean map correlation between snapshots; NaN where no unit counts
	CorrSteps []int64     `msg:"corrsteps"`

	// The Hessian's eigenvalues lambda at n of the steps; empty before the first are computed.
	Picture   string      `msg:"picture"`   // "maps" or "spectrum": what is to be shown
	Eigen     []byte      `msg:"eigen"`     // EigenBins x n: how many are in each bin, the largest above; log scale, 255 for all P
	EigenBins int         `msg:"eigenbins"` // of a quarter of a decade each
	EigenTop  float32     `msg:"eigentop"`  // log10 of where the highest bin ends
	EigenOf   wire.Floats `msg:"eigenof"`   // n: the steps
	ZeroRows  wire.Floats `msg:"zerorows"`  // n: as a share of P
	Rank      wire.Floats `msg:"rank"`      // n: as a share of P
	Sum       wire.Floats `msg:"sum"`       // n: log10 of the sum of lambda
	MeanLog   wire.Floats `msg:"meanlog"`   // n: mean of log10 lambda over the non-zero
	Largest   wire.Floats `msg:"largest"`   // n
	Edge      float32     `msg:"edge"`      // 2/eta, where gradient descent is no longer stable; 0 for other rules
	Parameter int         `msg:"parameter"` // P
	Sampled   bool        `msg:"sampled"`   // rank, mean and bins of the last are estimates
	Waiting   int         `msg:"waiting"`   // steps whose spectrum is yet to be computed

	Per string `msg:"per"` // the unit of the drift speed

	Fit string `msg:"fit"` // what the exponential fitted to the active units says; empty before the task is learned
}

// Maps are the smoothed rate maps of the units at one step, ready for display.
type Maps struct {
	Step  int64  `msg:"step"`
	Index int    `msg:"index"`               // which snapshot: an index into CorrSteps; -1 for now
	Rows  []int  `msg:"rows"`                // the unit shown in each row
	Place int    `msg:"place"`               // number of place units at this step
	Cells []byte `msg:"cells,limit=1048576"` // rows x B, each row scaled to its own maximum, 0..255; silent units are 0
}

// Check reports a frame whose matrices have other sizes than it states.
func (f *Frame) Check() error {
	t, o := f.Samples, f.Outputs
	ok := t > 0 && o > 0 && f.Units > 0 && f.Bins > 0 && len(f.Predicts) == t*o && len(f.Comes) == t*o &&
		len(f.Hidden) == t*f.Units && len(f.BinOf) == t
	if f.Task == "track" {
		ok = ok && len(f.Sees) == t*o && len(f.X) == t && len(f.Y) == t && len(f.Theta) == t &&
			len(f.HitX) == len(f.HitY) && len(f.HitX)%t == 0 && f.Lx > 0 && f.Ly > 0
	}
	n := len(f.CorrSteps)
	ok = ok && len(f.Corr) == n*n && f.Order >= -1 && f.Order < max(n, 1) && f.Maps.fits(f)
	e := len(f.EigenOf)
	ok = ok && f.EigenBins >= 0 && len(f.Eigen) == f.EigenBins*e && len(f.ZeroRows) == e && len(f.Rank) == e && len(f.Sum) == e &&
		len(f.MeanLog) == e && len(f.Largest) == e
	for i := range f.Snaps {
		ok = ok && f.Snaps[i].fits(f) && f.Snaps[i].Index >= 0 && f.Snaps[i].Index < n
	}
	for _, b := range f.BinOf {
		ok = ok && int(b) < f.Bins
	}
	if !ok {
		return fmt.Errorf("track frame of step %d does not fit its own sizes", f.Step)
	}
	return f.Head.Check(Charts)
}

// fits reports whether the maps are of units that there are.
func (m *Maps) fits(f *Frame) bool {
	for _, u := range m.Rows {
		if u < 0 || u >= f.Units {
			return false
		}
	}
	return len(m.Cells) == len(m.Rows)*f.Bins
}
