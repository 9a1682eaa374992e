package render

import (
	"bytes"

	"driftlab/render/plot"
)

// A Matrix shows rows x cols bytes through a colour map, and says what they are.
type Matrix struct {
	Cells      []byte // row after row
	Rows, Cols int
	Colours    *plot.ColourMap // Viridis if it is nil
	Void       plot.RGBA       // of cells that are 0, if it is not transparent
	Empty      string          // what is said where there are no cells

	Below, Beside []plot.Tick // V is the index of a column or a row
	Name          string      // before the first tick below
	Key           Key

	texture Texture
	mapped  *plot.ColourMap // Colours, with Void: another one for each void, by which a texture tells that it has changed
	from    *plot.ColourMap
	said    [2]int // row and column that saying is about
	saying  string
}

// A Key names the ends of the colour map, and void cells. The zero value draws nothing.
type Key struct{ Lo, Hi, Void string }

// Set shows values in [lo, hi], row after row, and those that are no numbers as void.
func (m *Matrix) Set(v []float32, rows int, lo, hi float32) {
	m.Cells = plot.AppendShades(m.Cells[:0], v, lo, hi)
	m.Rows, m.Cols = rows, len(v)/max(rows, 1)
	m.Forget()
}

// Forget makes Point word anew what it says.
func (m *Matrix) Forget() { m.said = [2]int{-1, -1} }

// Square is where the cells lie in a box that holds labels and the key too: a square, empty
// where there is no room.
func (m *Matrix) Square(b plot.Box) plot.Box {
	const least = 20
	key := float32(21 + 7*max(len(m.Key.Lo), len(m.Key.Hi)))
	var beside, below float32
	if m.Name != "" {
		beside, below = 34, 20
	}
	side := min(b.W-beside-key, b.H-below)
	if side < least || m.Rows == 0 {
		return plot.Box{}
	}
	return plot.Box{X: b.X + beside, Y: b.Y, W: side, H: side}
}

// Over is the row and the column under the pointer, or -1, -1.
func (m *Matrix) Over(p Pointer, box plot.Box) (row, col int) {
	if m.Rows == 0 || m.Cols == 0 || !p.Over(box) {
		return -1, -1
	}
	at := func(v, from, size float32, n int) int { return min(int((v-from)/size*float32(n)), n-1) }
	return at(p.Y, box.Y, box.H, m.Rows), at(p.X, box.X, box.W, m.Cols)
}

// Draw fills the box with the cells; their ticks and their key stand around it.
func (m *Matrix) Draw(c *Canvas, box plot.Box) {
	plain, void := m.colours()
	m.texture.Set(m.Cells, m.Rows, m.Cols, void)
	c.Image(&m.texture, box)
	if m.Rows == 0 && m.Empty != "" {
		c.Plate(box.X+box.W/2, box.Y+box.H/2, m.Empty, Body, Centre)
	}
	m.below(c, box)
	m.beside(c, box)
	if m.Key != (Key{}) {
		m.key(c, plot.Box{X: box.Right() + 10, Y: box.Y, W: 10, H: box.H}, plain)
	}
}

// colours is the colour map, and the same with the void.
func (m *Matrix) colours() (plain, void *plot.ColourMap) {
	plain = m.Colours
	if plain == nil {
		plain = plot.Viridis
	}
	if m.Void.A == 0 {
		return plain, plain
	}
	if m.from != plain || m.mapped[0] != m.Void {
		mapped := *plain
		mapped[0] = m.Void
		m.from, m.mapped = plain, &mapped
	}
	return plain, m.mapped
}

func (m *Matrix) below(c *Canvas, box plot.Box) {
	base := box.Bottom() + 4 + Small.Size
	if m.Name != "" {
		c.Text(box.X-9, base, m.Name, Small, Right, c.Theme.Muted)
	}
	free := box.X - 12
	for _, t := range m.Below {
		x := box.X + box.W*((float32(t.V)+0.5)/float32(m.Cols))
		c.Line(x, box.Bottom(), x, box.Bottom()+3, 1, c.Theme.Muted)
		if w := c.Measure(t.Label, Small); x-w/2 >= free {
			c.Text(x, base, t.Label, Small, Centre, c.Theme.Muted)
			free = x + w/2 + 8
		}
	}
}

func (m *Matrix) beside(c *Canvas, box plot.Box) {
	free := box.Y
	for _, t := range m.Beside {
		y := box.Y + box.H*((float32(t.V)+0.5)/float32(m.Rows))
		c.Line(box.X-3, y, box.X, y, 1, c.Theme.Muted)
		if y >= free && y < box.Bottom()-4 {
			c.Text(box.X-6, y+Small.Size*0.36, t.Label, Small, Right, c.Theme.Muted)
			free = y + Small.Line()
		}
	}
}

// key draws the colours from the highest to the lowest, and below them that of void cells
// where there are any.
func (m *Matrix) key(c *Canvas, b plot.Box, colours *plot.ColourMap) {
	b.CutTop(7)
	if m.Void.A > 0 && bytes.IndexByte(m.Cells, 0) >= 0 {
		c.Fill(plot.Box{X: b.X, Y: b.Bottom() - 10, W: b.W, H: 10}, m.Void)
		c.Text(b.Right()+5, b.Bottom()-1, m.Key.Void, Small, Left, c.Theme.Muted)
		b.CutBottom(14)
	}
	b.CutBottom(7)
	const pieces = 32
	for i := range pieces {
		c.Fill(b.Row(i, pieces, 0), colours[255-i*255/(pieces-1)])
	}
	c.Text(b.Right()+5, b.Y+5, m.Key.Hi, Small, Left, c.Theme.Muted)
	c.Text(b.Right()+5, b.Bottom()+4, m.Key.Lo, Small, Left, c.Theme.Muted)
}

// FrameRow frames a row of the matrix in its box, if there is one of that index.
func (m *Matrix) FrameRow(c *Canvas, box plot.Box, row int) {
	if row >= 0 && row < m.Rows {
		c.Frame(box.Row(row, m.Rows, 0).Inset(-1), 1.5, c.Theme.Sky)
	}
}

// Point frames the cell under the pointer and says what word has to say about it.
func (m *Matrix) Point(c *Canvas, box plot.Box, p Pointer, word func(row, col int) string) {
	row, col := m.Over(p, box)
	if row < 0 {
		return
	}
	c.Hand = true
	c.Frame(box.Row(row, m.Rows, 0).Column(col, m.Cols, 0).Inset(-1), 2, c.Theme.Orange)
	if said := [2]int{row, col}; m.saying == "" || said != m.said {
		m.said, m.saying = said, word(row, col)
	}
	y := box.Y + 22
	if p.Y < box.Y+box.H/3 {
		y = box.Bottom() - 12
	}
	c.Plate(box.X+box.W/2, y, m.saying, Body, Centre)
}
