package sticky

import (
	"fmt"
	"math"

	"driftlab/engine/sticky"
	"driftlab/render"
	"driftlab/render/plot"
)

// progress says how far a grid of whole runs has come.
type progress struct {
	runs, of int
	text     string
}

func (k *progress) receive(f *sticky.Frame) {
	if k.text == "" || k.runs != f.Runs || k.of != f.Of {
		k.runs, k.of = f.Runs, f.Of
		k.text = fmt.Sprintf("%d of %d runs", f.Runs, f.Of)
	}
}

// draw draws a bar below a panel's title, and returns what is left of the panel.
func (k *progress) draw(c *render.Canvas, b plot.Box) plot.Box {
	bar := b.CutTop(4)
	c.Fill(bar, c.Theme.Edge)
	bar.W *= float32(k.runs) / float32(max(k.of, 1))
	c.Fill(bar, c.Theme.Sky)
	b.CutTop(8)
	return b
}

// ablation draws a small plot for each line: accuracy over all tasks after each task, and in all of them the
// control's.
type ablation struct {
	plots []render.LinePlot
	heads []string // over each plot
	inks  []plot.Ink
	x     []float32
	prog  progress
}

var ablationTitles = []string{"Parts of the rule: accuracy over all tasks, after each task", "Parts of the rule: accuracy over all tasks", "Parts of the rule"}

// receive takes over a frame.
func (k *ablation) receive(f *sticky.Frame) {
	k.prog.receive(f)
	k.x = counted(k.x, f.Tasks)
	for len(k.plots) < len(f.Lines) {
		k.plots = append(k.plots, render.LinePlot{Series: make([]render.Series, 2), XName: "task", From: 1})
		k.heads, k.inks = append(k.heads, ""), append(k.inks, 0)
	}
	k.plots = k.plots[:len(f.Lines)]
	lo := floor(f.Lines)
	var control []float32
	for i := range f.Lines {
		if f.Lines[i].Name == "control" {
			control = f.Lines[i].Mean
		}
	}
	for i := range f.Lines {
		l, p := &f.Lines[i], &k.plots[i]
		p.X, p.Lo, p.Hi = k.x, lo, 1
		k.inks[i] = plot.Sky
		if l.Sticky {
			k.inks[i] = plot.Yellow
		}
		p.Series[0] = render.Series{Y: control, Muted: true, Dashed: true}
		p.Series[1] = render.Series{Y: l.Mean, Spread: l.Half, Ink: k.inks[i]}
		if l.Name == "control" {
			p.Series[0].Y = nil
			p.Series[1].Muted, p.Series[1].Dashed = true, true
		}
		k.heads[i] = l.Name + result(l)
		p.Note = render.Note{Text: fmt.Sprintf("%d of %d runs", l.Runs, l.Of), Short: fmt.Sprintf("%d of %d", l.Runs, l.Of)}
	}
}

// result is a line's last value in words.
func result(l *sticky.Line) string {
	if len(l.Mean) == 0 {
		return ""
	}
	v, d := l.Mean[len(l.Mean)-1], l.Half[len(l.Half)-1]
	switch {
	case v != v:
		return ""
	case d != d:
		return fmt.Sprintf(" %.1f %%", 100*v)
	}
	return fmt.Sprintf(" %.1f ± %.1f %%", 100*v, 100*d)
}

// floor is where the scale of all lines begins.
func floor(lines []sticky.Line) float64 {
	least := float32(1)
	for i := range lines {
		for k, v := range lines[i].Mean {
			if d := lines[i].Half[k]; d == d {
				v -= d
			}
			if v == v {
				least = min(least, v)
			}
		}
	}
	return max(math.Floor(float64(10*least))/10, 0)
}

// counted are 1 to n.
func counted(x []float32, n int) []float32 {
	x = x[:0]
	for i := range n {
		x = append(x, float32(i+1))
	}
	return x
}

// draw draws the panel.
func (k *ablation) draw(c *render.Canvas, b plot.Box) {
	b = k.prog.draw(c, c.Panel(b, k.prog.text+"; dashed: control", ablationTitles...))
	n := len(k.plots)
	if n == 0 {
		c.Fit(b.X+b.W/2, b.Y+b.H/2, "no line is begun yet", b.W, render.Body, render.Centre, c.Theme.Muted)
		return
	}
	const gap = 14
	columns := b.Columns(n, gap, 1.25)
	if columns == 3 && n == 8 {
		columns = 4
	}
	style := k.style(c, b.Cell(0, n, columns, gap).W)
	for i := range n {
		cell := b.Cell(i, n, columns, gap)
		head := cell.CutTop(19)
		if cell.H < 40 {
			return
		}
		ink := c.Theme.Of(k.inks[i])
		if k.plots[i].Series[1].Muted {
			ink = c.Theme.Muted
		}
		c.Text(head.X, head.Y+13, k.heads[i], style, render.Left, ink)
		k.plots[i].Draw(c, cell)
	}
}

// style is that of what stands over the plots: the same for all of them.
func (k *ablation) style(c *render.Canvas, w float32) render.Style {
	for _, head := range k.heads[:len(k.plots)] {
		if c.Measure(head, render.Name) > w {
			return render.Small
		}
	}
	return render.Name
}
