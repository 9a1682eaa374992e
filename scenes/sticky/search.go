package sticky

import (
	"fmt"
	"math"

	"driftlab/engine/sticky"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// search draws what was tried, and what came of it: against each number, trial by trial, and all numbers at once.
type search struct {
	prog   progress
	f      *sticky.Frame
	axes   []tried
	lo, hi float64   // of the marks
	so     []float32 // the best mark after each trial
	best   string
	least  string // the ends of the marks
	most   string
	marks  render.Axis
	trials render.Axis
	line   []plot.Point

	over int // the trial that is pointed at; -1 for none
	said int // the one that the tip is about
	tip  picture.Tip
}

// A tried is one of the numbers that are searched.
type tried struct {
	at       int // among sticky.Searched
	name     string
	lo, hi   float64
	log      bool
	from, to string // the ends in words
	best     string
}

// receive takes over a frame.
func (k *search) receive(f *sticky.Frame) {
	k.f, k.over, k.said = f, -1, -1
	if f.Grid != sticky.Search {
		return
	}
	k.prog.receive(f)
	k.axes = k.axes[:0]
	for i := range sticky.Searched {
		lo, hi := float64(f.Lows[i]), float64(f.Highs[i])
		if !(hi > lo) {
			continue
		}
		s := &sticky.Searched[i]
		t := tried{at: i, name: written(s.Symbol), lo: lo, hi: hi, log: s.Log && lo > 0, from: number(lo), to: number(hi)}
		if f.Best >= 0 {
			t.best = t.name + " = " + number(float64(f.Points[f.Best*len(sticky.Searched)+i]))
		}
		k.axes = append(k.axes, t)
	}
	lo, hi := plot.Nothing()
	lo, hi = plot.Span(lo, hi, f.Marks)
	k.lo, k.hi = plot.Roomy(lo, hi, 0.1)
	k.least, k.most = fmt.Sprintf("%.2f", k.lo), fmt.Sprintf("%.2f", k.hi)
	k.so = k.so[:0]
	top := float32(math.NaN())
	for _, v := range f.Marks {
		if v == v && !(v <= top) {
			top = v
		}
		k.so = append(k.so, top)
	}
	k.best = ""
	if f.Best >= 0 {
		k.best = fmt.Sprintf("%.3f", f.Marks[f.Best])
	}
}

// written is a symbol as the picture writes it.
func written(symbol string) string {
	if symbol == "a₁" {
		return "a_{1}"
	}
	return symbol
}

// number writes small numbers with a power of ten.
func number(v float64) string {
	if a := math.Abs(v); a == 0 || a >= 0.001 {
		return fmt.Sprintf("%.3g", v)
	}
	power := math.Floor(math.Log10(math.Abs(v)) + 1e-9)
	digits := v / math.Pow(10, power)
	if math.Abs(digits-1) < 0.005 {
		return fmt.Sprintf("10^{−%.0f}", -power)
	}
	return fmt.Sprintf("%.2g·10^{−%.0f}", digits, -power)
}

// share is how far a trial's number lies from its least to its greatest.
func (k *search) share(t *tried, trial int) float32 {
	v := float64(k.f.Points[trial*len(sticky.Searched)+t.at])
	return float32(plot.Scale{Lo: t.lo, Hi: t.hi, Log: t.log}.Share(v))
}

// up is the place of a mark; those that diverged are at the bottom.
func (k *search) up(b plot.Box, trial int) float32 {
	v := float64(k.f.Marks[trial])
	if math.IsNaN(v) {
		return b.Bottom() - 5
	}
	return k.scale(b).At(v)
}

// scale is that of the marks in a box, with room above for the best one's value and below for those that diverged.
func (k *search) scale(b plot.Box) plot.Scale {
	return plot.Scale{Lo: k.lo, Hi: k.hi, From: b.Bottom() - 10, To: b.Y + min(18, b.H/5)}
}

// scatterTitles and the like are the panels'.
var (
	scatterTitles  = []string{"What came of each number that was tried", "Mark by each number", "By number"}
	trialTitles    = []string{"Mark, trial by trial; line: the best so far", "Mark, trial by trial", "Trials"}
	parallelTitles = []string{"All numbers of each trial at once", "Each trial at once", "Trials"}
)

// cell is where the plot of the i-th number stands in a panel: the axis's labels below it.
func (k *search) cell(c *render.Canvas, panel plot.Box, i int) plot.Box {
	b := c.Below(panel)
	b.CutBottom(20) // for what can be done with trials
	const gap = 18
	n := len(k.axes)
	b = b.Cell(i, n, b.Columns(n, gap, 1.2), gap)
	b.CutTop(17)
	b.CutBottom(18)
	b.CutLeft(30)
	if b.H < 24 || b.W < 30 {
		return plot.Box{}
	}
	return b
}

// dot is where a trial is in the plot of a number.
func (k *search) dot(b plot.Box, t *tried, trial int) plot.Point {
	return plot.Point{X: b.X + 7 + k.share(t, trial)*(b.W-14), Y: k.up(b, trial)}
}

// scatter draws a plot for each number.
func (k *search) scatter(c *render.Canvas, panel plot.Box) {
	c.Panel(panel, "squares: by chance; discs: by the model; ringed: the best; wide ring: the chosen one", scatterTitles...)
	for i := range k.axes {
		t, b := &k.axes[i], k.cell(c, panel, i)
		if b.Empty() {
			return
		}
		head := b.Y - 5
		c.Text(b.X, head, t.name, render.Name, render.Left, c.Theme.Text)
		c.Fit(b.Right(), head, t.best, b.W-c.Measure(t.name, render.Name)-10, render.Small, render.Right, c.Theme.Green)
		k.ground(c, b)
		k.ends(c, b, t.from, t.to)
		for trial := range k.f.Marks {
			k.mark(c, k.dot(b, t, trial), trial)
		}
		k.ring(c, func(trial int) plot.Point { return k.dot(b, t, trial) })
	}
	k.say(c, panel)
}

// ground draws what lies behind dots, with the marks' axis.
func (k *search) ground(c *render.Canvas, b plot.Box) {
	c.Fill(b, c.Theme.Panel)
	k.marks.Set(k.scale(b), min(max(int(b.H/30), 2), 5))
	k.marks.Beside(c, b)
	c.Frame(b, 1, c.Theme.Edge)
}

// ends names the ends of an axis.
func (k *search) ends(c *render.Canvas, b plot.Box, from, to string) {
	y := b.Bottom() + 4 + render.Small.Size
	c.Text(b.X, y, from, render.Small, render.Left, c.Theme.Muted)
	c.Text(b.Right(), y, to, render.Small, render.Right, c.Theme.Muted)
}

// mark draws a trial: a square if it was drawn by chance, a cross if it diverged.
func (k *search) mark(c *render.Canvas, p plot.Point, trial int) {
	v := k.f.Marks[trial]
	switch {
	case v != v:
		c.Line(p.X-3, p.Y-3, p.X+3, p.Y+3, 1.5, c.Theme.Vermilion)
		c.Line(p.X-3, p.Y+3, p.X+3, p.Y-3, 1.5, c.Theme.Vermilion)
	case trial < k.f.Chance:
		b := plot.Box{X: p.X - 3.5, Y: p.Y - 3.5, W: 7, H: 7}
		c.Frame(b, 1.5, c.Theme.Muted)
	default:
		c.Disc(p.X, p.Y, 3.6, c.Theme.Sky)
	}
}

// ring marks the trial that the dial has chosen, the best one inside that ring if it is the same, and the one that is
// pointed at.
func (k *search) ring(c *render.Canvas, at func(trial int) plot.Point) {
	ring := func(trial int, r, w float32, ink plot.RGBA) {
		if trial >= 0 {
			p := at(trial)
			c.Disc(p.X, p.Y, r, ink)
			c.Disc(p.X, p.Y, r-w, c.Theme.Panel)
			k.mark(c, p, trial)
		}
	}
	ring(k.f.Chosen, 10, 2, c.Theme.Text)
	ring(k.f.Best, 7.5, 2.3, c.Theme.Green)
	ring(k.over, 8.5, 2.3, c.Theme.Orange)
}

// What is said of trials, and where there is none.
var (
	invite  = [2]string{"Point at a trial, or tap it, for its numbers; a click or a second tap opens it.", "Click a trial, or tap it."}
	untried = [2]string{"No trial is finished yet.", "No trial yet."}
)

// say says what can be done with trials.
func (k *search) say(c *render.Canvas, panel plot.Box) {
	said := invite
	if len(k.f.Marks) == 0 {
		said = untried
	}
	foot := c.Below(panel)
	y := foot.Bottom() - 2
	if !c.Fit(foot.X, y, said[0], foot.W, render.Body, render.Left, c.Theme.Muted) {
		c.Fit(foot.X, y, said[1], foot.W, render.Small, render.Left, c.Theme.Muted)
	}
}
