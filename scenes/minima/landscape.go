package minima

import (
	"math"

	"driftlab/engine/minima"
	"driftlab/render"
	"driftlab/render/plot"
)

// lowest is the least height: both losses at their common minimum.
const lowest = 0.25

// levels are the contours' heights above the lowest, by that of the barrier; at 1 they meet in the
// saddle of both losses.
var levels = [...]float32{0.1, 0.4, 1, 3, 8, 20}

// A landscape is what a rule goes down, made ready to draw.
type landscape struct {
	barrier  float32 // that it was made for
	texture  render.Texture
	contours [][]plot.Point
}

// at is the place in the window of shares of its width and height.
func at(u, v float32) (x, y float32) {
	return minima.LeftX + u*(minima.RightX-minima.LeftX), minima.LowY + v*(minima.HighY-minima.LowY)
}

// receive makes the landscape of a rule for a barrier, if it is another.
func (l *landscape) receive(rule int, h float32) {
	if l.barrier == h {
		return
	}
	l.barrier = h
	const fine = 241
	over := plot.Sample(fine, 0, 1, func(u, v float32) float32 {
		x, y := at(u, v)
		return minima.Height(rule, x, y, h) - lowest
	})
	most := shade(minima.Height(1, minima.RightX, minima.HighY, h)) // of both landscapes, so that they can be compared
	bytes := make([]byte, len(over.V))
	for k, v := range over.V {
		// The picture's first row is the top, the field's the lowest y.
		bytes[(fine-1-k/fine)*fine+k%fine] = plot.Byte(shade(v), 0, most)
	}
	l.texture.Set(bytes, fine, fine, plot.Cividis)
	l.contours = l.contours[:0]
	for _, level := range levels {
		l.contours = append(l.contours, plot.Chain(over.AppendContour(nil, level*h))...)
	}
}

// shade makes small heights tell.
func shade(v float32) float32 { return float32(math.Log1p(float64(max(v, 0)) * 12)) }
