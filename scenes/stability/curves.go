package stability

import (
	"fmt"
	"math"

	"driftlab/engine/stability"
	"driftlab/render"
	"driftlab/render/plot"
)

// like draws r² of each network with that of then, for both probes, and the note's numbers beside them.
type like struct {
	plot  render.LinePlot
	names [2][]string // of the series: where there is room for few, and for many
	tasks int
	who   [most]string // the learners that the lines are of
}

func newLike() like {
	return like{plot: render.LinePlot{
		Titles: []string{"Likeness to the network of then, r²", "Likeness to then, r²", "r²"}, XName: "k", Lo: 0, Hi: 1,
	}}
}

func (l *like) receive(f *stability.Frame) {
	p := &l.plot
	var who [most]string
	for i := range f.Learners {
		who[i] = f.Learners[i].Name
	}
	if l.who != who || len(p.Series) == 0 || l.tasks != len(f.Tasks) {
		l.who, l.tasks = who, len(f.Tasks)
		l.name(f)
	}
	p.Note = render.Note{Text: "no probe is learned yet", Short: "none yet"}
	i := 0
	for k := range f.Learners {
		for _, r := range f.Learners[k].R2 {
			p.Series[i].Y = r
			if len(r) > 0 {
				p.Note = render.Note{}
			}
			i++
		}
	}
}

// name makes the lines: of each learner one for each probe, then what the note has.
func (l *like) name(f *stability.Frame) {
	p := &l.plot
	p.X, p.Bands, p.Series, p.Unit = axis(p.X, l.tasks), bands(l.tasks), nil, lines(f.Probes)
	l.names = [2][]string{}
	for i := range f.Learners {
		for k, of := range f.Probes {
			who := call(f.Learners[i].Name)[1]
			l.add(render.Series{Ink: inks[i], Dashed: k == 1}, k, who, who+" "+name(of))
		}
	}
	if l.tasks != notedTasks {
		return
	}
	for i := range f.Learners {
		values, ok := noted[f.Learners[i].Name]
		for k := range f.Probes {
			if !ok || k >= len(values) {
				continue
			}
			y := make([]float32, l.tasks)
			for t := range y {
				y[t] = float32(math.NaN())
			}
			y[l.tasks-1] = values[k]
			l.add(render.Series{Ink: inks[i], Y: y, Error: make([]float32, l.tasks)}, k,
				fmt.Sprintf("note: %.2f, %.2f", values[0], values[1]), fmt.Sprintf("note: %.2f %s", values[k], name(f.Probes[k])))
		}
	}
}

// lines says which line is whose.
func lines(probes []int) string {
	if len(probes) < 2 {
		return ""
	}
	return "solid " + name(probes[0]) + ", dashed " + name(probes[1])
}

// add adds a line with its names. Where there is room for few, the first of a learner's stands for all.
func (l *like) add(s render.Series, k int, few, many string) {
	if k > 0 {
		few = ""
	}
	l.plot.Series = append(l.plot.Series, s)
	l.names[0], l.names[1] = append(l.names[0], few), append(l.names[1], many)
}

// name is that of a task.
func name(of int) string {
	if of < 0 || of >= len(stability.Tasks) {
		return ""
	}
	return stability.Tasks[of].Name
}

// axis are the networks 1 to n.
func axis(x []float32, n int) []float32 {
	x = x[:0]
	for k := range n {
		x = append(x, float32(k+1))
	}
	return x
}

func (l *like) draw(c *render.Canvas, b plot.Box) {
	names := l.names[0]
	if b.H > 205 && b.W > 230 {
		names = l.names[1]
	}
	for i := range l.plot.Series {
		l.plot.Series[i].Name = names[i]
	}
	l.plot.Draw(c, c.Panel(b, l.plot.Unit, l.plot.Titles...))
}

// answers draws what each network kept answers to the digit that is followed.
type answers struct {
	plot  render.LinePlot
	probe int
	tasks int
}

func newAnswers() answers {
	return answers{
		probe: -1,
		plot:  render.LinePlot{XName: "k", Lo: 0, Hi: 1, Series: []render.Series{{Ink: inks[0]}, {Ink: inks[1], Dashed: true}}},
	}
}

func (a *answers) receive(f *stability.Frame) {
	p := &a.plot
	if a.probe != f.Probe || a.tasks != len(f.Tasks) {
		a.probe, a.tasks = f.Probe, len(f.Tasks)
		p.X, p.Bands = axis(p.X, a.tasks), bands(a.tasks)
		one := label(f.Probe, 1)
		p.Titles = []string{"Every network: is it a " + one + "?", "Is it a " + one + "?"}
		p.Unit = "probability"
	}
	p.Note = render.Note{Text: "no network is kept yet", Short: "none yet"}
	for i := range p.Series {
		p.Series[i].Y, p.Series[i].Name = nil, ""
		if i < len(f.Learners) {
			p.Series[i].Y, p.Series[i].Name = f.Learners[i].Each, call(f.Learners[i].Name)[1]
			if len(f.Learners[i].Each) > 0 {
				p.Note = render.Note{}
			}
		}
	}
}

func (a *answers) draw(c *render.Canvas, b plot.Box) {
	a.plot.Draw(c, c.Panel(b, a.plot.Unit, a.plot.Titles...))
}
