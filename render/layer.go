package render

import "driftlab/render/plot"

// A Layer is a part of a picture that is kept as it was drawn: for what takes long to draw and
// seldom changes. The zero value is empty.
type Layer struct {
	image Image
	unit  float32
	theme *plot.Theme
	stale bool
}

// Forget makes the layer be drawn anew.
func (l *Layer) Forget() { l.stale = true }

// Layer shows a layer in a box. Where it has not been drawn for such a box, draw does so, on the page's
// colour, in a box of the same size at the origin.
func (c *Canvas) Layer(l *Layer, b plot.Box, draw func(b plot.Box)) {
	r := c.pixels(b)
	if r.Empty() {
		return
	}
	c.flush()
	if l.stale || !l.fits(c, r.Dx(), r.Dy()) {
		l.make(c, r.Dx(), r.Dy())
		whole, target := c.whole, c.target
		c.whole, c.target = l.image, l.image
		at := plot.Box{W: float32(r.Dx()) / c.Unit, H: float32(r.Dy()) / c.Unit}
		c.Fill(at, c.Theme.Page)
		draw(at)
		c.flush()
		c.whole, c.target = whole, target
	}
	c.target.Place(l.image, r, false)
}

// fits reports whether the layer is one of w x h device pixels that looks as the canvas does.
func (l *Layer) fits(c *Canvas, w, h int) bool {
	if l.image == nil {
		return false
	}
	x, y := l.image.Size()
	return x == w && y == h && l.unit == c.Unit && l.theme == c.Theme
}

// make begins the layer anew.
func (l *Layer) make(c *Canvas, w, h int) {
	if l.image != nil {
		l.image.Free()
	}
	l.image, l.unit, l.theme, l.stale = c.Device.NewImage(w, h, true), c.Unit, c.Theme, false
}
