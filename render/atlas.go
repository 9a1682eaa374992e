package render

import (
	"image"
	"math"

	"golang.org/x/image/math/fixed"
)

// The atlas holds letters and discs in white; its first corner is a white patch for marks
// without texture.
const (
	atlasSize = 2048
	patch     = 4
	white     = patch / 2 // a texel well inside the patch
)

// A key names a glyph: a letter in a face at a size and a quarter-pixel shift, or a disc.
type key struct {
	letter rune  // 0 for a disc
	size   int32 // letters: half pixels; discs: quarter pixels of radius
	face   uint8
	shift  uint8 // quarters of a pixel to the right
}

// A glyph is where an image lies in the atlas, and where it goes beside the pen.
type glyph struct {
	u, v, w, h int
	dx, dy     int
}

type atlas struct {
	image   Image
	glyphs  map[key]glyph
	x, y    int // the next free place on the shelf
	shelf   int // the shelf's height
	pixels  []byte
	letters letters
}

// open makes the atlas ready to use.
func (a *atlas) open(d Device) {
	if a.image == nil {
		a.image = d.NewImage(atlasSize, atlasSize, true)
		a.clear()
	}
}

// clear forgets all glyphs and starts again with the white patch.
func (a *atlas) clear() {
	a.glyphs = map[key]glyph{}
	a.x, a.y, a.shelf = 0, 0, 0
	a.put(patch, patch, func(int, int) byte { return 255 })
}

// glyphOf finds or makes the glyph. When the atlas is full everything drawn so far is put
// on the picture and the atlas starts again.
func (c *Canvas) glyphOf(k key) glyph {
	if g, ok := c.atlas.glyphs[k]; ok {
		return g
	}
	g, ok := c.atlas.make(k)
	if !ok {
		c.flush()
		c.atlas.clear()
		g, _ = c.atlas.make(k)
	}
	c.atlas.glyphs[k] = g
	return g
}

func (a *atlas) make(k key) (glyph, bool) {
	if k.letter == 0 {
		return a.disc(float64(k.size) / 4)
	}
	dot := fixed.Point26_6{X: fixed.Int26_6(k.shift) * 16}
	box, mask, at, _, ok := a.letters.face(k).Glyph(dot, k.letter)
	if !ok || box.Empty() {
		return glyph{}, true
	}
	m, ok := mask.(*image.Alpha)
	if !ok {
		return glyph{}, true
	}
	g, ok := a.put(box.Dx(), box.Dy(), func(x, y int) byte { return m.AlphaAt(at.X+x, at.Y+y).A })
	g.dx, g.dy = box.Min.X, box.Min.Y
	return g, ok
}

func discKey(r float32) key { return key{size: int32(math.Round(float64(r) * 4))} }

// disc draws a circle of radius r device pixels by the share of each pixel it covers.
func (a *atlas) disc(r float64) (glyph, bool) {
	n := 2 * int(math.Ceil(r+1))
	return a.put(n, n, func(x, y int) byte {
		d := math.Hypot(float64(x)+0.5-float64(n)/2, float64(y)+0.5-float64(n)/2)
		return byte(255 * min(max(r+0.5-d, 0), 1))
	})
}

// put finds room for w x h texels on the shelves and fills it with white of the given
// coverage. It reports false when the atlas is full.
func (a *atlas) put(w, h int, coverage func(x, y int) byte) (glyph, bool) {
	if a.x+w > atlasSize {
		a.x, a.y, a.shelf = 0, a.y+a.shelf, 0
	}
	if a.y+h > atlasSize || w > atlasSize {
		return glyph{}, false
	}
	g := glyph{u: a.x, v: a.y, w: w, h: h}
	a.x += w + 1
	a.shelf = max(a.shelf, h+1)
	a.pixels = a.pixels[:0]
	for y := range h {
		for x := range w {
			v := coverage(x, y)
			a.pixels = append(a.pixels, v, v, v, v)
		}
	}
	a.image.Part(image.Rect(g.u, g.v, g.u+w, g.v+h)).Write(a.pixels)
	return g, true
}
