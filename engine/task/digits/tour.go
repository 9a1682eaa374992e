package digits

import (
	"driftlab/engine/rng"
	"driftlab/engine/task"
)

// tries is how many tours the shortest is taken of.
const tries = 10

// A pixel is where one is.
type pixel struct{ row, column int }

// apart are the rows and columns between two pixels.
func apart(p, q pixel) (rows, columns int) { return abs(p.row - q.row), abs(p.column - q.column) }

func abs(n int) int { return max(n, -n) }

// cost is what a way from pixel to pixel costs.
func cost(p, q pixel) int {
	r, c := apart(p, q)
	return r*r*r + c*c*c
}

// pixels are those that are inked, row after row.
func (b *bitmap) pixels() (all []pixel) {
	for i, on := range b {
		if on {
			all = append(all, pixel{i / Side, i % Side})
		}
	}
	return all
}

// start is where the pen comes down: of the pixels with one neighbour at most, or of all if there are
// none, the one nearest to the upper left corner.
func (b *bitmap) start(all []pixel) int {
	best, ends := -1, false
	for i, p := range all {
		neighbours := 0
		for _, d := range around {
			if b.at(p.row+d[0], p.column+d[1]) {
				neighbours++
			}
		}
		end := neighbours <= 1
		nearer := best < 0 || p.row+p.column < all[best].row+all[best].column
		if end && !ends || end == ends && nearer {
			best, ends = i, end
		}
	}
	return best
}

// tour orders pixels from a first one on, each time to the cheapest that is left; where several are,
// chance decides. The shortest of some such tours is taken.
func tour(all []pixel, start int, seed uint32) []pixel {
	key := rng.Key{Seed: seed, Stream: task.StreamStrokes}
	all[0], all[start] = all[start], all[0]
	chance := make([]float32, len(all))
	way, best, least := make([]pixel, len(all)), make([]pixel, len(all)), -1
	for try := range tries {
		key.Uniforms(chance, uint64(try))
		copy(way, all)
		if length := travel(way, chance); least < 0 || length < least {
			least, way, best = length, best, way
		}
	}
	return best
}

// travel orders pixels, of which the first stays, and returns what the way costs.
func travel(way []pixel, chance []float32) (length int) {
	nearest := make([]int, 0, len(way))
	for i := 1; i < len(way); i++ {
		nearest = nearest[:0]
		least := 0
		for k := i; k < len(way); k++ {
			if c := cost(way[i-1], way[k]); len(nearest) == 0 || c < least {
				nearest, least = append(nearest[:0], k), c
			} else if c == least {
				nearest = append(nearest, k)
			}
		}
		k := nearest[int(chance[i]*float32(len(nearest)))]
		next := way[k]
		copy(way[i+1:k+1], way[i:k]) // the rest stays in the order of rows
		way[i] = next
		length += least
	}
	return length
}
