package valley

import (
	"fmt"

	"driftlab/engine/valley"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// curves draws what the walkers do over time beside what theory says.
type curves struct {
	lines     render.Curves
	histogram render.Histogram
	drift     drift
	walkers   int
	beenN     int
	beenAt    float32
}

func newCurves() curves {
	return curves{
		lines:     picture.Curves(valley.Columns[0].Label, false, valley.Charts, plot.Vermilion, plot.Sky, plot.Pink, plot.Green),
		histogram: render.Histogram{Ink: plot.Sky, MarkName: "1/√η"},
		drift:     newDrift(),
	}
}

// receive takes the curves and words the crowd's name.
func (k *curves) receive(f *valley.Frame) {
	picture.Follow(&k.lines, &f.Head)
	alive := &k.lines.Plots[0]
	if n := len(f.X) - f.Dropped; n != k.walkers {
		k.walkers, alive.Series[0].Name, alive.Series[0].Second = n, plot.Count(int64(n)), "walkers"
	}
	alive.Note = render.Note{Text: f.NoTheory}
	if f.NoTheory != "" {
		alive.Note.Short = "no theory now"
	}
	k.distance(f)
	k.drift.receive(f)
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
	if which == driftPanel {
		k.drift.draw(c, b)
		return
	}
	k.lines.Draw(c, which-alivePanel, b)
}
