package sticky

import (
	"strconv"

	"driftlab/engine/sticky"
	"driftlab/render"
	"driftlab/render/plot"
)

// shared draws the accuracy after the last task against the share of pixels that stay, and how much more of it
// there is with the attractor.
type shared struct {
	lines, more render.LinePlot
	prog        progress
	gain, zero  []float32
}

func newShared() shared {
	return shared{
		lines: render.LinePlot{Titles: []string{"Accuracy over all tasks after the last, by the share of pixels that stay", "Accuracy by the share of pixels that stay", "Accuracy by share s"}, XName: "s", Hi: 1},
		more:  render.LinePlot{Titles: []string{"Sticky minus control, percentage points", "Sticky minus control, points", "Sticky − control"}, XName: "s", Least: 4},
	}
}

// receive takes over a frame.
func (k *shared) receive(f *sticky.Frame) {
	k.prog.receive(f)
	k.lines.X, k.more.X = f.Shares, f.Shares
	k.lines.Lo = floor(f.Lines)
	k.lines.Series = k.lines.Series[:0]
	k.gain, k.zero = k.gain[:0], k.zero[:0]
	var control, held *sticky.Line
	for i := range f.Lines {
		l := &f.Lines[i]
		look := looks[method(l.Name)]
		k.lines.Series = append(k.lines.Series, render.Series{
			Name: l.Name, Second: strconv.Itoa(l.Runs) + " of " + strconv.Itoa(l.Of) + " runs",
			Y: l.Mean, Spread: l.Half, Ink: look.ink, Dashed: look.dashed,
		})
		switch l.Name {
		case "control":
			control = l
		case "sticky":
			held = l
		}
	}
	k.lines.Note, k.more.Note = render.Note{}, render.Note{}
	if len(f.Lines) == 0 || f.Runs == 0 {
		k.lines.Note = render.Note{Text: "no run is finished yet", Short: "no run yet"}
	}
	k.more.Series = k.more.Series[:0]
	if control == nil || held == nil {
		k.more.Note = render.Note{Text: "there are no control and sticky side by side", Short: "not run"}
		return
	}
	for i := range f.Shares {
		k.zero = append(k.zero, 0)
		k.gain = append(k.gain, 100*(held.Mean[i]-control.Mean[i]))
	}
	k.more.Series = append(k.more.Series, render.Series{Y: k.zero, Muted: true, Dashed: true}, render.Series{Y: k.gain, Ink: plot.Yellow})
}

// draw draws the lines.
func (k *shared) draw(c *render.Canvas, b plot.Box) {
	k.lines.Margin = margin(b)
	b = c.Panel(b, k.prog.text, k.lines.Titles...)
	k.lines.Draw(c, k.prog.draw(c, b))
}

// drawMore draws the difference.
func (k *shared) drawMore(c *render.Canvas, b plot.Box) {
	k.more.Margin = margin(b)
	k.more.Draw(c, c.Panel(b, "", k.more.Titles...))
}

// margin is the room for names, the same in both plots where they stand one above the other.
func margin(b plot.Box) float32 {
	if b.W < 330 {
		return 0
	}
	return 96
}
