package rules

import (
	"fmt"
	"slices"
	"strings"

	"driftlab/engine/rules"
	"driftlab/engine/track"
	"driftlab/render"
	"driftlab/render/plot"
)

// net draws the rate maps of one network, one unit a row.
type net struct {
	cells  render.Matrix
	titles [4]string // the first that fits
	count  string
	axis   [2]string // likewise
	wrong  string
	notice render.Notice
	said   [2]int
	does   string
}

// receive words the titles, anew only when what they say has changed.
func (n *net) receive(i int, f *rules.Frame) {
	of := &f.Nets[i]
	n.cells.Cells, n.cells.Rows, n.cells.Cols = of.Maps.Cells, len(of.Maps.Rows), f.Bins
	n.cells.Empty, n.axis, n.wrong = "no unit tells the samples apart", [...]string{"one column for each sample", "samples"}, of.Wrong
	switch f.Task {
	case "track":
		n.cells.Empty, n.axis = "no unit has a place field", [...]string{"walking left, then walking right", "left, then right"}
	case "abstract":
		n.cells.Empty, n.axis = "no unit has a place field", [...]string{"places around the ring", "ring"}
	}
	if f.Places != track.OnePlace {
		n.axis = [...]string{"one place, then the other", "places"}
	}
	if n.does != of.Does {
		n.does = of.Does
		name := rules.Letters[i] + ": "
		brief := withoutRate(of.Does)
		n.titles = [...]string{name + of.Does, name + brief, name + strings.TrimRight(brief, " .0123456789"), rules.Letters[i]}
	}
	if says := [...]int{of.Active, of.Units}; n.count == "" || says != n.said {
		n.said, n.count = says, fmt.Sprintf("%d of %d active", of.Active, of.Units)
	}
}

// withoutRate leaves the learning rate out of what a network does.
func withoutRate(does string) string {
	parts := strings.Split(does, ", ")
	return strings.Join(slices.Delete(parts, 1, min(2, len(parts))), ", ")
}

// draw has the maps beside a bar in the colour of the network's curves.
func (n *net) draw(c *render.Canvas, b plot.Box, i int) {
	b = c.Panel(b, "", n.titles[:]...)
	foot := b.CutBottom(20)
	bar := b.CutLeft(5)
	b.CutLeft(3)
	c.Fill(bar, c.Theme.Of(inks[i]))
	c.Fill(b, plot.Viridis[0])
	n.cells.Draw(c, b)
	y := foot.Y + render.Small.Size + 3
	c.Text(b.X, y, n.count, render.Small, render.Left, c.Theme.Text)
	room := b.W - c.Measure(n.count, render.Small) - 14
	for _, axis := range n.axis {
		if c.Fit(b.Right(), y, axis, room, render.Small, render.Right, c.Theme.Muted) {
			break
		}
	}
	n.notice.Draw(c, b, n.wrong)
}
