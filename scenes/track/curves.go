package track

import (
	"driftlab/engine/track"
	"driftlab/render"
	"driftlab/render/plot"
)

// The curves, in the order of their panels.
const (
	lossCurve = iota
	sparsityCurve
	informationCurve
)

// newCurves are the measures over a logarithmic step axis with the phases shaded.
func newCurves() render.Curves {
	return render.Curves{XName: "step", LogX: true, Plots: []render.LinePlot{
		lossCurve: {
			Titles: []string{"Loss"}, Unit: "log_{10} of MSE / variance", Least: 1,
			Series: []render.Series{{Ink: plot.Yellow}},
		},
		sparsityCurve: {
			Titles: []string{"Sparsity"}, Hi: 1,
			Series: []render.Series{
				{Name: "active", Second: "units", Ink: plot.Sky},
				{Name: "active", Second: "fraction", Ink: plot.Orange, Dashed: true},
			},
		},
		informationCurve: {
			Titles: []string{"Spatial information", "Information"}, Unit: "bits, mean over place units", Least: 0.5,
			Series: []render.Series{{Ink: plot.Green}},
		},
	}}
}

// follow gives the curves what the frame brings.
func follow(k *render.Curves, f *track.Frame) {
	k.X = f.Steps
	k.Plots[lossCurve].Series[0].Y = f.Curves[0]
	k.Plots[sparsityCurve].Series[0].Y = f.Curves[1]
	k.Plots[sparsityCurve].Series[1].Y = f.Curves[2]
	k.Plots[sparsityCurve].Unit = f.Fit
	k.Plots[informationCurve].Series[0].Y = f.Curves[3]
	k.Bands = k.Bands[:0]
	for _, b := range f.Bands {
		k.Bands = append(k.Bands, render.Band{From: float64(b.From), Name: b.Name, Phase: b.Phase})
	}
}
