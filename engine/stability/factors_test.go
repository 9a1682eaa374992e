package stability

import (
	"math"
	"math/rand/v2"
	"testing"
)

// planted is data with two factors of four units each, and noise.
func planted(many int) (x []float32, g []float64) {
	const n = 8
	dice := rand.New(rand.NewPCG(4, 4))
	g = make([]float64, n*2)
	for i := range n {
		g[i*2+i/4] = 2 - 0.2*float64(i%4)
		if i < 4 {
			g[i*2] *= 1.5
		}
	}
	for range many {
		z := [2]float64{dice.NormFloat64(), dice.NormFloat64()}
		for i := range n {
			x = append(x, float32(3+g[i*2]*z[0]+g[i*2+1]*z[1]+0.3*dice.NormFloat64()))
		}
	}
	return x, g
}

// A planted model is found again, up to what the data tell.
func TestFactorsOfPlantedData(t *testing.T) {
	x, g := planted(20000)
	m, ok := fit(x, 8)
	if !ok {
		t.Fatal("no fit")
	}
	for i, want := range g {
		if math.Abs(m.g[i]-want) > 0.08 {
			t.Errorf("loadings %v, planted %v", m.g, g)
			break
		}
	}
	for i := range m.psi {
		if math.Abs(m.psi[i]-0.09) > 0.01 || math.Abs(m.mean[i]-3) > 0.05 {
			t.Errorf("unit %d: noise %v, mean %v; planted 0.09, 3", i, m.psi[i], m.mean[i])
		}
	}
	// The latents of a datum without noise are those that it was made from, but for some shrinkage.
	var clean []float32
	for i := range 8 {
		clean = append(clean, float32(3+g[i*2]*1-g[i*2+1]*0.5))
	}
	if z := m.latent(clean); math.Abs(z[0]-1) > 0.05 || math.Abs(z[1]+0.5) > 0.05 {
		t.Errorf("latents %v, made from 1 and -0.5", z)
	}
}

// The likelihood never falls, and is what it is by its definition.
func TestLikelihoodGrows(t *testing.T) {
	x, _ := planted(500)
	m := &factorModel{mean: make([]float64, 8), g: make([]float64, 16), psi: make([]float64, 8)}
	s := m.covariance(x)
	m.start(s, 1e-6)
	last := math.Inf(-1)
	for round := range 200 {
		m.expect(s)
		if m.gain < last-1e-12 {
			t.Fatalf("round %d: from %v to %v", round, last, m.gain)
		}
		last = m.gain
		m.maximise(s, 1e-6)
	}
	m.expect(s)
	if want := likelihood(m, s); math.Abs(m.gain-want) > 1e-9 {
		t.Errorf("log-likelihood %v, by definition %v", m.gain, want)
	}
}

// likelihood is -1/2 (log|C| + tr(C^-1 S)) with C = GG' + Psi, by elimination.
func likelihood(m *factorModel, s []float64) float64 {
	n := len(m.psi)
	c := make([][]float64, n)
	for i := range n {
		c[i] = append(make([]float64, n), s[i*n:(i+1)*n]...)
		for j := range n {
			c[i][j] = m.g[i*2]*m.g[j*2] + m.g[i*2+1]*m.g[j*2+1]
		}
		c[i][i] += m.psi[i]
	}
	logs := 0.0
	for i := range n {
		logs += math.Log(c[i][i])
		for j := range n {
			if j == i {
				continue
			}
			by := c[j][i] / c[i][i]
			for k := range c[j] {
				c[j][k] -= by * c[i][k]
			}
		}
	}
	trace := 0.0
	for i := range n {
		trace += c[i][n+i] / c[i][i]
	}
	return -(logs + trace) / 2
}

// Data that do not vary have no model; a unit that is silent is no obstacle.
func TestFactorsOfSilence(t *testing.T) {
	if _, ok := fit(make([]float32, 80), 8); ok {
		t.Error("silence was fitted")
	}
	x, _ := planted(500)
	for i := 7; i < len(x); i += 8 {
		x[i] = 0
	}
	m, ok := fit(x, 8)
	if !ok || math.IsNaN(m.gain) || m.g[14] != 0 || m.g[15] != 0 {
		t.Errorf("a silent unit: %+v", m)
	}
}
