// Package corridor is a task: an agent walks up and down a corridor with textured walls, and what
// it will see next is to be predicted from what it sees and how it turns (Ratzon, Derdikman,
// Barak, eLife 2024;12:RP90069, Methods).
package corridor

import "driftlab/engine/task"

// Params say how the corridor is built and walked.
type Params struct {
	Seed    int
	Samples int // T
	Rays    int // L_vis

	Lx, Ly      float64 // the arena
	Smooth      float64 // K: the texture's sigma is K of the perimeter
	Legacy      bool    // wall offsets as in the authors' code, not by arc length
	FOV         float64 // FOV_frac: half the field of view is pi/FOV
	Velocity    float64 // V0
	Buffer      float64 // share of Ly at either end where the agent turns back
	SpeedJitter float64 // std of the speed, each step
	TurnJitter  float64 // std of the heading's change, in turns
}

// Predict makes the data of the walk: inputs [view_t, heading change], targets view_{t+1}.
// Scaling to [lo, 1] is by the heading column, the views, the targets, then the inputs jointly.
// Beside them it returns the texture along the walls, in [-1, 1] where the views are full.
func (w *Walk) Predict(p *Params, lo float32) (d *task.Data, wall []float32) {
	views := append([]float32(nil), w.View[:p.Samples*p.Rays]...)
	d = &task.Data{Lo: lo, Targets: append([]float32(nil), w.View[p.Rays:]...)}
	turns := make([]float32, p.Samples)
	for t := range turns {
		turns[t] = float32(w.Theta[t+1] - w.Theta[t])
	}
	least, most := task.Extent(views)
	wall = w.arena.painted()
	task.Rescale(wall, least, most, -1)
	for _, x := range [][]float32{turns, views, d.Targets} {
		task.Scale(x, lo)
	}
	for t := range turns {
		d.Inputs = append(d.Inputs, views[t*p.Rays:(t+1)*p.Rays]...)
		d.Inputs = append(d.Inputs, turns[t])
	}
	task.Scale(d.Inputs, lo)
	return d, wall
}
