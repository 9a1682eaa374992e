package render

import "driftlab/render/plot"

// A Button stands at the right of a panel's title.
type Button struct {
	Word string
	On   bool // what it does is in force
}

const buttonHeight = 22

func (k Button) width(c *Canvas) float32 { return c.Measure(k.Word, Small) + 16 }

// Box is where the button stands in a panel, and line what it leaves for the title.
func (k Button) Box(c *Canvas, panel plot.Box) (box, line plot.Box) {
	wide := k.width(c)
	line = panel
	line.W -= wide + 8
	below := c.Below(line)
	return plot.Box{X: panel.Right() - wide, Y: below.Y - buttonHeight - 3, W: wide, H: buttonHeight}, line
}

// Draw draws the button in its box.
func (k Button) Draw(c *Canvas, b plot.Box, p Pointer) {
	edge := c.Theme.Edge
	if k.On {
		c.Fill(b, c.Theme.Phases[2])
		edge = c.Theme.Sky
	}
	if p.Over(b) {
		c.Hand = true
		edge = c.Theme.Orange
	}
	c.Frame(b, 1, edge)
	c.Text(b.X+b.W/2, b.Y+b.H/2+Small.Size*0.36, k.Word, Small, Centre, c.Theme.Text)
}
