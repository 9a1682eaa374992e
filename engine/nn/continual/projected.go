package continual

// projected lets the weights change only for inputs and outputs that earlier tasks do not have:
//
//	m = momentum m + g     theta -= rate P_L m P_R     P = a (Sigma + a 1)^-1
//
// with Sigma the mean over tasks of the inputs' and of the outputs' covariances, about 0.
type projected struct {
	descent
	layers  []Layer
	sum     []Kronecker // of the covariances
	tasks   []float64   // how many are in it
	project []Kronecker
	damping float64 // a that the projections are for; 0 for none
	room    []float64
	step    []float64
}

func newProjected(layers []Layer) *projected {
	n := all(layers)
	p := &projected{descent: *newDescent(layers), layers: layers, tasks: make([]float64, 1), room: make([]float64, n), step: make([]float64, n)}
	for _, l := range layers {
		p.sum = append(p.sum, newKronecker(l.Rows, l.Columns, 0))
	}
	return p
}

func (p *projected) Step(theta, grad []float64, s *Settings, _ int) {
	if p.damping != s.Damping {
		p.aim(s.Damping)
	}
	clip(grad, s.Clip)
	at := 0
	for i := range p.project {
		k := &p.project[i]
		end := at + k.Rows*k.Columns
		for j, g := range grad[at:end] {
			p.m[at+j] = float64(s.Momentum*p.m[at+j]) + g
		}
		k.apply(p.step[at:end], p.m[at:end], p.room[at:end])
		at = end
	}
	for i, v := range p.step {
		theta[i] -= float64(s.Rate * v)
	}
}

// aim makes the projections.
func (p *projected) aim(a float64) {
	p.project, p.damping = p.project[:0], a
	for i := range p.sum {
		k := &p.sum[i]
		p.project = append(p.project, Kronecker{k.Rows, k.Columns, p.across(k.L, k.Rows, a), p.across(k.R, k.Columns, a)})
	}
}

// across is a (sum/tasks + a 1)^-1.
func (p *projected) across(sum []float64, n int, a float64) []float64 {
	mean := append([]float64(nil), sum...)
	scale(mean, 1/max(p.tasks[0], 1))
	out := floored(plus(mean, n, a), n)
	scale(out, a)
	return out
}

// Learned adds a task's covariances: that of the outputs z W is W' cov(z) W.
func (p *projected) Learned(theta []float64, l *Learned, _ *Settings) bool {
	p.tasks[0]++
	p.damping = 0
	at := 0
	for i, layer := range p.layers {
		n, m := layer.Rows, layer.Columns
		w := theta[at : at+n*m]
		for j, v := range l.Inputs[i] {
			p.sum[i].L[j] += v
		}
		turned, half, cov := make([]float64, n*m), make([]float64, n*m), make([]float64, m*m)
		for r := range n {
			for c := range m {
				turned[c*n+r] = w[r*m+c]
			}
		}
		multiply(half, l.Inputs[i], w, n, n, m)
		multiply(cov, turned, half, m, n, m)
		for j, v := range cov {
			p.sum[i].R[j] += v
		}
		at += n * m
	}
	return true
}

func (p *projected) Memory() [][]float64 {
	m := [][]float64{p.m, p.tasks}
	for _, k := range p.sum {
		m = append(m, k.L, k.R)
	}
	return m
}

func (p *projected) Restored() { p.damping = 0 }
