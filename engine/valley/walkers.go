package valley

// walkers are points on the plane, one for each index.
type walkers struct {
	x, y []float32
	gone []bool // flew off: parked beyond the picture, no longer moved
}

// edge is where a walker counts as flown off: eta*x^2 > 1 holds there at every rate the
// dial allows, so that it would be thrown further and further. The picture ends at 3.
const edge = 1000

func newWalkers(n int) walkers {
	return walkers{x: make([]float32, n), y: make([]float32, n), gone: make([]bool, n)}
}

// put places walker i, on its feet again.
func (w *walkers) put(i int, x, y float32) {
	w.x[i], w.y[i], w.gone[i] = x, y, false
}

// update moves everybody down the gradient of (xy)^2, (2xy^2, 2x^2y), and adds noise:
//
//	x -= 2 rate x y^2 + noise nx[i]
//	y -= 2 rate x^2 y + noise ny[i]
//
// The conversions stop fused multiply-add: all machines get the same bits.
func (w *walkers) update(rate, noise float32, nx, ny []float32) {
	for i, x := range w.x {
		if w.gone[i] {
			continue
		}
		y := w.y[i]
		k := float32(2*rate) * float32(x*y)
		w.move(i, x-float32(k*y)+float32(noise*nx[i]), y-float32(k*x)+float32(noise*ny[i]))
	}
}

// label moves everybody down the gradient of (xy - xi)^2, 2(xy - xi) (y, x), where
// xi = noise n[i] is fresh every step.
func (w *walkers) label(rate, noise float32, n []float32) {
	for i, x := range w.x {
		if w.gone[i] {
			continue
		}
		y := w.y[i]
		k := float32(2*rate) * (float32(x*y) - float32(noise*n[i]))
		w.move(i, x-float32(k*y), y-float32(k*x))
	}
}

// move puts walker i at (x, y), or just beyond the edge if that is too far or no number.
func (w *walkers) move(i int, x, y float32) {
	w.x[i], w.y[i] = x, y
	if !(max(size(x), size(y)) < edge) {
		w.gone[i] = true
		w.x[i], w.y[i] = park(x), park(y)
	}
}

// park keeps a coordinate finite: beyond the edge on the side it left by.
func park(v float32) float32 {
	if v != v {
		return edge
	}
	return min(max(v, -edge), edge)
}

// flown counts those that flew off.
func (w *walkers) flown() int {
	n := 0
	for _, g := range w.gone {
		if g {
			n++
		}
	}
	return n
}

// size is |v|.
func size(v float32) float32 {
	if v < 0 {
		return -v
	}
	return v
}
