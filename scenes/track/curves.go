package track

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

// curves draws the measures over a logarithmic step axis with the phases shaded.
type curves struct {
	plots  [curveCount]render.LinePlot
	series [4]render.Series
	bands  []render.Band
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
	subtitle := curveTitles[which].subtitle
	if which == curveSparsity {
		subtitle = f.Fit
	}
	p.Draw(c, c.Panel(b, subtitle, curveTitles[which].title, curveTitles[which].short))
}

// banded makes a band of each phase so far; at rest there is none, and no colour.
func (k *curves) banded(t *plot.Theme, f *track.Frame) []render.Band {
	k.bands = k.bands[:0]
	for _, b := range f.Bands {
		band := render.Band{From: float64(b.From), Name: b.Name, Colour: t.Panel}
		if b.Phase > 0 && b.Phase <= len(t.Phases) {
			band.Short, band.Colour = phaseNumbers[b.Phase-1], t.Phases[b.Phase-1]
		}
		k.bands = append(k.bands, band)
	}
	return k.bands
}

var phaseNumbers = [...]string{"1", "2", "3"}
