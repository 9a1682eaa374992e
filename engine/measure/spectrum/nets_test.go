package spectrum

import (
	"gonum.org/v1/gonum/mat"

	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// A net is a network in float64 with data, made of random numbers: independent of what is
// tested, but for the rounding of its snapshot.
type net struct {
	t, d, h, o int
	x          []float64 // T x D
	theta      []float64 // H x (D+1+O)
	f, slope   func(a float64) float64
}

func relu(a float64) float64 { return max(0, a) }

func step(a float64) float64 {
	if a > 0 {
		return 1
	}
	return 0
}

// tanh is the same on every machine, unlike the library's.
func tanh(a float64) float64 { return 1 - 2/(num.Exp(2*a)+1) }

func sech2(a float64) float64 { return 1 - float64(tanh(a)*tanh(a)) }

// randomNet is a relu network whose first few units are silent.
func randomNet(t, d, h, o, silent int, seed uint32) *net {
	n := &net{t: t, d: d, h: h, o: o, f: relu, slope: step}
	n.x = normals(t*d, rng.Key{Seed: seed, Stream: 1})
	n.theta = normals(h*(d+1+o), rng.Key{Seed: seed, Stream: 2})
	for j := range silent {
		n.row(j)[d] = -100
	}
	return n
}

func normals(n int, key rng.Key) []float64 {
	x := make([]float32, n)
	key.Normals(x, 0)
	out := make([]float64, n)
	for i, v := range x {
		out[i] = float64(v)
	}
	return out
}

// row is the parameters of unit j: (m_j, b_j, n_j).
func (n *net) row(j int) []float64 { return n.theta[j*(n.d+1+n.o) : (j+1)*(n.d+1+n.o)] }

// activation is a_jt.
func (n *net) activation(j, t int) float64 {
	row := n.row(j)
	a := row[n.d]
	for i, x := range n.x[t*n.d : (t+1)*n.d] {
		a += float64(row[i] * x)
	}
	return a
}

// outputs is y, T x O.
func (n *net) outputs() []float64 {
	y := make([]float64, n.t*n.o)
	for j := range n.h {
		for t := range n.t {
			h := n.f(n.activation(j, t))
			for o, w := range n.row(j)[n.d+1:] {
				y[t*n.o+o] += float64(w * h)
			}
		}
	}
	return y
}

func (n *net) snapshot() Snapshot {
	s := Snapshot{T: n.t, D: n.d, O: n.o, Inputs: floats(n.x)}
	for j := range n.h {
		var h, slope []float64
		for t := range n.t {
			a := n.activation(j, t)
			h, slope = append(h, n.f(a)), append(slope, n.slope(a))
		}
		s.Hidden = append(s.Hidden, floats(h))
		s.Slope = append(s.Slope, floats(slope))
		s.Out = append(s.Out, floats(n.row(j)[n.d+1:]))
	}
	return s
}

func floats(x []float64) []float32 {
	out := make([]float32, len(x))
	for i, v := range x {
		out[i] = float32(v)
	}
	return out
}

// jacobian is dy/dtheta by central differences, M x P.
func (n *net) jacobian() *mat.Dense {
	const h = 1e-5
	j := mat.NewDense(n.t*n.o, len(n.theta), nil)
	for p, at := range n.theta {
		n.theta[p] = at + h
		above := n.outputs()
		n.theta[p] = at - h
		below := n.outputs()
		n.theta[p] = at
		for i := range above {
			j.Set(i, p, (above[i]-below[i])/(2*h))
		}
	}
	return j
}

// loss is the mean square of y - target.
func (n *net) loss(target []float64) float64 {
	var sum float64
	for i, y := range n.outputs() {
		sum += (y - target[i]) * (y - target[i])
	}
	return sum / float64(len(target))
}

// hessian is that of the loss, by central differences, P x P.
func (n *net) hessian(target []float64) *mat.SymDense {
	const h = 1e-4
	at := func(p, q int, a, b float64) float64 {
		was, too := n.theta[p], n.theta[q]
		n.theta[p] += a
		n.theta[q] += b
		loss := n.loss(target)
		n.theta[q], n.theta[p] = too, was
		return loss
	}
	all := mat.NewSymDense(len(n.theta), nil)
	for p := range n.theta {
		for q := range p + 1 {
			all.SetSym(p, q, (at(p, q, h, h)-at(p, q, h, -h)-at(p, q, -h, h)+at(p, q, -h, -h))/(4*h*h))
		}
	}
	return all
}

// eigenvalues are gonum's, ascending.
func eigenvalues(a mat.Symmetric) []float64 {
	var e mat.EigenSym
	if !e.Factorize(a, false) {
		panic("gonum finds no eigenvalues")
	}
	return e.Values(nil)
}
