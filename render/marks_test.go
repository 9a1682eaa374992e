package render_test

import (
	"bytes"
	"fmt"
	"math"
	"testing"

	"driftlab/render"
	"driftlab/render/paper"
	"driftlab/render/plot"
)

// A counter is paper that counts its sheets.
type counter struct {
	paper.Device
	sheets int
}

func (d *counter) NewImage(w, h int, alone bool) render.Image {
	d.sheets++
	return d.Device.NewImage(w, h, alone)
}

// picture is what draw leaves on a new sheet.
func picture(c *render.Canvas, draw func()) []byte {
	sheet := paper.Device{}.New(300, 200)
	c.Begin(sheet, 1, plot.Themed(""))
	draw()
	c.End()
	return sheet.Pixels.Pix
}

func canvas() *render.Canvas {
	c := &render.Canvas{Device: paper.Device{}}
	c.Resize(300, 200, 1, plot.Themed(""))
	return c
}

var box = plot.Box{X: 40, Y: 20, W: 120, H: 60}

func TestTextureKeepsItsImage(t *testing.T) {
	d := &counter{}
	c := &render.Canvas{Device: d}
	var x render.Texture
	draw := func(rows int, first byte) []byte {
		cells := bytes.Repeat([]byte{200}, rows*3)
		cells[0] = first
		x.Set(cells, rows, 3, plot.Viridis)
		return picture(c, func() { c.Image(&x, box) })
	}
	one, two := draw(4, 10), draw(4, 90)
	if bytes.Equal(one, two) {
		t.Error("other data, the same picture")
	}
	draw(9, 10)
	if back := draw(4, 10); !bytes.Equal(one, back) {
		t.Error("the same data, another picture")
	}
	if d.sheets != 2 { // with the canvas's own
		t.Errorf("%d sheets for rows that one has room for", d.sheets)
	}
	if x.Set(nil, 0, 3, plot.Viridis); !bytes.Equal(picture(c, func() { c.Image(&x, box) }), picture(c, func() {})) {
		t.Error("an empty texture is drawn")
	}
}

// Void cells have the colour of another theme as soon as that is chosen.
func TestMatrixChangesItsVoid(t *testing.T) {
	c, m := canvas(), render.Matrix{Void: plot.Hex(0x141b20)}
	m.Set([]float32{float32(math.NaN()), 1}, 1, 0, 1)
	at := func() plot.RGBA {
		p := picture(c, func() { m.Draw(c, box) })[4*(300*50+60):]
		return plot.RGBA{R: p[0], G: p[1], B: p[2], A: p[3]}
	}
	if at() != m.Void {
		t.Errorf("void is drawn as %v", at())
	}
	if m.Void = plot.Hex(0xffffff); at() != m.Void {
		t.Errorf("void, which is another colour now, is drawn as %v", at())
	}
}

func TestMatrixSaysWhatIsUnderThePointer(t *testing.T) {
	m := render.Matrix{Void: plot.Hex(0x808080), Key: render.Key{Lo: "0", Hi: "1", Void: "none"}}
	m.Set([]float32{0, 0.5, 1, float32(math.NaN()), 0.2, 0.3}, 2, 0, 1)
	for row := range 2 {
		for col := range 3 {
			p := render.Pointer{Inside: true, X: box.X + float32(col)*40 + 39.5, Y: box.Y + float32(row)*30 + 0.5}
			if r, k := m.Over(p, box); r != row || k != col {
				t.Errorf("over (%d, %d), it says (%d, %d)", row, col, r, k)
			}
		}
	}
	if r, k := m.Over(render.Pointer{Inside: true, X: box.X - 1, Y: box.Y}, box); r != -1 || k != -1 {
		t.Errorf("beside it, it says (%d, %d)", r, k)
	}
	c, words := canvas(), 0
	point := func(x float32) {
		picture(c, func() {
			m.Draw(c, box)
			m.Point(c, box, render.Pointer{Inside: true, X: x, Y: box.Y + 1}, func(row, col int) string {
				words++
				return fmt.Sprint(row, col)
			})
		})
	}
	for range 3 {
		point(box.X + 1)
	}
	point(box.X + 60)
	m.Set([]float32{1}, 1, 0, 1)
	point(box.X + 60)
	if words != 3 || !c.Hand {
		t.Errorf("%d words for two cells and new data; a hand: %v", words, c.Hand)
	}
	if empty := (&render.Matrix{}).Square(plot.Box{W: 200, H: 200}); !empty.Empty() {
		t.Errorf("no cells take %v", empty)
	}
}

func TestFacetsArePicked(t *testing.T) {
	k := render.Facets{Labels: []string{"a", "b", "c"}, Chosen: 1, Invite: "pick this"}
	c := canvas()
	var seen []plot.Box
	picture(c, func() { k.Draw(c, box, 2, func(_ int, b plot.Box) { seen = append(seen, b) }) })
	if len(seen) != 3 || !c.Hand {
		t.Fatalf("%d of 3 pictures; a hand: %v", len(seen), c.Hand)
	}
	for i, b := range seen {
		if got := k.Over(render.Pointer{Inside: true, X: b.X + b.W/2, Y: b.Y + b.H/2}, box); got != i {
			t.Errorf("over picture %d it says %d", i, got)
		}
	}
	if got := k.Over(render.Pointer{Inside: true, X: seen[0].Right() + 1, Y: box.Y + 1}, box); got != -1 {
		t.Errorf("between the pictures it says %d", got)
	}
}

func TestButtonStandsBesideTheTitle(t *testing.T) {
	c := canvas()
	panel := plot.Box{X: 10, Y: 10, W: 250, H: 150}
	b, line := render.Button{Word: "Freeze"}.Box(c, panel)
	if b.Right() != panel.Right() || b.X < line.Right() || b.Bottom() > c.Below(panel).Y {
		t.Errorf("the button is %v, the title's line %v, of %v", b, line, panel)
	}
	picture(c, func() {
		if c.Panel(panel, "", "Title") != c.Below(panel) {
			t.Error("what is below a title depends on its being written")
		}
	})
}

// Names of lines, bands and notes: a plot that has it all, and one that has nothing.
func TestCurvesTakeAnyData(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	k := render.Curves{
		XName: "step", LogX: true, X: []float32{1, 10, 100, 1000},
		Bands: []render.Band{{From: 0, Name: "first", Phase: 1}, {From: 50, Name: "a long name of a short phase", Phase: 2}, {From: 900, Name: "last", Phase: 9}},
		Plots: []render.LinePlot{
			{Titles: []string{"a title that is too long for the panel", "Title"}, Unit: "unit", Series: []render.Series{
				{Name: "one", Second: "more", Y: []float32{1, nan, inf, 2}, Ink: plot.Sky},
				{Name: "two", Y: []float32{3, 2}, Ink: plot.Pink, Dashed: true},
			}, Note: render.Note{Text: "a note", Short: "note"}},
			{Titles: []string{"Nothing"}, Hi: 1},
		},
	}
	c := canvas()
	nothing := picture(c, func() {})
	for i := range k.Plots {
		if bytes.Equal(picture(c, func() { k.Draw(c, i, plot.Box{X: 5, Y: 5, W: 290, H: 190}) }), nothing) {
			t.Errorf("plot %d is empty", i)
		}
		picture(c, func() { k.Draw(c, i, plot.Box{W: 10, H: 5}) })
	}
}

// A ribbon is as wide as its values spread, has gaps where they do, and lies behind its line.
func TestRibbonIsAsWideAsItsValuesSpread(t *testing.T) {
	nan := float32(math.NaN())
	p := render.LinePlot{
		X: []float32{1, 2, 3, 4}, From: 1, Hi: 1,
		Series: []render.Series{{Y: []float32{0.5, 0.5, 0.5, nan}, Spread: []float32{0.1, 0.2, nan, 0.3}, Ink: plot.Sky}},
	}
	c := canvas()
	with := picture(c, func() { p.Draw(c, plot.Box{W: 300, H: 200}) })
	p.Series[0].Spread = nil
	without := picture(c, func() { p.Draw(c, plot.Box{W: 300, H: 200}) })
	high := func(x int) (n int) {
		for y := range 200 {
			if at := 4 * (300*y + x); !bytes.Equal(with[at:at+4], without[at:at+4]) {
				n++
			}
		}
		return n
	}
	narrow, wide, none := high(34), high(115), high(180)
	if narrow < 30 || wide < narrow*17/10 || none != 0 {
		t.Errorf("%d pixels for a spread of 0.1, %d for almost 0.2, %d for none", narrow, wide, none)
	}
	line, beside := 4*(300*90+60), 4*(300*84+60) // the first is in the middle of the 180 rows above the axis
	if bytes.Equal(with[line:line+4], with[beside:beside+4]) {
		t.Error("the ribbon lies over its line")
	}
}

// Plots one above the other have the same room at the right, and a muted line is not in its ink.
func TestMarginAndMuted(t *testing.T) {
	p := render.LinePlot{X: []float32{0, 1}, Hi: 1, Series: []render.Series{{Name: "a", Y: []float32{0, 1}, Ink: plot.Pink}}}
	c := canvas()
	draw := func() []byte { return picture(c, func() { p.Draw(c, plot.Box{W: 300, H: 200}) }) }
	narrow := draw()
	p.Margin = 100
	wide := draw()
	p.Series[0].Name = ""
	unnamed := draw()
	p.Series[0].Muted = true
	muted := draw()
	frame := func(pixels []byte) []byte { return pixels[4*300*50 : 4*(300*50+201)] }
	if bytes.Equal(narrow, wide) || !bytes.Equal(frame(wide), frame(unnamed)) {
		t.Error("the room for names is not what was asked for")
	}
	if bytes.Equal(unnamed, muted) {
		t.Error("a muted line is in its ink")
	}
}

// A full atlas starts again, and loses nothing that has been drawn.
func TestAtlasStartsAgain(t *testing.T) {
	write := func(c *render.Canvas) func() {
		return func() { c.Text(10, 80, "Drift 0.5 x_{2}^{3}", render.Style{Size: 24}, render.Left, c.Theme.Text) }
	}
	c := canvas()
	want := picture(c, write(c))
	full := canvas()
	got := picture(full, func() {
		write(full)()
		for size := float32(60); size < 200; size += 2 {
			full.Text(1000, 80, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", render.Style{Size: size}, render.Left, full.Theme.Text)
		}
	})
	if !bytes.Equal(got, want) {
		t.Error("letters are lost when the atlas is full")
	}
	if !bytes.Equal(picture(full, write(full)), want) {
		t.Error("letters differ in an atlas that has started again")
	}
}

func TestMeasureIsTheTextsWidth(t *testing.T) {
	c := canvas()
	plain, small := c.Measure("xx", render.Body), c.Measure("x_{x}", render.Body)
	if !(small < plain && small > c.Measure("x", render.Body)) {
		t.Errorf("xx is %v wide, with a subscript %v", plain, small)
	}
	big := &render.Canvas{}
	big.Resize(600, 400, 2, plot.Themed(""))
	if twice := big.Measure("Drift", render.Title); math.Abs(float64(twice-c.Measure("Drift", render.Title))) > 1 {
		t.Errorf("the width in canvas units depends on the device's pixels: %v", twice)
	}
}

// A layer is drawn once for a size and a look, shows what was drawn where its box is, and is drawn anew when
// it is told to forget.
func TestLayerIsKept(t *testing.T) {
	d := &counter{}
	c := &render.Canvas{Device: d}
	var l render.Layer
	drawn, ink := 0, plot.Hex(0xff0000)
	show := func(b plot.Box) []byte {
		return picture(c, func() {
			c.Layer(&l, b, func(at plot.Box) {
				drawn++
				if at.X != 0 || at.Y != 0 || at.W != b.W || at.H != b.H {
					t.Errorf("drawn in %v for %v", at, b)
				}
				c.Fill(at.Inset(10), ink)
			})
			c.Fill(plot.Box{X: 1, Y: 1, W: 5, H: 5}, ink)
		})
	}
	one := show(box)
	moved := box
	moved.X += 50
	two := show(moved)
	back := show(box)
	if drawn != 1 || !bytes.Equal(one, back) || bytes.Equal(one, two) {
		t.Errorf("drawn %d times", drawn)
	}
	ink = plot.Hex(0x00ff00)
	l.Forget()
	if green := show(box); drawn != 2 || bytes.Equal(one, green) {
		t.Errorf("drawn %d times once it is to forget", drawn)
	}
	moved.W += 30
	show(moved)
	if drawn != 3 {
		t.Errorf("drawn %d times for a larger box", drawn)
	}
}
