package render

import (
	"math"

	"driftlab/render/plot"
)

// A Series is one line of a plot.
type Series struct {
	Name   string    // written at the line's end when the plot has several lines; may be empty
	Second string    // the name's second line
	Y      []float32 // one value for each X; NaN leaves a gap
	Ink    plot.Ink
	Dashed bool
	Muted  bool      // in the colour of ticks: what others are seen against
	Spread []float32 // of each value to either side, a ribbon behind the line; NaN where there is none
	Error  []float32 // the standard error of each value: dots with bars in the place of a line
	Marks  []Mark    // on the line, where something begins
}

// A Mark is a disc on a line with a letter or a digit.
type Mark struct {
	At   float32 // x
	Name string
}

// line draws one series, leaving out points closer together than a pixel.
func (p *LinePlot) line(c *Canvas, s *Series) {
	if p.points == nil {
		p.points = make([]plot.Point, 0, 1024) // as long as a history gets
	}
	p.points = p.points[:0]
	near := 0.6 / c.Unit
	for i := range min(len(p.X), len(s.Y)) {
		if v := float64(s.Y[i]); math.IsNaN(v) || math.IsInf(v, 0) {
			p.pen(c, s)
			continue
		}
		q := plot.Point{X: p.x.At(float64(p.X[i])), Y: p.y.At(float64(s.Y[i]))}
		if n := len(p.points); n > 0 && i+1 < len(s.Y) && plot.Abs(q.X-p.points[n-1].X) < near && plot.Abs(q.Y-p.points[n-1].Y) < near {
			continue
		}
		p.points = append(p.points, q)
	}
	p.pen(c, s)
}

// ribbon draws how far a line's values spread, wherever two neighbours do.
func (p *LinePlot) ribbon(c *Canvas, s *Series) {
	ink := plot.Alpha(s.colour(c), 0.22)
	p.points, p.under = p.points[:0], p.under[:0]
	for i := range min(len(p.X), len(s.Y), len(s.Spread)) {
		v, d := float64(s.Y[i]), float64(s.Spread[i])
		if math.IsNaN(v + d) {
			c.Ribbon(p.points, p.under, ink)
			p.points, p.under = p.points[:0], p.under[:0]
			continue
		}
		x := p.x.At(float64(p.X[i]))
		p.points = append(p.points, plot.Point{X: x, Y: p.y.At(v + d)})
		p.under = append(p.under, plot.Point{X: x, Y: p.y.At(v - d)})
	}
	c.Ribbon(p.points, p.under, ink)
}

// colour is the line's in the canvas's theme.
func (s *Series) colour(c *Canvas) plot.RGBA {
	if s.Muted {
		return c.Theme.Muted
	}
	return c.Theme.Of(s.Ink)
}

// marks draws a line's marks at the first value from each on.
func (p *LinePlot) marks(c *Canvas, s *Series) {
	const r = 7
	for _, m := range s.Marks {
		for i, x := range p.X[:min(len(p.X), len(s.Y))] {
			if v := float64(s.Y[i]); x >= m.At && !math.IsNaN(v) && !math.IsInf(v, 0) {
				at := plot.Point{X: p.x.At(float64(x)), Y: p.y.At(v)}
				c.Marker(at.X, at.Y, r, c.Theme.Panel, s.colour(c))
				c.Text(at.X, at.Y+Small.Size*0.36, m.Name, Small, Centre, c.Theme.Text)
				break
			}
		}
	}
}

// dots draws values with their errors.
func (p *LinePlot) dots(c *Canvas, s *Series) {
	ink := s.colour(c)
	for i, y := range s.Y {
		if v, e := float64(y), float64(s.Error[i]); !math.IsNaN(v) && !math.IsNaN(e) {
			x := p.x.At(float64(p.X[i]))
			c.Line(x, p.y.At(v-e), x, p.y.At(v+e), 1.4, ink)
			c.Disc(x, p.y.At(v), 3, ink)
		}
	}
}

// pen draws the points gathered so far and starts anew.
func (p *LinePlot) pen(c *Canvas, s *Series) {
	if s.Dashed {
		c.Dashed(p.points, 2, 6, 4, s.colour(c))
	} else {
		c.Polyline(p.points, 1.8, s.colour(c))
	}
	if n := len(p.points); n == 1 {
		c.Disc(p.points[0].X, p.points[0].Y, 2, s.colour(c))
	}
	p.points = p.points[:0]
}

// last is the index of the last finite value, or -1.
func last(v []float32) int {
	for i := len(v) - 1; i >= 0; i-- {
		if f := float64(v[i]); !math.IsNaN(f) && !math.IsInf(f, 0) {
			return i
		}
	}
	return -1
}
