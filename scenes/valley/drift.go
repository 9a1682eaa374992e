package valley

import (
	"math"

	"driftlab/engine/valley"
	"driftlab/render"
	"driftlab/render/plot"
)

// drift draws how fast the crowd drifts along the floor, by the distance from the corner, over the
// auxiliary loss whose slope it goes down.
type drift struct {
	at    []float32 // the bins' middles
	aux   []float32
	speed render.LinePlot
}

func newDrift() drift {
	return drift{speed: render.LinePlot{Titles: []string{"Drift along the floor, by the distance", "Drift along the floor", "Drift"}, Hi: 0.5, Series: []render.Series{
		{Ink: plot.Pink},
		{Name: "theory", Ink: plot.Sky, Dashed: true},
		{Name: "walkers", Ink: plot.Vermilion},
	}}}
}

// receive takes what was measured. The auxiliary loss is that of the kind of noise: log lambda, or
// lambda, for lambda = 2 x^2; it has a scale of its own, which fills the plot.
func (k *drift) receive(f *valley.Frame) {
	p := &k.speed
	p.Series[0].Name, p.Unit, p.Lo = "log λ", "per step, in σ^{2}/2; log λ on a scale of its own", -3
	aux := math.Log
	if f.Kind == "label" {
		p.Series[0].Name, p.Unit, p.Lo = "λ", "per step, in 2η^{2}σ^{2}; λ on a scale of its own", -4
		aux = func(lambda float64) float64 { return lambda }
	}
	n := len(f.Drift)
	at := func(i int) float64 { return (float64(i) + 0.5) * float64(f.DriftSpan) / float64(n) }
	lambda := func(i int) float64 { return aux(2 * at(i) * at(i)) }
	k.at, k.aux = k.at[:0], k.aux[:0]
	for i := range n {
		share := (lambda(i) - lambda(0)) / (lambda(n-1) - lambda(0))
		k.at = append(k.at, float32(at(i)))
		k.aux = append(k.aux, float32(p.Lo+share*(p.Hi-p.Lo)))
	}
	p.X, p.Series[0].Y, p.Series[1].Y = k.at, k.aux, f.DriftTheory
	p.Series[2].Y, p.Series[2].Error = f.Drift, f.DriftErr
}

func (k *drift) draw(c *render.Canvas, b plot.Box) {
	k.speed.Draw(c, c.Panel(b, k.speed.Unit, k.speed.Titles...))
}
