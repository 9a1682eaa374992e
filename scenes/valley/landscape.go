package valley

import (
	"math"

	"driftlab/render"
	"driftlab/render/plot"
)

// reach is how far the valley is shown along either axis, in model units.
const reach = 3

// levels are the losses of the contours.
var levels = [...]float32{0.01, 0.1, 1, 10}

// A landscape is the loss (xy)^2 made ready to draw.
type landscape struct {
	texture  render.Texture
	contours [][]plot.Point
	surface  *render.Surface
}

// shade is the loss on a logarithmic scale that starts at a small loss, from 0 to 1.
func shade(x, y float32) float32 {
	const small = 0.01
	l := float64(x * y * x * y)
	return float32(math.Log1p(l/small) / math.Log1p(reach*reach*reach*reach/small))
}

func newLandscape() *landscape {
	l := &landscape{}
	const fine = 385
	g := plot.Sample(fine, -reach, reach, shade)
	bytes := make([]byte, len(g.V))
	for k, v := range g.V {
		// The picture's first row is the top, the field's the lowest y.
		bytes[(fine-1-k/fine)*fine+k%fine] = plot.Byte(v, 0, 1)
	}
	l.texture.Set(bytes, fine, fine, plot.Cividis)
	loss := plot.Sample(121, -reach, reach, func(x, y float32) float32 { return x * y * x * y })
	shades := make([]float32, 0, len(levels))
	for _, level := range levels {
		l.contours = append(l.contours, plot.Chain(loss.AppendContour(nil, level))...)
		root := float32(math.Sqrt(float64(level)))
		shades = append(shades, shade(root, 1))
	}
	const mesh, pixels = 61, 640
	height := plot.Sample(mesh, -reach, reach, func(x, y float32) float32 {
		return float32(math.Log1p(float64(x*y*x*y)) / math.Log1p(reach*reach*reach*reach))
	})
	sheet := g.Sheet(pixels, plot.Cividis, shades, plot.Alpha(plot.Hex(0xffffff), 0.4))
	for i := range pixels { // the axes, where the loss is zero
		for d := -1; d <= 0; d++ {
			sheet[(pixels/2+d)*pixels+i] = plot.Hex(0xffffff)
			sheet[i*pixels+pixels/2+d] = plot.Hex(0xffffff)
		}
	}
	l.surface = render.NewSurface(height, 0.62*reach, sheet, pixels)
	return l
}
