package scenes

import (
	"driftlab/engine/track"
	"driftlab/render"
	"driftlab/render/plot"
)

// The curves, in the order of their panels.
const (
	curveLoss = iota
	curveSparsity
	curveInformation
	curveCount
)

// phases are the names of the phases and of the borders' bands.
var phases = [3]struct{ name, short string }{
	{"learning", "1"}, {"directed drift", "2"}, {"null drift", "3"},
}

// curves draws the measures over a logarithmic step axis with the phases shaded.
type curves struct {
	plots  [curveCount]render.LinePlot
	series [4]render.Series
	bands  [len(phases)]render.Band
}

var curveTitles = [curveCount]struct{ title, short, subtitle string }{
	curveLoss:        {"Loss", "Loss", "log_{10} of MSE / variance"},
	curveSparsity:    {"Sparsity", "Sparsity", ""},
	curveInformation: {"Spatial information", "Information", "bits, mean over place units"},
}

func (k *curves) draw(c *render.Canvas, f *track.Frame, which int, b plot.Box) {
	p := &k.plots[which]
	p.X, p.LogX, p.XName = f.Steps, true, "step"
	p.Bands = k.banded(c.Theme, f)
	switch t := c.Theme; which {
	case curveLoss:
		k.series[0] = render.Series{Y: f.Loss, Colour: t.Yellow}
		p.Series, p.Least = k.series[:1], 1
	case curveSparsity:
		k.series[1] = render.Series{Name: "active", Second: "units", Y: f.ActiveUnits, Colour: t.Sky}
		k.series[2] = render.Series{Name: "active", Second: "fraction", Y: f.ActiveFraction, Colour: t.Orange, Dashed: true}
		p.Series, p.Lo, p.Hi = k.series[1:3], 0, 1
	case curveInformation:
		k.series[3] = render.Series{Y: f.MeanSI, Colour: t.Green}
		p.Series, p.Least = k.series[3:], 0.5
	}
	p.Draw(c, c.Panel(b, curveTitles[which].subtitle, curveTitles[which].title, curveTitles[which].short))
}

// banded makes a band of each phase that has been reached.
func (k *curves) banded(t *plot.Theme, f *track.Frame) []render.Band {
	n := min(len(f.Borders)+1, len(k.bands))
	for i := range n {
		from := 0.0
		if i > 0 {
			from = float64(f.Borders[i-1])
		}
		k.bands[i] = render.Band{From: from, Name: phases[i].name, Short: phases[i].short, Colour: t.Phases[i]}
	}
	return k.bands[:n]
}
