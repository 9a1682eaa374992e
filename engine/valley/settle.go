package valley

import "driftlab/engine/num"

// An arm is one of the two zero-loss valleys.
type arm int

const (
	onX arm = iota // along the x axis
	onY
)

// A floor is where a start leads: noise-free descent carries it down to one of the arms.
type floor struct {
	arm   arm
	steps int     // until it has settled
	far2  float64 // the square of its distance from the corner along the arm
	lost  bool    // there is no rest: it flies off, or the arm is too steep for the rate
}

// patience bounds the search for the floor. Only a start that is all but in the corner
// takes longer, and noise carries such a walker away much earlier.
const patience = 1 << 16

// settle follows a walker without noise until it lies along an arm: its height over the
// floor is a tenth of its distance from the corner, or less than what the noise will make
// it. On the way the flow keeps x^2 - y^2, so that this is the square of the distance at
// which it arrives.
func settle(p *Params) floor {
	w := newWalkers(1)
	w.put(0, float32(p.X0), float32(p.Y0))
	var still [num.Lanes]float32
	var f floor
	for ; f.steps < patience && !w.gone[0] && !settled(float64(w.x[0]), float64(w.y[0]), p); f.steps++ {
		w.update(float32(p.Rate), 0, still[:], still[:])
	}
	x, y := float64(w.x[0]), float64(w.y[0])
	f.far2 = float64(x*x) - float64(y*y)
	if f.far2 < 0 {
		f.arm, f.far2 = onY, -f.far2
	}
	f.lost = w.gone[0] || p.Rate*f.far2 >= 1
	return f
}

// settled reports whether a walker lies on the floor of an arm. One on a diagonal stays
// there without noise; it lies in the corner already.
func settled(x, y float64, p *Params) bool {
	far2, high2 := float64(x*x), float64(y*y)
	if far2 < high2 {
		far2, high2 = high2, far2
	}
	return far2 == high2 || high2 <= far2/100 || p.Kind == "update" && high2 <= spread2(far2, p.Rate, p.Noise)
}

// spread2 is <y^2> of a walker at distance sqrt(far2) along its arm, under update noise s:
// s^2 / (4 eta x^2 (1 - eta x^2)). It is 0 where the walker does not stay on the arm.
func spread2(far2, rate, noise float64) float64 {
	steep := float64(rate * far2)
	if steep >= 1 {
		return 0
	}
	return float64(noise*noise) / float64(4*steep*(1-steep))
}
