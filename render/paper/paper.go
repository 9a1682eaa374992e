// Package paper is a device without a graphics card: it draws in software, slowly but where
// there is no browser. Tests draw on it.
package paper

import (
	"image"
	"math"

	"driftlab/render"
)

// A Device makes sheets of paper.
type Device struct {
	Blank bool // nothing is drawn: for tests of what leads to the drawing
}

// NewImage makes a transparent sheet.
func (d Device) NewImage(w, h int, _ bool) render.Image { return d.New(w, h) }

// New makes a transparent sheet.
func (d Device) New(w, h int) *Sheet {
	r := image.Rect(0, 0, w, h)
	s := &Sheet{Pixels: image.NewRGBA(r), r: r, blank: d.Blank}
	s.whole = s
	return s
}

// A Sheet is an image, or a part of one.
type Sheet struct {
	Pixels *image.RGBA // of the whole
	Calls  int         // how often the whole has been drawn on
	r      image.Rectangle
	whole  *Sheet
	parts  []*Sheet // that have been asked for
	blank  bool
}

// Size is the sheet's width and height.
func (s *Sheet) Size() (w, h int) { return s.r.Dx(), s.r.Dy() }

// Free does nothing.
func (s *Sheet) Free() {}

// Part is the same sheet for the same part, so that asking again allocates nothing.
func (s *Sheet) Part(r image.Rectangle) render.Image {
	r = r.Intersect(s.r)
	for _, p := range s.whole.parts {
		if p.r == r {
			return p
		}
	}
	p := &Sheet{Pixels: s.Pixels, r: r, whole: s.whole, blank: s.blank}
	s.whole.parts = append(s.whole.parts, p)
	return p
}

// Write replaces the sheet's pixels.
func (s *Sheet) Write(pixels []byte) {
	n := 4 * s.r.Dx()
	for y := range s.r.Dy() {
		copy(s.Pixels.Pix[s.Pixels.PixOffset(s.r.Min.X, s.r.Min.Y+y):][:n], pixels[n*y:])
	}
}

// Place draws src over a rectangle: each pixel shows one texel, or an average of four.
func (s *Sheet) Place(src render.Image, over image.Rectangle, smooth bool) {
	s.whole.Calls++
	if s.blank {
		return
	}
	from := source{src.(*Sheet), smooth}
	part := from.sheet.r
	w, h := float64(part.Dx())/float64(over.Dx()), float64(part.Dy())/float64(over.Dy())
	r := over.Intersect(s.r)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			u := float64(part.Min.X) + (float64(x-over.Min.X)+0.5)*w
			v := float64(part.Min.Y) + (float64(y-over.Min.Y)+0.5)*h
			s.blend(image.Pt(x, y), from.texel(u, v), colour{1, 1, 1, 1})
		}
	}
}

// A colour is red, green, blue and alpha, premultiplied: of a texel up to 255, of a vertex
// up to 1.
type colour [4]float64

// A source is what is drawn with.
type source struct {
	sheet  *Sheet
	smooth bool
}

// texel is the colour at (u, v): of one texel, or between four.
func (s source) texel(u, v float64) (c colour) {
	at := s.sheet.at
	if !s.smooth {
		return at(int(math.Floor(u)), int(math.Floor(v)))
	}
	x, y := math.Floor(u-0.5), math.Floor(v-0.5)
	f, g := u-0.5-x, v-0.5-y
	i, j := int(x), int(y)
	a, b, d, e := at(i, j), at(i+1, j), at(i, j+1), at(i+1, j+1)
	for k := range c {
		c[k] = (a[k]*(1-f)+b[k]*f)*(1-g) + (d[k]*(1-f)+e[k]*f)*g
	}
	return c
}

// at is one texel; beyond the sheet all is transparent.
func (s *Sheet) at(x, y int) (c colour) {
	if !image.Pt(x, y).In(s.r) {
		return c
	}
	for k, v := range s.Pixels.Pix[s.Pixels.PixOffset(x, y):][:4] {
		c[k] = float64(v)
	}
	return c
}

// blend draws a texel times a colour over a pixel.
func (s *Sheet) blend(at image.Point, texel, by colour) {
	p := s.Pixels.Pix[s.Pixels.PixOffset(at.X, at.Y):][:4]
	keep := 1 - texel[3]*by[3]/255
	for k := range p {
		p[k] = byte(min(max(texel[k]*by[k]+float64(p[k])*keep, 0), 255) + 0.5)
	}
}
