package sweep

import (
	"fmt"

	"driftlab/engine/sweep"
	"driftlab/render"
	"driftlab/render/plot"
)

// head says what runs the picture has, and how far the sweep is.
type head struct {
	title   []string // the longest first
	command string   // that did those beforehand; empty where they are of here
	below   []string // in small letters, the longest first
	so      []string // how far the sweep is, the longest first
	share   float32  // of the sweep that is done
}

// receive takes over a frame.
func (k *head) receive(f *sweep.Frame) {
	k.command = f.Precomputed
	runs := plural(f.Runs)
	if k.command != "" {
		steps := ""
		if n := len(f.Looks); n > 0 {
			steps = " of " + plot.Count(int64(f.Looks[n-1])) + " steps"
		}
		k.title = []string{"Precomputed, not yet yours: " + runs + steps, "Precomputed: " + runs + steps, "Precomputed: " + runs}
		k.below = []string{fmt.Sprintf("Until %d of yours are done: %s", min(f.Of, 10), k.command), k.command, "until yours are done"}
	} else {
		steps := plot.Count(f.Length) + " steps"
		k.title = []string{runs + " of " + steps + " each", runs + " of " + steps, runs}
		k.below = invite
		if f.Runs == 0 {
			k.title = []string{"No run is done yet"}
		}
	}
	so := plot.Count(int64(f.Done)) + " of " + plural(f.Of)
	short := so
	if f.Shards > 1 {
		so = fmt.Sprintf("shard %d of %d: %s", f.Shard, f.Shards, so)
		short = so
	}
	switch {
	case f.Done == f.Of:
		so += ", all done"
	case f.Own >= 0:
		so += fmt.Sprintf("; run %d is at step %s of %s", f.Own, plot.Count(f.At), plot.Count(f.Length))
	}
	k.so = []string{so, short}
	k.share = float32(f.Done) / float32(max(f.Of, 1))
	if f.Own >= 0 && f.Done < f.Of {
		k.share += float32(float64(f.At)/float64(f.Length)) / float32(f.Of)
	}
}

// invite says what can be done with runs.
var invite = []string{
	"Each mark and each thin line is a run. Colour and shape tell its group; hollow ones died, crosses diverged. Point at one, or tap it, to see which it is; a click or a second tap opens it in track.",
	"A mark or a line is a run: hollow died, a cross diverged. Point at it, or tap it; a click or a second tap opens it.",
	"Hollow: died; cross: diverged. Click a run, or tap it.",
	"Click a run, or tap it.",
}

// draw draws the panel: one line where it is wide, more in a column.
func (k *head) draw(c *render.Canvas, b plot.Box) {
	ink := c.Theme.Text
	if k.command != "" {
		ink = c.Theme.Vermilion
	}
	bar := b.CutBottom(4)
	c.Fill(bar, c.Theme.Edge)
	bar.W *= min(k.share, 1)
	c.Fill(bar, c.Theme.Sky)
	style := render.Title
	if c.H < 420 || b.W < 340 {
		style = render.Name
	}
	y := b.Y + style.Size
	wide := fitted(c, k.title, b.W, style)
	c.Text(b.X, y, wide, style, render.Left, ink)
	used := c.Measure(wide, style) + 24
	if b.H < 30 || c.Measure(k.so[0], render.Body) <= b.W-used {
		so := fitted(c, k.so, b.W-used, render.Body)
		c.Fit(b.Right(), y, so, b.W-used, render.Body, render.Right, c.Theme.Text)
	} else {
		y += 20
		so := fitted(c, k.so, b.W, render.Body)
		c.Fit(b.X, y, so, b.W, render.Body, render.Left, c.Theme.Text)
	}
	if y += 19; y < b.Bottom()-2 {
		c.Fit(b.X, y, fitted(c, k.below, b.W, render.Small), b.W, render.Small, render.Left, c.Theme.Muted)
	}
}

// fitted is the first of some texts that fits, or the last.
func fitted(c *render.Canvas, texts []string, w float32, style render.Style) string {
	for _, s := range texts {
		if c.Measure(s, style) <= w {
			return s
		}
	}
	return texts[len(texts)-1]
}
