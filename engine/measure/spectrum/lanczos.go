package spectrum

import (
	"math"

	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// A lanczos samples the kernel's eigenvalues. From a random vector of signs z it goes up to
// Depth steps of the recurrence
//
//	beta q_next = K q - alpha q - (what it has of the q before)     q_1 = z/|z|
//
// and the tridiagonal matrix of the alpha and beta has eigenvalues theta and eigenvectors s
// with z'f(K)z = M sum_i s_i1^2 f(theta_i), nearly; the mean over z is the trace of f(K). All
// q are kept orthogonal, or steps would be lost on eigenvalues that were found before. K is
// never made: K q = (2/M) sum over the units of J (J'q).
type lanczos struct {
	j       *jacobian
	key     rng.Key
	samples []sample // of the vectors that are done
	nothing float64  // a length that is rounding noise

	signs       []float32   // M
	q           [][]float64 // each M; the last of them becomes the next
	k           int         // which q the product is taken with
	unit        int         // how far the product is
	against     int         // how many q it is orthogonal to
	part        []float64   // a unit's J'q
	alpha, beta []float64   // one for each q
	first       []float64   // the s_i1
}

// most is how many numbers the q have together, 64 MB: of larger M there are fewer.
const most = 1 << 23

func newLanczos(j *jacobian, key rng.Key) *lanczos {
	m := j.t * j.o
	depth := min(Depth, m, most/m)
	l := &lanczos{
		j: j, key: key, samples: make([]sample, 0, Probes), nothing: float64(0x1p-48 * j.trace()),
		signs: make([]float32, m), q: make([][]float64, depth+1), part: make([]float64, j.in+j.o),
		alpha: make([]float64, depth), beta: make([]float64, depth), first: make([]float64, depth),
	}
	for i := range l.q {
		l.q[i] = make([]float64, m)
	}
	for i := range Probes {
		l.samples[:Probes][i] = sample{make([]float64, 0, depth), make([]float64, 0, depth)}
	}
	l.start()
	return l
}

// start draws the next vector.
func (l *lanczos) start() {
	l.key.Uniforms(l.signs, uint64(len(l.samples)))
	entry := 1 / math.Sqrt(float64(len(l.signs)))
	for i, u := range l.signs {
		l.q[0][i] = math.Copysign(entry, float64(u)-0.5)
	}
	l.k = -1
	l.next()
}

// next begins the product with the next q.
func (l *lanczos) next() {
	l.k++
	l.unit, l.against = 0, 0
	clear(l.q[l.k+1])
}

// step does a piece of it.
func (l *lanczos) step() (done bool) {
	for spent := 0; len(l.samples) < Probes && spent < piece; {
		q, next := l.q[l.k], l.q[l.k+1]
		switch {
		case l.unit < len(l.j.units):
			spent += l.multiply(next, q)
		case l.against <= l.k:
			l.alpha[l.k] = num.Dot(next, l.q[l.against])
			num.Axpy(next, -l.alpha[l.k], l.q[l.against])
			l.against++
			spent += 2 * len(q)
		default:
			l.recur(next)
			spent += 2 * len(q)
		}
	}
	return len(l.samples) == Probes
}

// multiply adds what a unit has of J J'q to next, and returns what that cost.
func (l *lanczos) multiply(next, q []float64) int {
	u := &l.j.units[l.unit]
	clear(l.part)
	l.j.back(l.part, u, q)
	l.j.forward(next, u, l.part)
	l.unit++
	return len(u.at) * 2 * (l.j.in + 2*l.j.o)
}

// recur goes on to the next q, or to the next vector.
func (l *lanczos) recur(q []float64) {
	scale := l.j.scale()
	length := math.Sqrt(num.Dot(q, q))
	l.alpha[l.k] = float64(scale * l.alpha[l.k])
	l.beta[l.k] = float64(scale * length)
	if l.k+1 == len(l.alpha) || l.beta[l.k] <= l.nothing {
		l.finish()
		return
	}
	for i := range q {
		q[i] /= length
	}
	l.next()
}

// finish makes a sample of the tridiagonal matrix.
func (l *lanczos) finish() {
	clear(l.first)
	l.first[0] = 1
	d := diagonalization{d: l.alpha[:l.k+1], e: l.beta[:l.k], first: l.first[:l.k+1]}
	for d.start(); !d.step(); {
	}
	l.samples = l.samples[:len(l.samples)+1]
	s := &l.samples[len(l.samples)-1]
	s.lambda = append(s.lambda, d.d...)
	for _, v := range d.first {
		s.weight = append(s.weight, float64(float64(len(l.signs))*float64(v*v)))
	}
	if len(l.samples) < Probes {
		l.start()
	}
}
