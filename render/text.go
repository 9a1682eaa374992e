package render

import (
	"math"

	"driftlab/render/plot"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gomedium"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
)

// A Style is how a text looks.
type Style struct {
	Size float32 // canvas units
	Face uint8   // Regular or Medium
}

// The faces.
const (
	Regular = iota
	Medium
)

// The styles of the house.
var (
	Title = Style{15, Medium} // says what a panel shows
	Body  = Style{13, Regular}
	Name  = Style{13, Medium} // beside a line
	Small = Style{plot.Letters, Regular}
)

// Line is the height of one line of text.
func (s Style) Line() float32 { return s.Size * 1.3 }

// Align says which part of a text stands at the given place.
type Align int

// The alignments.
const (
	Left Align = iota
	Centre
	Right
)

// letters are the faces, one for each font and size in use.
type letters struct {
	fonts [2]*opentype.Font
	faces map[key]font.Face
	wide  map[key]float32 // advance of a letter, device pixels
}

// face finds the face for the letter's font and size.
func (l *letters) face(k key) font.Face {
	k = key{size: k.size, face: k.face}
	if f := l.faces[k]; f != nil {
		return f
	}
	if l.faces == nil {
		l.faces, l.wide = map[key]font.Face{}, map[key]float32{}
		l.fonts[Regular], l.fonts[Medium] = parse(goregular.TTF), parse(gomedium.TTF)
	}
	f, err := opentype.NewFace(l.fonts[k.face], &opentype.FaceOptions{Size: float64(k.size) / 2, DPI: 72})
	if err != nil {
		panic("render: face: " + err.Error())
	}
	l.faces[k] = f
	return f
}

func parse(ttf []byte) *opentype.Font {
	f, err := opentype.Parse(ttf)
	if err != nil {
		panic("render: font: " + err.Error()) // the fonts are linked in: only a broken build gets here
	}
	return f
}

// advance is the letter's width in device pixels.
func (l *letters) advance(k key) float32 {
	k.shift = 0
	if w, ok := l.wide[k]; ok {
		return w
	}
	a, _ := l.face(k).GlyphAdvance(k.letter)
	w := float32(a) / 64
	l.wide[k] = w
	return w
}

// Text writes s with its baseline at y. "_{...}" sets a subscript, "^{...}" a superscript.
func (c *Canvas) Text(x, y float32, s string, style Style, align Align, colour plot.RGBA) {
	switch align {
	case Centre:
		x -= c.Measure(s, style) / 2
	case Right:
		x -= c.Measure(s, style)
	}
	ink := painted(colour)
	base := float32(math.Round(float64(y * c.Unit)))
	c.run(s, style, func(k key, pen, rise float32) {
		at := x*c.Unit + pen
		whole := float32(math.Floor(float64(at)))
		k.shift = uint8((at - whole) * 4)
		g := c.glyphOf(k)
		gx, gy := whole+float32(g.dx), base+float32(math.Round(float64(rise)))+float32(g.dy)
		c.quad(gx, gy, gx+float32(g.w), gy+float32(g.h), float32(g.u), float32(g.v), ink)
	})
}

// Measure is the width of s in canvas units.
func (c *Canvas) Measure(s string, style Style) float32 {
	return c.run(s, style, func(key, float32, float32) {}) / c.Unit
}

// run lays the letters of s out from 0, in device pixels, and returns the whole width.
func (c *Canvas) run(s string, style Style, each func(k key, pen, rise float32)) float32 {
	full := style.Size * c.Unit
	size, pen, rise := full, float32(0), float32(0)
	skip := false
	for i, r := range s {
		switch {
		case skip:
			skip = false
			continue
		case (r == '_' || r == '^') && i+1 < len(s) && s[i+1] == '{':
			size, rise, skip = full*0.72, full*0.16, true
			if r == '^' {
				rise = -full * 0.36
			}
			continue
		case r == '}':
			size, rise = full, 0
			continue
		}
		k := key{letter: r, size: int32(math.Round(float64(size) * 2)), face: style.Face}
		w := c.atlas.letters.advance(k)
		each(k, pen, rise)
		pen += w
	}
	return pen
}
