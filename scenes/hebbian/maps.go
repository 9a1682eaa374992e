package hebbian

import (
	"fmt"

	"driftlab/engine/hebbian"
	"driftlab/render"
	"driftlab/render/plot"
)

// maps draws what some cells do at every place, one cell a row.
type maps struct {
	cells    render.Matrix
	titles   [2]string // the second where the first does not fit
	subtitle string
	axis     string
	said     [2]float64
}

// receiveMaps takes the cells that were active then, the same now, and those active now.
func (s *Scene) receiveMaps(f *hebbian.Frame) {
	axis := "places around the ring"
	if f.World == "line" {
		axis = "places along the line"
	}
	for i, cells := range [...][]byte{f.Maps, f.Moved, f.Own} {
		m := &s.maps[i]
		m.cells.Cells, m.cells.Rows, m.cells.Cols = cells, len(cells)/f.Places, f.Places
		m.cells.Empty = "no cell is active"
		m.axis = axis
	}
	then, moved, own := &s.maps[0], &s.maps[1], &s.maps[2]
	if then.says(float64(f.Then), float64(len(f.Rows))) {
		step := plot.Short(float64(f.Then))
		then.titles = [...]string{"The code at step " + step, "Step " + step}
		then.subtitle = fmt.Sprintf("%d of %d cells, by place", len(f.Rows), f.Cells)
	}
	if moved.says(float64(f.PV), 0) {
		moved.titles = [...]string{"The same cells now", "Now"}
		moved.subtitle = correlates("%.2f", f.PV)
	}
	if own.says(float64(f.Active), float64(f.Cells)) {
		own.titles = [...]string{"The cells active now", "Active now"}
		own.subtitle = fmt.Sprintf("%d of %d, by place", f.Active, f.Cells)
	}
}

// says reports whether something else is to be said.
func (m *maps) says(a, b float64) bool {
	now := [2]float64{a, b}
	if m.titles[0] != "" && now == m.said {
		return false
	}
	m.said = now
	return true
}

// correlates words a correlation.
func correlates(digits string, r float32) string {
	if r != r {
		return "nothing to compare"
	}
	return fmt.Sprintf("correlation "+digits, r)
}

func (m *maps) draw(c *render.Canvas, b plot.Box) {
	b = c.Panel(b, m.subtitle, m.titles[0], m.titles[1])
	foot := b.CutBottom(18)
	c.Fill(b, plot.Viridis[0])
	m.cells.Draw(c, b)
	c.Fit(foot.X, foot.Y+render.Small.Size+3, m.axis+" →", foot.W, render.Small, render.Left, c.Theme.Muted)
}
