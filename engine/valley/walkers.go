package valley

import "driftlab/engine/num"

// walkers are points on the plane, one for each index. Their memory is padded to whole
// vectors; what is beyond the length moves too, and nobody looks.
type walkers struct {
	x, y         []float32
	gone         []bool // flew off: parked beyond the picture, no longer moved
	parkX, parkY []float32
	flown        *int // how many are gone
}

// edge is where a walker counts as flown off: eta*x^2 > 1 holds there at every rate the
// dial allows, so that it would be thrown further and further. The picture ends at 3.
const edge = 1000

func newWalkers(n int) walkers {
	points := func() []float32 { return make([]float32, num.Pad(n))[:n] }
	return walkers{x: points(), y: points(), gone: make([]bool, n), parkX: points(), parkY: points(), flown: new(int)}
}

// first are the first n of them; they share w's memory.
func (w *walkers) first(n int) walkers {
	return walkers{x: w.x[:n], y: w.y[:n], gone: w.gone[:n], parkX: w.parkX[:n], parkY: w.parkY[:n], flown: w.flown}
}

// put places walker i, on its feet again.
func (w *walkers) put(i int, x, y float32) {
	if w.gone[i] {
		*w.flown--
	}
	w.x[i], w.y[i], w.gone[i] = x, y, false
}

// update moves everybody down the gradient of (xy)^2 and adds noise to both coordinates.
// nx and ny hold a normal for each walker, padded to whole vectors.
func (w *walkers) update(rate, noise float32, nx, ny []float32) {
	n := num.Pad(len(w.x))
	within := num.WalkUpdate(w.x[:n], w.y[:n], nx[:n], ny[:n], rate, noise, edge)
	w.park(within)
}

// label moves everybody down the gradient of (xy - xi)^2, where xi = noise n[i] is fresh
// every step.
func (w *walkers) label(rate, noise float32, normal []float32) {
	n := num.Pad(len(w.x))
	within := num.WalkLabel(w.x[:n], w.y[:n], normal[:n], rate, noise, edge)
	w.park(within)
}

// park puts those that have just passed the edge, or are no number any more, just beyond
// it, and those parked before back where they were. There is seldom anyone.
func (w *walkers) park(within bool) {
	if within && *w.flown == 0 {
		return
	}
	for i, x := range w.x {
		if !w.gone[i] {
			if max(size(x), size(w.y[i])) < edge {
				continue
			}
			w.gone[i] = true
			*w.flown++
			w.parkX[i], w.parkY[i] = clamp(x), clamp(w.y[i])
		}
		w.x[i], w.y[i] = w.parkX[i], w.parkY[i]
	}
}

// clamp keeps a coordinate finite: at the edge on the side it left by.
func clamp(v float32) float32 {
	if v != v {
		return edge
	}
	return min(max(v, -edge), edge)
}

// size is |v|.
func size(v float32) float32 {
	if v < 0 {
		return -v
	}
	return v
}
