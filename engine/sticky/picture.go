package sticky

import (
	"slices"

	"driftlab/engine/num"
	"driftlab/engine/wire"
)

// picture is a frame used again for each picture.
type picture struct {
	frame Frame
	digit int // which test digit it shows; 0 for none, then from 1 on
}

// AppendFrame appends the newest picture. While the run plays, its words and curves are those of the last
// report.
func (s *sides) AppendFrame(b []byte, playing bool) ([]byte, error) {
	if playing {
		s.newest()
	} else {
		s.Measure()
	}
	f := &s.pic.frame
	f.Run, f.Step, f.Playing = s.number, s.steps, playing
	f.Trouble, _ = s.trouble()
	s.draw(&f.Head)
	p := s.p
	f.Tasks, f.Task, f.Per = p.Tasks, s.nets[0].task(s.steps), int(s.data.per(p))
	s.curve(f, s.p)
	s.digits(f)
	if len(f.Nets) == 0 {
		f.Nets = make([]Net, len(s.groups))
	}
	for i, g := range s.groups {
		g.draw(&f.Nets[i], f)
	}
	f.Shown = s.shown()
	f.Paths = s.groups[f.Shown].nets[0].paths
	return f.MarshalMsg(b)
}

// shown is the method whose weights are shown: that of the dial weights, else the first.
func (s *sides) shown() int {
	return max(0, slices.IndexFunc(s.groups, func(g *group) bool { return g.method.Name == s.p.Weights }))
}

// curve fills in the plasticity.
func (base) curve(f *Frame, p *Params) {
	a := p.attract()
	lo, hi := float64(-1.5*p.A1), float64(2.5*p.A1)
	f.Lo, f.Hi, f.A1 = float32(lo), float32(hi), a.A1
	f.Watershed, f.F0 = float32(watershed(p)), float32(f0(p))
	f.F = f.F[:0]
	for i := range points {
		f.F = append(f.F, float32(a.Plasticity(lo+float64((hi-lo)*float64(i)/(points-1)))))
	}
}

// digits fills in the digit that is shown, as it is and as each task has it.
func (s *base) digits(f *Frame) {
	d, which := &s.data.test, s.p.Digit%s.data.test.count()
	if s.pic.digit == which+1 {
		return
	}
	s.pic.digit = which + 1
	size := s.data.side * s.data.side
	f.Side, f.Label = s.data.side, int(d.labels[which])
	f.Digits = make([]byte, (1+s.p.Tasks)*size)
	pixels, ink := d.of(which)
	where := make([][]int32, s.p.Tasks)
	for of := range where {
		where[of] = permutation(s.p.Seed, of, size, s.p.Share)
	}
	for k, pixel := range pixels {
		v := byte(float32(ink[k]*255) + 0.5)
		f.Digits[pixel] = v
		for of := range s.p.Tasks {
			f.Digits[(1+of)*size+int(where[of][pixel])] = v
		}
	}
}

// draw fills in what a method has come to.
func (g *group) draw(n *Net, f *Frame) {
	first := g.nets[0]
	n.Seeds = 0
	for _, c := range g.nets {
		if !c.Broken {
			n.Seeds++
		}
	}
	row := g.report.Row
	n.All, n.Half, n.Previous, n.Current = float32(row[colAll]), float32(row[colInterval]), float32(row[colPrevious]), float32(row[colCurrent])
	n.Loss, n.Well, n.Near = float32(row[colLoss]), float32(row[colWell]), float32(row[colNear])
	n.Interval = g.report.Column(n.Interval[:0], colInterval)
	g.scoreboard(n)
	first.draw(n, f)
}

// draw fills in a network's weights.
func (c *course) draw(n *Net, f *Frame) {
	m := &c.method
	n.Name, n.Sticky, n.Smart, n.L1, n.EWC, n.Broken = m.Name, m.Sticky, m.Smart, m.L1, m.EWC, c.Broken
	c.histogram(n, f.Lo, f.Hi)
	c.patch(n)
	n.Sample = c.sample(n.Sample[:0])
}

// scoreboard fills in the accuracies after each task, means over the seeds that have come so far.
func (g *group) scoreboard(n *Net) {
	n.Kept, n.Scores = 0, n.Scores[:0]
	for _, c := range g.nets {
		n.Kept = max(n.Kept, len(c.scores))
	}
	for k := range n.Kept {
		for of := range g.nets[0].p.Tasks {
			g.values = g.values[:0]
			for _, c := range g.nets {
				if k < len(c.scores) && of < len(c.scores[k]) {
					g.values = append(g.values, c.scores[k][of])
				}
			}
			n.Scores = append(n.Scores, float32(average(g.values)))
		}
	}
}

// histogram fills in that of all weights.
func (c *course) histogram(n *Net, lo, hi float32) {
	var many [bins]int
	scale := bins / (hi - lo)
	c.net.EachRow(func(row []float32) {
		for _, w := range row {
			if at := float32(scale * (w - lo)); at > 0 { // no number is in the first
				many[int(min(at, bins-1))]++
			} else {
				many[0]++
			}
		}
	})
	n.Histogram = n.Histogram[:0]
	for _, k := range many {
		n.Histogram = append(n.Histogram, float32(num.Log10(1+float64(k))))
	}
}

// patch fills in the weights of inputs spread over the image to the first units.
func (c *course) patch(n *Net) {
	d, h, w := c.net.D, c.net.H, c.net.W1()
	n.Rows, n.Columns = min(patchRows, d), min(patchCol, h)
	n.Patch = n.Patch[:0]
	for i := range n.Rows {
		n.Patch = append(n.Patch, w.Of(i * d / n.Rows)[:n.Columns]...)
	}
}

// sample appends some of the weights of the first layer, always the same ones.
func (c *course) sample(dst wire.Floats) wire.Floats {
	d, h, w := c.net.D, c.net.H, c.net.W1()
	for k := range samples {
		dst = append(dst, w.Of(k * 7919 % d)[k*104729%h])
	}
	return dst
}
