package render

import "driftlab/render/plot"

// A Histogram draws shares of a whole as bars over equal bins from 0 to Hi.
type Histogram struct {
	Share []float32
	Hi    float64
	Name  string // of the x axis; may be empty
	Ink   plot.Ink

	Mark     float64 // a line stands here, if it is below Hi; 0 for none
	MarkName string
	Note     Note

	x Axis
}

// Draw fills the box with the histogram, its axis included.
func (h *Histogram) Draw(c *Canvas, b plot.Box) {
	b.CutBottom(20)
	b.CutLeft(32)
	b.CutRight(4)
	if b.W < 20 || b.H < 12 || len(h.Share) == 0 {
		return
	}
	h.x.Name = h.Name
	h.x.Set(plot.Scale{Hi: max(h.Hi, 1e-6), From: b.X, To: b.Right()}, max(int(b.W/52), 2))
	c.Fill(b, c.Theme.Panel)
	_, most := plot.Span(0, 1e-6, h.Share)
	for i, v := range h.Share {
		bar := b.Column(i, len(h.Share), 1)
		tall := float32(max(float64(v), 0)/most) * (b.H - 6)
		bar.Y, bar.H = b.Bottom()-tall, tall
		c.Fill(bar, c.Theme.Of(h.Ink))
	}
	c.Frame(b, 1, c.Theme.Edge)
	h.x.Below(c, b)
	if h.Mark > 0 && h.Mark < h.Hi {
		x := h.x.At(h.Mark)
		c.Line(x, b.Y, x, b.Bottom(), 1.5, c.Theme.Text)
		c.Plate(x+6, b.Bottom()-8, h.MarkName, Small, Left)
	}
	h.Note.draw(c, b)
}
