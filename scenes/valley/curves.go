package valley

import (
	"fmt"

	"driftlab/engine/valley"
	"driftlab/render"
	"driftlab/render/plot"
)

// curves draws what the walkers do over time beside what theory says.
type curves struct {
	lines     render.Curves
	histogram render.Histogram
	walkers   int
	beenN     int
	beenAt    float32
}

func newCurves() curves {
	return curves{
		lines: render.Curves{XName: "steps", Plots: []render.LinePlot{
			{
				Titles: []string{"Have not met the corner", "Not at corner"}, Unit: "share of the walkers", Hi: 1,
				Series: []render.Series{
					{Second: "walkers", Ink: plot.Vermilion},
					{Name: "theory", Ink: plot.Sky, Dashed: true},
				},
			},
			{
				Titles: []string{"Curvature λ under the walkers", "Curvature λ"}, Unit: "log_{10}", Least: 0.5,
				Series: []render.Series{
					{Name: "log of", Second: "mean λ", Ink: plot.Pink, Dashed: true},
					{Name: "mean of", Second: "log λ", Ink: plot.Green},
				},
			},
		}},
		histogram: render.Histogram{Ink: plot.Sky, MarkName: "1/√η"},
	}
}

// receive takes the curves and words the crowd's name.
func (k *curves) receive(f *valley.Frame) {
	k.lines.X = f.Steps
	alive, curvature := &k.lines.Plots[0], &k.lines.Plots[1]
	if n := len(f.X) - f.Dropped; alive.Series[0].Name == "" || n != k.walkers {
		k.walkers, alive.Series[0].Name = n, plot.Count(int64(n))
	}
	alive.Series[0].Y, alive.Series[1].Y = f.Curves[0], f.Curves[1]
	alive.Note = render.Note{Text: f.NoTheory}
	if f.NoTheory != "" {
		alive.Note.Short = "no theory now"
	}
	curvature.Series[0].Y, curvature.Series[1].Y = f.Curves[2], f.Curves[3]
	k.distance(f)
}

// distance takes the histogram and words how many have been beyond the end.
func (k *curves) distance(f *valley.Frame) {
	h := &k.histogram
	h.Share, h.Hi, h.Mark = f.Hist, float64(f.HistMax), float64(f.End)
	if f.Been != k.beenN || f.End != k.beenAt {
		k.beenN, k.beenAt, h.Note = f.Been, f.End, render.Note{}
		if f.Been > 0 {
			have := "have"
			if f.Been == 1 {
				have = "has"
			}
			n := plot.Count(int64(f.Been))
			h.Note.Text = fmt.Sprintf("%s %s been beyond %.2g: unstable", n, have, f.End)
			h.Note.Short = fmt.Sprintf("%s beyond %.2g", n, f.End)
		}
	}
}

// draw shows one of the plots.
func (k *curves) draw(c *render.Canvas, which int, b plot.Box) {
	if which == distancePanel {
		k.histogram.Draw(c, c.Panel(b, "share of the walkers",
			"Distance max(|x|, |y|) from the flat corner", "Distance max(|x|, |y|)", "Distance"))
		return
	}
	k.lines.Draw(c, which-alivePanel, b)
}
