package sweep

import (
	"math"

	"driftlab/engine/sweep"
	"driftlab/render"
	"driftlab/render/plot"
)

// inks are the groups' colours. Each has a shape too.
var inks = [len(sweep.Groups)]plot.Ink{plot.Sky, plot.Orange, plot.Yellow, plot.Green, plot.Pink}

// The groups, whose shapes are a disc, a square, a diamond, and triangles that point up and down.
const (
	updateNoise = iota
	labelNoise
	noNoise
	adam
	sed
)

// A look is how a run is marked: by its group, hollow if it died, as a cross if it diverged.
type look struct{ group, outcome byte }

// looks are those of all runs.
type looks struct {
	of     []look
	radius float32
	shade  float32 // opacity
}

// receive takes over a frame, and reports whether anything looks otherwise.
func (k *looks) receive(f *sweep.Frame) (changed bool) {
	for i := range f.Runs {
		now := look{byte(sweep.GroupOf(int(f.Rule[i]), int(f.Kind[i]))), f.Outcome[i]}
		if i == len(k.of) {
			k.of, changed = append(k.of, now), true
		}
		if k.of[i] != now {
			k.of[i], changed = now, true
		}
	}
	changed = changed || len(k.of) != f.Runs
	k.of = k.of[:f.Runs]
	// The more runs, the smaller and paler.
	crowd := float64(max(f.Runs, 1))
	k.radius = float32(3.6 * math.Pow(min(1, 120/crowd), 0.27))
	k.shade = float32(max(0.3, 0.95*math.Pow(min(1, 200/crowd), 0.3)))
	return changed
}

// mark draws the mark of a run.
func (k *looks) mark(c *render.Canvas, p plot.Point, run int) {
	l := k.of[run]
	draw(c, p, l, k.radius, plot.Alpha(c.Theme.Of(inks[l.group]), k.shade))
}

// ring draws the mark of a run so that it is seen among all others.
func (k *looks) ring(c *render.Canvas, p plot.Point, run int) {
	l, r := k.of[run], max(k.radius, 3.6)
	c.Disc(p.X, p.Y, r+5, c.Theme.Text)
	c.Disc(p.X, p.Y, r+3, c.Theme.Panel)
	draw(c, p, l, r, c.Theme.Of(inks[l.group]))
}

// named draws the mark that stands before a group's name.
func named(c *render.Canvas, x, y float32, group int) {
	draw(c, plot.Point{X: x, Y: y}, look{group: byte(group)}, 4.5, c.Theme.Of(inks[group]))
}

func draw(c *render.Canvas, p plot.Point, l look, r float32, ink plot.RGBA) {
	switch l.outcome {
	case sweep.Diverged:
		c.Line(p.X-r, p.Y-r, p.X+r, p.Y+r, 1.4, ink)
		c.Line(p.X-r, p.Y+r, p.X+r, p.Y-r, 1.4, ink)
	case sweep.Failed:
		c.Line(p.X-r, p.Y, p.X+r, p.Y, 1.4, ink)
		c.Line(p.X, p.Y-r, p.X, p.Y+r, 1.4, ink)
	case sweep.Died:
		shape(c, p, l.group, r+0.6, ink)
		shape(c, p, l.group, max(r-1, 0.4), c.Theme.Panel)
	default:
		shape(c, p, l.group, r, ink)
	}
}

func shape(c *render.Canvas, p plot.Point, group byte, r float32, ink plot.RGBA) {
	switch group {
	case labelNoise:
		r *= 0.9
		c.Fan([]plot.Point{{X: p.X - r, Y: p.Y - r}, {X: p.X + r, Y: p.Y - r}, {X: p.X + r, Y: p.Y + r}, {X: p.X - r, Y: p.Y + r}}, ink)
	case noNoise:
		r *= 1.25
		c.Fan([]plot.Point{{X: p.X, Y: p.Y - r}, {X: p.X + r, Y: p.Y}, {X: p.X, Y: p.Y + r}, {X: p.X - r, Y: p.Y}}, ink)
	case adam, sed:
		r *= 1.2
		if group == sed {
			r = -r
		}
		c.Fan([]plot.Point{{X: p.X, Y: p.Y - r}, {X: p.X + plot.Abs(r), Y: p.Y + 0.75*r}, {X: p.X - plot.Abs(r), Y: p.Y + 0.75*r}}, ink)
	default:
		c.Disc(p.X, p.Y, r, ink)
	}
}
