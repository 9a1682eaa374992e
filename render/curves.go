package render

import "driftlab/render/plot"

// Curves are line plots over one x axis, declared as data.
type Curves struct {
	X     []float32
	XName string
	LogX  bool
	Bands []Band
	Plots []LinePlot // their x axes and bands are those of all
}

// Draw draws one of the plots in a panel, its title included.
func (k *Curves) Draw(c *Canvas, which int, panel plot.Box) {
	p := &k.Plots[which]
	p.X, p.XName, p.LogX, p.Bands = k.X, k.XName, k.LogX, k.Bands
	p.Draw(c, c.Panel(panel, p.Unit, p.Titles...))
}
