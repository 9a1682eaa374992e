package sticky

import (
	"math"

	"driftlab/engine/measure"
	"driftlab/engine/wire"
)

// A group is a method's networks, one for each seed, and their history: means over those that have not diverged.
type group struct {
	method Method
	nets   []*course
	report *measure.Report
	values []float64 // room
}

// A course is the record of one network's way.
type course struct {
	lesson
	scores  [][]float64 // after each task learned, the shares right in it and those before
	sampled bool
	paths   wire.Floats // if it is sampled: a sample of its weights at each row of the report
}

// enter goes on to what a trainer has come to; where a task is learned its marks are kept.
func (c *course) enter(at *Stand) {
	c.lesson.enter(at)
	if k := len(c.scores); c.Settled > k && c.Asked {
		c.scores = append(c.scores, append([]float64(nil), c.Right...))
	}
}

// measured sees to it that the present network has been asked.
func (c *course) measured() {
	for !c.Broken && !c.ask() {
	}
}

// measure makes the newest row: at the present step of the run.
func (g *group) measure(step int64) {
	p := g.nets[0].p
	mean, _ := g.over(func(c *course) float64 { return c.Loss })
	previous, _ := g.over(func(c *course) float64 { return average(c.Right[:len(c.Right)-1]) })
	current, _ := g.over(func(c *course) float64 { return c.Right[len(c.Right)-1] })
	all, half := g.over(func(c *course) float64 { return average(c.Right) })
	near, _ := g.over((*course).near)
	well, _ := g.over((*course).inWell)
	row := append(g.report.Row[:0], float64(step), float64(g.nets[0].task(step)), mean, all, previous, current, f0(p), near, well, half)
	for len(row) < g.report.Width {
		row = append(row, math.NaN()) // of whole runs
	}
	g.report.Row = row
}

// keep adds the newest row to the history.
func (g *group) keep() {
	g.report.Keep()
	if c := g.nets[0]; c.sampled {
		c.paths = c.sample(c.paths)
	}
}

// over is the mean over the seeds whose networks have not diverged, and half the width of its 95 % interval
// (Student's t); NaN where there is none.
func (g *group) over(of func(*course) float64) (mean, half float64) {
	g.values = g.values[:0]
	for _, c := range g.nets {
		if !c.Broken {
			g.values = append(g.values, of(c))
		}
	}
	return meanOf(g.values)
}

// meanOf is the mean, and half the width of its 95 % interval.
func meanOf(values []float64) (mean, half float64) {
	mean, half = average(values), math.NaN()
	if n := len(values); n > 1 {
		var square float64
		for _, v := range values {
			square += float64((v - mean) * (v - mean))
		}
		half = float64(student[n-2] * math.Sqrt(square/float64(n*(n-1))))
	}
	return mean, half
}

// student are the 97.5 % quantiles of Student's t with 1 to 9 degrees of freedom.
var student = [mostSeeds - 1]float64{12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622}

// average is the mean; NaN of nothing.
func average(x []float64) float64 {
	var sum float64
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

// near is the share of the first layer's weights that are at the attractor.
func (c *course) near() float64 {
	low, high := float32(c.p.A1-0.02), float32(c.p.A1+0.02)
	many := 0
	for i := range c.net.D {
		for _, w := range c.net.W1().Of(i)[:c.net.H] {
			if w >= low && w <= high {
				many++
			}
		}
	}
	return float64(many) / float64(c.net.D*c.net.H)
}

// inWell is the share of the weights whose steps away from the attractor are made smaller: f(w) < 1.
func (c *course) inWell() float64 {
	from := watershed(c.p)
	low, high := float32(from), float32(2*c.p.A1-from)
	many := 0
	c.net.EachRow(func(row []float32) {
		for _, w := range row {
			if w > low && w < high {
				many++
			}
		}
	})
	return float64(many) / float64(c.net.Weights())
}
