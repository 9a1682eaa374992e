package valley

import (
	"driftlab/engine/valley"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

var trailInk = plot.Hex(0xff7b29)

// trailColour is paler in a crowd.
func trailColour(n int) plot.RGBA {
	if n > picture.Crowd {
		return plot.Alpha(trailInk, 0.4)
	}
	return trailInk
}

// key says in a line what the moving marks are.
func key(c *render.Canvas, f *valley.Frame, b plot.Box) {
	y := b.Y + 2 + render.Small.Size
	mark, x := y-render.Small.Size*0.36, b.X+6
	crowd := len(f.X) - f.Dropped
	picture.Walker(c, plot.Point{X: x, Y: mark}, 4, 1, false)
	names := [...]string{"walkers, with their paths", "walkers and paths", "walkers"}
	if len(f.TrailOf)-f.Dropped < crowd {
		names = [...]string{"walkers; paths of a few", "walkers, some paths", "walkers"}
	}
	room := b.W - 12
	if f.Dropped > 0 {
		room -= c.Measure(dropped, render.Small) + 36
	}
	for _, name := range names {
		if c.Fit(x+12, y, name, room, render.Small, render.Left, c.Theme.Muted) {
			x += 12 + c.Measure(name, render.Small) + 22
			break
		}
	}
	if f.Dropped > 0 {
		picture.Dropped(c, plot.Point{X: x, Y: mark}, 4, 1)
		c.Text(x+12, y, dropped, render.Small, render.Left, c.Theme.Muted)
	}
}

// dropped names the walkers of the visitor's.
const dropped = "dropped by you"
