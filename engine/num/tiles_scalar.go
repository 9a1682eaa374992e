package num

import "math"

func activateScalar(h, w Rows, x []float32, tiles, on *Lists) {
	for j := range tiles.many {
		on.Clear(j)
		for _, t := range tiles.Of(j) {
			any := float32(0)
			for k := 0; k < Tile; k += Lanes {
				s0, s1, s2, s3 := weighted(w.Of(j), x[int(t)*w.Len*Tile+k:])
				out := h.Of(j)[int(t)*Tile+k:][:Lanes]
				out[0], out[1], out[2], out[3] = rectified(s0), rectified(s1), rectified(s2), rectified(s3)
				any += out[0] + out[1] + out[2] + out[3]
			}
			if any != 0 {
				on.Append(j, int(t))
			}
		}
	}
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

// rectified is relu; a NaN is kept.
func rectified(v float32) float32 {
	if v <= 0 {
		return 0
	}
	return v
}

func backScalar(dh, h, w Rows, g []float32, tiles *Lists) {
	for j := range tiles.many {
		for _, t := range tiles.Of(j) {
			for k := 0; k < Tile; k += Lanes {
				s0, s1, s2, s3 := weighted(w.Of(j), g[int(t)*w.Len*Tile+k:])
				out, on := dh.Of(j)[int(t)*Tile+k:][:Lanes], h.Of(j)[int(t)*Tile+k:][:Lanes]
				out[0], out[1], out[2], out[3] = masked(s0, on[0]), masked(s1, on[1]), masked(s2, on[2]), masked(s3, on[3])
			}
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

func addScalar(sum, v Rows, x *Panels, tiles *Lists) {
	data, row, left := x.Data, 0, vectors(x.Len)
	for left > 0 {
		width := panel(left) * Lanes
		for j := range tiles.many {
			addPanel(sum.Of(j)[row:min(row+width, sum.Len)], v.Of(j), data, width, tiles.Of(j))
		}
		data, row, left = data[width*x.Samples:], row+width, left-width/Lanes
	}
}

// addPanel is one unit's share of addScalar, in a panel of so many numbers a sample.
func addPanel(sum, v, x []float32, width int, tiles []int32) {
	clear(sum)
	for _, t := range tiles {
		for s := int(t) * Tile; s < int(t+1)*Tile; s++ {
			k, row := v[s], x[s*width:][:len(sum)]
			for r, a := range row {
				sum[r] += float32(k * a)
			}
		}
	}
}

func gatherScalar(y []float32, w, h Rows, units *Lists) {
	clear(y)
	for t := range units.many {
		out := y[t*w.Len*Tile:][:w.Len*Tile]
		for _, j := range units.Of(t) {
			v := h.Of(int(j))[t*Tile:][:Tile]
			for o, a := range w.Of(int(j)) {
				for k, x := range v {
					out[o*Tile+k] += float32(a * x)
				}
			}
		}
	}
}

func shiftScalar(most []float32, v, w Rows, reach []float32) {
	for j := range most {
		v, w := v.Of(j), w.Of(j)
		whole := len(v) &^ (Lanes - 1)
		var lane [Lanes]float32
		for r, a := range v[:whole] {
			lane[r%Lanes] += shifted(a, w[r], reach[r])
		}
		sum := (lane[0] + lane[2]) + (lane[1] + lane[3])
		for r := whole; r < len(v); r++ {
			sum += shifted(v[r], w[r], reach[r])
		}
		most[j] = sum
	}
}

// shifted is |v-w|*reach.
func shifted(v, w, reach float32) float32 {
	return float32(float32(math.Abs(float64(v-w))) * reach)
}
