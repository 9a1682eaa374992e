package stability

import (
	"math"

	"driftlab/engine/num"
)

// latents is how many dimensions dynamics are shown in.
const latents = 2

// A factorModel is factor analysis: activities x = mu + G z + noise of variances psi, z ~ N(0, 1) in
// two dimensions (Rubin, Thayer, "EM algorithms for ML factor analysis", Psychometrika 47, 1982).
type factorModel struct {
	mean []float64    // mu: n
	g    []float64    // n x 2
	psi  []float64    // n
	read [2][]float64 // E[z|x] = (I + G'Psi^-1 G)^-1 G'Psi^-1 (x - mu): 2 x n
	gain float64      // log-likelihood of a datum, but for a constant
}

// How the model is fitted.
const (
	mostRounds = 2000
	enough     = 1e-9 // the growth of a datum's log-likelihood in a round that ends it
	floor      = 1e-6 // the least noise, as a share of the mean variance
)

// fit fits the model to data of n numbers each; ok is false if they do not vary.
func fit(x []float32, n int) (m *factorModel, ok bool) {
	m = &factorModel{mean: make([]float64, n), g: make([]float64, n*latents), psi: make([]float64, n)}
	s := m.covariance(x)
	all := 0.0
	for i := range n {
		all += s[i*n+i]
	}
	least := floor * all / float64(n)
	if !(least > 0) || math.IsInf(least, 1) {
		return nil, false
	}
	m.start(s, least)
	last := math.Inf(-1)
	for range mostRounds {
		m.expect(s)
		if m.gain-last < enough {
			break
		}
		last = m.gain
		m.maximise(s, least)
	}
	m.align()
	m.expect(s)
	return m, true
}

// covariance is that of the data; their mean becomes mu.
func (m *factorModel) covariance(x []float32) []float64 {
	n := len(m.mean)
	many := float64(len(x) / n)
	for i, v := range x {
		m.mean[i%n] += float64(v)
	}
	for i := range m.mean {
		m.mean[i] /= many
	}
	s, d := make([]float64, n*n), make([]float64, n)
	for at := 0; at < len(x); at += n {
		for i := range d {
			d[i] = float64(x[at+i]) - m.mean[i]
		}
		for i, v := range d {
			num.Axpy(s[i*n:i*n+i+1], v, d[:i+1])
		}
	}
	for i := range n {
		for j := range i + 1 {
			s[i*n+j] /= many
			s[j*n+i] = s[i*n+j]
		}
	}
	return s
}

// start begins with the covariances with the unit that varies most, and with the one that varies most
// beside it.
func (m *factorModel) start(s []float64, least float64) {
	n := len(m.mean)
	first := 0
	for i := range n {
		m.psi[i] = max(s[i*n+i], least)
		if s[i*n+i] > s[first*n+first] {
			first = i
		}
	}
	second, most := first, 0.0
	beside := func(i int) float64 { return s[i*n+i] - float64(s[i*n+first]*s[i*n+first])/s[first*n+first] }
	for i := range n {
		if v := beside(i); i != first && v > most {
			second, most = i, v
		}
	}
	for i := range n {
		m.g[i*2] = s[i*n+first] / math.Sqrt(s[first*n+first])
		if most > 0 {
			m.g[i*2+1] = (s[i*n+second] - float64(s[i*n+first]*s[second*n+first])/s[first*n+first]) / math.Sqrt(most)
		}
	}
}

// precision is I + G'Psi^-1 G, symmetric.
func (m *factorModel) precision() (a, b, d float64) {
	a, d = 1, 1
	for i, psi := range m.psi {
		g, h := m.g[i*2], m.g[i*2+1]
		a += float64(g*g) / psi
		b += float64(g*h) / psi
		d += float64(h*h) / psi
	}
	return a, b, d
}

// expect makes the weights of the posterior mean and the log-likelihood.
func (m *factorModel) expect(s []float64) {
	a, b, d := m.precision()
	det := float64(a*d) - float64(b*b)
	n := len(m.mean)
	for k := range m.read {
		m.read[k] = make([]float64, n)
	}
	logs, fitted := num.Log(det), 0.0
	for i, psi := range m.psi {
		g, h := m.g[i*2]/psi, m.g[i*2+1]/psi
		m.read[0][i] = (float64(d*g) - float64(b*h)) / det
		m.read[1][i] = (float64(a*h) - float64(b*g)) / det
		logs += num.Log(psi)
		fitted += s[i*n+i] / psi
	}
	// tr(C^-1 S) = tr(Psi^-1 S) - tr(Psi^-1 G B S) with B the weights.
	for i, psi := range m.psi {
		for k := range latents {
			fitted -= float64(m.g[i*2+k] / psi * num.Dot(m.read[k], s[i*n:(i+1)*n]))
		}
	}
	m.gain = -(logs + fitted) / 2
}

// maximise makes loadings and noise of the expectations.
func (m *factorModel) maximise(s []float64, least float64) {
	n := len(m.mean)
	bs := make([]float64, 2*n) // B S, rows of n
	for k := range latents {
		for i := range n {
			bs[k*n+i] = num.Dot(m.read[k], s[i*n:(i+1)*n])
		}
	}
	// E[zz'] = I - B G + B S B'
	var e [2][2]float64
	for k := range latents {
		for l := range latents {
			sum := 0.0
			for i := range n {
				sum -= float64(m.read[k][i] * m.g[i*2+l])
			}
			e[k][l] = sum + num.Dot(bs[k*n:(k+1)*n], m.read[l])
		}
		e[k][k]++
	}
	det := float64(e[0][0]*e[1][1]) - float64(e[0][1]*e[1][0])
	for i := range n {
		x, y := bs[i], bs[n+i]
		g := (float64(x*e[1][1]) - float64(y*e[1][0])) / det
		h := (float64(y*e[0][0]) - float64(x*e[0][1])) / det
		m.g[i*2], m.g[i*2+1] = g, h
		m.psi[i] = max(s[i*n+i]-float64(g*x)-float64(h*y), least)
	}
}

// align turns the latents so that G'Psi^-1 G is diagonal, the larger first, and each has more positive
// loadings than negative: any rotation fits as well.
func (m *factorModel) align() {
	a, b, d := m.precision()
	half := float64((a - d) / 2)
	root := math.Sqrt(float64(half*half) + float64(b*b))
	// The eigenvector of the larger eigenvalue, by whichever row gives it without cancelling.
	x, y := half+root, b
	if half < 0 {
		x, y = b, root-half
	}
	length := math.Sqrt(float64(x*x) + float64(y*y))
	if length == 0 {
		return
	}
	cos, sin := x/length, y/length
	var sums [2]float64
	for i := range m.psi {
		g, h := m.g[i*2], m.g[i*2+1]
		m.g[i*2], m.g[i*2+1] = float64(cos*g)+float64(sin*h), float64(cos*h)-float64(sin*g)
		sums[0] += m.g[i*2]
		sums[1] += m.g[i*2+1]
	}
	for k, sum := range sums {
		for i := range m.psi {
			if sum < 0 {
				m.g[i*2+k] = -m.g[i*2+k]
			}
		}
	}
}

// latent is the posterior mean of the latents of a datum.
func (m *factorModel) latent(x []float32) (z [latents]float64) {
	for i, v := range x {
		d := float64(v) - m.mean[i]
		z[0] += float64(m.read[0][i] * d)
		z[1] += float64(m.read[1][i] * d)
	}
	return z
}
