package digits

// mostPasses is how often a digit is thinned: strokes of MNIST are some four pixels wide.
const mostPasses = 2

// thin takes the outer pixels of strokes off (Zhang, Suen, "A fast parallel algorithm for thinning
// digital patterns", CACM 27, 1984), but for those on the border.
func (b *bitmap) thin() {
	for range mostPasses {
		if first, second := b.peel(0), b.peel(1); first+second == 0 {
			return
		}
	}
}

// peel does the first or the second half of a pass and returns how many pixels went.
func (b *bitmap) peel(half int) int {
	var off []int
	for row := 1; row < Side-1; row++ {
		for column := 1; column < Side-1; column++ {
			if b.at(row, column) && b.outer(row, column, half) {
				off = append(off, row*Side+column)
			}
		}
	}
	for _, p := range off {
		b[p] = false
	}
	return len(off)
}

// outer reports whether a pixel goes: it has two to six neighbours, all on one side, and is on the
// south-east border or a north-west corner in the first half, the other way round in the second.
func (b *bitmap) outer(row, column, half int) bool {
	var p [8]bool
	neighbours, turns := 0, 0
	for k, d := range around {
		p[k] = b.at(row+d[0], column+d[1])
	}
	for k, on := range p {
		if on {
			neighbours++
		} else if p[(k+1)%8] {
			turns++
		}
	}
	if neighbours < 2 || neighbours > 6 || turns != 1 {
		return false
	}
	north, east, south, west := p[0], p[2], p[4], p[6]
	if half == 0 {
		return !(north && east && south) && !(east && south && west)
	}
	return !(north && east && west) && !(north && south && west)
}
