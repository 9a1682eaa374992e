package track

import (
	"fmt"

	"driftlab/engine/track"
	"driftlab/render"
	"driftlab/render/plot"
)

// spectrum draws the Hessian's eigenvalues over the steps: how many there are of each size, and
// what they add up to.
type spectrum struct {
	cells render.Matrix
	lines render.Curves
	said  [2]int // parameters, and how many spectra are waiting
	note  string
}

func newSpectrum() spectrum {
	return spectrum{
		cells: render.Matrix{Name: "step", Empty: "not computed yet"},
		lines: render.Curves{XName: "step", LogX: true, Plots: []render.LinePlot{
			{Titles: []string{"Largest λ"}, Series: []render.Series{
				{Ink: plot.Yellow},
				{Name: "2/η", Ink: plot.Pink, Dashed: true},
			}},
			{Titles: []string{"Sum of λ, mean of log λ", "Sums of λ"}, Unit: "log_{10}", Least: 0.5, Series: []render.Series{
				{Name: "log of sum", Ink: plot.Orange},
				{Name: "mean of log", Ink: plot.Green, Dashed: true},
			}},
			{Titles: []string{"Zero rows and rank", "Zero rows"}, Unit: "of the parameters", Hi: 1, Series: []render.Series{
				{Name: "zero rows", Ink: plot.Sky},
				{Name: "rank", Ink: plot.Vermilion, Dashed: true},
			}},
		}},
	}
}

// receive takes the spectra, and words how many there are.
func (k *spectrum) receive(f *track.Frame) {
	n := len(f.EigenOf)
	k.cells.Cells, k.cells.Rows, k.cells.Cols = f.Eigen, f.EigenBins, n
	if n == 0 {
		k.cells.Rows = 0
	}
	k.ticks(f)
	k.lines.X = f.EigenOf
	p := k.lines.Plots
	p[0].Series[0].Y, p[0].Series[1].Y = f.Largest, p[0].Series[1].Y[:0]
	if f.Edge > 0 {
		for range n {
			p[0].Series[1].Y = append(p[0].Series[1].Y, f.Edge)
		}
	}
	p[1].Series[0].Y, p[1].Series[1].Y = f.Sum, f.MeanLog
	p[2].Series[0].Y, p[2].Series[1].Y = f.ZeroRows, f.Rank
	if says := [2]int{f.Parameter, f.Waiting}; k.note == "" || says != k.said {
		k.said = says
		k.note = fmt.Sprintf("%d parameters", f.Parameter)
		k.cells.Key = render.Key{Lo: "0", Hi: plot.Short(float64(f.Parameter))}
		if f.Waiting > 0 {
			k.note += fmt.Sprintf("; %d steps to come", f.Waiting)
		}
		if f.Sampled {
			k.note += "; rank and bins are estimates"
		}
	}
}

// ticks names the decades of lambda, and those of the steps.
func (k *spectrum) ticks(f *track.Frame) {
	if k.cells.Beside == nil {
		for i := 0; i < f.EigenBins; i += 8 {
			k.cells.Beside = append(k.cells.Beside, plot.Tick{V: float64(i), Label: fmt.Sprintf("10^{%d}", int(f.EigenTop)-i/4)})
		}
	}
	decade := float32(1)
	k.cells.Below = k.cells.Below[:0]
	for i, step := range f.EigenOf {
		if step >= decade {
			k.cells.Below = append(k.cells.Below, plot.Tick{V: float64(i), Label: plot.Short(float64(decade))})
			for decade <= step {
				decade *= 10
			}
		}
	}
}

// draw draws how many eigenvalues there are of each size.
func (k *spectrum) draw(c *render.Canvas, b plot.Box) {
	box := c.Panel(b, k.note, "Eigenvalues λ of the Hessian", "Eigenvalues λ")
	box.CutLeft(34)
	box.CutBottom(20)
	box.CutRight(40)
	if box.W < 40 || box.H < 40 {
		return
	}
	c.Fill(box, plot.Viridis[0])
	k.cells.Draw(c, box)
}
