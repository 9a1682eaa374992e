package rules

import (
	"driftlab/engine/rules"
	"driftlab/engine/track"
	"driftlab/render"
	"driftlab/render/plot"
)

// travel draws what becomes of the maps of two places in the course of a stay in one of them.
type travel struct {
	plot render.LinePlot
	y    [2 * rules.Most][]float32
}

func newTravel() travel {
	t := travel{plot: render.LinePlot{
		Titles: []string{"Maps since the change of place", "Since the change"}, Unit: "correlation; solid: the place left", XName: "step", Lo: -0.2, Hi: 1,
	}}
	for i := range rules.Most {
		t.plot.Series = append(t.plot.Series,
			render.Series{Name: rules.Letters[i], Ink: inks[i]},
			render.Series{Ink: inks[i], Dashed: true})
	}
	return t
}

// receive takes the means, which begin at 1: every map is like itself.
func (t *travel) receive(f *rules.Frame) {
	p := &t.plot
	p.X = p.X[:0]
	for k := range track.Looks + 1 {
		p.X = append(p.X, float32(k*f.Stay)/track.Looks)
	}
	for i := range p.Series {
		t.y[i] = t.y[i][:0]
		if net := i / 2; net < len(f.Nets) && len(f.Nets[net].Away) > 0 {
			of := f.Nets[net].Away
			if i%2 == 1 {
				of = f.Nets[net].Here
			}
			t.y[i] = append(append(t.y[i], 1), of...)
		}
		p.Series[i].Y = t.y[i]
	}
	p.Note = render.Note{}
	compared := false
	for i := range p.Series {
		y := p.Series[i].Y
		compared = compared || len(y) > 1 && y[1] == y[1]
	}
	if !compared {
		p.Note.Text, p.Note.Short = "compared from the third stay on", "none yet"
	}
}

func (t *travel) draw(c *render.Canvas, b plot.Box) {
	t.plot.Draw(c, c.Panel(b, t.plot.Unit, t.plot.Titles...))
}
