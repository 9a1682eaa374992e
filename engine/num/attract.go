package num

import "math"

// Where says where plasticity meets Adam.
type Where int

// The places.
const (
	Nowhere    Where = iota // all weights are as plastic
	OfGradient              // it scales the gradient, which goes into Adam's moments
	OfStep                  // it scales the step that Adam takes
)

// Attract is the settings of a step of Adam by weights that an attractor holds (Ghosh, Mastrovito, Mihalas):
// what leads away from it is scaled by the plasticity
//
//	f(w) = Lambda * (1 - exp(-Gamma*(w-A1)^2))
//
// Rate and Epsilon have Adam's bias corrections in them; see Corrected.
type Attract struct {
	Rate, Beta1, Beta2, Epsilon float32

	Where             Where
	Lambda, Gamma, A1 float32

	Slope     float32 // is added to the gradient with the sign of the weight: L1
	Threshold float32 // after the step weights are so much nearer to 0, or there: L1 as well
	Penalty   float32 // times Fisher*(w-Anchor) is added to the gradient
}

// Weights are those that a step is taken of, with their gradient and moments, all of one length. Fisher and
// Anchor are empty where there is no penalty.
type Weights struct {
	W, Grad, M, V, Fisher, Anchor []float32
}

// Corrected fills in Rate and Epsilon so that the step is Adam's with those, bias corrections c1 = 1-Beta1^t
// and c2 = 1-Beta2^t included:
//
//	rate * (m/c1) / (sqrt(v/c2) + epsilon) = (rate*sqrt(c2)/c1) * m / (sqrt(v) + epsilon*sqrt(c2))
func (a *Attract) Corrected(rate, epsilon, c1, c2 float64) {
	root := math.Sqrt(c2)
	a.Rate, a.Epsilon = float32(float64(rate*root)/c1), float32(epsilon*root)
}

// Step moves weights:
//
//	g = Grad + Slope*sgn(w) + Penalty*Fisher*(w-Anchor)
//	g = f(w)*g                            where (w-A1)*g < 0, OfGradient
//	m = Beta1*m + (1-Beta1)*g;  v = Beta2*v + (1-Beta2)*g^2
//	d = Rate*m / (sqrt(v) + Epsilon)
//	d = f(w)*d                            where (w-A1)*d < 0, OfStep
//	w = w - d;  w = sgn(w)*max(|w|-Threshold, 0)
//
// Moments no larger than 1e-30 become zero.
func (a *Attract) Step(w *Weights) {
	n := len(w.W)
	same3(n, len(w.Grad), len(w.M), len(w.V))
	if a.Penalty != 0 {
		same3(n, len(w.Fisher), len(w.Anchor), n)
	}
	check(n)
	attract(a, w)
}

// Plasticity is f(w), in float64.
func (a *Attract) Plasticity(w float64) float64 {
	d := w - float64(a.A1)
	return float64(a.Lambda) * (1 - Exp(-float64(float64(a.Gamma)*float64(d*d))))
}

// plasticity is f at a distance from the attractor.
func (a *Attract) plasticity(d float32) float32 {
	return float32(a.Lambda * (1 - expOne(-float32(a.Gamma*float32(d*d)))))
}

func attractScalar(a *Attract, w *Weights) {
	keep1, keep2 := 1-a.Beta1, 1-a.Beta2
	for i, x := range w.W {
		g, away := w.Grad[i], x-a.A1
		if a.Slope != 0 {
			g += signed(a.Slope, x)
		}
		if a.Penalty != 0 {
			g += float32(float32(a.Penalty*w.Fisher[i]) * (x - w.Anchor[i]))
		}
		if a.Where == OfGradient && float32(away*g) < 0 {
			g = float32(a.plasticity(away) * g)
		}
		m := flush(float32(a.Beta1*w.M[i]) + float32(keep1*g))
		v := flush(float32(a.Beta2*w.V[i]) + float32(keep2*float32(g*g)))
		w.M[i], w.V[i] = m, v
		d := float32(a.Rate*m) / (sqrt(v) + a.Epsilon)
		if a.Where == OfStep && float32(away*d) < 0 {
			d = float32(a.plasticity(away) * d)
		}
		x -= d
		if a.Threshold != 0 {
			x = nearer(x, a.Threshold)
		}
		w.W[i] = x
	}
}

// signed is v with the sign of x, and 0 for 0 or what is no number.
func signed(v, x float32) float32 {
	switch {
	case x > 0:
		return v
	case x < 0:
		return -v
	}
	return 0
}

// nearer is x so much nearer to 0. A NaN stays one.
func nearer(x, by float32) float32 {
	if float32(math.Abs(float64(x))) <= by {
		return 0
	}
	return x - signed(by, x)
}
