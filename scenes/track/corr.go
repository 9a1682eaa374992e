package track

import (
	"fmt"

	"driftlab/engine/track"
	"driftlab/render"
	"driftlab/render/plot"
)

// correlation draws how alike the rate maps of any two snapshots are.
type correlation struct {
	texture render.Texture
	bytes   []byte
	ticks   []plot.Tick
	said    [2]int
	saying  string
	void    bool // some pair has no place unit in common
	framed  string
	of      int64 // the step that framed names
}

// mapped is viridis with a neutral grey for pairs without a common place unit.
var mapped = func() *plot.ColourMap {
	m := *plot.Viridis
	m[0] = plot.Hex(0x6b7680)
	return &m
}()

// receive shades the cells and places a tick at the first snapshot of each decade.
func (k *correlation) receive(f *track.Frame) {
	k.bytes = k.bytes[:0]
	k.void = false
	for _, v := range f.Corr {
		shade := byte(0)
		if v == v {
			shade = max(plot.Byte(v, 0, 1), 1)
		}
		k.void = k.void || v != v
		k.bytes = append(k.bytes, shade)
	}
	k.ticks = k.ticks[:0]
	decade := int64(1)
	for i, step := range f.CorrSteps {
		if step < decade {
			continue
		}
		for step >= decade*10 {
			decade *= 10
		}
		k.ticks = append(k.ticks, plot.Tick{V: float64(i), Label: plot.Decade(decade)})
		decade *= 10
	}
	k.said = [2]int{-1, -1}
	if i := f.Order; i >= 0 && i < len(f.CorrSteps) && (k.framed == "" || k.of != f.CorrSteps[i]) {
		k.of = f.CorrSteps[i]
		k.framed = "framed: step " + plot.Short(float64(k.of))
	}
}

// square is where the cells lie in a box, empty where there is no room.
func (k *correlation) square(b plot.Box) plot.Box {
	side := min(b.W-62, b.H-20)
	if side < 20 {
		return plot.Box{}
	}
	return plot.Box{X: b.X + 34, Y: b.Y, W: side, H: side}
}

// over is the row under the pointer, an index into CorrSteps, or -1.
func (k *correlation) over(p render.Pointer, b plot.Box, n int) int {
	_, j := k.cell(p, k.square(b), n)
	return j
}

// cell is the column and row under the pointer, or -1, -1.
func (k *correlation) cell(p render.Pointer, box plot.Box, n int) (i, j int) {
	if n == 0 || !p.Over(box) {
		return -1, -1
	}
	at := func(v, from, size float32) int { return min(int((v-from)/size*float32(n)), n-1) }
	return at(p.X, box.X, box.W), at(p.Y, box.Y, box.H)
}

func (k *correlation) draw(c *render.Canvas, s *Scene, b plot.Box) {
	f, n := &s.f, len(s.f.CorrSteps)
	b = c.Panel(b, k.framed, "Map correlation")
	box := k.square(b)
	if n == 0 || box.Empty() {
		return
	}
	k.texture.Set(k.bytes, n, n, mapped)
	c.Image(&k.texture, box)
	k.axis(c, box, n)
	k.key(c, plot.Box{X: box.Right() + 10, Y: box.Y, W: 10, H: box.H})
	if f.Order >= 0 && f.Order < n {
		c.Frame(grown(box.Row(f.Order, n, 0), 1), 1.5, c.Theme.Sky)
	}
	k.point(c, s, box, n)
}

// axis labels the decades below and at the left.
func (k *correlation) axis(c *render.Canvas, box plot.Box, n int) {
	below := box.Bottom() + 4 + render.Small.Size
	c.Text(box.X-9, below, "step", render.Small, render.Right, c.Theme.Muted)
	freeX, freeY := box.X-12, box.Y
	for _, t := range k.ticks {
		share := (float32(t.V) + 0.5) / float32(n)
		x, y := box.X+box.W*share, box.Y+box.H*share
		c.Line(x, box.Bottom(), x, box.Bottom()+3, 1, c.Theme.Muted)
		c.Line(box.X-3, y, box.X, y, 1, c.Theme.Muted)
		if w := c.Measure(t.Label, render.Small); x-w/2 >= freeX {
			c.Text(x, below, t.Label, render.Small, render.Centre, c.Theme.Muted)
			freeX = x + w/2 + 8
		}
		if base := y + render.Small.Size*0.36; y >= freeY && y < box.Bottom()-4 {
			c.Text(box.X-6, base, t.Label, render.Small, render.Right, c.Theme.Muted)
			freeY = y + render.Small.Line()
		}
	}
}

// key draws the colours from 0 to 1, and that of pairs without a place unit in common.
func (k *correlation) key(c *render.Canvas, b plot.Box) {
	b.CutTop(7)
	if k.void {
		c.Fill(plot.Box{X: b.X, Y: b.Bottom() - 10, W: b.W, H: 10}, mapped[0])
		c.Text(b.Right()+5, b.Bottom()-1, "none", render.Small, render.Left, c.Theme.Muted)
		b.CutBottom(14)
	}
	b.CutBottom(7)
	const pieces = 32
	for i := range pieces {
		c.Fill(b.Row(i, pieces, 0), plot.Viridis[255-i*255/(pieces-1)])
	}
	c.Text(b.Right()+5, b.Y+5, "1", render.Small, render.Left, c.Theme.Muted)
	c.Text(b.Right()+5, b.Bottom()+4, "0", render.Small, render.Left, c.Theme.Muted)
}

// point says what the cell under the pointer holds.
func (k *correlation) point(c *render.Canvas, s *Scene, box plot.Box, n int) {
	i, j := k.cell(s.mouse, box, n)
	if i < 0 {
		return
	}
	c.Hand = true
	c.Frame(grown(box.Row(j, n, 0).Column(i, n, 0), 1), 2, c.Theme.Orange)
	if said := [2]int{i, j}; said != k.said {
		k.said = said
		steps := s.f.CorrSteps
		k.saying = fmt.Sprintf("steps %s and %s: %.2f", plot.Short(float64(steps[j])), plot.Short(float64(steps[i])), s.f.Corr[j*n+i])
	}
	y := box.Y + 22
	if s.mouse.Y < box.Y+box.H/3 {
		y = box.Bottom() - 12
	}
	c.Plate(box.X+box.W/2, y, k.saying, render.Body, render.Centre)
}
