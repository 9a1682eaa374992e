package hebbian

import (
	"fmt"

	"driftlab/engine/wire"
)

//go:generate go tool msgp -tests=false -io=false -o frame_gen.go
//msgp:limit arrays:65536 maps:64
//msgp:tuple Frame

// A Frame is all the view needs to draw one picture. Matrices are flat, row after row; P places.
type Frame struct {
	wire.Head `msg:"head"`
	World     string `msg:"world"`
	Cells     int    `msg:"cells"`  // K
	Places    int    `msg:"places"` // P
	Active    int    `msg:"active"` // cells that are active now

	// What the cells do at every place: each row scaled to its own maximum, 0..255.
	Then  int64  `msg:"then"`                // the step that is compared with
	Rows  []int  `msg:"rows"`                // the cells that were active then, by the place of their peak
	Maps  []byte `msg:"maps,limit=1048576"`  // len(Rows) x P: then
	Moved []byte `msg:"moved,limit=1048576"` // len(Rows) x P: the same cells now
	Own   []byte `msg:"own,limit=1048576"`   // Active x P: the cells that are active now, by their own peaks

	// How alike what the cells do is at any two places, 0..255 for 0..MostLike.
	LikeThen []byte  `msg:"likethen,limit=1048576"` // P x P
	LikeNow  []byte  `msg:"likenow,limit=1048576"`  // P x P
	MostLike float32 `msg:"mostlike"`
	Per      string  `msg:"per"`   // the unit of the drift speed
	PV       float32 `msg:"pv"`    // mean correlation of the population vectors now and then; NaN if there is none
	Alike    float32 `msg:"alike"` // correlation of the similarities now and then

	Order     int         `msg:"order"` // the snapshot of then: an index into CorrSteps
	Corr      wire.Floats `msg:"corr"`  // n x n, correlations of the population vectors of the snapshots
	CorrSteps []int64     `msg:"corrsteps"`
}

// Check reports a frame whose matrices have other sizes than it states.
func (f *Frame) Check() error {
	p, n := f.Places, len(f.CorrSteps)
	ok := p > 0 && f.Cells > 0 && f.Active >= 0 && f.Active <= f.Cells &&
		len(f.Maps) == len(f.Rows)*p && len(f.Moved) == len(f.Maps) && len(f.Own) == f.Active*p &&
		len(f.LikeThen) == p*p && len(f.LikeNow) == p*p && len(f.Corr) == n*n && f.Order >= 0 && f.Order < n
	if !ok {
		return fmt.Errorf("hebbian frame of step %d does not fit its own sizes", f.Step)
	}
	return f.Head.Check(Charts)
}
