package nn

import "driftlab/engine/num"

// Batch is the data of a run, one row per feature with the samples along it, padded with
// zeros to whole vectors of samples.
type Batch struct {
	T, D, O  int
	X        Matrix  // (D+1) x T: the inputs, and a row of ones for the bias
	Y        Matrix  // O x T: the targets
	Variance float64 // of all targets
}

// NewBatch lays out T samples of D inputs and O targets, given sample after sample.
func NewBatch(t int, inputs, targets []float32) *Batch {
	d, o := len(inputs)/t, len(targets)/t
	b := &Batch{T: t, D: d, O: o, X: newMatrix(d+1, t), Y: newMatrix(o, t)}
	for s := range t {
		for i := range d {
			b.X.Rows[i][s] = inputs[s*d+i]
		}
		b.X.Rows[d][s] = 1
		for i := range o {
			b.Y.Rows[i][s] = targets[s*o+i]
		}
	}
	b.Variance = variance(targets)
	return b
}

// Matrix is rows of samples in one piece of memory, each padded to whole vectors.
type Matrix struct {
	Data   []float32
	Stride int         // from a row to the next: the samples, rounded up
	Rows   [][]float32 // Data, row by row
}

func newMatrix(rows, samples int) Matrix {
	stride := num.Pad(samples)
	m := Matrix{Data: make([]float32, rows*stride), Stride: stride, Rows: make([][]float32, rows)}
	for i := range m.Rows {
		m.Rows[i] = m.Data[i*stride : (i+1)*stride : (i+1)*stride]
	}
	return m
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
