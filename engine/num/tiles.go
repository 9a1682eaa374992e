package num

// Matrices of the training step are tiled: eight samples of one row lie together, then the
// same samples of the next row, and after all rows comes the next tile. Entry (r, s) of a
// matrix of R rows is at
//
//	(s/Tile*R + r)*Tile + s%Tile
//
// so that one pointer reaches all rows of a tile. A list of tiles is ascending and names
// those where a unit is active; the others cost nothing.

// Tile is how many samples lie together.
const Tile = 2 * Lanes

// Tiles is how many tiles hold n samples.
func Tiles(n int) int { return (n + Tile - 1) / Tile }

// Activate computes the activities of len(many) units in all samples, stride of them, a
// whole number of tiles. Neither h nor x is tiled: unit j's activity begins at h[j*stride],
// row r of x at x[r*stride]. Its weights, one for each row, begin at w[j*size].
//
//	for j, s { h(j, s) = 0; for r { h(j, s) += w(j, r)*x(r, s) }; h(j, s) = relu(h(j, s)) }
//
// It lists the tiles in which the unit is active, many[j] of them, from on[j*stride/Tile].
// A NaN is active: a diverged unit is not a silent one.
func Activate(h []float32, stride int, w []float32, size, rows int, x []float32, on []int32, many []int) {
	n := len(many)
	if stride%Tile != 0 {
		panic("num: length is not a multiple of Tile")
	}
	if len(h) < n*stride || len(on) < n*stride/Tile || len(x) < rows*stride || n > 0 && len(w) < (n-1)*size+rows {
		panic("num: rows beyond the end")
	}
	activate(h, stride, w, size, rows, x, on, many)
}

// Gather adds up what the listed units say in one tile, whose rows are those of y:
//
//	for o, k < Tile { y[o*Tile+k] = 0; for j in units { y[o*Tile+k] += w[j*size+o]*h[j*stride+k] } }
func Gather(y, w []float32, size int, h []float32, stride int, units []int32) {
	if len(y)%Tile != 0 {
		panic("num: length is not a multiple of Tile")
	}
	if n := len(units); n > 0 {
		last := int(units[n-1])
		if last*size+len(y)/Tile > len(w) || last*stride+Tile > len(h) {
			panic("num: unit beyond the end")
		}
	}
	gather(y, w, size, h, stride, units)
}

// Back carries a gradient back to one unit, in the listed tiles of g, whose rows are w's:
//
//	for s { dh[s] = 0; for o { dh[s] += w[o]*g(o, s) }; if !(h[s] > 0) { dh[s] = 0 } }
func Back(dh, h, w, g []float32, tiles []int32) {
	checkTiles(tiles, len(dh), 1)
	checkTiles(tiles, len(h), 1)
	checkTiles(tiles, len(g), len(w))
	back(dh, h, w, g, tiles)
}

// Dots writes the products of v with the rows of the tiled x, over the listed tiles:
//
//	for r { lane = 0; for s { lane[s%4] += v[s]*x(r, s) }
//	        out[r] = (lane[0] + lane[2]) + (lane[1] + lane[3]) }
func Dots(out, v, x []float32, tiles []int32) {
	checkTiles(tiles, len(v), 1)
	checkTiles(tiles, len(x), len(out))
	dots(out, v, x, tiles)
}

// checkTiles panics unless the last of the tiles, of so many rows, ends within length.
func checkTiles(tiles []int32, length, rows int) {
	if n := len(tiles); n > 0 && (int(tiles[n-1])+1)*rows*Tile > length {
		panic("num: tile beyond the end")
	}
}

func activateScalar(h []float32, stride int, w []float32, size, rows int, x []float32, on []int32, many []int) {
	for j := range many {
		many[j] = activateUnit(h[j*stride:][:stride], w[j*size:][:rows], x, on[j*(stride/Tile):])
	}
}

func activateUnit(h, w, x []float32, on []int32) (many int) {
	for at := 0; at < len(h); at += Tile {
		any := float32(0)
		for half := at; half < at+Tile; half += Lanes {
			s0, s1, s2, s3 := weighted(w, x[half:], len(h))
			out := h[half:][:Lanes]
			out[0], out[1], out[2], out[3] = rectified(s0), rectified(s1), rectified(s2), rectified(s3)
			any += out[0] + out[1] + out[2] + out[3]
		}
		if any != 0 {
			on[many] = int32(at / Tile)
			many++
		}
	}
	return many
}

// weighted is the sums of four samples' rows, stride apart, with weights w.
func weighted(w, x []float32, stride int) (s0, s1, s2, s3 float32) {
	for r, a := range w {
		v := x[r*stride:][:Lanes]
		s0 += float32(a * v[0])
		s1 += float32(a * v[1])
		s2 += float32(a * v[2])
		s3 += float32(a * v[3])
	}
	return s0, s1, s2, s3
}

// rectified is relu; a NaN is kept.
func rectified(v float32) float32 {
	if v <= 0 {
		return 0
	}
	return v
}

func gatherScalar(y, w []float32, size int, h []float32, stride int, units []int32) {
	clear(y)
	rows := len(y) / Tile
	for _, j := range units {
		weights, v := w[int(j)*size:][:rows], h[int(j)*stride:][:Tile]
		for o, a := range weights {
			for k, x := range v {
				y[o*Tile+k] += float32(a * x)
			}
		}
	}
}

func backScalar(dh, h, w, g []float32, tiles []int32) {
	for _, t := range tiles {
		for at := int(t) * Tile; at < int(t+1)*Tile; at += Lanes {
			s0, s1, s2, s3 := weighted(w, g[int(t)*(len(w)-1)*Tile+at:], Tile)
			out, on := dh[at:][:Lanes], h[at:][:Lanes]
			out[0], out[1], out[2], out[3] = masked(s0, on[0]), masked(s1, on[1]), masked(s2, on[2]), masked(s3, on[3])
		}
	}
}

// masked is relu's backward step.
func masked(v, h float32) float32 {
	if !(h > 0) {
		return 0
	}
	return v
}

func dotsScalar(out, v, x []float32, tiles []int32) {
	for r := range out {
		var s0, s1, s2, s3 float32
		for _, t := range tiles {
			a, b := v[int(t)*Tile:][:Tile], x[(int(t)*len(out)+r)*Tile:][:Tile]
			for k := 0; k < Tile; k += Lanes {
				s0 += float32(a[k] * b[k])
				s1 += float32(a[k+1] * b[k+1])
				s2 += float32(a[k+2] * b[k+2])
				s3 += float32(a[k+3] * b[k+3])
			}
		}
		out[r] = (s0 + s2) + (s1 + s3)
	}
}
