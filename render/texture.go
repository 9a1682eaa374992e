package render

import (
	"bytes"
	"image"
	"slices"

	"driftlab/render/plot"
)

// A Texture is a matrix of bytes seen through a colour map. It is sent to the graphics
// card only when its data or its colours have changed. The zero value is empty.
type Texture struct {
	data       []byte
	rows, cols int
	colours    *plot.ColourMap
	changed    bool // since it was sent

	image  Image // has some more rows, so that a few more or less need no other
	shown  Image // the rows in use
	pixels []byte
}

// Set gives the matrix: rows x cols bytes, row after row. The data are copied.
func (t *Texture) Set(data []byte, rows, cols int, colours *plot.ColourMap) {
	if rows*cols == 0 || len(data) < rows*cols {
		t.rows, t.cols = 0, 0
		return
	}
	data = data[:rows*cols]
	if t.rows == rows && t.cols == cols && t.colours == colours && bytes.Equal(t.data, data) {
		return
	}
	t.rows, t.cols, t.colours, t.changed = rows, cols, colours, true
	t.data = append(t.data[:0], data...)
}

// on is the texture on the device.
func (t *Texture) on(d Device) Image {
	if !t.changed {
		return t.shown
	}
	t.changed = false
	high := t.fit(d)
	t.pixels = slices.Grow(t.pixels[:0], 4*t.cols*high)
	for _, v := range t.data {
		p := &t.colours[v]
		t.pixels = append(t.pixels, p.R, p.G, p.B, p.A)
	}
	// Where the texture shrinks, its last row takes in a little of what follows: itself.
	last := t.pixels[len(t.pixels)-4*t.cols:]
	for range high - t.rows {
		t.pixels = append(t.pixels, last...)
	}
	t.image.Write(t.pixels)
	return t.shown
}

// fit makes room for the matrix, and says how many rows the image has.
func (t *Texture) fit(d Device) (high int) {
	const spare = 32
	wide := 0
	if t.image != nil {
		wide, high = t.image.Size()
	}
	if wide != t.cols || high < t.rows {
		if t.image != nil {
			t.image.Free()
		}
		high = (t.rows + spare - 1) / spare * spare
		t.image, t.shown = d.NewImage(t.cols, high, false), nil
	}
	if t.shown != nil {
		if _, rows := t.shown.Size(); rows == t.rows {
			return high
		}
	}
	t.shown = t.image.Part(image.Rect(0, 0, t.cols, t.rows))
	return high
}

// Image draws the texture over a box: sharp cells where it grows, averages where it shrinks.
func (c *Canvas) Image(t *Texture, b plot.Box) {
	if t.rows == 0 || b.Empty() {
		return
	}
	c.flush()
	r := c.pixels(b)
	c.target.Place(t.on(c.Device), r, r.Dx() < t.cols || r.Dy() < t.rows)
}

// Quad draws the part [u0, u1] x [v0, v1] of the texture, in cells, over four corners in
// the order (u0, v0), (u1, v0), (u1, v1), (u0, v1), smoothly.
func (c *Canvas) Quad(t *Texture, p [4]plot.Point, u0, v0, u1, v1 float32) {
	if t.rows == 0 {
		return
	}
	c.flush()
	one := paint{1, 1, 1, 1}
	u, v := [4]float32{u0, u1, u1, u0}, [4]float32{v0, v0, v1, v1}
	for i, q := range p {
		c.vertex(q.X*c.Unit, q.Y*c.Unit, u[i], v[i], one)
	}
	c.indices = append(c.indices, 0, 1, 2, 0, 2, 3)
	c.spend(t.on(c.Device), true)
}

// Stretch draws the whole texture over a box, smoothly.
func (c *Canvas) Stretch(t *Texture, b plot.Box) {
	x, y := float32(t.cols)-0.5, float32(t.rows)-0.5
	c.Quad(t, [4]plot.Point{{X: b.X, Y: b.Y}, {X: b.Right(), Y: b.Y}, {X: b.Right(), Y: b.Bottom()}, {X: b.X, Y: b.Bottom()}}, 0.5, 0.5, x, y)
}
