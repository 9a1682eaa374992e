package sweep

import (
	"math"
	"slices"

	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// A cloud is a plot with a mark for each run.
type cloud struct {
	names []string   // over the plot, the longest first
	alone []string   // and over the panel, where that has no other
	x, y  plot.Scale // but for where they lie on the canvas
	words []string   // of x where that counts words: from 0 on,
	brief []string   // and shorter ones
	none  string     // what is said where there is no mark
	lines []line     // over the marks
	notes []note     // below the axis

	xs, ys []float32 // of each run; NaN for no mark, −Inf for one below the scale
	marks  int
	lost   bool // there are marks below the scale
	n      int
	stale  bool
	was    []line
	layer  render.Layer
	along  render.Axis
	up     render.Axis
}

// A line is straight, from (x0, y0) to (x1, y1) on the plot's scales, in the colour of a group.
type line struct {
	x0, y0, x1, y1 float64
	group          int
}

// A note is about a group, the longest words first.
type note struct {
	group int
	words [4]string
}

// begin begins to take over a frame.
func (k *cloud) begin() {
	k.n, k.marks, k.lost, k.stale = 0, 0, false, false
	k.was, k.lines, k.notes = k.lines, k.was[:0], k.notes[:0]
}

// add adds a run.
func (k *cloud) add(x, y float32) {
	if k.n == len(k.xs) {
		k.xs, k.ys, k.stale = append(k.xs, x), append(k.ys, y), true
	}
	if other(k.xs[k.n], x) || other(k.ys[k.n], y) {
		k.xs[k.n], k.ys[k.n], k.stale = x, y, true
	}
	k.n++
	if x == x && y == y {
		k.marks++
	}
	k.lost = k.lost || math.IsInf(float64(y), -1)
}

func other(a, b float32) bool { return a != b && (a == a || b == b) }

// end ends with the scales. What is drawn is drawn anew if it is to look otherwise.
func (k *cloud) end(x, y plot.Scale, changed bool) {
	if k.stale || changed || k.n < len(k.xs) || k.x != x || k.y != y || !slices.Equal(k.was, k.lines) {
		k.layer.Forget()
	}
	k.xs, k.ys = k.xs[:k.n], k.ys[:k.n]
	k.x, k.y = x, y
}

// place puts the scales into a box.
func (k *cloud) place(b plot.Box) (x, y plot.Scale) {
	x, y = k.x, k.y
	x.From, x.To = b.X+8, b.Right()-8
	y.From, y.To = b.Bottom()-7, b.Y+7
	if k.lost {
		y.From -= 11
	}
	return x, y
}

// at is where the mark of a run is; false if there is none.
func (k *cloud) at(x, y plot.Scale, run int) (plot.Point, bool) {
	u, v := float64(k.xs[run]), float64(k.ys[run])
	switch {
	case math.IsNaN(u) || math.IsNaN(v):
		return plot.Point{}, false
	case math.IsInf(v, -1):
		return plot.Point{X: x.At(u), Y: y.From + 11}, true
	}
	return plot.Point{X: x.At(u), Y: y.At(v)}, true
}

// draw fills the box, its axes beside and below.
func (k *cloud) draw(c *render.Canvas, b plot.Box, l *looks) {
	x, y := k.place(b)
	k.up.Set(y, min(max(int(b.H/30), 2), 5))
	k.up.Left(c, b)
	c.Layer(&k.layer, b, func(at plot.Box) { k.inside(c, at, l) })
	c.Frame(b, 1, c.Theme.Edge)
	if k.words == nil {
		k.along.Set(x, min(max(int(b.W/32), 2), 8))
		k.along.Below(c, b)
	} else {
		k.count(c, b, x)
	}
	if k.lost {
		c.Text(b.X-6, y.From+15, "×", render.Small, render.Right, c.Theme.Muted)
	}
	if k.marks == 0 && c.Measure(k.none, render.Small) < b.W-8 {
		c.Plate(b.X+b.W/2, b.Y+b.H/2+4, k.none, render.Small, render.Centre)
	}
}

// fits reports whether no word that x counts touches the next in a plot that wide.
func fits(c *render.Canvas, words []string, w float32) bool {
	room := w/float32(max(len(words), 1)) - 5
	for _, word := range words {
		if c.Measure(word, render.Small) > room {
			return false
		}
	}
	return true
}

// count writes the words that x counts, all of them short where one would touch the next.
func (k *cloud) count(c *render.Canvas, b plot.Box, x plot.Scale) {
	words := k.words
	if !fits(c, words, b.W) {
		words = k.brief
	}
	for i, word := range words {
		c.Text(x.At(float64(i)), b.Bottom()+4+render.Small.Size, word, render.Small, render.Centre, c.Theme.Muted)
	}
}

// inside draws what is in the box.
func (k *cloud) inside(c *render.Canvas, b plot.Box, l *looks) {
	x, y := k.place(b)
	c.Fill(b, c.Theme.Panel)
	k.up.Scale = y
	k.up.Grid(c, b)
	if k.lost {
		c.Fill(plot.Box{X: b.X, Y: y.From + 4, W: b.W, H: 1 / c.Unit}, c.Theme.Muted)
	}
	for run := range k.xs {
		if p, ok := k.at(x, y, run); ok {
			l.mark(c, p, run)
		}
	}
	for _, s := range k.lines {
		ends := [...]plot.Point{{X: x.At(s.x0), Y: y.At(s.y0)}, {X: x.At(s.x1), Y: y.At(s.y1)}}
		c.Polyline(ends[:], 4, plot.Alpha(c.Theme.Panel, 0.6))
		c.Polyline(ends[:], 2.2, c.Theme.Of(inks[s.group]))
	}
}

// find is the run whose mark is nearest to the pointer, if it is within reach; -1 for none.
func (k *cloud) find(b plot.Box, p render.Pointer) int {
	if !p.Over(b) {
		return -1
	}
	x, y := k.place(b)
	found, least := -1, picture.Reach(p)*picture.Reach(p)
	for run := range k.xs {
		if q, ok := k.at(x, y, run); ok {
			if d := (q.X-p.X)*(q.X-p.X) + (q.Y-p.Y)*(q.Y-p.Y); d < least {
				found, least = run, d
			}
		}
	}
	return found
}
