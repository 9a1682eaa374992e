package sticky

import (
	"fmt"
	"strings"

	"driftlab/engine/sticky"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// strip is the height of the names over the trials.
const strip = 16

// row is where the trials stand in the panel trial by trial.
func (k *search) row(c *render.Canvas, panel plot.Box) plot.Box {
	b := c.Below(panel)
	b.CutTop(12)
	if b.H > 100 {
		b.CutTop(strip)
	}
	b.CutLeft(32)
	b.CutRight(8)
	b.CutBottom(ticksRoom)
	if b.W < 60 || b.H < 30 {
		return plot.Box{}
	}
	return b
}

// along is where a trial is there.
func (k *search) along(b plot.Box, trial int) plot.Point {
	x := plot.Scale{Lo: 1, Hi: float64(max(k.f.Of, 2)), From: b.X + 9, To: b.Right() - 9}.At(float64(trial + 1))
	return plot.Point{X: x, Y: k.up(b, trial)}
}

// history draws the marks trial by trial.
func (k *search) history(c *render.Canvas, panel plot.Box) {
	k.prog.draw(c, c.Panel(panel, k.prog.text, trialTitles...))
	b := k.row(c, panel)
	if b.Empty() {
		return
	}
	k.ground(c, b)
	k.trials.Name = ""
	k.trials.Set(plot.Scale{Lo: 1, Hi: float64(max(k.f.Of, 2)), From: b.X + 9, To: b.Right() - 9}, min(max(int(b.W/52), 2), 11))
	k.trials.Below(c, b)
	k.parts(c, b, c.Below(panel).H > 112)
	k.steps(c, b)
	for trial := range k.f.Marks {
		k.mark(c, k.along(b, trial), trial)
	}
	k.ring(c, func(trial int) plot.Point { return k.along(b, trial) })
	if k.best != "" && b.H > 50 {
		p := k.along(b, k.f.Best)
		x := within(c, b, p.X-c.Measure(k.best, render.Name)/2, k.best, render.Name)
		c.Text(x, max(p.Y-11, b.Y+12), k.best, render.Name, render.Left, c.Theme.Green)
	}
	if len(k.f.Marks) == 0 {
		tag(c, within(c, b, b.X+b.W/2, untried[0], render.Name), b.Y+b.H/2+5, untried[0], render.Left, c.Theme.Muted)
	}
}

// parts tells the trials that were drawn by chance from those of the model.
func (k *search) parts(c *render.Canvas, b plot.Box, named bool) {
	n := k.f.Chance
	if n <= 0 || n >= k.f.Of {
		return
	}
	x := (k.along0(b, n-1) + k.along0(b, n)) / 2
	c.Fill(plot.Box{X: x, Y: b.Y, W: 1 / c.Unit, H: b.H}, c.Theme.Muted)
	if !named {
		return
	}
	c.Fit(x-6, b.Y-5, "by chance", x-b.X-8, render.Small, render.Right, c.Theme.Muted)
	c.Fit(x+6, b.Y-5, "by the model", b.Right()-x-10, render.Small, render.Left, c.Theme.Sky)
}

// along0 is the x of a trial that need not be finished.
func (k *search) along0(b plot.Box, trial int) float32 {
	return plot.Scale{Lo: 1, Hi: float64(max(k.f.Of, 2)), From: b.X + 9, To: b.Right() - 9}.At(float64(trial + 1))
}

// steps draws the best so far.
func (k *search) steps(c *render.Canvas, b plot.Box) {
	y := k.scale(b)
	k.line = k.line[:0]
	for i, v := range k.so {
		if v != v {
			continue
		}
		p := plot.Point{X: k.along0(b, i), Y: y.At(float64(v))}
		if n := len(k.line); n > 0 && k.line[n-1].Y != p.Y {
			k.line = append(k.line, plot.Point{X: p.X, Y: k.line[n-1].Y})
		}
		k.line = append(k.line, p)
	}
	c.Polyline(k.line, 1.8, c.Theme.Green)
}

// parallel draws each trial as a line through all its numbers and its mark: the better, the stronger.
func (k *search) parallel(c *render.Canvas, panel plot.Box) {
	b := c.Panel(panel, "the better, the stronger; green: the best", parallelTitles...)
	head, foot := b.CutTop(17), b.CutBottom(18)
	n := len(k.axes)
	if b.H < 30 || n == 0 {
		return
	}
	b.CutLeft(18)
	b.CutRight(22)
	for i := range n + 1 {
		at := k.across(b, i)
		c.Fill(plot.Box{X: at, Y: b.Y, W: 1 / c.Unit, H: b.H}, c.Theme.Muted)
		name, from, to := "mark", k.least, k.most
		if i < n {
			name, from, to = k.axes[i].name, k.axes[i].from, k.axes[i].to
		}
		c.Text(at, head.Y+12, name, render.Name, render.Centre, c.Theme.Text)
		c.Text(at, foot.Y+14, from, render.Small, render.Centre, c.Theme.Muted)
		if i < n {
			c.Text(at+5, b.Y+10, to, render.Small, render.Left, c.Theme.Muted)
		} else if c.Measure(to, render.Small) < b.W/float32(n)-40 {
			c.Text(at-5, b.Y+10, to, render.Small, render.Right, c.Theme.Muted)
		}
	}
	y := plot.Scale{Lo: k.lo, Hi: k.hi, From: b.Bottom(), To: b.Y}
	for trial, v := range k.f.Marks {
		good := float32(y.Share(float64(v)))
		c.Polyline(k.through(b, trial), 1.3, plot.Alpha(c.Theme.Sky, 0.12+0.7*good*good))
	}
	c.Dashed(k.through(b, k.f.Chosen), 2.6, 7, 4, c.Theme.Text)
	c.Polyline(k.through(b, k.f.Best), 2.6, c.Theme.Green)
	c.Polyline(k.through(b, k.over), 2.6, c.Theme.Orange)
}

// across is where the axis of the i-th number stands; after the last comes that of the marks.
func (k *search) across(b plot.Box, i int) float32 { return b.X + b.W*float32(i)/float32(len(k.axes)) }

// through is the line of a trial; there is none where it is -1, or has no mark.
func (k *search) through(b plot.Box, trial int) []plot.Point {
	k.line = k.line[:0]
	if trial < 0 || k.f.Marks[trial] != k.f.Marks[trial] {
		return k.line
	}
	for i := range k.axes {
		k.line = append(k.line, plot.Point{X: k.across(b, i), Y: b.Bottom() - k.share(&k.axes[i], trial)*b.H})
	}
	y := plot.Scale{Lo: k.lo, Hi: k.hi, From: b.Bottom(), To: b.Y}
	k.line = append(k.line, plot.Point{X: k.across(b, len(k.axes)), Y: y.At(float64(k.f.Marks[trial]))})
	return k.line
}

// find is the trial under the pointer in a panel, or -1.
func (k *search) find(c *render.Canvas, panel plot.Box, p render.Pointer, scattered bool) int {
	if !p.Over(panel) {
		return -1
	}
	found, least := -1, picture.Reach(p)*picture.Reach(p)
	near := func(trial int, q plot.Point) {
		d := (q.X-p.X)*(q.X-p.X) + (q.Y-p.Y)*(q.Y-p.Y)
		if d < least {
			found, least = trial, d
		}
	}
	if !scattered {
		if b := k.row(c, panel); !b.Empty() {
			for trial := range k.f.Marks {
				near(trial, k.along(b, trial))
			}
		}
		return found
	}
	for i := range k.axes {
		if b := k.cell(c, panel, i); !b.Empty() {
			for trial := range k.f.Marks {
				near(trial, k.dot(b, &k.axes[i], trial))
			}
		}
	}
	return found
}

// point chooses the trial that is pointed at, and words what it was.
func (k *search) point(trial int) (changed bool) {
	changed = trial != k.over
	k.over = trial
	if trial >= 0 && trial != k.said {
		k.said = trial
		k.tip.Lines = k.about(k.tip.Lines[:0], trial)
	}
	return changed
}

// about says what a trial was and what came of it.
func (k *search) about(lines []string, trial int) []string {
	how, so := "by the model", "diverged"
	if trial < k.f.Chance {
		how = "by chance"
	}
	if v := k.f.Marks[trial]; v == v {
		so = fmt.Sprintf("mark %.3f", v)
		if trial == k.f.Best {
			so += ", the best so far"
		}
	}
	lines = append(lines, fmt.Sprintf("Trial %d, %s: %s", trial+1, how, so))
	var b strings.Builder
	for i := range k.axes {
		const inLine = 3
		t := &k.axes[i]
		fmt.Fprintf(&b, "%s = %s", t.name, number(float64(k.f.Points[trial*len(sticky.Searched)+t.at])))
		if i%inLine < inLine-1 && i < len(k.axes)-1 {
			b.WriteString(", ")
			continue
		}
		lines = append(lines, b.String())
		b.Reset()
	}
	return lines
}
