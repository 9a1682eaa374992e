package nn

import (
	"math"

	"driftlab/engine/rng"
)

var activations = []Activation{ReLU, Tanh, Softplus, Leaky}

// phi is an activation in float64, as its formula has it.
func phi(a Activation, x float64) float64 {
	switch a {
	case Tanh:
		return math.Tanh(x)
	case Softplus:
		return math.Log1p(math.Exp(x))
	case Leaky:
		return max(x, 0.01*x)
	}
	return max(x, 0)
}

// slope is its derivative.
func slope(a Activation, x float64) float64 {
	switch {
	case a == Tanh:
		return 1 - math.Pow(math.Tanh(x), 2)
	case a == Softplus:
		return 1 / (1 + math.Exp(-x))
	case x > 0:
		return 1
	case a == Leaky:
		return 0.01
	}
	return 0
}

// A reference is the network and its rules in float64, sample by sample, weight by weight.
type reference struct {
	n     *Net // its shape
	b     *Batch
	theta []float64
	m, v  []float64
	t     int
}

func newReference(n *Net, b *Batch) *reference {
	r := &reference{n: n, b: b, m: make([]float64, len(n.Theta)), v: make([]float64, len(n.Theta))}
	for _, x := range n.Theta {
		r.theta = append(r.theta, float64(x))
	}
	return r
}

// loss is L and its gradient with these targets, sample after sample.
func (r *reference) loss(theta []float64, target func(s, o int) float64) (l float64, grad []float64) {
	d, h, o, samples := r.n.D, r.n.H, r.n.O, r.b.T
	size, many := d+1+o, float64(r.b.T*r.n.O)
	grad = make([]float64, len(theta))
	for s := range samples {
		input, e := make([]float64, h), make([]float64, o)
		for j := range h {
			for i := range d + 1 {
				input[j] += theta[j*size+i] * float64(r.b.X.At(i, s))
			}
		}
		for k := range o {
			for j := range h {
				e[k] += theta[j*size+d+1+k] * phi(r.n.Activation, input[j])
			}
			e[k] -= target(s, k)
			l += e[k] * e[k] / many
		}
		for j := range h {
			var back float64
			for k := range o {
				grad[j*size+d+1+k] += 2 * e[k] / many * phi(r.n.Activation, input[j])
				back += 2 * e[k] / many * theta[j*size+d+1+k]
			}
			for i := range d + 1 {
				grad[j*size+i] += back * slope(r.n.Activation, input[j]) * float64(r.b.X.At(i, s))
			}
		}
	}
	return l, grad
}

func (r *reference) truth(s, o int) float64 { return float64(r.b.Y.At(o, s)) }

// step is what the paper and those of the rules say. Random numbers are those of the engine.
func (r *reference) step(m Method, key rng.Key, step uint64) {
	if m.Rule == SED {
		r.error(m, key, step)
		return
	}
	target := r.truth
	if m.Kind == LabelNoise {
		draw := make([]float32, (r.b.T+7)/8*8*r.n.O)
		if m.Shape == Gaussian {
			key.Normals(draw, step)
		} else {
			key.Uniforms(draw, step)
		}
		target = func(s, o int) float64 {
			xi := float64(draw[(s/8*r.n.O+o)*8+s%8])
			if m.Shape == Gaussian {
				return r.truth(s, o) + float64(m.Noise)*xi/math.Sqrt(12)
			}
			return r.truth(s, o) + float64(m.Noise)*(xi-0.5)
		}
	}
	_, grad := r.loss(r.theta, target)
	noise := make([]float32, len(r.theta))
	if m.Kind == UpdateNoise {
		key.Normals(noise, step)
	}
	r.t++
	for i, g := range grad {
		switch m.Rule {
		case Adam:
			r.m[i] = 0.9*r.m[i] + 0.1*g
			r.v[i] = 0.999*r.v[i] + 0.001*g*g
			g = r.m[i] / (1 - math.Pow(0.9, float64(r.t))) / (math.Sqrt(r.v[i]/(1-math.Pow(0.999, float64(r.t)))) + 1e-8)
		case RMSprop:
			r.v[i] = 0.99*r.v[i] + 0.01*g*g
			g /= math.Sqrt(r.v[i]) + 1e-8
		}
		r.theta[i] -= float64(m.Rate) * (g + float64(m.Noise)*float64(noise[i]))
	}
}

// error is stochastic error descent.
func (r *reference) error(m Method, key rng.Key, step uint64) {
	xi := make([]float32, len(r.theta))
	key.Normals(xi, step)
	there := make([]float64, len(r.theta))
	at := func(i int) float64 {
		if i%(r.n.D+1+r.n.O) <= r.n.D {
			return float64(xi[i]) * 0.1 / math.Sqrt(float64(r.n.H))
		}
		return float64(xi[i]) * 0.1 / math.Sqrt(float64(r.n.O))
	}
	for i, v := range r.theta {
		there[i] = v + at(i)
	}
	here, _ := r.loss(r.theta, r.truth)
	tried, _ := r.loss(there, r.truth)
	for i := range r.theta {
		r.theta[i] -= float64(m.Rate) * (tried - here) * at(i)
	}
}
