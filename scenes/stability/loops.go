package stability

import (
	"bytes"
	"fmt"
	"strconv"

	"driftlab/engine/stability"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// loops draws a learner's networks in a row: how the activity of each moves in the two latent dimensions
// of the network that had just learned the probe.
type loops struct {
	ink      plot.Ink
	titles   [3]string
	subtitle string
	nothing  string // said where there are no paths
	permuted []string
	facets   []facet // one for each task
	digits   [2]string
	probe    int // the facet of the network that had just learned it
	present  int // of the task that is learned now
	grid     grid

	like    []float32 // r² of each network
	paths   []byte
	answers []byte
	points  int
	means   [][]plot.Point // of each network, of either answer
	window  plot.Box       // of [0, 1] x [0, 1], that is seen
	layer   render.Layer
	line    []plot.Point
	said    said
}

// A facet is what stands around a network's picture.
type facet struct {
	number, first string // the second where a row begins
	task, like    string
	phase         int
}

// said is what a row's texts are about.
type said struct {
	run         int64
	learner     string
	tasks, kept int
	probe, at   int
	permute     string
	loss        float32
}

// receive takes over a learner's networks. Texts are worded, and means taken, only when they have changed.
func (l *loops) receive(f *stability.Frame, i int) {
	of := &f.Learners[i]
	l.ink = inks[i]
	now := said{f.Run, of.Name, len(f.Tasks), of.Kept, f.Probe, f.Task, f.Permute, of.Permuted}
	if now.loss != now.loss {
		now.loss = -1
	}
	like := []float32(nil)
	for k, probe := range f.Probes {
		if probe == f.Probe {
			like = of.R2[k]
		}
	}
	if now != l.said || !picture.Same(l.like, like) {
		l.said, l.like = now, append(l.like[:0], like...)
		l.word(f, of)
	}
	if points := f.Points; l.points != points || !bytes.Equal(l.paths, of.Paths) || !bytes.Equal(l.answers, f.Answers) {
		l.points, l.paths, l.answers = points, append(l.paths[:0], of.Paths...), append(l.answers[:0], f.Answers...)
		l.average()
		l.layer.Forget()
	}
}

func (l *loops) word(f *stability.Frame, of *stability.Learner) {
	name := call(of.Name)
	l.digits = [...]string{label(f.Probe, 0), label(f.Probe, 1)}
	l.probe, l.present = f.Probe, f.Task
	l.titles = [...]string{fmt.Sprintf("%s: every network reads %s and %s", name[0], l.digits[0], l.digits[1]), name[0], name[1]}
	l.subtitle = fmt.Sprintf("its units in the two latent dimensions of network k* = %d, which lies behind in grey; thin: trials, thick: means", f.Probe+1)
	l.nothing = fmt.Sprintf("these digits are task %d", f.Probe+1)
	l.facets = l.facets[:0]
	for k, task := range f.Tasks {
		one := facet{number: strconv.Itoa(k + 1), first: "k = " + strconv.Itoa(k+1), task: task, phase: turned(k)}
		switch {
		case k == f.Probe && k < of.Kept:
			one.like = "k*"
		case k < len(l.like):
			one.like = fmt.Sprintf("%.2f", l.like[k])
		}
		l.facets = append(l.facets, one)
	}
	l.permuted = permutation(f, of)
	l.layer.Forget()
}

// permutation says what a change of the units' places comes to, from the longest to the shortest.
func permutation(f *stability.Frame, of *stability.Learner) []string {
	if f.Permute == "none" || of.Loss != of.Loss {
		return nil
	}
	what := "Two units"
	if f.Permute == "all" {
		what = "All units"
	}
	loss := fmt.Sprintf("loss %.3f before, %.3f after", of.Loss, of.Permuted)
	energy, short := "; this rule keeps no precision, so there is no energy", ", no energy"
	if of.Energy == of.Energy {
		energy = fmt.Sprintf("; Laplace energy of the change %s nats", plot.Count(int64(of.Energy+0.5)))
		short = fmt.Sprintf(", energy %s", plot.Short(float64(of.Energy)))
	}
	return []string{
		fmt.Sprintf("%s of network %d have changed places: %s nats an answer%s", what, of.Kept, loss, energy),
		fmt.Sprintf("%s moved: %s%s", what, loss, energy),
		fmt.Sprintf("%s moved: loss %.2f, then %.2f%s", what, of.Loss, of.Permuted, short),
	}
}

// average takes the mean path of either answer for each network, on [0, 1] with y growing downwards.
func (l *loops) average() {
	trials := len(l.answers)
	each := trials * l.points * 2
	n := 0
	if each > 0 {
		n = len(l.paths) / each
	}
	l.means = l.means[:0]
	l.window = plot.Box{W: 1, H: 1}
	for k := range n {
		var count [2]float32
		mean := [2][]plot.Point{make([]plot.Point, l.points), make([]plot.Point, l.points)}
		for s := range trials {
			answer := min(l.answers[s], 1)
			count[answer]++
			for p := range mean[answer] {
				q := l.at(k, s, p)
				mean[answer][p].X += q.X
				mean[answer][p].Y += q.Y
			}
		}
		for answer := range mean {
			for p := range mean[answer] {
				mean[answer][p].X /= max(count[answer], 1)
				mean[answer][p].Y /= max(count[answer], 1)
			}
			if count[answer] == 0 {
				mean[answer] = nil
			}
		}
		l.means = append(l.means, mean[0], mean[1])
	}
	l.look()
}

// look chooses the window through which the paths are seen: so large that all means lie in it, and those of
// the probe's own network with some room around them.
func (l *loops) look() {
	if l.probe >= l.networks() {
		return
	}
	lo, hi := plot.Point{X: 1, Y: 1}, plot.Point{}
	see := func(path []plot.Point, room float32) {
		for _, q := range path {
			lo = plot.Point{X: min(lo.X, q.X-room), Y: min(lo.Y, q.Y-room)}
			hi = plot.Point{X: max(hi.X, q.X+room), Y: max(hi.Y, q.Y+room)}
		}
	}
	own := l.means[2*l.probe : 2*l.probe+2]
	see(own[0], 0)
	see(own[1], 0)
	room := 0.4 * max(hi.X-lo.X, hi.Y-lo.Y)
	see(own[0], room)
	see(own[1], room)
	for _, path := range l.means {
		see(path, 0.15*room)
	}
	size := max(hi.X-lo.X, hi.Y-lo.Y, 0.01) // where nothing moves there is a point to be seen
	l.window = plot.Box{X: (lo.X + hi.X - size) / 2, Y: (lo.Y + hi.Y - size) / 2, W: size, H: size}
}

// at is a point of a trial's path.
func (l *loops) at(k, trial, point int) plot.Point {
	i := 2 * ((k*len(l.answers)+trial)*l.points + point)
	return plot.Point{X: float32(l.paths[i]) / 255, Y: 1 - float32(l.paths[i+1])/255}
}

// networks is how many there are paths of.
func (l *loops) networks() int { return len(l.means) / 2 }
