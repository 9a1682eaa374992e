package sticky

import (
	"math"

	"driftlab/engine/measure"
	"driftlab/engine/wire"
)

// letter is the place in Methods of the method of a row.
func (g *grid) letter(_ int, row []float64) int { return g.cell(max(0, int(row[colStep])-1)).method }

// record makes the newest row and keeps it: of the last result, or of none.
func (g *grid) record() {
	nan := math.NaN()
	n := len(g.results)
	if n == 0 {
		row := append(g.rows.Row[:0], 0, 0)
		for len(row) < g.rows.Width {
			row = append(row, nan)
		}
		g.rows.Row = row
		g.rows.Keep()
		return
	}
	r, c := &g.results[n-1], g.cell(n-1)
	at := *g.p
	if g.kind == Search {
		at.at(g.tried[n-1].x)
	}
	tasks := g.p.Tasks
	all, previous, current := nan, nan, nan
	if last := r.after(tasks); !r.Broken {
		all, previous, current = average(last), average(last[:tasks-1]), last[tasks-1]
	}
	g.rows.Row = append(g.rows.Row[:0], float64(n), float64(tasks), r.Loss, all, previous, current, f0(&at), r.Near, r.Well, nan,
		float64(c.seed), c.share, r.mark(tasks), at.A1, at.Mu, at.Sigma, at.Gamma, at.Lambda, at.Zeta)
	g.rows.Keep()
}

// Report is the runs in numbers, one row each.
func (g *grid) Report() *measure.Report { return g.report }

// Measure has nothing to do: a run is measured where it is learned.
func (g *grid) Measure() {}

// values are what the finished runs of a method have: after so many tasks, mean over them; in shared only of a
// share.
func (g *grid) values(method int, share float64, tasks int) (all []float64) {
	for i := range g.results {
		c := g.cell(i)
		if c.method != method || g.kind == Shared && c.share != share {
			continue
		}
		if row := g.results[i].after(tasks); row != nil && !g.results[i].Broken {
			all = append(all, average(row))
		}
	}
	return all
}

// line is a method's, at so many points.
func (g *grid) line(method, points int, at func(k int) []float64) Line {
	m := &Methods[method]
	l := Line{Name: m.Name, Sticky: m.Sticky, Smart: m.Smart, L1: m.L1}
	for i := range g.Of() {
		if g.cell(i).method == method {
			if l.Of++; i < len(g.results) {
				l.Runs++
			}
		}
	}
	for k := range points {
		mean, half := meanOf(at(k))
		l.Mean, l.Half = append(l.Mean, float32(mean)), append(l.Half, float32(half))
	}
	return l
}

// lined are the lines of the picture.
func (g *grid) lined() []Line {
	if g.drawn == len(g.results) {
		return g.lines
	}
	g.drawn, g.lines = len(g.results), g.lines[:0]
	switch p := g.p; g.kind {
	case Ablation:
		for _, m := range combined {
			g.lines = append(g.lines, g.line(m, p.Tasks, func(k int) []float64 { return g.values(m, 0, k+1) }))
		}
	case Shared:
		for m := range 2 {
			g.lines = append(g.lines, g.line(m, p.Shares, func(k int) []float64 { return g.values(m, g.shareOf(k), p.Tasks) }))
		}
	}
	return g.lines
}

// Curves are the lines as curves; of a search what came of each trial, and the best so far.
func (g *grid) Curves() *wire.Curves {
	c := &wire.Curves{Step: g.Steps()}
	chart := wire.Chart{Title: "Accuracy over all tasks", Hi: 1}
	for _, l := range g.lined() {
		chart.Lines = append(chart.Lines, wire.Line{Name: l.Name, Y: wire.Gappy(l.Mean)})
	}
	switch g.kind {
	case Ablation:
		c.Axis = "tasks learned"
		for k := range g.p.Tasks {
			c.Steps = append(c.Steps, float32(k+1))
		}
	case Shared:
		c.Axis = "share of pixels that stay"
		c.Steps = wire.Gappy(g.shares(nil))
	case Search:
		c.Axis, chart.Title = "trial", "What came of the trials"
		marks, best := wire.Gappy{}, wire.Gappy{}
		top := float32(math.NaN())
		for i, t := range g.tried {
			mark := float32(t.mark)
			if !(mark <= top) && mark == mark {
				top = mark
			}
			c.Steps, marks, best = append(c.Steps, float32(i+1)), append(marks, mark), append(best, top)
		}
		chart.Lines = []wire.Line{{Name: "trial", Y: marks}, {Name: "best so far", Dashed: true, Y: best}}
	}
	c.Charts = []wire.Chart{chart}
	return c
}

// shares appends those of the grid shared.
func (g *grid) shares(dst []float32) []float32 {
	for k := range g.p.Shares {
		dst = append(dst, float32(g.shareOf(k)))
	}
	return dst
}
