package render

import (
	"driftlab/render/plot"
)

// A Band shades a part of the x axis up to where the next begins.
type Band struct {
	From  float64
	Name  string
	Phase int // whose colour it has: 1, 2, 3; 0 for none
}

// short is what is written where the name does not fit.
func (b *Band) short() string {
	return [...]string{"", "1", "2", "3"}[min(max(b.Phase, 0), 3)]
}

// A LinePlot draws lines over a common x axis, their names at their ends.
type LinePlot struct {
	Titles []string // the longest first
	Unit   string   // or what else is said beside the title
	X      []float32
	LogX   bool
	XName  string
	From   float64 // where x begins, unless it is logarithmic
	Margin float32 // the least room for names at the right: that of plots one above the other
	Lo, Hi float64 // y range; when equal, the data's
	Least  float64 // the narrowest y range
	Series []Series
	Bands  []Band
	Note   Note

	x, y   Axis
	points []plot.Point
	under  []plot.Point // of a ribbon, below points
	labels []plot.Label
}

// Draw fills the box with the plot, axes included.
func (p *LinePlot) Draw(c *Canvas, b plot.Box) {
	b.CutBottom(20)
	b.CutLeft(32)
	b.CutRight(p.margin(c, b.W))
	strip := plot.Box{}
	if b.H > 70 && p.named() {
		strip = b.CutTop(18)
	}
	if b.W < 20 || b.H < 12 {
		return
	}
	p.scale(b)
	p.names(c, strip)
	c.Fill(b, c.Theme.Panel)
	p.shade(c, b)
	p.y.Beside(c, b)
	c.Frame(b, 1, c.Theme.Edge)
	p.x.Below(c, b)
	c.Clip(plot.Box{X: b.X - 3, Y: b.Y - 2, W: b.W + 6, H: b.H + 4})
	for i := range p.Series {
		p.ribbon(c, &p.Series[i])
	}
	for _, dashed := range [...]bool{false, true} { // dashes show over a line they run along
		for i := range p.Series {
			switch s := &p.Series[i]; {
			case s.Dashed != dashed:
			case s.Error != nil:
				p.dots(c, s)
			default:
				p.line(c, s)
			}
		}
	}
	for i := range p.Series {
		p.marks(c, &p.Series[i])
	}
	c.Unclip()
	p.Note.draw(c, b)
	p.ends(c, b)
}

// margin is the room that the names need at the right: none where the plot is too narrow.
func (p *LinePlot) margin(c *Canvas, w float32) float32 {
	widest := float32(0)
	for i := range p.Series {
		if s := &p.Series[i]; s.Name != "" && last(s.Y) >= 0 {
			widest = max(widest, c.Measure(s.Name, Name), c.Measure(s.Second, Name))
		}
	}
	if widest == 0 {
		return max(4, p.Margin)
	}
	return max(widest+9, p.Margin)
}

// scale fits the axes to the data and the box.
func (p *LinePlot) scale(b plot.Box) {
	s := plot.Scale{From: b.X, To: b.Right(), Log: p.LogX}
	s.Lo, s.Hi = plot.Span(p.From, p.From, p.X)
	if p.LogX {
		s.Lo, s.Hi = 1, max(s.Hi, 10)
	} else if s.Hi <= s.Lo {
		s.Hi = s.Lo + 1
	}
	p.x.Name = p.XName
	p.x.Set(s, min(max(int(b.W/52), 2), 11))
	lo, hi := p.Lo, p.Hi
	if lo == hi {
		lo, hi = plot.Nothing()
		for i := range p.Series {
			lo, hi = plot.Span(lo, hi, p.Series[i].Y)
		}
		lo, hi = plot.Roomy(lo, hi, p.Least)
	}
	p.y.Set(plot.Scale{Lo: lo, Hi: hi, From: b.Bottom(), To: b.Y}, min(max(int(b.H/26), 2), 6))
}

// band is the part of the x axis that the i-th band takes.
func (p *LinePlot) band(i int) (from, to float32) {
	from, to = p.x.At(p.Bands[i].From), p.x.To
	if i+1 < len(p.Bands) {
		to = p.x.At(p.Bands[i+1].From)
	}
	return from, to
}

func (p *LinePlot) shade(c *Canvas, b plot.Box) {
	for i := range p.Bands {
		from, to := p.band(i)
		c.Fill(plot.Box{X: from, Y: b.Y, W: to - from, H: b.H}, c.Theme.Phase(p.Bands[i].Phase))
		if i > 0 {
			edge := c.Theme.Muted
			if p.Bands[i].Phase == 0 { // there is no other background to tell them apart, and there may be many
				edge = c.Theme.Edge
			}
			c.Fill(plot.Box{X: from, Y: b.Y, W: 1 / c.Unit, H: b.H}, edge)
		}
	}
}

// named reports whether any band has a name.
func (p *LinePlot) named() bool {
	for i := range p.Bands {
		if p.Bands[i].Name != "" {
			return true
		}
	}
	return false
}

// names writes the bands' names in a strip above the plot: nothing can run through them.
func (p *LinePlot) names(c *Canvas, strip plot.Box) {
	if strip.Empty() {
		return
	}
	y := strip.Y + Small.Size
	for i := range p.Bands {
		band := &p.Bands[i]
		from, to := p.band(i)
		c.Fill(plot.Box{X: from, Y: strip.Y, W: to - from, H: strip.H}, c.Theme.Phase(band.Phase))
		mid := (from + to) / 2
		if !c.Fit(mid, y, band.Name, to-from-6, Small, Centre, c.Theme.Text) {
			c.Fit(mid, y, band.short(), to-from-2, Small, Centre, c.Theme.Text)
		}
	}
}

// ends writes the lines' names beside their last values, none over another.
func (p *LinePlot) ends(c *Canvas, b plot.Box) {
	p.labels = p.labels[:0]
	height := Name.Line()
	for i := range p.Series {
		s := &p.Series[i]
		if k := last(s.Y); s.Name != "" && k >= 0 {
			p.labels = append(p.labels, plot.Label{Want: p.y.At(float64(s.Y[k])), Of: i})
			if s.Second != "" {
				height = 2 * Name.Line()
			}
		}
	}
	plot.Spread(p.labels, height, b.Y-6, b.Bottom()+6)
	for _, l := range p.labels {
		s := &p.Series[l.Of]
		y := l.Y + Name.Size*0.36
		if s.Second != "" {
			y -= Name.Line() / 2
			c.Text(b.Right()+7, y+Name.Line(), s.Second, Name, Left, s.colour(c))
		}
		c.Text(b.Right()+7, y, s.Name, Name, Left, s.colour(c))
	}
}
