package valley

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
	return fall(far2 / (2 * spent))
}

// fall is 1 - exp(-z) for z >= 0, from sums and products alone: math.Exp differs in the
// last bits from machine to machine.
func fall(z float64) float64 {
	if z > 40 {
		return 1
	}
	halvings := 0
	for ; z > 1.0/16; z /= 2 {
		halvings++
	}
	f, term := 0.0, 1.0 // f = z - z^2/2 + z^3/6 - ...
	for k := 1.0; k <= 9; k++ {
		term = -float64(term*z) / k
		f -= term
	}
	for range halvings { // 1 - e^-2z = f (2 - f)
		f *= 2 - f
	}
	return f
}

// lambda is the curvature across the arm that a walker is on.
func lambda(x, y float32) float64 {
	far := float64(max(size(x), size(y)))
	return 2 * float64(far*far)
}
