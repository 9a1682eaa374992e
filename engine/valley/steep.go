package valley

import (
	"math"

	"driftlab/engine/num"
)

// steep notes who of the crowd has been where the floor is not stable, at a distance from
// the corner beyond 1/sqrt(eta): a step there overshoots the floor, and the walker is thrown
// back or off. They are what ends the theory.
type steep struct {
	been  []uint32  // all ones where walker i has been there; padded
	limit []float32 // the distance, once for every walker; padded
	known bool      // false in a run that was saved before this was noted
}

func (k *steep) clear(n int) {
	k.been, k.limit = make([]uint32, num.Pad(n))[:n], make([]float32, num.Pad(n))[:n]
	k.known = true
}

// meet notes where the crowd is, at this learning rate.
func (k *steep) meet(w *walkers, rate float64) {
	n := num.Pad(len(k.been))
	if at := end(rate); k.limit[0] != at {
		for i := range n {
			k.limit[:n][i] = at
		}
	}
	num.Meet(k.been[:n], k.limit[:n], w.x[:n])
	num.Meet(k.been[:n], k.limit[:n], w.y[:n])
}

// count is how many have been there, or -1 where that is not known.
func (k *steep) count() int {
	if !k.known {
		return -1
	}
	n := 0
	for _, b := range k.been {
		if b != 0 {
			n++
		}
	}
	return n
}

// end is where the floor ceases to be stable, 1/sqrt(eta).
func end(rate float64) float32 { return float32(1 / math.Sqrt(rate)) }
