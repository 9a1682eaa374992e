package num

// The kernels of recurrent networks go over the samples of a batch at one step of time, which lie in
// tiles (see Tile): of 4 rows of a product at once, so that weights need no order of their own.

// A Tiled is a tiled matrix of so many rows.
type Tiled struct {
	Data []float32
	Rows int
}

// Of is tile t.
func (m Tiled) Of(t int) []float32 { return m.Data[t*m.Rows*Tile:][: m.Rows*Tile : m.Rows*Tile] }

// Mix adds weighted sums of the rows of x to the rows of y, in the first tiles of both:
//
//	for r, s { y(r, s) += sum_i w[i][r]*x(i, s) }
//
// The rows of y are a multiple of Lanes.
func Mix(y Tiled, w Rows, x Tiled, tiles int) {
	if w.Len != y.Rows || y.Rows%Lanes != 0 {
		panic("num: rows of different lengths")
	}
	inside(x.Rows-1, w)
	checkTiled(tiles, x, y)
	mix(y, w, x, tiles)
}

// Cross adds to c the products of the rows of a and b over the samples of the first tiles. An entry
// of c has four lanes, of which sample s is in lane s%4:
//
//	for i, j, s { c[(i*b.Rows+j)*Lanes+s%Lanes] += a(i, s)*b(j, s) }
//
// The rows of b are a multiple of Lanes.
func Cross(c []float32, a, b Tiled, tiles int) {
	if len(c) != a.Rows*b.Rows*Lanes || b.Rows%Lanes != 0 {
		panic("num: matrices of different sizes")
	}
	checkTiled(tiles, a, b)
	cross(c, a, b, tiles)
}

// SumLanes adds the lanes of each entry of c up, in the package's order.
func SumLanes(dst, c []float32) {
	if len(c) != len(dst)*Lanes {
		panic("num: slices of different lengths")
	}
	for i := range dst {
		l := c[i*Lanes:][:Lanes]
		dst[i] = (l[0] + l[2]) + (l[1] + l[3])
	}
}

// Blend is dst = a*x + b*y. Lengths are equal and multiples of Lanes; dst may be x or y.
func Blend(dst []float32, a float32, x []float32, b float32, y []float32) {
	check(len(dst), len(x), len(y))
	blend(dst, a, x, b, y)
}

// Scale is dst = a*x. Lengths are equal and multiples of Lanes; dst may be x.
func Scale(dst []float32, a float32, x []float32) {
	check(len(dst), len(x))
	scaleBy(dst, a, x)
}

// ReLURow writes max(x, 0) to dst. A NaN stays one. Lengths are equal and multiples of Lanes; dst
// may be x.
func ReLURow(dst, x []float32) {
	check(len(dst), len(x))
	reluRow(dst, x)
}

// ReLUBack is d = 0 where h is not positive.
func ReLUBack(d, h []float32) {
	check(len(d), len(h))
	reluBack(d, h)
}

func checkTiled(tiles int, a, b Tiled) {
	if tiles < 0 || tiles*a.Rows*Tile > len(a.Data) || tiles*b.Rows*Tile > len(b.Data) {
		panic("num: tile beyond the end")
	}
}

func mixScalar(y Tiled, w Rows, x Tiled, tiles int) {
	for t := range tiles {
		yt, xt := y.Of(t), x.Of(t)
		for r := range y.Rows {
			out := (*[Tile]float32)(yt[r*Tile:])
			for i := range x.Rows {
				k, in := w.Data[i*w.Stride+r], (*[Tile]float32)(xt[i*Tile:])
				for s := range out {
					out[s] += float32(k * in[s])
				}
			}
		}
	}
}

func crossScalar(c []float32, a, b Tiled, tiles int) {
	for t := range tiles {
		at, bt := a.Of(t), b.Of(t)
		for i := range a.Rows {
			x := (*[Tile]float32)(at[i*Tile:])
			for j := range b.Rows {
				y := (*[Tile]float32)(bt[j*Tile:])
				lane := (*[Lanes]float32)(c[(i*b.Rows+j)*Lanes:])
				for s := range Lanes {
					lane[s] = lane[s] + float32(x[s]*y[s]) + float32(x[s+Lanes]*y[s+Lanes])
				}
			}
		}
	}
}

func blendScalar(dst []float32, a float32, x []float32, b float32, y []float32) {
	x, y = x[:len(dst)], y[:len(dst)]
	for i := range dst {
		dst[i] = float32(a*x[i]) + float32(b*y[i])
	}
}

func scaleByScalar(dst []float32, a float32, x []float32) {
	for i, v := range x[:len(dst)] {
		dst[i] = float32(a * v)
	}
}

func reluRowScalar(dst, x []float32) {
	for i, v := range x[:len(dst)] {
		dst[i] = rectified(v)
	}
}

func reluBackScalar(d, h []float32) {
	for i, v := range h[:len(d)] {
		d[i] = masked(d[i], v)
	}
}
