package stability

import (
	"math"

	"driftlab/engine/nn"
	"driftlab/engine/nn/continual"
	"driftlab/engine/nn/rnn"
	"driftlab/engine/num"
	"driftlab/engine/task"
)

// newNet is the network without weights.
func newNet(p *Params) *rnn.Net {
	n := rnn.New(inputs, len(Tasks), p.Units, answers)
	n.Tau, n.Phi, n.Noise = float32(p.Tau), nn.Activation(p.Activation), p.spread()
	return n
}

// layers are the network's matrices of weights.
func layers(n *rnn.Net) []continual.Layer {
	return []continual.Layer{{Rows: n.Rows(), Columns: n.H}, {Rows: n.H, Columns: n.O}}
}

// begin draws the weights that both learners start from: the recurrent ones are half a random rotation,
// those of the D+K inputs N(0, 1/(D+K)), those of the outputs uniform within sqrt(1/(2H)).
func begin(n *rnn.Net, p *Params) []float64 {
	normals := make([]float32, n.Rows()*n.H)
	p.key(task.StreamWeights).Normals(normals, 0)
	theta := make([]float64, n.Size())
	for i, v := range normals {
		theta[i] = float64(v)
	}
	rotation(theta[:n.H*n.H], n.H)
	for i := range theta[:n.H*n.H] {
		theta[i] *= 0.5
	}
	wide := 1 / math.Sqrt(float64(n.Rows()-n.H))
	for i := n.H * n.H; i < len(normals); i++ {
		theta[i] *= wide
	}
	uniforms := make([]float32, n.H*n.O)
	p.key(task.StreamWeights).Uniforms(uniforms, 1)
	most := math.Sqrt(1 / (2 * float64(n.H)))
	for i, u := range uniforms {
		theta[len(normals)+i] = float64(most * (2*float64(u) - 1))
	}
	return theta
}

// rotation makes the rows of a random matrix orthogonal, each of length 1 (Gram, Schmidt, twice, which
// is enough).
func rotation(m []float64, n int) {
	for i := range n {
		row := m[i*n : (i+1)*n]
		for range 2 {
			for j := range i {
				other := m[j*n : (j+1)*n]
				num.Axpy(row, -num.Dot(row, other), other)
			}
			length := math.Sqrt(num.Dot(row, row))
			for k := range row {
				row[k] /= length
			}
		}
	}
}
