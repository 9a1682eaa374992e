package sticky

import (
	"math"
	"slices"
)

// AppendFrame appends the newest picture. A network that is trained here is in it.
func (g *grid) AppendFrame(b []byte, playing bool) ([]byte, error) {
	f, p := &g.pic.frame, g.p
	f.Run, f.Step, f.Playing = g.number, g.Steps(), playing
	f.Tasks, f.Task, f.Per = p.Tasks, 1, int(g.data.per(p))
	for len(f.Curves) < len(Methods)*len(charted) {
		f.Curves = append(f.Curves, nil)
	}
	g.curve(f, p)
	g.digits(f)
	f.Grid, f.Runs, f.Of, f.Lines, f.Shown = g.kind, len(g.results), g.Of(), g.lined(), -1
	if f.Nets = f.Nets[:0]; g.Own() >= 0 {
		g.training(f)
	}
	switch g.kind {
	case Shared:
		f.Shares = g.shares(f.Shares[:0])
	case Search:
		g.trials(f)
	}
	return f.MarshalMsg(b)
}

// training fills in the network that is trained here, with the settings of its rule.
func (g *grid) training(f *Frame) {
	c := g.here.course
	f.Nets = slices.Grow(f.Nets, 1)[:1]
	n := &f.Nets[0]
	g.curve(f, c.p)
	f.Shown, f.Task = 0, c.task(c.Step)
	nan := float32(math.NaN())
	n.Seeds, n.All, n.Half, n.Previous, n.Current, n.Loss = 1, nan, nan, nan, nan, nan
	n.Well, n.Near = float32(c.inWell()), float32(c.near())
	n.Kept, n.Scores = len(c.scores), n.Scores[:0]
	for _, row := range c.scores {
		for of := range c.p.Tasks {
			v := nan
			if of < len(row) {
				v = float32(row[of])
			}
			n.Scores = append(n.Scores, v)
		}
		n.All, n.Current = float32(average(row)), float32(row[len(row)-1])
	}
	c.draw(n, f)
}

// trials fills in what a search has tried.
func (g *grid) trials(f *Frame) {
	f.Chance, f.Best, f.Chosen = chance, g.best(), -1
	if k := g.p.Trial - 1; k < len(g.tried) {
		f.Chosen = k
	}
	f.Lows, f.Highs, f.Points, f.Marks = f.Lows[:0], f.Highs[:0], f.Points[:0], f.Marks[:0]
	for _, s := range g.spans {
		if s.lo == s.hi {
			s = span{}
		}
		f.Lows, f.Highs = append(f.Lows, float32(s.lo)), append(f.Highs, float32(s.hi))
	}
	for _, t := range g.tried {
		for _, v := range t.x {
			f.Points = append(f.Points, float32(v))
		}
		f.Marks = append(f.Marks, float32(t.mark))
	}
}
