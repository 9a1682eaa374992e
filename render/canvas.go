// Package render draws marks on an image of any device: text, lines, boxes, discs, images
// through a colour map, and the plots made of them. It knows no exhibit.
package render

import (
	"image"
	"math"

	"driftlab/render/plot"
)

// A Canvas draws in canvas units, which are CSS pixels times a zoom, on an image in device
// pixels. Marks gather in one batch of triangles that all take their texels from the
// canvas's atlas of letters, discs and one white patch; so a picture is a few draw calls.
type Canvas struct {
	Device Device // what the pictures are drawn on
	Theme  *plot.Theme
	W, H   float32 // size in canvas units
	Unit   float32 // device pixels per canvas unit
	Hand   bool    // set while drawing: the pointer is over something that can be clicked

	whole    Image
	target   Image // whole, or the part of it that marks are clipped to
	atlas    atlas
	vertices []Vertex
	indices  []uint32
	scratch  []plot.Point
}

// Begin starts a picture on dst with a number of device pixels per canvas unit.
func (c *Canvas) Begin(dst Image, unit float32, theme *plot.Theme) {
	w, h := dst.Size()
	c.Resize(w, h, unit, theme)
	c.whole, c.target = dst, dst
	c.Hand = false
	c.open()
	c.Fill(plot.Box{W: c.W, H: c.H}, theme.Page)
}

// Resize says how large the pictures to come are, in device pixels: enough to lay them out
// and to measure texts.
func (c *Canvas) Resize(w, h int, unit float32, theme *plot.Theme) {
	c.Theme, c.Unit = theme, unit
	c.W, c.H = float32(w)/unit, float32(h)/unit
}

// open makes the canvas ready for its first picture, with room for most that will come.
func (c *Canvas) open() {
	c.atlas.open(c.Device)
	if c.vertices == nil {
		const room = 1 << 15
		c.vertices, c.indices = make([]Vertex, 0, room), make([]uint32, 0, 3*room)
		c.scratch = make([]plot.Point, 0, room/8)
	}
}

// End puts the last marks on the image.
func (c *Canvas) End() {
	c.flush()
	c.whole, c.target = nil, nil
}

// Clip keeps the marks that follow within a box, until Unclip.
func (c *Canvas) Clip(b plot.Box) {
	c.flush()
	c.target = c.whole.Part(c.pixels(b))
}

// Unclip ends Clip.
func (c *Canvas) Unclip() {
	c.flush()
	c.target = c.whole
}

// pixels is the box in whole device pixels.
func (c *Canvas) pixels(b plot.Box) image.Rectangle {
	r := func(v float32) int { return int(math.Round(float64(v * c.Unit))) }
	return image.Rect(r(b.X), r(b.Y), r(b.Right()), r(b.Bottom()))
}

// flush puts the marks gathered so far on the image.
func (c *Canvas) flush() { c.spend(c.atlas.image, false) }

// spend puts the triangles gathered so far on the image, with texels of src.
func (c *Canvas) spend(src Image, smooth bool) {
	if len(c.indices) > 0 {
		c.target.Triangles(c.vertices, c.indices, src, smooth)
	}
	c.vertices, c.indices = c.vertices[:0], c.indices[:0]
}

// paint is a colour as the graphics card takes it: premultiplied, 0 to 1.
type paint struct{ r, g, b, a float32 }

func painted(c plot.RGBA) paint {
	a := float32(c.A) / 255
	return paint{float32(c.R) / 255 * a, float32(c.G) / 255 * a, float32(c.B) / 255 * a, a}
}

func (p paint) faded(f float32) paint { return paint{p.r * f, p.g * f, p.b * f, p.a * f} }

// vertex adds a corner at (x, y) in device pixels with the texel (u, v), and returns its index.
func (c *Canvas) vertex(x, y, u, v float32, p paint) uint32 {
	c.vertices = append(c.vertices, Vertex{
		DstX: x, DstY: y, SrcX: u, SrcY: v,
		ColorR: p.r, ColorG: p.g, ColorB: p.b, ColorA: p.a,
	})
	return uint32(len(c.vertices) - 1)
}

// plain adds a corner of a mark without texture.
func (c *Canvas) plain(x, y float32, p paint) uint32 { return c.vertex(x, y, white, white, p) }

// quad adds a rectangle of device pixels that shows the atlas at (u, v) one to one.
func (c *Canvas) quad(x0, y0, x1, y1, u, v float32, p paint) {
	i := c.vertex(x0, y0, u, v, p)
	c.vertex(x1, y0, u+x1-x0, v, p)
	c.vertex(x1, y1, u+x1-x0, v+y1-y0, p)
	c.vertex(x0, y1, u, v+y1-y0, p)
	c.indices = append(c.indices, i, i+1, i+2, i, i+2, i+3)
}

// Fill paints a box, its edges on whole device pixels.
func (c *Canvas) Fill(b plot.Box, colour plot.RGBA) {
	r := c.pixels(b)
	c.solid(float32(r.Min.X), float32(r.Min.Y), float32(r.Max.X), float32(r.Max.Y), painted(colour))
}

// solid paints a rectangle in device pixels.
func (c *Canvas) solid(x0, y0, x1, y1 float32, p paint) {
	i := c.plain(x0, y0, p)
	c.plain(x1, y0, p)
	c.plain(x1, y1, p)
	c.plain(x0, y1, p)
	c.indices = append(c.indices, i, i+1, i+2, i, i+2, i+3)
}

// Frame paints the outline of a box, w wide, inside its edges.
func (c *Canvas) Frame(b plot.Box, w float32, colour plot.RGBA) {
	r, p := c.pixels(b), painted(colour)
	x0, y0, x1, y1 := float32(r.Min.X), float32(r.Min.Y), float32(r.Max.X), float32(r.Max.Y)
	d := c.hair(w)
	c.solid(x0, y0, x1, y0+d, p)
	c.solid(x0, y1-d, x1, y1, p)
	c.solid(x0, y0+d, x0+d, y1-d, p)
	c.solid(x1-d, y0+d, x1, y1-d, p)
}

// hair is the width w in whole device pixels, at least one.
func (c *Canvas) hair(w float32) float32 {
	return max(round(w*c.Unit*c.Theme.Stroke), 1)
}

func round(v float32) float32 { return float32(math.Round(float64(v))) }

// Disc paints a filled circle, its edges on whole device pixels: between two texels of the atlas it would depend on
// where there the disc is.
func (c *Canvas) Disc(x, y, r float32, colour plot.RGBA) {
	g := c.glyphOf(discKey(r * c.Unit))
	x, y = round(x*c.Unit-float32(g.w)/2), round(y*c.Unit-float32(g.h)/2)
	c.quad(x, y, x+float32(g.w), y+float32(g.h), float32(g.u), float32(g.v), painted(colour))
}

// Marker paints a filled circle with an outline that sets it off from what lies behind.
func (c *Canvas) Marker(x, y, r float32, fill, outline plot.RGBA) {
	c.Disc(x, y, r+1.25*c.Theme.Stroke, outline)
	c.Disc(x, y, r, fill)
}

// Fan paints the triangles from p[0] to each two neighbours that follow.
func (c *Canvas) Fan(p []plot.Point, colour plot.RGBA) {
	first := uint32(len(c.vertices))
	ink := painted(colour)
	for i, q := range p {
		c.plain(q.X*c.Unit, q.Y*c.Unit, ink)
		if i >= 2 {
			c.indices = append(c.indices, first, first+uint32(i)-1, first+uint32(i))
		}
	}
}

// Ribbon paints what lies between two lines of as many points.
func (c *Canvas) Ribbon(upper, lower []plot.Point, colour plot.RGBA) {
	ink := painted(colour)
	for i, p := range upper {
		k := c.plain(p.X*c.Unit, p.Y*c.Unit, ink)
		c.plain(lower[i].X*c.Unit, lower[i].Y*c.Unit, ink)
		if i > 0 {
			c.indices = append(c.indices, k-2, k-1, k, k, k-1, k+1)
		}
	}
}
