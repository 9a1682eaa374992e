package sticky

import (
	"fmt"
	"math"
	"strconv"

	"driftlab/engine/sticky"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// shown are the charts that the picture has: accuracy over all tasks so far, in earlier ones, and in the present.
const shown = 3

// accuracy draws the methods' accuracies over the iterations.
type accuracy struct {
	curves  render.Curves
	percent [shown][]string // the newest values beside the names, of each method
	tenths  [shown][]int
	names   [shown][]string
	tasks   []string
	titles  [shown][]string
	short   [shown][]string // where there is little room
	bands   []render.Band   // the same without names, for small plots
}

func newAccuracy() accuracy {
	a := accuracy{curves: picture.Curves("", false, sticky.Charts[:shown], inks(shown)...)}
	for i := range a.curves.Plots {
		p := &a.curves.Plots[i]
		for j := range p.Series {
			p.Series[j].Dashed = looks[j].dashed
			a.names[i], a.percent[i] = append(a.names[i], p.Series[j].Name), append(a.percent[i], "")
			a.tenths[i] = append(a.tenths[i], -2)
		}
	}
	a.short = [shown][]string{1: {"In earlier tasks"}, 2: {"In this task"}}
	for i := range a.curves.Plots {
		a.titles[i] = a.curves.Plots[i].Titles[:1]
	}
	a.titles[0] = []string{"Accuracy over all tasks so far", "Accuracy, all tasks so far", "Accuracy, all"}
	for k := range 20 {
		a.tasks = append(a.tasks, strconv.Itoa(k+1))
	}
	return a
}

// receive takes over a frame of methods side by side.
func (a *accuracy) receive(f *sticky.Frame) {
	picture.Follow(&a.curves, &f.Head)
	a.curves.Bands = a.name(a.curves.Bands)
	a.bands = append(a.bands[:0], a.curves.Bands...)
	for i := range a.bands {
		a.bands[i].Name = ""
	}
	seeds := 1
	for i := range a.curves.Plots[0].Series {
		a.curves.Plots[0].Series[i].Spread = nil
	}
	for i := range f.Nets {
		n := &f.Nets[i]
		at := method(n.Name)
		a.curves.Plots[0].Series[at].Spread = n.Interval
		seeds = max(seeds, n.Seeds)
		for k, v := range [shown]float32{n.All, n.Previous, n.Current} {
			a.say(k, at, v)
		}
	}
	a.curves.Plots[0].Unit = "by iteration; above: the tasks"
	if seeds > 1 {
		a.curves.Plots[0].Unit = meanOf[min(seeds, len(meanOf)-1)]
	}
	a.curves.Plots[1].Note = render.Note{}
	if f.Task < 2 {
		a.curves.Plots[1].Note = render.Note{Text: "there are none in the first task", Short: "none yet"}
	}
	a.range0(f)
}

// name gives the tasks their numbers, and puts many of them together by fives.
func (a *accuracy) name(bands []render.Band) []render.Band {
	each := 1
	if len(bands) > 10 {
		each = 5
	}
	kept := bands[:0]
	for i, b := range bands {
		if i%each == 0 {
			b.Phase, b.Name = 0, a.tasks[min(i, len(a.tasks)-1)]
			if each > 1 {
				b.Name = fives[min(i/each, len(fives)-1)]
			}
			kept = append(kept, b)
		}
	}
	return kept
}

// fives are the names of tasks that are put together.
var fives = [...]string{"1 to 5", "6 to 10", "11 to 15", "16 to 20"}

// meanOf says what the ribbons are.
var meanOf = func() (all [11]string) {
	for i := range all {
		all[i] = fmt.Sprintf("mean and 95 %% interval of %d seeds", i)
	}
	return all
}()

// say words what a method has come to.
func (a *accuracy) say(plot, at int, v float32) {
	tenths := -1
	if v == v {
		tenths = int(math.Round(float64(100 * v)))
	}
	if a.tenths[plot][at] == tenths {
		return
	}
	a.tenths[plot][at] = tenths
	a.percent[plot][at] = a.names[plot][at]
	if tenths >= 0 {
		a.percent[plot][at] += fmt.Sprintf(" %d %%", tenths)
	}
}

// range0 lets the large plot begin below what was reached once the first task is learned, in steps that it
// does not leave at every report.
func (a *accuracy) range0(f *sticky.Frame) {
	p := &a.curves.Plots[0]
	least := float32(1)
	for i := range p.Series {
		for k, v := range p.Series[i].Y {
			if k < len(f.Steps) && f.Steps[k] >= float32(f.Per) && v == v {
				least = min(least, v)
			}
		}
	}
	p.Lo, p.Hi = 0, 1
	if f.Step > int64(f.Per) {
		p.Lo = max(math.Floor(float64(10*least-0.2))/10, 0)
	}
}

// draw draws one of the charts. Names stand at the lines' ends where there is room for all of them.
func (a *accuracy) draw(c *render.Canvas, which int, b plot.Box) {
	p := &a.curves.Plots[which]
	lines := 0
	for i := range p.Series {
		s := &p.Series[i]
		s.Name = ""
		if len(s.Y) > 0 && a.some(s.Y) {
			lines++
		}
	}
	if room := int((b.H - 60) / render.Name.Line()); b.W > 190 && lines <= room {
		for i := range p.Series {
			p.Series[i].Name = a.percent[which][i]
			if b.W < 300 {
				p.Series[i].Name = a.names[which][i]
			}
		}
	}
	p.Titles = a.titles[which]
	if b.W < 180 && which > 0 {
		p.Titles = a.short[which]
	}
	if b.W > 240 {
		a.curves.Draw(c, which, b)
		return
	}
	p.X, p.Bands = a.curves.X, a.bands
	p.Draw(c, c.Panel(b, p.Unit, p.Titles...))
}

// some reports whether a line has any value.
func (a *accuracy) some(v []float32) bool {
	for _, x := range v {
		if x == x {
			return true
		}
	}
	return false
}
