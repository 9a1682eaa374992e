package valley

import (
	"driftlab/engine/valley"
	"driftlab/render"
	"driftlab/render/plot"
)

// The sides of the map.
const (
	right = iota
	left
	top
	bottom
)

// outside counts the walkers beyond the map, by the side that they are beyond.
type outside struct {
	n     [4]int
	words [4]string // "12 beyond"
	there [4]string // the same with an arrow
}

// arrows stand before a count.
var arrows = [4]string{right: "→ ", left: "← ", top: "↑ ", bottom: "↓ "}

func (o *outside) receive(f *valley.Frame) {
	var n [4]int
	for i, x := range f.X {
		if y := f.Y[i]; !inside(x, y) {
			n[sideOf(x, y)]++
		}
	}
	for side, k := range n {
		if k != o.n[side] || o.words[side] == "" {
			o.words[side] = plot.Count(int64(k)) + " beyond"
			o.there[side] = arrows[side] + o.words[side]
		}
	}
	o.n = n
}

// sideOf is the side by which a walker has left the map.
func sideOf(x, y float32) int {
	switch {
	case plot.Abs(x) >= plot.Abs(y) && x > 0:
		return right
	case plot.Abs(x) >= plot.Abs(y):
		return left
	case y > 0:
		return top
	}
	return bottom
}

// draw writes the counts on the edges of the map.
func (o *outside) draw(c *render.Canvas, b plot.Box) {
	x, y := b.X+b.W/2, b.Y+b.H/2
	for side, n := range o.n {
		if n == 0 {
			continue
		}
		switch side {
		case right:
			c.Plate(b.Right()-8, y+22, o.there[side], render.Small, render.Right)
		case left:
			c.Plate(b.X+8, y+22, o.there[side], render.Small, render.Left)
		case top:
			c.Plate(x+12, b.Y+18, o.there[side], render.Small, render.Left)
		case bottom:
			c.Plate(x+12, b.Bottom()-8, o.there[side], render.Small, render.Left)
		}
	}
}
