package stability

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"driftlab/engine/stability"
	"driftlab/render"
	"driftlab/render/plot"
)

// singles is how many units are drawn one by one.
const singles = 3

// units draws what a learner's units do with the digit that is followed: then, when its task had just been
// learned, and now.
type units struct {
	ink      plot.Ink
	titles   [3]string
	heads    [3]string
	digits   [2]string
	cells    [2]render.Matrix // then, now
	order    []int            // of the rows: by when a unit was most active
	peaks    []int            // of each unit
	strength []float32        // of each unit
	names    [singles]string
	best     [singles]int

	of           *stability.Learner
	steps, units int
	lo, hi       []float32 // of each unit, then and now
	line         []plot.Point
	said         told
}

// told is what the texts are about.
type told struct {
	learner      string
	units, probe int
	best         [singles]int
}

func (u *units) receive(f *stability.Frame, i int) {
	u.of, u.ink, u.steps, u.units = &f.Learners[i], inks[i], f.Digit.Steps, f.Units
	u.digits = [...]string{label(f.Probe, 0), label(f.Probe, 1)}
	u.sort()
	u.fill(&u.cells[0], u.of.Then)
	u.fill(&u.cells[1], u.of.Now)
	u.cells[0].Empty = "not learned yet"
	if now := (told{u.of.Name, f.Units, f.Probe, u.best}); u.titles[0] == "" || now != u.said {
		u.said = now
		name := call(u.of.Name)
		u.titles = [...]string{
			fmt.Sprintf("%s: %d units and the answer", name[1], f.Units), name[1] + ": units", name[1],
		}
		u.heads = [...]string{fmt.Sprintf("then, network %d", f.Probe+1), "now", "then dashed, now solid"}
		for k := range u.names {
			u.names[k] = "unit " + strconv.Itoa(u.best[k]+1)
		}
	}
}

// was are the activities that give the order: those then, or now while there are none.
func (u *units) was() []float32 {
	if len(u.of.Then) > 0 {
		return u.of.Then
	}
	return u.of.Now
}

// sort finds the order of the rows, the most active units, and the range of each.
func (u *units) sort() {
	was := u.was()
	u.order, u.peaks, u.strength = u.order[:0], u.peaks[:0], u.strength[:0]
	for j := range u.units {
		peak, sum := 0, float32(0)
		for t := range u.steps {
			v := was[t*u.units+j]
			sum += plot.Abs(v)
			if v > was[peak*u.units+j] {
				peak = t
			}
		}
		u.order, u.peaks, u.strength = append(u.order, j), append(u.peaks, peak), append(u.strength, sum)
	}
	slices.SortStableFunc(u.order, func(a, b int) int { return cmp.Compare(u.strength[b], u.strength[a]) })
	for k := range u.best {
		u.best[k] = u.order[min(k, len(u.order)-1)]
	}
	slices.SortStableFunc(u.order, func(a, b int) int { return cmp.Compare(u.peaks[a], u.peaks[b]) })
	u.lo, u.hi = u.lo[:0], u.hi[:0]
	for j := range u.units {
		lo, hi := float32(0), float32(1e-6)
		for _, all := range [...][]float32{u.of.Then, u.of.Now} {
			for t := range len(all) / u.units {
				lo, hi = min(lo, all[t*u.units+j]), max(hi, all[t*u.units+j])
			}
		}
		u.lo, u.hi = append(u.lo, lo), append(u.hi, hi)
	}
}

// fill has a unit in each row, a step in each column.
func (u *units) fill(m *render.Matrix, activity []float32) {
	m.Cells, m.Rows, m.Cols = m.Cells[:0], 0, u.steps
	if len(activity) == 0 {
		return
	}
	m.Rows = u.units
	for _, j := range u.order {
		for t := range u.steps {
			m.Cells = append(m.Cells, plot.Byte(activity[t*u.units+j], u.lo[j], u.hi[j]))
		}
	}
}

// arrange is where the cells then and now lie, with what stands below them, and the single units.
func (u *units) arrange(b plot.Box) (parts [2]plot.Box, single plot.Box) {
	const gap = 14
	switch {
	case b.W >= 380:
		single = b.CutRight((b.W - 2*gap) * 0.3)
		b.CutRight(gap)
	case b.H >= 230:
		single = b.CutBottom(84)
		b.CutBottom(8)
	}
	b.CutRight(12)
	return [...]plot.Box{b.Column(0, 2, gap), b.Column(1, 2, gap)}, single
}

// cellsOf leaves room for what stands above and below the cells.
func (u *units) cellsOf(part plot.Box) (head, cells, answer plot.Box) {
	head = part.CutTop(16)
	if part.H > 56 {
		answer = part.CutBottom(max(part.H*0.3, 24))
		part.CutBottom(4)
	}
	return head, part, answer
}

// over is the pen step under the pointer, or -1.
func (u *units) over(c *render.Canvas, b plot.Box, p render.Pointer) int {
	parts, _ := u.arrange(c.Below(b))
	for i := range parts {
		_, cells, answer := u.cellsOf(parts[i])
		cells.H = max(cells.H, answer.Bottom()-cells.Y)
		if p.Over(cells) {
			return min(int((p.X-cells.X)/cells.W*float32(u.steps)), u.steps-1)
		}
	}
	return -1
}

func (u *units) draw(c *render.Canvas, b plot.Box, step int) {
	parts, single := u.arrange(c.Panel(b, "one row each, on its own scale", u.titles[:]...))
	for i, part := range parts {
		head, cells, answer := u.cellsOf(part)
		if cells.H < 8 {
			return
		}
		c.Fit(head.X, head.Y+12, u.heads[i], head.W, render.Small, render.Left, c.Theme.Muted)
		c.Fill(cells, c.Theme.Panel)
		u.cells[i].Draw(c, cells)
		says := u.of.Said
		if i == 1 {
			says = u.of.Says
		}
		u.answer(c, answer, says, i == 1)
		high := cells.H
		if !answer.Empty() {
			high = answer.Bottom() - cells.Y
		}
		x := cells.X + (float32(step)+0.5)/float32(u.steps)*cells.W
		c.Fill(plot.Box{X: x - 0.75, Y: cells.Y, W: 1.5, H: high}, c.Theme.Orange)
	}
	u.single(c, single, step)
}

// answer draws the probabilities of both answers over the steps; where the pen rests they count.
func (u *units) answer(c *render.Canvas, b plot.Box, says []float32, named bool) {
	if b.Empty() {
		return
	}
	c.Fill(b, c.Theme.Panel)
	from := b.W * float32(max(u.steps-readout, 0)) / float32(u.steps)
	c.Fill(plot.Box{X: b.X + from, Y: b.Y, W: b.W - from, H: b.H}, c.Theme.Phases[2])
	c.Fill(plot.Box{X: b.X, Y: b.Y + b.H/2, W: b.W, H: 1 / c.Unit}, c.Theme.Edge)
	c.Frame(b, 1, c.Theme.Edge)
	in := b.Inset(2)
	for answer, ink := range classes {
		u.line = u.line[:0]
		for t, p := range says {
			if answer == 0 {
				p = 1 - p
			}
			u.line = append(u.line, plot.Point{X: b.X + (float32(t)+0.5)/float32(u.steps)*b.W, Y: in.Bottom() - p*in.H})
		}
		if answer == 0 {
			c.Polyline(u.line, 1.8, c.Theme.Of(ink))
		} else {
			c.Dashed(u.line, 1.8, 4, 2, c.Theme.Of(ink))
		}
		if n := len(u.line); named && n > 0 {
			y := b.Y + 10
			if u.line[n-1].Y > b.Y+b.H/2 {
				y = b.Bottom() - 1
			}
			c.Text(b.Right()+3, y, u.digits[answer], render.Name, render.Left, c.Theme.Of(ink))
		}
	}
}

// readout is in how many of the last steps, in which the pen rests, the answer counts.
const readout = 5

// single draws the units that were most active, each then and now.
func (u *units) single(c *render.Canvas, b plot.Box, step int) {
	if b.W < 60 || b.H < 60 {
		return
	}
	head := b.CutTop(16)
	c.Fit(head.X, head.Y+12, u.heads[2], head.W, render.Small, render.Left, c.Theme.Muted)
	n := min(singles, u.units)
	for k := range n {
		box := b.Row(k, n, 5)
		if b.W > 2*b.H {
			box = b.Column(k, n, 8)
		}
		j := u.best[k]
		c.Fill(box, c.Theme.Panel)
		c.Frame(box, 1, c.Theme.Edge)
		u.trace(box, u.of.Now, j)
		c.Polyline(u.line, 1.8, c.Theme.Of(u.ink))
		u.trace(box, u.of.Then, j)
		c.Dashed(u.line, 1.6, 4, 3, c.Theme.Text)
		x := box.X + (float32(step)+0.5)/float32(u.steps)*box.W
		c.Fill(plot.Box{X: x - 0.75, Y: box.Y, W: 1.5, H: box.H}, c.Theme.Orange)
		c.Plate(box.X+5, box.Y+13, u.names[k], render.Small, render.Left)
	}
}

// trace makes the line of a unit's activity.
func (u *units) trace(b plot.Box, activity []float32, j int) {
	u.line = u.line[:0]
	scale := (b.H - 6) / (u.hi[j] - u.lo[j])
	for t := range len(activity) / u.units {
		y := b.Bottom() - 3 - (activity[t*u.units+j]-u.lo[j])*scale
		u.line = append(u.line, plot.Point{X: b.X + (float32(t)+0.5)/float32(u.steps)*b.W, Y: y})
	}
}
