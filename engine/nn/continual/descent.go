package continual

// A descent is gradient descent with momentum.
type descent struct{ m []float64 }

func newDescent(layers []Layer) *descent { return &descent{m: make([]float64, all(layers))} }

// Step is m = momentum m + g + decay theta, theta -= rate m.
func (d *descent) Step(theta, grad []float64, s *Settings, _ int) {
	clip(grad, s.Clip)
	for i, g := range grad {
		d.m[i] = float64(s.Momentum*d.m[i]) + g + float64(s.Decay*theta[i])
		theta[i] -= float64(s.Rate * d.m[i])
	}
}

// clip shortens a gradient to a length, if there is one.
func clip(grad []float64, most float64) {
	if length := norm(grad); most > 0 && length > most {
		scale(grad, most/length)
	}
}

func (d *descent) Learned([]float64, *Learned, *Settings) bool { return true }

func (d *descent) Memory() [][]float64 { return [][]float64{d.m} }

func (d *descent) Restored() {}
