package rnn

import "driftlab/engine/num"

// A Batch is trials side by side, longest first. What is beyond Trials, up to a whole tile, has no
// steps.
type Batch struct {
	Trials  int
	Steps   []int32   // of each trial; they do not grow
	Context []int32   // of each trial
	Weight  []float32 // of each trial in the loss
	Target  []uint8   // of each trial for each of the steps that count: trials x Counted
	Counted int       // the last so many steps of a trial count in the loss

	d, most int
	x       []float32 // for each step tiles of D rows
}

// NewBatch makes room for so many trials of so many steps, with d inputs.
func NewBatch(d, trials, most, counted int) *Batch {
	n := num.Tiles(trials) * num.Tile
	return &Batch{
		Steps: make([]int32, n), Context: make([]int32, n), Weight: make([]float32, n),
		Target: make([]uint8, n*counted), Counted: counted, d: d, most: most, x: make([]float32, most*n*d),
	}
}

// Begin empties the batch and says how long its trials are, which have to last for the steps that
// count. All inputs are 0.
func (b *Batch) Begin(steps []int32) {
	b.Trials = len(steps)
	clear(b.Steps[copy(b.Steps, steps):])
	for s, n := range steps {
		if int(n) < b.Counted || int(n) > b.most || s > 0 && n > steps[s-1] {
			panic("rnn: trials are not in order, or of a length for which there is no room")
		}
	}
	clear(b.x[:b.Longest()*len(b.Steps)*b.d])
	clear(b.Weight)
}

// Longest is how many steps the longest trial has.
func (b *Batch) Longest() int { return int(b.Steps[0]) }

// Set sets an input of a trial at a step.
func (b *Batch) Set(step, trial, input int, v float32) {
	b.x[(step*len(b.Steps)+trial&^(num.Tile-1))*b.d+input*num.Tile+trial%num.Tile] = v
}

// tiles is how many tiles have trials that last beyond a step.
func (b *Batch) tiles(step int) int {
	n := len(b.Steps) / num.Tile
	for n > 0 && int(b.Steps[(n-1)*num.Tile]) <= step {
		n--
	}
	return n
}

// inputs is the tiles of a step.
func (b *Batch) inputs(step int) num.Tiled {
	n := len(b.Steps) * b.d
	return num.Tiled{Data: b.x[step*n : (step+1)*n], Rows: b.d}
}

// counted is which of the steps that count this one is for a trial; ok is false if it does not.
func (b *Batch) counted(step, trial int) (k int, ok bool) {
	k = step - int(b.Steps[trial]) + b.Counted
	return k, k >= 0 && k < b.Counted && trial < b.Trials
}

// Input is an input of a trial at a step.
func (b *Batch) Input(step, trial, input int) float32 {
	return b.inputs(step).Of(trial / num.Tile)[input*num.Tile+trial%num.Tile]
}
