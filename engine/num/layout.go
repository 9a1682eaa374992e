package num

// Rows are numbers of one kind for each hidden unit: unit j's are Data[j*Stride:][:Len].
type Rows struct {
	Data        []float32
	Stride, Len int
}

// Lists are ascending indices below a bound, some for each of many things: the tiles where
// a unit is active, or the units that are active in a tile. What is not listed costs nothing, nor
// does a list that is left out.
type Lists struct {
	index []int32 // list j: index[j*bound:][:many[j]]
	bound int
	many  []int32
	which []int32 // the lists that there are for kernels, ascending
}

// NewLists makes room for so many lists of indices below bound; they are empty.
func NewLists(lists, bound int) Lists {
	l := Lists{index: make([]int32, lists*bound), bound: bound, many: make([]int32, lists), which: make([]int32, lists)}
	for j := range l.which {
		l.which[j] = int32(j)
	}
	return l
}

// Only leaves out all lists but these, ascending, until it is called again; which stays the caller's.
// What belongs to the others is neither looked at nor written to.
func (l *Lists) Only(which []int32) {
	for i, j := range which {
		if int(j) >= len(l.many) || i > 0 && j <= which[i-1] || j < 0 {
			panic("num: these are no lists")
		}
	}
	l.which = which
}

// Which are the lists that are not left out.
func (l *Lists) Which() []int32 { return l.which }

// Of is list j.
func (l *Lists) Of(j int) []int32 { return l.index[j*l.bound:][:l.many[j]] }

// Clear empties list j.
func (l *Lists) Clear(j int) { l.many[j] = 0 }

// Append puts i at the end of list j.
func (l *Lists) Append(j, i int) {
	if uint(i) >= uint(l.bound) {
		panic("num: index beyond the bound")
	}
	l.index[j*l.bound:][:l.bound][l.many[j]] = int32(i)
	l.many[j]++
}

// Transpose makes of lists of tiles for each unit lists of units for each tile.
func (l *Lists) Transpose(units *Lists) {
	clear(units.many)
	for _, j := range l.which {
		for _, t := range l.Of(int(j)) {
			at := &units.many[t]
			units.index[int(t)*units.bound+int(*at)] = j
			*at++
		}
	}
}

// Matrices of the training step are tiled: eight samples of one row lie together, then the
// same samples of the next row, and after all rows comes the next tile. Entry (r, s) of a
// matrix of R rows is at
//
//	(s/Tile*R + r)*Tile + s%Tile
//
// so that one pointer reaches all rows of a tile.

// Tile is how many samples lie together.
const Tile = 2 * Lanes

// Tiles is how many tiles hold n samples.
func Tiles(n int) int { return (n + Tile - 1) / Tile }

// Panels are Len numbers for each of so many samples, as Add likes them: a panel is five,
// three or two vectors of every sample, one sample after the other; then comes the next
// panel. What is beyond Len is zero.
type Panels struct {
	Len, Samples int
	Data         []float32
}

// NewPanels makes room for n numbers for each of so many samples.
func NewPanels(n, samples int) Panels {
	return Panels{Len: n, Samples: samples, Data: make([]float32, vectors(n)*Lanes*samples)}
}

// vectors is how many vectors hold n numbers in panels: two at least.
func vectors(n int) int { return max(2, (n+Lanes-1)/Lanes) }

// panel is how many of the vectors left make the next panel. It never leaves one.
func panel(left int) int {
	switch {
	case left == 5 || left > 6:
		return 5
	case left == 3 || left == 6:
		return 3
	default:
		return 2
	}
}

// Transpose fills p with a tiled matrix of p.Len rows.
func (p *Panels) Transpose(tiled []float32) {
	if len(tiled) != p.Len*p.Samples || p.Samples%Tile != 0 {
		panic("num: matrices of different sizes")
	}
	data, row, left := p.Data, 0, vectors(p.Len)
	for left > 0 {
		width := panel(left) * Lanes
		for r := range min(width, p.Len-row) {
			at := r
			for t := row + r; t < len(tiled)/Tile; t += p.Len {
				for _, v := range tiled[t*Tile:][:Tile] {
					data[at] = v
					at += width
				}
			}
		}
		data, row, left = data[width*p.Samples:], row+width, left-width/Lanes
	}
}
