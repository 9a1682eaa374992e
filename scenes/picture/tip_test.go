package picture

import (
	"testing"

	"driftlab/render"
	"driftlab/render/paper"
	"driftlab/render/plot"
)

// A tip lies within a canvas that has room for it, wherever it is about, and whatever size the canvas has had when a
// finger tapped. It leaves what is pointed at in sight where there is room beside it.
func TestTipStaysInSight(t *testing.T) {
	c := render.Canvas{Device: paper.Device{Blank: true}}
	for _, finger := range []bool{false, true} {
		for _, size := range [...][2]int{{390, 1600}, {844, 300}, {1200, 800}} {
			for at := range 100 {
				k := Tip{Lines: []string{"Run 12: adam, label noise", "finished, step 20,000", "timescale 1.2k steps, half-life none"}, Where: " in track"}
				c.Resize(1200, 1600, 1, plot.Themed(""))
				p := render.Pointer{X: float32(at%10) * 130, Y: float32(at/10) * 170, Inside: true, Clicked: true, Finger: finger}
				k.Point(&c, p, 1)
				c.Resize(size[0], size[1], 1, plot.Themed(""))
				b := k.box(&c)
				if b.X < 0 || b.Y < 0 || b.Right() > c.W || b.Bottom() > c.H {
					t.Errorf("%v, finger %v: about %v it is at %v", size, finger, p, b)
				}
				if p.X < c.W && p.Y < c.H && c.H > 400 && b.Contains(p.X, p.Y) {
					t.Errorf("%v, finger %v: it covers %v, which it is about", size, finger, p)
				}
			}
		}
	}
}
