package track

import (
	"driftlab/render"
	"driftlab/render/plot"
)

// errorShare is the error that fills half of the error strip, as a share of the data's range.
const errorShare = 0.25

// strips shows one sample, ray by ray: what is seen, predicted and comes, and the error.
type strips struct{}

func (strips) draw(c *render.Canvas, s *Scene, b plot.Box) {
	f := &s.f
	t, o := s.playhead.Sample(), f.Outputs
	b.CutLeft(62)
	names := [...]string{"sees", "predicts", "comes"}
	rows := [...][]float32{nil, f.Predicts[t*o : (t+1)*o], f.Comes[t*o : (t+1)*o]}
	first := 1
	if len(f.Sees) > 0 {
		rows[0], first = f.Sees[t*o:(t+1)*o], 0
	}
	n := len(rows) - first + 1
	for i := first; i < len(rows); i++ {
		row := b.Row(i-first, n, 5)
		c.Text(b.X-62, row.Y+row.H/2+render.Body.Size*0.36, names[i], render.Body, render.Left, c.Theme.Muted)
		cells(c, row, rows[i], f.Least)
	}
	row := b.Row(n-1, n, 5)
	c.Text(b.X-62, row.Y+row.H/2+render.Body.Size*0.36, errorNames[f.Least == 0], render.Body, render.Left, c.Theme.Muted)
	errors(c, row, rows[1], rows[2], errorShare*(1-f.Least))
}

// errorNames say how large an error fills the strip, for signed data and for those in [0, 1].
var errorNames = map[bool]string{false: "error ±½", true: "error ±¼"}

// cells draws values in [least, 1] as shades of grey.
func cells(c *render.Canvas, b plot.Box, v []float32, least float32) {
	between := between(b.W, len(v))
	for i, x := range v {
		c.Fill(b.Column(i, len(v), between), plot.Grey[plot.Byte(x, least, 1)])
	}
}

// errors draws prediction less outcome as bars: too bright upwards, too dark downwards.
func errors(c *render.Canvas, b plot.Box, predicts, comes []float32, span float32) {
	between := between(b.W, len(comes))
	middle := b.Y + b.H/2
	for i := range comes {
		cell := b.Column(i, len(comes), between)
		c.Fill(cell, c.Theme.Panel)
		e := predicts[i] - comes[i]
		tall := min(max(e, -e)/span, 1) * b.H / 2
		if e > 0 {
			c.Fill(plot.Box{X: cell.X, Y: middle - tall, W: cell.W, H: tall}, c.Theme.Orange)
		} else {
			c.Fill(plot.Box{X: cell.X, Y: middle, W: cell.W, H: tall}, c.Theme.Sky)
		}
	}
	c.Fill(plot.Box{X: b.X, Y: middle, W: b.W, H: 1 / c.Unit}, c.Theme.Muted)
}

// between is the gap that n cells in a width can spare.
func between(w float32, n int) float32 {
	if w/float32(n) < 7 {
		return 0
	}
	return 1
}

// board shows all samples of the random task as columns: targets, predictions, errors.
type board struct {
	textures [2]render.Texture
	bytes    []byte
}

func (k *board) draw(c *render.Canvas, s *Scene, b plot.Box) {
	f := &s.f
	names := [...]string{"comes", "predicts"}
	for i, v := range [...][]float32{f.Comes, f.Predicts} {
		part := b.Column(i, 2, plot.Gap)
		caption := part.CutBottom(18)
		k.bytes = k.bytes[:0]
		for o := range f.Outputs {
			for t := range f.Samples {
				k.bytes = append(k.bytes, plot.Byte(v[t*f.Outputs+o], f.Least, 1))
			}
		}
		k.textures[i].Set(k.bytes, f.Outputs, f.Samples, plot.Grey)
		c.Image(&k.textures[i], part)
		c.Frame(part, 1, c.Theme.Edge)
		now := part.Column(s.playhead.Sample(), f.Samples, 0)
		c.Frame(now, 2, c.Theme.Orange)
		c.Text(caption.X, caption.Y+14, names[i], render.Small, render.Left, c.Theme.Muted)
	}
}
