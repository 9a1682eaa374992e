package minima

import (
	"fmt"
	"math"

	"driftlab/engine/minima"
	"driftlab/render"
	"driftlab/render/plot"
)

// barrier draws what a walker has to get over beside the noise that may take it there.
type barrier struct {
	height, heat float32 // that it was made for
	profile      render.LinePlot
}

func newBarrier() barrier {
	const n = 161
	p := render.LinePlot{Titles: []string{"The loss along x, and the noise", "The loss along x"}, XName: "x", Series: []render.Series{
		{Name: minima.Names[0], Ink: inks[0]},
		{Name: "others", Ink: inks[1]},
		{Name: "T", Ink: plot.Pink, Dashed: true},
	}}
	for i := range n {
		x, _ := at(float32(i)/(n-1), 0)
		p.X = append(p.X, x)
	}
	for i := range p.Series {
		p.Series[i].Y = make([]float32, n)
	}
	return barrier{profile: p}
}

// receive draws the lines anew where a dial has been turned.
func (k *barrier) receive(f *minima.Frame) {
	if k.height == f.Barrier && k.heat == f.Heat {
		return
	}
	k.height, k.heat = f.Barrier, f.Heat
	p := &k.profile
	p.Hi = float64(max(2.2*f.Barrier, 1.2*f.Heat))
	for i, x := range p.X {
		for rule := range 2 {
			y := minima.Profile(rule, x, f.Barrier)
			if float64(y) > p.Hi {
				y = float32(math.NaN())
			}
			p.Series[rule].Y[i] = y
		}
		p.Series[2].Y[i] = f.Heat
	}
	p.Unit = fmt.Sprintf("barrier h = %.3g, noise T = %.3g", f.Barrier, f.Heat)
}

func (k *barrier) draw(c *render.Canvas, b plot.Box) {
	k.profile.Draw(c, c.Panel(b, k.profile.Unit, k.profile.Titles...))
}
