package num

import "math"

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

// Activate computes a unit's activity h in the listed tiles of x, whose rows are w's:
//
//	for s { h[s] = 0; for r { h[s] += w[r]*x(r, s) }; h[s] = relu(h[s]) }
//
// It lists those in which the unit is active, many of them, in on. A NaN is active: a
// diverged unit is not a silent one.
func Activate(h, w, x []float32, tiles, on []int32) (many int) {
	checkTiles(tiles, len(h), 1)
	checkTiles(tiles, len(x), len(w))
	if len(on) < len(tiles) {
		panic("num: no room for the list")
	}
	return activate(h, w, x, tiles, on)
}

// Shift is the most that a weighted sum of numbers no larger than reach can change when
// its weights change from w to v: sum_r |v[r]-w[r]|*reach[r], but for rounding.
func Shift(v, w, reach []float32) float32 {
	if len(w) != len(v) || len(reach) != len(v) {
		panic("num: slices of different lengths")
	}
	whole := len(v) &^ (Lanes - 1)
	return shift(v[:whole], w, reach) + shiftScalar(v[whole:], w[whole:], reach[whole:])
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

// Add adds up the rows of x, which has one for each sample, over the listed tiles:
//
//	for r { sum[r] = 0; for s { sum[r] += v[s]*x[s*len(sum)+r] } }
//
// The length of a row, and of sum, is at least two vectors.
func Add(sum, v, x []float32, tiles []int32) {
	if len(sum)%Lanes != 0 || len(sum) < 2*Lanes {
		panic("num: not two whole vectors")
	}
	checkTiles(tiles, len(v), 1)
	checkTiles(tiles, len(x), len(sum))
	add(sum, v, x, tiles)
}

// checkTiles panics unless the last of the tiles, of so many rows, ends within length.
func checkTiles(tiles []int32, length, rows int) {
	if n := len(tiles); n > 0 && (int(tiles[n-1])+1)*rows*Tile > length {
		panic("num: tile beyond the end")
	}
}

func activateScalar(h, w, x []float32, tiles, on []int32) (many int) {
	for _, t := range tiles {
		any := float32(0)
		for at := int(t) * Tile; at < int(t+1)*Tile; at += Lanes {
			s0, s1, s2, s3 := weighted(w, x[int(t)*(len(w)-1)*Tile+at:])
			out := h[at:][:Lanes]
			out[0], out[1], out[2], out[3] = rectified(s0), rectified(s1), rectified(s2), rectified(s3)
			any += out[0] + out[1] + out[2] + out[3]
		}
		if any != 0 {
			on[many] = t
			many++
		}
	}
	return many
}

// weighted is the sums of four samples' rows in a tile, with weights w.
func weighted(w, x []float32) (s0, s1, s2, s3 float32) {
	for r, a := range w {
		v := x[r*Tile:][:Lanes]
		s0 += float32(a * v[0])
		s1 += float32(a * v[1])
		s2 += float32(a * v[2])
		s3 += float32(a * v[3])
	}
	return s0, s1, s2, s3
}

func shiftScalar(v, w, reach []float32) float32 {
	var lane [Lanes]float32
	for r, a := range v {
		lane[r%Lanes] += float32(float32(math.Abs(float64(a-w[r]))) * reach[r])
	}
	return (lane[0] + lane[2]) + (lane[1] + lane[3])
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
			s0, s1, s2, s3 := weighted(w, g[int(t)*(len(w)-1)*Tile+at:])
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

func addScalar(sum, v, x []float32, tiles []int32) {
	clear(sum)
	for _, t := range tiles {
		for s := int(t) * Tile; s < int(t+1)*Tile; s++ {
			k, row := v[s], x[s*len(sum):][:len(sum)]
			for r, a := range row {
				sum[r] += float32(k * a)
			}
		}
	}
}
