package stability

import (
	"driftlab/engine/nn/rnn"
	"driftlab/engine/rng"
	"driftlab/engine/task/digits"
)

// probes are the tasks whose dynamics are followed, as places in Tasks: the note's.
var probes = [...]int{1, 2}

func probeNames() (names []string) {
	for _, p := range probes {
		names = append(names, Tasks[p].Name)
	}
	return names
}

// Inputs of a step are dx, dy, end of stroke, end of digit. The answer counts in the last steps, in
// which the pen rests.
const (
	inputs  = 4
	readout = 5
	answers = 2
)

// turned is a movement as a task has it.
func (t Turn) turned(r digits.Row) (dx, dy float32) {
	dx, dy = float32(r.DX), float32(r.DY)
	switch t {
	case Swapped:
		return dy, dx
	case Flipped:
		return dx, -dy
	}
	return dx, dy
}

// length is how many steps a digit's trial has: its first row, where the pen comes down, is not told.
func length(rows []digits.Row) int { return len(rows) - 1 + readout }

// A trial is a digit in a task.
type trial struct {
	digit  int32
	task   int // a place in Tasks
	weight float32
}

// A desk lays trials out in a batch.
type desk struct {
	batch  *rnn.Batch
	trials []trial // in the order of the batch once they are laid out
	pen    float32 // the standard deviation of the pen's noise

	most    int // steps
	order   []int32
	sorted  []trial
	steps   []int32
	starts  []int32 // of the trials of each length
	normals []float32
	chance  []float32
}

// newDesk has room for so many trials of so many steps.
func newDesk(trials, most int, pen float64) *desk {
	return &desk{
		batch: rnn.NewBatch(inputs, trials, most, readout), trials: make([]trial, 0, trials), pen: float32(pen), most: most,
		order: make([]int32, trials), sorted: make([]trial, trials), steps: make([]int32, trials), starts: make([]int32, most+2),
		normals: make([]float32, most*inputs), chance: make([]float32, trials),
	}
}

// lay fills the batch with the trials, longest first. The pen's noise is that of the key at a number.
func (d *desk) lay(set *digits.Set, key rng.Key, number uint64) {
	d.sort(set)
	d.batch.Begin(d.steps[:len(d.trials)])
	for s, t := range d.trials {
		d.write(s, set, t, key, number)
	}
}

// sort brings the trials in order, by how many there are of each length.
func (d *desk) sort(set *digits.Set) {
	clear(d.starts)
	for _, t := range d.trials {
		d.starts[d.most-length(set.Rows(int(t.digit)))+1]++
	}
	for i := range d.starts[1:] {
		d.starts[i+1] += d.starts[i]
	}
	for i, t := range d.trials {
		n := length(set.Rows(int(t.digit)))
		at := &d.starts[d.most-n]
		d.order[*at], d.sorted[*at], d.steps[*at] = int32(i), t, int32(n)
		*at++
	}
	copy(d.trials, d.sorted)
}

// write fills in a trial: its movements, then rest, all with noise.
func (d *desk) write(s int, set *digits.Set, t trial, key rng.Key, number uint64) {
	b, of, rows := d.batch, &Tasks[t.task], set.Rows(int(t.digit))[1:]
	const apart = 16 // numbers of the generator begin at multiples of this
	normals := d.normals[:int(b.Steps[s])*inputs]
	key.NormalsFrom(normals, number, int(d.order[s])*((d.most*inputs+apart-1)/apart*apart))
	for step := range int(b.Steps[s]) {
		var x [inputs]float32
		if step < len(rows) {
			x = input(of.Turn, rows[step])
		}
		for i, v := range x {
			b.Set(step, s, i, v+float32(d.pen*normals[step*inputs+i]))
		}
	}
	b.Context[s], b.Weight[s] = int32(t.task), t.weight
	answer := uint8(0)
	if int(set.Labels[t.digit]) == of.Labels[1] {
		answer = 1
	}
	for k := range readout {
		b.Target[s*readout+k] = answer
	}
}

// input is what a movement is to the network.
func input(turn Turn, r digits.Row) (x [inputs]float32) {
	x[0], x[1] = turn.turned(r)
	if r.EOS {
		x[2] = 1
	}
	if r.EOD {
		x[3] = 1
	}
	return x
}

// pick is a digit of a task, by chance in [0, 1).
func pick(set *digits.Set, of int, chance float32) int32 {
	a, b := set.Of(Tasks[of].Labels[0]), set.Of(Tasks[of].Labels[1])
	i := min(int(chance*float32(len(a)+len(b))), len(a)+len(b)-1)
	if i < len(a) {
		return a[i]
	}
	return b[i-len(a)]
}

// Numbers of the generator's streams, beside the steps of the run: what is fixed for a task, and what
// follows once it is learned.
const (
	fixedNumber  = 1 << 62
	fisherNumber = 1 << 61
)

func (p *Params) key(stream uint32) rng.Key { return rng.Key{Seed: uint32(p.Seed), Stream: stream} }
