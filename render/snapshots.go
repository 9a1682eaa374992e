package render

import (
	"fmt"

	"driftlab/render/plot"
)

// Snapshots is how alike what was kept at any two steps is: a matrix with the steps beside it, one
// row of which is framed.
type Snapshots struct {
	Title  string
	Corr   []float32 // n x n; NaN where there is nothing to compare
	Steps  []int64   // n
	Chosen int       // the row that is framed

	cells  Matrix
	ticks  []plot.Tick
	framed string
	of     int64 // the step that framed names
}

// Set takes over what is to be shown, and places a tick at the first snapshot of each decade.
func (k *Snapshots) Set(corr []float32, steps []int64, chosen int) {
	k.Corr, k.Steps, k.Chosen = corr, steps, chosen
	k.cells.Name, k.cells.Void, k.cells.Key = "step", plot.Hex(0x6b7680), Key{Lo: "0", Hi: "1", Void: "none"}
	k.ticks = plot.AppendDecades(k.ticks[:0], steps)
	k.cells.Below, k.cells.Beside = k.ticks, k.ticks
	k.cells.Set(corr, len(steps), 0, 1)
	if i := chosen; i >= 0 && i < len(steps) && (k.framed == "" || k.of != steps[i]) {
		k.of = steps[i]
		k.framed = "framed: step " + plot.Short(float64(k.of))
	}
}

// Over is the row under the pointer in a panel's box below its title, or -1.
func (k *Snapshots) Over(p Pointer, b plot.Box) int {
	row, _ := k.cells.Over(p, k.cells.Square(b))
	return row
}

// Draw draws the matrix in a panel, its title included, and says what is under the pointer.
func (k *Snapshots) Draw(c *Canvas, panel plot.Box, p Pointer) {
	box := k.cells.Square(c.Panel(panel, k.framed, k.Title))
	if box.Empty() {
		return
	}
	k.cells.Draw(c, box)
	k.cells.FrameRow(c, box, k.Chosen)
	k.cells.Point(c, box, p, func(row, col int) string {
		a, b := float64(k.Steps[row]), float64(k.Steps[col])
		return fmt.Sprintf("steps %s and %s: %.2f", plot.Short(a), plot.Short(b), k.Corr[row*len(k.Steps)+col])
	})
}
