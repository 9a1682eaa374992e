package picture

import (
	"driftlab/render"
	"driftlab/render/plot"
)

// A Tip says what a thing is that a click opens, such as a run, beside the pointer. A mouse is over things; a finger is
// not: its first tap shows the tip of what it touches, and a second one, there or on the tip, opens that.
type Tip struct {
	Lines []string // the first is its name
	Where string   // it opens: " in track"

	tapped int
	finger bool
	at     plot.Point
}

// Point follows the pointer. Under is the thing there, 0 for none; told is the one that the tip is about, until the
// finger taps elsewhere; open reports whether it is to be opened.
func (k *Tip) Point(c *render.Canvas, p render.Pointer, under int) (told int, open bool) {
	if k.finger = p.Finger; !p.Finger {
		k.tapped, k.at = 0, plot.Point{X: p.X, Y: p.Y}
		return under, p.Clicked && under != 0
	}
	if !p.Inside {
		return k.tapped, false
	}
	if k.tapped != 0 && (k.near(p) || p.Over(k.box(c))) {
		return k.tapped, p.Clicked
	}
	if p.Clicked {
		k.tapped, k.at = under, plot.Point{X: p.X, Y: p.Y}
	}
	return k.tapped, false
}

// Reach is how far from a mark the pointer may be, in canvas units.
func Reach(p render.Pointer) float32 {
	if p.Finger {
		return 18
	}
	return 9
}

// near reports whether a finger is where it has tapped before, as well as fingers can.
func (k *Tip) near(p render.Pointer) bool {
	const slip = 10
	dx, dy := p.X-k.at.X, p.Y-k.at.Y
	return dx*dx+dy*dy < slip*slip
}

// Forget takes back what a finger has tapped.
func (k *Tip) Forget() { k.tapped = 0 }

// last is what stands below the lines.
func (k *Tip) last() string {
	if k.finger {
		return "Tap again to open it" + k.Where + "."
	}
	return "A click opens it" + k.Where + "."
}

// How the words stand in their box.
const (
	tipPad  = 9
	tipLine = 17
)

// style is that of the words: a narrow canvas has small ones.
func (k *Tip) style(c *render.Canvas) (style render.Style, w float32) {
	style = render.Body
	if w = k.width(c, style); w > c.W-8-2*tipPad {
		style = render.Small
		w = k.width(c, style)
	}
	return style, w
}

func (k *Tip) width(c *render.Canvas, style render.Style) float32 {
	w := c.Measure(k.last(), style)
	for i := range k.Lines {
		w = max(w, c.Measure(k.Lines[i], face(i, style)))
	}
	return w
}

// face is the style of a line: the name stands out.
func face(i int, style render.Style) render.Style {
	if i == 0 {
		style.Face = render.Medium
	}
	return style
}

// box is where the tip stands within the canvas: below a mouse and to its right, and above a finger, whose hand covers
// what is below.
func (k *Tip) box(c *render.Canvas) plot.Box {
	_, w := k.style(c)
	b := plot.Box{W: w + 2*tipPad, H: float32(len(k.Lines)+1)*tipLine + 2*tipPad - 4}
	away := float32(14)
	if k.finger {
		away = Reach(render.Pointer{Finger: true}) + 8 // the ring around what it has tapped stays in sight
	}
	over, under := k.at.Y-away-b.H, k.at.Y+away
	b.X, b.Y = k.at.X+16, under
	if k.finger {
		b.X = k.at.X - b.W/2
	} else if b.Right() > c.W-4 {
		b.X = k.at.X - 16 - b.W
	}
	if k.finger && over >= 4 || b.Y+b.H > c.H-4 {
		b.Y = over
	}
	b.X = min(max(b.X, 4), max(c.W-4-b.W, 0))
	b.Y = min(max(b.Y, 4), max(c.H-4-b.H, 0))
	return b
}

// Draw draws it.
func (k *Tip) Draw(c *render.Canvas) {
	c.Hand = true
	b := k.box(c)
	style, _ := k.style(c)
	c.Fill(b, c.Theme.Page)
	c.Frame(b, 1, c.Theme.Muted)
	x, y := b.X+tipPad, b.Y+tipPad+12
	for i, s := range k.Lines {
		c.Text(x, y, s, face(i, style), render.Left, c.Theme.Text)
		y += tipLine
	}
	c.Text(x, y, k.last(), style, render.Left, c.Theme.Muted)
}
