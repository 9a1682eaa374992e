package nn

import "driftlab/engine/num"

// Batch is the data of a run, padded with zeros to whole tiles of samples.
type Batch struct {
	T, D, O  int
	X        Tiled      // D+1 rows: the inputs, and a row of ones for the bias
	x        num.Panels // the same, sample after sample
	Y        Tiled      // O rows: the targets
	Variance float64    // of all targets
}

// NewBatch lays out T samples of D inputs and O targets, given sample after sample.
func NewBatch(t int, inputs, targets []float32) *Batch {
	d, o := len(inputs)/t, len(targets)/t
	b := &Batch{T: t, D: d, O: o, X: newTiled(d+1, t), x: newPanels(d+1, t), Y: newTiled(o, t)}
	for s := range t {
		for i := range d {
			b.X.set(i, s, inputs[s*d+i])
		}
		b.X.set(d, s, 1)
		for i := range o {
			b.Y.set(i, s, targets[s*o+i])
		}
	}
	b.x.Transpose(b.X.Data)
	b.Variance = variance(targets)
	return b
}

// Tiled is a matrix of numbers for each sample, laid out as package num describes.
type Tiled struct {
	Rows int
	Data []float32
}

func newTiled(rows, samples int) Tiled {
	return Tiled{Rows: rows, Data: make([]float32, num.Tiles(samples)*rows*num.Tile)}
}

// At is row r's number for sample s.
func (m *Tiled) At(r, s int) float32 { return m.Data[m.place(r, s)] }

func (m *Tiled) set(r, s int, v float32) { m.Data[m.place(r, s)] = v }

func (m *Tiled) place(r, s int) int { return (s/num.Tile*m.Rows+r)*num.Tile + s%num.Tile }

// Matrix is rows of samples in one piece of memory, each padded to whole tiles.
type Matrix struct {
	Data   []float32
	Stride int         // from a row to the next: the samples, rounded up
	Rows   [][]float32 // Data, row by row
}

func newMatrix(rows, samples int) Matrix {
	stride := num.Tiles(samples) * num.Tile
	m := Matrix{Data: make([]float32, rows*stride), Stride: stride, Rows: make([][]float32, rows)}
	for i := range m.Rows {
		m.Rows[i] = m.Data[i*stride : (i+1)*stride : (i+1)*stride]
	}
	return m
}

// units are the rows as the kernels take them.
func (m *Matrix) units() num.Rows { return num.Rows{Data: m.Data, Stride: m.Stride, Len: m.Stride} }

func newPanels(numbers, samples int) num.Panels {
	return num.NewPanels(numbers, num.Tiles(samples)*num.Tile)
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
