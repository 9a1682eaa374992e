package sticky_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"driftlab/engine/sticky"
	"driftlab/engine/wire"
)

const (
	side    = 14
	tasks   = 10
	per     = 250
	samples = 200
)

// methods are all there are.
var methods = sticky.Charts[0].Lines

// parted is what a method's name says of it.
func parted(name string) (held, smart, l1, ewc bool) {
	for part := range strings.SplitSeq(name, "+") {
		switch part {
		case "sticky":
			held, smart = true, true
		case "attractor":
			held = true
		case "smart":
			smart = true
		case "l1":
			l1 = true
		case "ewc":
			ewc = true
		}
	}
	return held, smart, l1, ewc
}

func none() float32 { return float32(math.NaN()) }

func encoded(t *testing.T, f *sticky.Frame) []byte {
	t.Helper()
	if err := f.Check(); err != nil {
		t.Fatal(err)
	}
	b, err := f.MarshalMsg(nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// empty is a frame of a run that has just begun, with the rule's numbers.
func empty(tasks int, a1, gamma, lambda float64) *sticky.Frame {
	f := &sticky.Frame{
		Head:  wire.Head{Run: 1, Steps: wire.Floats{0}, Bands: []wire.Band{{Name: "task A", Phase: 1}}},
		Tasks: tasks, Task: 1, Per: per, Side: side, Label: 5, Best: -1, Chosen: -1,
		Lo: float32(-1.5 * a1), Hi: float32(2.5 * a1), A1: float32(a1),
	}
	at := func(w float64) float32 { return float32(lambda * (1 - math.Exp(-gamma*(w-a1)*(w-a1)))) }
	for i := range 141 {
		f.F = append(f.F, at(float64(f.Lo)+float64(f.Hi-f.Lo)*float64(i)/140))
	}
	f.F0 = at(0)
	f.Watershed = float32(math.Inf(-1))
	if lambda > 1 {
		f.Watershed = float32(a1 - math.Sqrt(-math.Log(1-1/lambda)/gamma))
	}
	for of := range tasks + 1 {
		order := rand.New(rand.NewPCG(1, uint64(of))).Perm(side * side)
		for i := range side * side {
			k := i
			if of > 0 {
				k = order[i]
			}
			x, y := float64(k%side)-6.5, float64(k/side)-6.5
			ring := math.Abs(math.Hypot(x, y*0.8) - 4)
			f.Digits = append(f.Digits, byte(255*math.Exp(-ring*ring)))
		}
	}
	f.Curves = make([]wire.Floats, len(sticky.Charts)*len(methods))
	for i := range f.Curves {
		f.Curves[i] = wire.Floats{none()}
	}
	return f
}

// normal is a number of a standard normal distribution, by the middle of its rank.
func normal(i, n int) float64 {
	return math.Sqrt2 * math.Erfinv(2*(float64(i*79%n)+0.5)/float64(n)-1)
}

// weight is where the i-th of some weights is after a share of the run.
func weight(i, n int, held bool, share float64) float32 {
	z := normal(i, n)
	w := 0.0036 + 0.0204*z
	if !held {
		return float32(0.1*z + 0.02*share*math.Sin(float64(i)))
	}
	w += 0.02 * share * math.Sin(9*share+float64(i))
	if i%7 == 0 || w > 0.036 {
		begin := float64(i*31%n) / float64(n)
		w += (0.279 - w) / (1 + math.Exp(-30*(share-begin)))
	} else if i%3 == 0 {
		w -= 0.12 * share * float64(i%5) / 5
	}
	return float32(w)
}

// net is a method that has come so far.
func net(f *sticky.Frame, name string, kept int, share float64) sticky.Net {
	n := sticky.Net{Name: name, Seeds: 1, Kept: kept, Rows: 24, Columns: 32, Half: none(), Previous: none()}
	n.Sticky, n.Smart, n.L1, n.EWC = parted(name)
	bins := make([]float64, 140)
	const many = 4000
	for i := range many {
		w := weight(i, many, n.Sticky, share)
		at := int((w - f.Lo) / (f.Hi - f.Lo) * 140)
		bins[min(max(at, 0), 139)] += 20
		if math.Abs(float64(w-f.A1)) < 0.02 {
			n.Near += 1. / many
		}
	}
	for _, v := range bins {
		n.Histogram = append(n.Histogram, float32(math.Log10(1+v)))
	}
	for i := range samples {
		n.Sample = append(n.Sample, weight(i, samples, n.Sticky, share))
	}
	for i := range n.Rows * n.Columns {
		n.Patch = append(n.Patch, weight(i*7919%many, many, n.Sticky, share))
	}
	for k := range kept {
		for of := range f.Tasks {
			v := none()
			if of <= k {
				v = accuracy(name, k-of)
			}
			n.Scores = append(n.Scores, v)
		}
	}
	for range f.Steps {
		n.Interval = append(n.Interval, none())
	}
	n.All, n.Current = 0.1, 0.1
	return n
}

// accuracy is that in a task so many tasks after it was learned.
func accuracy(name string, ago int) float32 {
	lost := map[string]float32{"control": 0.09, "sticky": 0.04, "ewc": 0.035, "sticky+ewc": 0.01}[name]
	if lost == 0 {
		lost = 0.03 + float32(len(name))/200
	}
	return max(0.9-lost*float32(ago), 0.2)
}

// begun is a frame at step 0, with no paths.
func begun(names ...string) *sticky.Frame {
	f := empty(tasks, 0.279, 4.70, 4.12)
	f.Steps = nil
	for i := range f.Curves {
		f.Curves[i] = nil
	}
	for _, name := range names {
		f.Nets = append(f.Nets, net(f, name, 0, 0))
	}
	return f
}

// run is a frame of methods that have learned some tasks and half of the next, with so many seeds.
func run(of, learned, seeds int, names ...string) *sticky.Frame {
	f := empty(of, 0.279, 4.70, 4.12)
	follow(f, learned, seeds, names...)
	return f
}

func follow(f *sticky.Frame, learned, seeds int, names ...string) {
	f.Step, f.Task = int64(learned*per), min(learned+1, f.Tasks)
	f.Steps, f.Bands = nil, nil
	for i := range f.Curves {
		f.Curves[i] = nil
	}
	rows := 3*learned + 1
	for row := range rows {
		f.Steps = append(f.Steps, float32(row*per)/3)
		for i := range samples {
			f.Paths = append(f.Paths, weight(i, samples, true, float64(row)/float64(3*f.Tasks)))
		}
	}
	for k := range f.Task {
		f.Bands = append(f.Bands, wire.Band{From: int64(k * per), Name: fmt.Sprintf("task %c", 'A'+k), Phase: 1 + k%3})
	}
	for _, name := range names {
		n := net(f, name, learned, float64(learned)/float64(f.Tasks))
		n.Seeds = seeds
		n.Interval = n.Interval[:0]
		for row := range rows {
			half := none()
			if seeds > 1 {
				half = 0.01 + 0.02*float32(row%3)
			}
			n.Interval = append(n.Interval, half)
		}
		f.Nets = append(f.Nets, n)
	}
	for c := range sticky.Charts {
		for m, of := range methods {
			line := make(wire.Floats, rows)
			for row := range rows {
				line[row] = none()
				for i := range f.Nets {
					if f.Nets[i].Name == of.Name {
						line[row] = measured(c, of.Name, row)
						f.Nets[i].All, f.Nets[i].Previous, f.Nets[i].Current = measured(0, of.Name, row), measured(1, of.Name, row), measured(2, of.Name, row)
					}
				}
			}
			f.Curves[c*len(methods)+m] = line
		}
	}
}

// measured is a chart's value in a row, of which there are three in a task.
func measured(chart int, name string, row int) float32 {
	task, within := row/3, float32(row%3)/3
	now := 0.1 + 0.8*float32(math.Sqrt(float64(within)))
	if row > 0 && row%3 == 0 {
		task, now = task-1, 0.9
	}
	before := float32(0)
	for k := range task {
		before += accuracy(name, task-k)
	}
	switch {
	case chart == 0:
		return (before + now) / float32(task+1)
	case chart == 1 && task == 0:
		return none()
	case chart == 1:
		return before / float32(task)
	}
	return now
}

// trapped is a frame of a rule whose f(0) is below 1.
func trapped() *sticky.Frame {
	f := empty(tasks, 0.279, 3.2, 4.12)
	follow(f, 4, 1, "control", "sticky", "ewc")
	f.Shown = 1
	return f
}

// broken is a frame in which the method shown has diverged.
func broken() *sticky.Frame {
	f := run(tasks, 3, 1, "control", "sticky")
	f.Shown = 1
	n := &f.Nets[1]
	n.Broken, n.Seeds, n.All, n.Previous, n.Current, n.Near = true, 0, none(), none(), none(), none()
	for i := range n.Sample {
		n.Sample[i] = none()
	}
	for i := range n.Patch {
		n.Patch[i] = none()
	}
	for i := len(f.Paths) - 2*samples; i < len(f.Paths); i++ {
		f.Paths[i] = none()
	}
	f.Trouble = "sticky diverged at iteration 700: the loss is no longer a number"
	return f
}

// all are the methods.
func all() (names []string) {
	for _, m := range methods {
		names = append(names, m.Name)
	}
	return names
}
