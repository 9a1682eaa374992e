package nn

import "driftlab/engine/num"

// Batch is the data of a run, one row per feature with the samples along it, padded with
// zeros to whole vectors of samples and, for the inputs, to a multiple of four rows.
type Batch struct {
	T, D, O  int
	Padded   int         // samples in a row, T rounded up
	X        [][]float32 // D inputs, a row of ones for the bias, rows of zeros
	Y        [][]float32 // O targets
	Variance float64     // of all targets
}

// NewBatch lays out T samples of D inputs and O targets, given sample after sample.
func NewBatch(t int, inputs, targets []float32) *Batch {
	d, o := len(inputs)/t, len(targets)/t
	b := &Batch{T: t, D: d, O: o, Padded: num.Pad(t)}
	b.X = rows(num.Pad(d+1), b.Padded)
	b.Y = rows(o, b.Padded)
	for s := range t {
		for i := range d {
			b.X[i][s] = inputs[s*d+i]
		}
		b.X[d][s] = 1
		for i := range o {
			b.Y[i][s] = targets[s*o+i]
		}
	}
	b.Variance = variance(targets)
	return b
}

// rows makes n rows of the given length in one piece of memory.
func rows(n, length int) [][]float32 {
	all := make([]float32, n*length)
	out := make([][]float32, n)
	for i := range out {
		out[i] = all[i*length : (i+1)*length : (i+1)*length]
	}
	return out
}

// variance is the population variance.
func variance(x []float32) float64 {
	var sum, square float64
	for _, v := range x {
		sum += float64(v)
	}
	mean := sum / float64(len(x))
	for _, v := range x {
		d := float64(v) - mean
		square += float64(d * d)
	}
	return square / float64(len(x))
}
