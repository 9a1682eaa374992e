package render

import "driftlab/render/plot"

// Facets are small pictures on one scale, side by side, of which one can be picked.
type Facets struct {
	Labels []string // one for each picture, written below it
	Chosen int      // the index of the one that is framed; -1 for none
	Invite string   // stands for the label under another that can be picked
}

const (
	facetGap    = 12
	facetAspect = 1.15 // of a picture that gets all the room it would like
)

// cell is where the i-th picture lies in a box, with its label.
func (k *Facets) cell(b plot.Box, i int) plot.Box {
	n := len(k.Labels)
	return b.Cell(i, n, b.Columns(n, facetGap, facetAspect), facetGap)
}

// Over is the index of the picture under the pointer, or -1.
func (k *Facets) Over(p Pointer, b plot.Box) int {
	for i := range k.Labels {
		if p.Over(k.cell(b, i)) {
			return i
		}
	}
	return -1
}

// Draw hands each picture its box, and marks the one that is chosen and the one that is
// pointed at, -1 for none.
func (k *Facets) Draw(c *Canvas, b plot.Box, pointed int, each func(i int, b plot.Box)) {
	for i := range k.Labels {
		cell := k.cell(b, i)
		foot := cell.CutBottom(18)
		each(i, cell)
		k.mark(c, i, i == pointed, cell, foot)
	}
}

// mark labels one picture and shows whether it is chosen or would be if clicked.
func (k *Facets) mark(c *Canvas, i int, pointed bool, cell, foot plot.Box) {
	style, colour := Small, c.Theme.Muted
	chosen := i == k.Chosen
	if chosen {
		style, colour = Style{Size: 12, Face: Medium}, c.Theme.Text
		c.Frame(cell.Inset(-3), 2, c.Theme.Sky)
	}
	if pointed {
		c.Hand = true
		colour = c.Theme.Text
		c.Frame(cell.Inset(-3), 2, c.Theme.Orange)
		if !chosen && c.Fit(foot.X, foot.Y+15, k.Invite, foot.W, style, Left, colour) {
			return
		}
	}
	c.Text(foot.X, foot.Y+15, k.Labels[i], style, Left, colour)
}
