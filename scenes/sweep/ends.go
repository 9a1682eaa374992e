package sweep

import (
	"strings"

	"driftlab/engine/sweep"
	"driftlab/render"
	"driftlab/render/plot"
)

// ends draws what came of each group: how many runs finished, died and diverged, and a histogram of those that finished.
type ends struct {
	groups []int // that have runs
	words  [len(sweep.Groups)][3]string
	bars   []float32
	most   float32
	aside  string
	axis   render.Axis
}

var endTitles = []string{"Final fraction of active units", "Final active units", "Active units"}

// receive takes over a frame.
func (k *ends) receive(f *sweep.Frame) {
	k.groups, k.bars, k.most = k.groups[:0], f.Histogram, 0
	for g := range sweep.Groups {
		n := len(sweep.Outcomes)
		all, some := make([]string, 0, n), make([]string, 0, n)
		runs := 0
		for i, outcome := range sweep.Outcomes {
			many := int(f.Ends[g*n+i])
			word := plot.Count(int64(many)) + " " + outcome
			if i != sweep.Failed || many > 0 { // a failure is no matter of the network's
				all = append(all, word)
			}
			if runs += many; many > 0 {
				some = append(some, word)
			}
		}
		if runs > 0 {
			k.groups = append(k.groups, g)
		}
		k.words[g] = [3]string{strings.Join(all, ", "), strings.Join(some, ", "), plural(runs)}
	}
	for _, v := range k.bars {
		k.most = max(k.most, v)
	}
	k.aside = ""
	if k.most > 0 {
		k.aside = "a full bar: " + plural(int(k.most))
	}
}

// draw draws the panel: a row for each group. Mark is the fraction of a run that is pointed at, in a group; -1 for none.
func (k *ends) draw(c *render.Canvas, panel plot.Box, group int, mark float64) {
	b := c.Panel(panel, k.aside, endTitles...)
	n := len(k.groups)
	if n == 0 {
		c.Fit(b.X+b.W/2, b.Y+b.H/2, "no run is done yet", b.W, render.Body, render.Centre, c.Theme.Muted)
		return
	}
	b.CutBottom(18)
	for i, g := range k.groups {
		row := b.Row(i, n, 8)
		head := row.CutTop(19)
		if row.H < 10 {
			return
		}
		named(c, head.X+5, head.Y+9, g)
		name := sweep.Groups[g]
		c.Text(head.X+15, head.Y+13, name, render.Name, render.Left, c.Theme.Of(inks[g]))
		room := head.W - 15 - c.Measure(name, render.Name) - 12
		for _, s := range k.words[g] {
			if c.Fit(head.Right(), head.Y+13, s, room, render.Small, render.Right, c.Theme.Muted) {
				break
			}
		}
		at := -1.0
		if g == group {
			at = mark
		}
		k.row(c, row, g, at, i == n-1)
	}
}

// row draws the bars of a group.
func (k *ends) row(c *render.Canvas, b plot.Box, g int, mark float64, last bool) {
	c.Fill(b, c.Theme.Panel)
	for i, v := range k.bars[g*sweep.Bins : (g+1)*sweep.Bins] {
		bar := b.Column(i, sweep.Bins, 1)
		tall := v / max(k.most, 1) * (b.H - 3)
		if v > 0 {
			tall = max(tall, 1.5)
		}
		bar.Y, bar.H = b.Bottom()-tall, tall
		c.Fill(bar, c.Theme.Of(inks[g]))
	}
	c.Frame(b, 1, c.Theme.Edge)
	k.axis.Set(plot.Scale{Lo: 0, Hi: 1, From: b.X, To: b.Right()}, 5)
	if mark >= 0 {
		c.Disc(k.axis.At(mark), b.Bottom()-6, 5.5, c.Theme.Text)
		named(c, k.axis.At(mark), b.Bottom()-6, g)
	}
	if last {
		k.axis.Below(c, b)
	}
}
