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

// Step moves weights, and uses up Grad:
//
//	g = Grad + Slope*sgn(w) + Penalty*Fisher*(w-Anchor)
//	g = f(w)*g                            where (w-A1)*g < 0, OfGradient
//	m = Beta1*m + (1-Beta1)*g;  v = Beta2*v + (1-Beta2)*g^2
//	d = Rate*m / (sqrt(v) + Epsilon)
//	d = f(w)*d                            where (w-A1)*d < 0, OfStep
//	w = w - d;  w = sgn(w)*max(|w|-Threshold, 0)
//
// f is off by less than 3e-7 of Lambda. Moments no larger than 1e-30 become zero.
func (a *Attract) Step(w *Weights) {
	n := len(w.W)
	same3(n, len(w.Grad), len(w.M), len(w.V))
	if a.Penalty != 0 {
		same3(n, len(w.Fisher), len(w.Anchor), n)
	}
	check(n)
	if a.Slope != 0 || a.Penalty != 0 {
		pull(a, w)
	}
	if a.Where == OfGradient {
		yield(a, w.Grad, w.W)
	}
	there := a.Where != OfStep && a.Threshold == 0
	if follow(a, w, there); there {
		return
	}
	if a.Where == OfStep {
		yield(a, w.Grad, w.W)
	}
	land(a, w)
}

// Plasticity is f(w), in float64.
func (a *Attract) Plasticity(w float64) float64 {
	d := w - float64(a.A1)
	return float64(a.Lambda) * (1 - Exp(-float64(float64(a.Gamma)*float64(d*d))))
}

// What 2^r is for r within 1/2 of 0: 1 + r*(two1 + r*(two2 + ...)), to 1e-7.
const (
	two1, two2, two3 = 0.6931472420692444, 0.24022234976291656, 0.055503085255622864
	two4, two5       = 0.009671875275671482, 0.0013407256919890642

	// To a float32 of this size whole numbers are added without a remainder: what is added becomes one, which the
	// lowest bits have.
	toWhole = 3 << 22

	least = -126 // below this 2^y is no normal number, and nothing here
)

// steepness is the factor c of f = Lambda * (1 - 2^(c*d^2)).
func (a *Attract) steepness() float32 {
	return -float32(math.Abs(float64(float32(a.Gamma * math.Log2E))))
}

// plasticity is f at a distance from the attractor.
func (a *Attract) plasticity(d, c float32) float32 {
	y, e := float32(c*float32(d*d)), float32(0)
	if y >= least {
		t := y + toWhole
		r := y - (t - toWhole)
		p := float32(two5*r) + two4
		p = float32(p*r) + two3
		p = float32(p*r) + two2
		p = float32(p*r) + two1
		p = float32(p*r) + 1
		e = math.Float32frombits(math.Float32bits(p) + math.Float32bits(t)<<23)
	}
	return a.Lambda - float32(a.Lambda*e)
}

// pullScalar adds to the gradient what does not come from the loss.
func pullScalar(a *Attract, w *Weights) {
	for i, x := range w.W {
		if a.Slope != 0 {
			w.Grad[i] += signed(a.Slope, x)
		}
		if a.Penalty != 0 {
			w.Grad[i] += float32(float32(a.Penalty*w.Fisher[i]) * (x - w.Anchor[i]))
		}
	}
}

// yieldScalar scales by f what leads away from the attractor.
func yieldScalar(a *Attract, g, w []float32) {
	c := a.steepness()
	for i, x := range w {
		if d := x - a.A1; float32(d*g[i]) < 0 {
			g[i] = float32(a.plasticity(d, c) * g[i])
		}
	}
}

// followScalar takes Adam's steps, or else writes them to Grad.
func followScalar(a *Attract, w *Weights, take bool) {
	for i, g := range w.Grad {
		m := flush(float32(a.Beta1*w.M[i]) + float32((1-a.Beta1)*g))
		v := float32(a.Beta2*w.V[i]) + float32((1-a.Beta2)*float32(g*g))
		if v <= faint {
			v = 0
		}
		w.M[i], w.V[i] = m, v
		w.Grad[i] = float32(a.Rate*m) / (sqrt(v) + a.Epsilon)
		if take {
			w.W[i] -= w.Grad[i]
		}
	}
}

// landScalar takes the steps in Grad, and then pulls weights to 0.
func landScalar(a *Attract, w *Weights) {
	for i, x := range w.W {
		x -= w.Grad[i]
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
