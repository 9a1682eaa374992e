package render

import "driftlab/render/plot"

// head is the style of a panel's title, and the height it takes.
func (c *Canvas) head(b plot.Box) (style Style, line float32) {
	if b.W < 200 || c.H < 420 {
		return Name, 20
	}
	return Title, 26
}

// Below is the part of a panel below its title.
func (c *Canvas) Below(b plot.Box) plot.Box {
	_, line := c.head(b)
	b.CutTop(line)
	return b
}

// Panel writes a panel's title, and beside it a subtitle if there is room, and returns the
// box below them. The title is the first of the given ones that fits; the last always does.
func (c *Canvas) Panel(b plot.Box, subtitle string, titles ...string) plot.Box {
	style, _ := c.head(b)
	title := titles[len(titles)-1]
	for _, t := range titles {
		if c.Measure(t, style) <= b.W {
			title = t
			break
		}
	}
	y := b.Y + style.Size
	c.Text(b.X, y, title, style, Left, c.Theme.Text)
	x := b.X + c.Measure(title, style) + 10
	if subtitle != "" {
		c.Fit(x, y, subtitle, b.Right()-x, Small, Left, c.Theme.Muted)
	}
	return c.Below(b)
}

// Fit writes s if it is no wider than w, and reports whether it was.
func (c *Canvas) Fit(x, y float32, s string, w float32, style Style, align Align, colour plot.RGBA) bool {
	if c.Measure(s, style) > w {
		return false
	}
	c.Text(x, y, s, style, align, colour)
	return true
}

// Plate writes s on a plate of the page's colour, legible over any picture.
func (c *Canvas) Plate(x, y float32, s string, style Style, align Align) {
	w := c.Measure(s, style)
	switch align {
	case Centre:
		x -= w / 2
	case Right:
		x -= w
	}
	b := plot.Box{X: x - 4, Y: y - style.Size, W: w + 8, H: style.Size * 1.32}
	c.Fill(b, plot.Alpha(c.Theme.Page, 0.78))
	c.Text(x, y, s, style, Left, c.Theme.Text)
}

// A Note is a remark in the upper right corner of a plot. Both are empty where there is none.
type Note struct {
	Text  string
	Short string // where the text does not fit
}

func (n Note) draw(c *Canvas, b plot.Box) {
	s := n.Text
	if c.Measure(s, Small) > b.W-16 {
		s = n.Short
	}
	if s != "" {
		c.Plate(b.Right()-8, b.Y+5+Small.Size, s, Small, Right)
	}
}

// Notice writes a warning over the middle of a box, wrapped to its width.
type Notice struct {
	text  string
	width float32
	unit  float32
	lines []string
}

// Draw shows the text over the box; nothing when it is empty.
func (n *Notice) Draw(c *Canvas, b plot.Box, text string) {
	if text == "" || b.Empty() {
		return
	}
	const pad = 14
	width := min(b.W-16, 420)
	if n.text != text || n.width != width || n.unit != c.Unit {
		n.text, n.width, n.unit = text, width, c.Unit
		n.lines = plot.AppendWrapped(n.lines[:0], text, width-2*pad, func(s string) float32 { return c.Measure(s, Title) })
	}
	line := Title.Line()
	h := line*float32(len(n.lines)) + 2*pad - 4
	box := plot.Box{X: b.X + (b.W-width)/2, Y: b.Y + (b.H-h)/2, W: width, H: h}
	c.Fill(box, plot.Alpha(c.Theme.Page, 0.94))
	c.Frame(box, 2, c.Theme.Vermilion)
	for i, s := range n.lines {
		c.Text(box.X+width/2, box.Y+pad+Title.Size*0.85+line*float32(i), s, Title, Centre, c.Theme.Text)
	}
}
