package sweep

import (
	"fmt"
	"strings"

	"driftlab/engine/sweep"
	"driftlab/render"
	"driftlab/render/plot"
)

// tip says what a run is and what came of it, beside the pointer.
type tip struct {
	lines []string
}

// about words a run of a frame.
func (k *tip) about(f *sweep.Frame, i int) {
	rule, kind := int(f.Rule[i]), int(f.Kind[i])
	what := sweep.Rules[rule]
	switch kind {
	case sweep.UpdateNoise:
		what += fmt.Sprintf(", update noise σ_{u} = %.4g", f.Noise[i])
	case sweep.LabelNoise:
		what += fmt.Sprintf(", label noise σ_{l} = %.4g", f.Noise[i])
	case sweep.NoNoise:
		if rule != sweep.SED {
			what += ", no noise"
		}
	}
	k.lines = append(k.lines[:0],
		fmt.Sprintf("Run %d: %s", int(f.Number[i]), what),
		fmt.Sprintf("%s task, %s start, T = %d, D = %d, O = %d", sweep.Tasks[f.Task[i]], sweep.Inits[f.Init[i]], int(f.Samples[i]), int(f.Inputs[i]), int(f.Outputs[i])))
	step := plot.Count(int64(f.Ended[i]))
	switch f.Outcome[i] {
	case sweep.Diverged:
		k.lines = append(k.lines, "diverged at step "+step)
	case sweep.Died:
		k.lines = append(k.lines, "died: every unit is silent at step "+step)
	default:
		k.lines = append(k.lines, "finished, step "+step)
	}
	if f.Outcome[i] != sweep.Diverged {
		k.lines = append(k.lines, fmt.Sprintf("active units %s, active fraction %s", value(f.Active[i], "%.3f"), value(f.Fraction[i], "%.3f")))
		k.lines = append(k.lines, fmt.Sprintf("loss 10^{%s}, information %s bits, correlation %s", value(f.Loss[i], "%.2f"), value(f.SI[i], "%.3g"), value(f.Corr[i], "%.2f")))
		k.lines = append(k.lines, fmt.Sprintf("timescale %s, half-life %s", long(f.Tau[i]), long(f.Half[i])))
	}
	k.lines = append(k.lines, "A click opens it in track.")
}

// value writes a number, or that there is none.
func value(v float32, as string) string {
	if v != v {
		return "none"
	}
	return strings.ReplaceAll(fmt.Sprintf(as, v), "-", "−")
}

// long writes a number of steps, to three figures.
func long(steps float32) string {
	if steps != steps {
		return "none"
	}
	return plot.Short(float64(steps)) + " steps"
}

// draw draws the words beside the pointer, within the canvas.
func (k *tip) draw(c *render.Canvas, p render.Pointer) {
	const pad, line = 9, 17
	w := float32(0)
	for _, s := range k.lines {
		w = max(w, c.Measure(s, render.Body))
	}
	b := plot.Box{W: w + 2*pad, H: float32(len(k.lines))*line + 2*pad - 4}
	b.X = p.X + 16
	if b.Right() > c.W-4 {
		b.X = p.X - 16 - b.W
	}
	b.X = min(max(b.X, 4), max(c.W-4-b.W, 0))
	b.Y = p.Y + 14
	if b.Bottom() > c.H-4 {
		b.Y = p.Y - 14 - b.H
	}
	b.Y = max(b.Y, 4)
	c.Fill(b, c.Theme.Page)
	c.Frame(b, 1, c.Theme.Muted)
	for i, s := range k.lines {
		style, ink := render.Body, c.Theme.Text
		switch i {
		case 0:
			style = render.Name
		case len(k.lines) - 1:
			ink = c.Theme.Muted
		}
		c.Text(b.X+pad, b.Y+pad+12+float32(i)*line, s, style, render.Left, ink)
	}
}
