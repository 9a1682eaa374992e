package valley

import "driftlab/engine/num"

// survival is the chance that a walker which settled at distance sqrt(far2) from the
// corner has not reached it yet, under update noise: its distance is a Bessel process
// of dimension 0, so that the chance is
//
//	1 - exp(-far2 / (2 spent)),   spent = sum of s^2 over the steps so far,
//
// whatever the learning rate. A dial that was turned on the way is in the sum.
func survival(far2, spent float64) float64 {
	if far2 == 0 {
		return 0
	}
	if spent == 0 {
		return 1
	}
	return 1 - num.Exp(-far2/(2*spent))
}

// lambda is the curvature across the arm that a walker is on.
func lambda(x, y float32) float64 {
	far := float64(max(size(x), size(y)))
	return 2 * float64(far*far)
}
