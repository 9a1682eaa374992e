package valley

import (
	"fmt"
	"math"

	"driftlab/engine/valley"
	"driftlab/render"
	"driftlab/render/plot"
)

// curves draws what the walkers do over time beside what theory says.
type curves struct {
	alive, curvature render.LinePlot
	series           [4]render.Series
	histogram        render.Histogram
	logMean          []float32 // log of the mean curvature
	meanLog          []float32 // mean of the log curvature, in decades too
	crowd            string
	walkers          int
	been             render.Note // how many have been beyond the end of the stable floor, and where that is
	beenN            int
	beenAt           float32
}

// decade is the natural logarithm of ten: the curves are shown in decades.
const decade = float32(math.Ln10)

// receive takes the curvatures to decades and words the crowd's name.
func (k *curves) receive(f *valley.Frame) {
	k.logMean, k.meanLog = k.logMean[:0], k.meanLog[:0]
	for _, v := range f.MeanLambda {
		k.logMean = append(k.logMean, float32(math.Log10(float64(v))))
	}
	for _, v := range f.MeanLogLambda {
		k.meanLog = append(k.meanLog, v/decade)
	}
	if n := len(f.X) - f.Dropped; k.crowd == "" || n != k.walkers {
		k.walkers, k.crowd = n, plot.Count(int64(n))
	}
	if f.Been != k.beenN || f.End != k.beenAt {
		k.beenN, k.beenAt, k.been = f.Been, f.End, render.Note{}
		if f.Been > 0 {
			have := "have"
			if f.Been == 1 {
				have = "has"
			}
			n := plot.Count(int64(f.Been))
			k.been.Text = fmt.Sprintf("%s %s been beyond %.2g: unstable", n, have, f.End)
			k.been.Short = fmt.Sprintf("%s beyond %.2g", n, f.End)
		}
	}
}

// draw shows one of the plots.
func (k *curves) draw(c *render.Canvas, f *valley.Frame, which int, b plot.Box) {
	switch t := c.Theme; which {
	case alivePanel:
		k.alive.X, k.alive.XName, k.alive.Lo, k.alive.Hi = f.Steps, "steps", 0, 1
		k.series[0] = render.Series{Name: k.crowd, Second: "walkers", Y: f.Alive, Colour: t.Vermilion}
		k.series[1] = render.Series{Name: "theory", Y: f.AliveTheory, Colour: t.Sky, Dashed: true}
		k.alive.Series = k.series[:2]
		k.alive.Note = render.Note{Text: f.NoTheory}
		if f.NoTheory != "" {
			k.alive.Note.Short = "no theory now"
		}
		k.alive.Draw(c, c.Panel(b, "share of the walkers", "Have not met the corner", "Not at corner"))
	case curvaturePanel:
		k.curvature.X, k.curvature.XName, k.curvature.Least = f.Steps, "steps", 0.5
		k.series[2] = render.Series{Name: "log of", Second: "mean λ", Y: k.logMean, Colour: t.Pink, Dashed: true}
		k.series[3] = render.Series{Name: "mean of", Second: "log λ", Y: k.meanLog, Colour: t.Green}
		k.curvature.Series = k.series[2:]
		k.curvature.Draw(c, c.Panel(b, "log_{10}", "Curvature λ under the walkers", "Curvature λ"))
	case distancePanel:
		h := &k.histogram
		h.Share, h.Hi, h.Colour = f.Hist, float64(f.HistMax), t.Sky
		h.Mark, h.MarkName, h.Note = float64(f.End), "1/√η", k.been
		h.Draw(c, c.Panel(b, "share of the walkers",
			"Distance max(|x|, |y|) from the flat corner", "Distance max(|x|, |y|)", "Distance"))
	}
}
