package digits

// A bitmap says which pixels are inked.
type bitmap [Side * Side]bool

// around are the eight neighbours of a pixel as (row, column), clockwise from the one above.
var around = [8][2]int{{-1, 0}, {-1, 1}, {0, 1}, {1, 1}, {1, 0}, {1, -1}, {0, -1}, {-1, -1}}

// at is the pixel in a row and a column; none beyond the border.
func (b *bitmap) at(row, column int) bool {
	return row >= 0 && row < Side && column >= 0 && column < Side && b[row*Side+column]
}

// ink counts the inked pixels.
func (b *bitmap) ink() (n int) {
	for _, on := range b {
		if on {
			n++
		}
	}
	return n
}

// above is the pixels with more ink than a threshold.
func (img *Image) above(threshold int) *bitmap {
	var b bitmap
	for i, v := range img {
		b[i] = int(v) > threshold
	}
	return &b
}

// components counts the parts that hang together through four or through eight neighbours, and
// removes those of so many pixels or fewer from b.
func (b *bitmap) components(neighbours, remove int) (n int) {
	var seen bitmap
	room := make([]int, 0, len(b))
	for i, on := range b {
		if !on || seen[i] {
			continue
		}
		seen[i] = true
		part := append(room, i)
		for next := 0; next < len(part); next++ {
			row, column := part[next]/Side, part[next]%Side
			for k := 0; k < 8; k += 8 / neighbours {
				r, c := row+around[k][0], column+around[k][1]
				if b.at(r, c) && !seen[r*Side+c] {
					seen[r*Side+c] = true
					part = append(part, r*Side+c)
				}
			}
		}
		if n++; len(part) <= remove {
			for _, p := range part {
				b[p] = false
			}
		}
	}
	return n
}

// binarise takes the highest threshold, in steps of 25 below 250, up to which a digit stays in as
// many parts, by either count, and keeps half of its inked pixels.
func binarise(img *Image) *bitmap {
	best := img.above(0)
	four, eight, all := best.components(4, 0), best.components(8, 0), best.ink()
	for threshold := 25; threshold < 250; threshold += 25 {
		b := img.above(threshold)
		if b.components(4, 0) != four || b.components(8, 0) != eight || 2*b.ink() < all {
			break
		}
		best = b
	}
	return best
}
