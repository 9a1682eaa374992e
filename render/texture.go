package render

import (
	"bytes"
	"image"
	"slices"

	"driftlab/render/plot"

	"github.com/hajimehoshi/ebiten/v2"
)

// A Texture is a matrix of bytes seen through a colour map. It is sent to the graphics
// card only when its data or its colours have changed. The zero value is empty.
type Texture struct {
	image      *ebiten.Image // has some more rows, so that a few more or less need no other
	shown      *ebiten.Image // the rows in use
	data       []byte
	rows, cols int
	colours    *plot.ColourMap
	pixels     []byte
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
	t.fit(rows, cols)
	t.rows, t.cols, t.colours = rows, cols, colours
	t.data = append(t.data[:0], data...)
	t.pixels = slices.Grow(t.pixels[:0], 4*cols*t.image.Bounds().Dy())
	for _, v := range data {
		p := &colours[v]
		t.pixels = append(t.pixels, p.R, p.G, p.B, p.A)
	}
	// Where the texture shrinks, its last row takes in a little of what follows: itself.
	last := t.pixels[len(t.pixels)-4*cols:]
	for range t.image.Bounds().Dy() - rows {
		t.pixels = append(t.pixels, last...)
	}
	t.image.WritePixels(t.pixels)
}

// fit makes room for the matrix.
func (t *Texture) fit(rows, cols int) {
	const spare = 32
	if t.image == nil || t.image.Bounds().Dx() != cols || t.image.Bounds().Dy() < rows {
		if t.image != nil {
			t.image.Deallocate()
		}
		t.image = ebiten.NewImage(cols, (rows+spare-1)/spare*spare)
	} else if t.rows == rows {
		return
	}
	t.shown = t.image.SubImage(image.Rect(0, 0, cols, rows)).(*ebiten.Image)
}

// Image draws the texture over a box: sharp cells where it grows, averages where it shrinks.
func (c *Canvas) Image(t *Texture, b plot.Box) {
	if t.rows == 0 || b.Empty() {
		return
	}
	c.flush()
	r := c.pixels(b)
	sx, sy := float64(r.Dx())/float64(t.cols), float64(r.Dy())/float64(t.rows)
	o := &c.place
	o.GeoM.Reset()
	o.GeoM.Scale(sx, sy)
	o.GeoM.Translate(float64(r.Min.X), float64(r.Min.Y))
	o.Filter = ebiten.FilterPixelated
	if sx < 1 || sy < 1 {
		o.Filter = ebiten.FilterLinear
	}
	c.target.DrawImage(t.shown, o)
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
	c.target.DrawTriangles32(c.vertices, c.indices, t.shown, &smooth)
	c.vertices, c.indices = c.vertices[:0], c.indices[:0]
}

var smooth = ebiten.DrawTrianglesOptions{
	ColorScaleMode: ebiten.ColorScaleModePremultipliedAlpha,
	Filter:         ebiten.FilterLinear,
	Address:        ebiten.AddressClampToZero,
	DisableMipmaps: true,
}

// Stretch draws the whole texture over a box, smoothly.
func (c *Canvas) Stretch(t *Texture, b plot.Box) {
	x, y := float32(t.cols)-0.5, float32(t.rows)-0.5
	c.Quad(t, [4]plot.Point{{X: b.X, Y: b.Y}, {X: b.Right(), Y: b.Y}, {X: b.Right(), Y: b.Bottom()}, {X: b.X, Y: b.Bottom()}}, 0.5, 0.5, x, y)
}
