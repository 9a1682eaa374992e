//go:build js && wasm

package main

import (
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/render/screen"

	"github.com/hajimehoshi/ebiten/v2"
)

// export answers requests for the picture at a size of its own, with a legend under it.
func (g *game) export() {
	for _, r := range g.bridge.requests {
		w, h := float32(r.width)/r.scale, float32(r.height)/r.scale
		unit := r.scale * r.theme.ZoomFor(w, h)
		a := answer{request: r, step: g.step}
		a.pixels = read(r.width, r.height, func(image *ebiten.Image) { g.paint(image, unit, r.theme) })
		if r.title != "" {
			a.marred = g.probe(r.width, r.height)
			legend := g.legend(r, unit)
			a.height += len(legend) / (4 * r.width)
			a.pixels = append(a.pixels, legend...)
		}
		g.bridge.answer(a)
		g.dirty = true // the scene takes what it holds for drawn, but the screen does not show it yet
	}
	g.bridge.requests = g.bridge.requests[:0]
}

// read paints an image and gives its pixels.
func read(w, h int, paint func(*ebiten.Image)) []byte {
	image := ebiten.NewImage(w, h)
	paint(image)
	pixels := make([]byte, 4*w*h)
	image.ReadPixels(pixels)
	image.Deallocate()
	return pixels
}

// legend is the rows under the picture that say what it shows.
func (g *game) legend(r request, unit float32) []byte {
	const margin, below = 16, 12
	c := &g.canvas
	wide := float32(r.width)/unit - 2*margin
	wrap := func(text string, style render.Style) []string {
		return plot.AppendWrapped(nil, text, wide, func(s string) float32 { return c.Measure(s, style) })
	}
	title, text := wrap(r.title, render.Name), wrap(r.text, render.Body)
	high := float32(len(title))*render.Name.Line() + float32(len(text))*render.Body.Line() + below
	return read(r.width, int(high*unit), func(image *ebiten.Image) {
		c.Begin(screen.Of(image), unit, r.theme)
		y := float32(0)
		line := func(s string, style render.Style, colour plot.RGBA) {
			c.Text(margin, y+style.Size, s, style, render.Left, colour)
			y += style.Line()
		}
		for _, s := range title {
			line(s, render.Name, r.theme.Text)
		}
		for _, s := range text {
			line(s, render.Body, r.theme.Muted)
		}
		c.End()
	})
}

// probe paints known stripes and reads them back. Browsers that are told to resist
// fingerprinting give back other pixels than were painted; probe is by how much the pixels
// of one stripe differ, 0 where all is as it should be.
func (g *game) probe(w, h int) int {
	const stripe = 16
	shade := func(i int) byte { return byte(40 + 23*i%160) }
	pixels := read(w, h, func(image *ebiten.Image) {
		g.canvas.Begin(screen.Of(image), 1, plot.Themed(""))
		for i := range (h + stripe - 1) / stripe {
			v := shade(i)
			g.canvas.Fill(plot.Box{Y: float32(i * stripe), W: float32(w), H: stripe}, plot.RGBA{R: v, G: 255 - v, B: v / 2, A: 255})
		}
		g.canvas.End()
	})
	worst := 0
	for y := range h {
		row, first := pixels[4*w*y:4*w*(y+1)], pixels[4*w*(y/stripe*stripe):]
		for i, v := range row {
			worst = max(worst, int(v)-int(first[i%4]), int(first[i%4])-int(v))
		}
		if off := int(first[0]) - int(shade(y/stripe)); off > 2 || off < -2 { // cards may round otherwise
			worst = max(worst, off, -off)
		}
	}
	return worst
}
