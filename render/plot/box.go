// Package plot is the arithmetic behind the pictures: boxes, scales, ticks, colours,
// contours and projections. It draws nothing and knows no graphics library, so all of
// it is tested natively.
//
// Lengths are in canvas units: CSS pixels times the canvas's zoom. y grows downwards.
package plot

// A Point is a place on the canvas.
type Point struct{ X, Y float32 }

// A Box is a rectangle on the canvas.
type Box struct{ X, Y, W, H float32 }

// Right is the box's right edge.
func (b Box) Right() float32 { return b.X + b.W }

// Bottom is the box's lower edge.
func (b Box) Bottom() float32 { return b.Y + b.H }

// Contains reports whether (x, y) lies in the box.
func (b Box) Contains(x, y float32) bool {
	return x >= b.X && x < b.Right() && y >= b.Y && y < b.Bottom()
}

// Empty reports whether nothing fits into the box.
func (b Box) Empty() bool { return b.W <= 0 || b.H <= 0 }

// Inset is the box less d on every side.
func (b Box) Inset(d float32) Box {
	return Box{b.X + d, b.Y + d, max(b.W-2*d, 0), max(b.H-2*d, 0)}
}

// CutTop takes the uppermost h off the box and returns it.
func (b *Box) CutTop(h float32) Box {
	h = min(max(h, 0), b.H)
	cut := Box{b.X, b.Y, b.W, h}
	b.Y += h
	b.H -= h
	return cut
}

// CutBottom takes the lowest h off the box and returns it.
func (b *Box) CutBottom(h float32) Box {
	h = min(max(h, 0), b.H)
	b.H -= h
	return Box{b.X, b.Bottom(), b.W, h}
}

// CutLeft takes the leftmost w off the box and returns it.
func (b *Box) CutLeft(w float32) Box {
	w = min(max(w, 0), b.W)
	cut := Box{b.X, b.Y, w, b.H}
	b.X += w
	b.W -= w
	return cut
}

// CutRight takes the rightmost w off the box and returns it.
func (b *Box) CutRight(w float32) Box {
	w = min(max(w, 0), b.W)
	b.W -= w
	return Box{b.Right(), b.Y, w, b.H}
}

// Column is the i-th of n equal columns with a gap between them.
func (b Box) Column(i, n int, gap float32) Box {
	w := max((b.W-gap*float32(n-1))/float32(n), 0)
	return Box{b.X + float32(i)*(w+gap), b.Y, w, b.H}
}

// Row is the i-th of n equal rows with a gap between them.
func (b Box) Row(i, n int, gap float32) Box {
	h := max((b.H-gap*float32(n-1))/float32(n), 0)
	return Box{b.X, b.Y + float32(i)*(h+gap), b.W, h}
}

// Cell is the i-th of n cells, row after row, in a grid of the given number of columns.
func (b Box) Cell(i, n, columns int, gap float32) Box {
	rows := (n + columns - 1) / columns
	return b.Row(i/columns, rows, gap).Column(i%columns, columns, gap)
}

// Columns is the number of columns that gives n cells of width:height = aspect the most
// room in the box.
func (b Box) Columns(n int, gap, aspect float32) int {
	best, most := 1, float32(-1)
	for columns := 1; columns <= n; columns++ {
		cell := b.Cell(0, n, columns, gap)
		if w := min(cell.W, cell.H*aspect); w > most {
			best, most = columns, w
		}
	}
	return best
}
