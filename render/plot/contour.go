package plot

import "slices"

// A Segment is a straight piece of a contour.
type Segment struct{ A, B Point }

// A Field is a function sampled on a regular grid: N x N values, row after row, over
// [Lo, Hi] in both coordinates; the first row is y = Lo.
type Field struct {
	N      int
	Lo, Hi float32
	V      []float32
}

// Sample fills a field of n x n values over [lo, hi]^2 with f.
func Sample(n int, lo, hi float32, f func(x, y float32) float32) *Field {
	g := &Field{N: n, Lo: lo, Hi: hi, V: make([]float32, n*n)}
	for j := range n {
		for i := range n {
			g.V[j*n+i] = f(g.Coord(i), g.Coord(j))
		}
	}
	return g
}

// Coord is the coordinate of the i-th row or column.
func (g *Field) Coord(i int) float32 {
	return g.Lo + (g.Hi-g.Lo)*float32(i)/float32(g.N-1)
}

// At interpolates the field bilinearly; outside it continues its edge.
func (g *Field) At(x, y float32) float32 {
	i, u := g.cell(x)
	j, v := g.cell(y)
	k := j*g.N + i
	a := g.V[k] + u*(g.V[k+1]-g.V[k])
	b := g.V[k+g.N] + u*(g.V[k+g.N+1]-g.V[k+g.N])
	return a + v*(b-a)
}

// Nearest is the index of the point of the field nearest to (x, y).
func (g *Field) Nearest(x, y float32) int {
	i, u := g.cell(x)
	j, v := g.cell(y)
	return (j+int(v+0.5))*g.N + i + int(u+0.5)
}

func (g *Field) cell(x float32) (i int, share float32) {
	f := (x - g.Lo) / (g.Hi - g.Lo) * float32(g.N-1)
	f = min(max(f, 0), float32(g.N-1))
	i = min(int(f), g.N-2)
	return i, f - float32(i)
}

// AppendContour appends the pieces of the contour at a level (marching squares), in the
// field's coordinates.
func (g *Field) AppendContour(dst []Segment, level float32) []Segment {
	for j := range g.N - 1 {
		for i := range g.N - 1 {
			dst = g.appendCell(dst, i, j, level)
		}
	}
	return dst
}

// appendCell walks round the four sides of a cell. The contour crosses an even number
// of them; four crossings (a saddle) are joined in the order they were met.
func (g *Field) appendCell(dst []Segment, i, j int, level float32) []Segment {
	k := j*g.N + i
	v := [4]float32{g.V[k], g.V[k+1], g.V[k+g.N+1], g.V[k+g.N]}
	x0, x1, y0, y1 := g.Coord(i), g.Coord(i+1), g.Coord(j), g.Coord(j+1)
	p := [4]Point{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}
	var cross [4]Point
	n := 0
	for s := range 4 {
		from, to := s, (s+1)%4
		if s >= 2 { // as the neighbour beyond this side sees it, so that the ends agree to the bit
			from, to = to, from
		}
		a, b, q, r := v[from], v[to], p[from], p[to]
		if (a < level) == (b < level) {
			continue
		}
		f := (level - a) / (b - a)
		cross[n] = Point{q.X + f*(r.X-q.X), q.Y + f*(r.Y-q.Y)}
		n++
	}
	for s := 0; s+1 < n; s += 2 {
		dst = append(dst, Segment{cross[s], cross[s+1]})
	}
	return dst
}

// Chain joins pieces that share an end into lines.
func Chain(pieces []Segment) [][]Point {
	ends := map[Point][]int{}
	for i, s := range pieces {
		ends[s.A] = append(ends[s.A], i)
		ends[s.B] = append(ends[s.B], i)
	}
	used := make([]bool, len(pieces))
	follow := func(line []Point) []Point {
		for grown := true; grown; {
			grown = false
			tip := line[len(line)-1]
			for _, i := range ends[tip] {
				if used[i] {
					continue
				}
				used[i], grown = true, true
				next := pieces[i].A
				if next == tip {
					next = pieces[i].B
				}
				line = append(line, next)
				break
			}
		}
		return line
	}
	var lines [][]Point
	for i, s := range pieces {
		if !used[i] {
			used[i] = true
			back := follow([]Point{s.B, s.A})
			slices.Reverse(back)
			lines = append(lines, follow(back))
		}
	}
	return lines
}
