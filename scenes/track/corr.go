package track

import (
	"fmt"

	"driftlab/engine/track"
	"driftlab/render"
	"driftlab/render/plot"
)

// correlation draws how alike the rate maps of any two snapshots are.
type correlation struct {
	cells  render.Matrix
	ticks  []plot.Tick
	framed string
	of     int64 // the step that framed names
}

// newCorrelation has a colour of its own for pairs without a common place unit.
func newCorrelation() correlation {
	return correlation{cells: render.Matrix{
		Name: "step", Void: plot.Hex(0x6b7680), Key: render.Key{Lo: "0", Hi: "1", Void: "none"},
	}}
}

// receive shades the cells and places a tick at the first snapshot of each decade.
func (k *correlation) receive(f *track.Frame) {
	n := len(f.CorrSteps)
	k.ticks = plot.AppendDecades(k.ticks[:0], f.CorrSteps)
	k.cells.Below, k.cells.Beside = k.ticks, k.ticks
	k.cells.Set(f.Corr, n, 0, 1)
	if i := f.Order; i >= 0 && i < n && (k.framed == "" || k.of != f.CorrSteps[i]) {
		k.of = f.CorrSteps[i]
		k.framed = "framed: step " + plot.Short(float64(k.of))
	}
}

// over is the row under the pointer, an index into CorrSteps, or -1.
func (k *correlation) over(p render.Pointer, b plot.Box) int {
	row, _ := k.cells.Over(p, k.cells.Square(b))
	return row
}

func (k *correlation) draw(c *render.Canvas, s *Scene, b plot.Box) {
	f := &s.f
	box := k.cells.Square(c.Panel(b, k.framed, "Map correlation"))
	if box.Empty() {
		return
	}
	k.cells.Draw(c, box)
	k.cells.FrameRow(c, box, f.Order)
	k.cells.Point(c, box, s.mouse, func(row, col int) string {
		a, b := float64(f.CorrSteps[row]), float64(f.CorrSteps[col])
		return fmt.Sprintf("steps %s and %s: %.2f", plot.Short(a), plot.Short(b), f.Corr[row*len(f.CorrSteps)+col])
	})
}
