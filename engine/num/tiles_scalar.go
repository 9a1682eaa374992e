package num

import "math"

func activateScalar(h, w Rows, x []float32, tiles, on *Lists) {
	for _, unit := range tiles.which {
		j := int(unit)
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
	for _, unit := range tiles.which {
		j := int(unit)
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
		for _, unit := range tiles.which {
			j := int(unit)
			out := sum.Of(j)[min(row, sum.Len):min(row+width, sum.Len)]
			for r := 0; r < len(out); r += Lanes {
				lanes := added(v.Of(j), data[r:], width, tiles.Of(j))
				copy(out[r:], lanes[:])
			}
		}
		data, row, left = data[width*x.Samples:], row+width, left-width/Lanes
	}
}

// added is what the listed tiles' samples have in a vector of a panel, width apart.
func added(v, x []float32, width int, tiles []int32) [Lanes]float32 {
	var s0, s1, s2, s3 float32
	for _, t := range tiles {
		at := int(t) * Tile * width
		for _, k := range v[int(t)*Tile:][:Tile] {
			row := x[at:][:Lanes]
			s0 += float32(k * row[0])
			s1 += float32(k * row[1])
			s2 += float32(k * row[2])
			s3 += float32(k * row[3])
			at += width
		}
	}
	return [Lanes]float32{s0, s1, s2, s3}
}

func gatherScalar(y []float32, w, h Rows, units *Lists) {
	for t := range units.many {
		for o := range w.Len {
			out := y[(t*w.Len+o)*Tile:][:Tile]
			for k := 0; k < Tile; k += Lanes {
				lanes := gathered(w, h.Data[t*Tile+k:], o, h.Stride, units.Of(t))
				copy(out[k:], lanes[:])
			}
		}
	}
}

// gathered is what the listed units say to output o in a vector of samples, which lie
// stride apart in h.
func gathered(w Rows, h []float32, o, stride int, units []int32) [Lanes]float32 {
	var s0, s1, s2, s3 float32
	for _, j := range units {
		a, v := w.Data[int(j)*w.Stride+o], h[int(j)*stride:][:Lanes]
		s0 += float32(a * v[0])
		s1 += float32(a * v[1])
		s2 += float32(a * v[2])
		s3 += float32(a * v[3])
	}
	return [Lanes]float32{s0, s1, s2, s3}
}

func shiftScalar(most []float32, v, w Rows, reach []float32, units []int32) {
	for _, unit := range units {
		j := int(unit)
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
