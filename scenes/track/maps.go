package track

import (
	"fmt"

	"driftlab/engine/track"
	"driftlab/render"
	"driftlab/render/plot"
)

// matrix draws the rate maps now, one unit a row, and beside them each unit's activity.
type matrix struct {
	cells    render.Matrix
	subtitle string
	short    string // where that does not fit
	said     [4]int64
}

// receive words the subtitle, anew only when what it says has changed. It counts the units
// that have a field now, as the caption does, also while the rows are held.
func (m *matrix) receive(f *track.Frame) {
	m.cells.Cells, m.cells.Rows, m.cells.Cols = f.Maps.Cells, len(f.Maps.Rows), f.Bins
	m.cells.Empty = noField(f.Task)
	says := [4]int64{int64(f.Maps.Place), int64(f.Units), -1}
	if f.Frozen {
		says[2], says[3] = f.Held, int64(len(f.Maps.Rows))
	}
	if says == m.said && m.subtitle != "" {
		return
	}
	m.said = says
	m.subtitle, m.short = fmt.Sprintf("%d of %d units", says[0], says[1]), ""
	if f.Frozen {
		held := plot.Short(float64(f.Held))
		m.subtitle += fmt.Sprintf("; rows: the %d of step %s", says[3], held)
		m.short = "rows of step " + held
	}
}

func (m *matrix) draw(c *render.Canvas, s *Scene, b plot.Box) {
	f := &s.f
	title := "Rate maps"
	if !placed(f.Task) {
		title = "Activity"
	}
	b = m.head(c, s, b, title)
	foot := b.CutBottom(20)
	var named plot.Box
	if b.H > 170 {
		named = b.CutBottom(18)
		foot.Y -= 18
	}
	side := b.CutRight(min(max(b.W*0.15, 30), 76))
	side.CutLeft(6)
	foot.W, named.W = b.W, b.W
	named.Y = foot.Bottom()
	c.Fill(b, plot.Viridis[0])
	m.cells.Draw(c, b)
	m.axis(c, s, b, foot)
	m.place(c, s, b)
	m.key(c, named, f.Task == "track")
	m.activity(c, s, side)
	y := foot.Y + render.Small.Size + 3
	if !c.Fit(side.Right(), y, "active now", side.W+2, render.Small, render.Right, c.Theme.Muted) {
		c.Fit(side.Right(), y, "now", side.W+2, render.Small, render.Right, c.Theme.Muted)
	}
}

// freeze is the button that holds the order of the rows or sorts them again.
func (s *Scene) freeze() render.Button {
	if s.f.Frozen {
		return render.Button{Word: "Sort again", On: true}
	}
	return render.Button{Word: "Freeze order"}
}

// head writes the title, and at its right the button.
func (m *matrix) head(c *render.Canvas, s *Scene, b plot.Box, title string) plot.Box {
	button := s.freeze()
	box, line := button.Box(c, b)
	subtitle := m.subtitle
	if c.Measure(title, render.Title)+10+c.Measure(subtitle, render.Small) > line.W {
		subtitle = m.short
	}
	below := c.Panel(line, subtitle, title)
	below.W = b.W
	button.Draw(c, box, s.Mouse)
	return below
}

// key names the lines over the maps.
func (m *matrix) key(c *render.Canvas, b plot.Box, corridor bool) {
	if b.Empty() {
		return
	}
	agent := "this sample"
	if corridor {
		agent = "the agent now"
	}
	x := m.named(c, b, b.X, placeInk, agent)
	if corridor {
		m.named(c, b, x, borderInk, "between the directions")
	}
}

// named draws a line of that colour and its name where there is room, and says where the next
// may stand.
func (m *matrix) named(c *render.Canvas, b plot.Box, x float32, ink plot.RGBA, name string) float32 {
	y := b.Y + render.Small.Size + 2
	if !c.Fit(x+9, y, name, b.Right()-x-9, render.Small, render.Left, c.Theme.Muted) {
		return x
	}
	c.Line(x+3, y-render.Small.Size*0.85, x+3, y+1, 2, ink)
	return x + 9 + c.Measure(name, render.Small) + 16
}

// The lines over the maps, on viridis whatever the theme.
var (
	placeInk  = plot.Hex(0xff9f1c)
	borderInk = plot.Hex(0xb8c4cc)
)

// placed reports whether a task's samples have places.
func placed(task string) bool { return task == "track" || task == "abstract" }

// noField is what a matrix without rows says.
func noField(task string) string {
	if !placed(task) {
		return "no unit tells the samples apart"
	}
	return "no unit has a place field"
}

// axis names the halves of the position axis: bins run over position times the sign of the
// step, so the left half is the way back and the right half the way out.
func (m *matrix) axis(c *render.Canvas, s *Scene, b, foot plot.Box) {
	y := foot.Y + render.Small.Size + 3
	if s.f.Task != "track" {
		name := "one column for each sample"
		if placed(s.f.Task) {
			name = "places around the ring"
		}
		c.Text(foot.X+foot.W/2, y, name, render.Small, render.Centre, c.Theme.Muted)
		return
	}
	c.Line(b.X+b.W/2, b.Y, b.X+b.W/2, b.Bottom()+5, 1, borderInk)
	left, right := foot.Column(0, 2, 8), foot.Column(1, 2, 8)
	names := [...]string{"← walking left", "walking right →"}
	if c.Measure(names[1], render.Small) > right.W {
		names = [...]string{"← left", "right →"}
	}
	c.Text(left.X+left.W/2, y, names[0], render.Small, render.Centre, c.Theme.Muted)
	c.Text(right.X+right.W/2, y, names[1], render.Small, render.Centre, c.Theme.Muted)
}

// place marks where the agent is now, gliding from bin to bin but not across a turn.
func (m *matrix) place(c *render.Canvas, s *Scene, b plot.Box) {
	t, next, share := s.now()
	from, to := float32(s.f.BinOf[t]), float32(s.f.BinOf[next])
	if d := to - from; d*d > float32(s.f.Bins*s.f.Bins)/64 {
		to = from
	}
	x := b.X + b.W*(plot.Lerp(from, to, share)+0.5)/float32(s.f.Bins)
	c.Line(x, b.Y, x, b.Bottom(), 3.5, plot.Alpha(plot.Hex(0x000000), 0.45))
	c.Line(x, b.Y-3, x, b.Bottom()+3, 1.8, placeInk)
}

// activity draws each row's unit as a bar: how active it is at this sample.
func (m *matrix) activity(c *render.Canvas, s *Scene, b plot.Box) {
	f := &s.f
	c.Fill(b, c.Theme.Panel)
	t, next, share := s.now()
	now, then := f.Hidden[t*f.Units:(t+1)*f.Units], f.Hidden[next*f.Units:(next+1)*f.Units]
	n := len(f.Maps.Rows)
	for i, u := range f.Maps.Rows {
		v := plot.Lerp(float32(now[u]), float32(then[u]), share) / 255
		if v < 0.004 {
			continue
		}
		row := b.Row(i, n, 0)
		row.W *= v
		row.H = max(row.H*0.85, 1/c.Unit)
		c.Fill(row, c.Theme.Green)
	}
	c.Frame(b, 1, c.Theme.Edge)
}
