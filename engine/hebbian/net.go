package hebbian

import (
	"math"

	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// The streams of a run's seed.
const (
	streamStart = iota
	streamPlace
	streamNoise
)

// How the cells come to rest.
const (
	dt        = 0.05
	still     = 1e-4 // they are at rest when they move by less, relative to their size, in a unit of time
	mostTurns = 1e4  // no longer is waited for that
)

// A net is K cells with weights W from D inputs, inhibition M of each other and thresholds b.
// A column of weights is what leads away from one input or one cell.
type net struct {
	k, d   int
	stride int       // floats of a column: K, rounded up to what the random numbers come in
	theta  []float32 // the columns of W, those of M, and b
	cells  num.Cells // each K, padded
	x      []float32 // the present input
	inputs []int     // 0, 1, ... D-1
	on     []int     // the active cells
	normal []float32
	set    settings
}

// settings are the dials that the cells' dynamics depend on, as they were at the last step.
type settings struct{ alpha, lambda1, lambda2 float32 }

func newNet(p *Params, inputs int) *net {
	n := &net{k: p.Cells, d: inputs, stride: (p.Cells + 15) &^ 15}
	lanes := num.Pad(n.k)
	n.theta = make([]float32, (n.d+n.k+1)*n.stride)
	n.normal = make([]float32, n.stride)
	for _, v := range []*[]float32{&n.cells.U, &n.cells.Y, &n.cells.Drive, &n.cells.Inhibition, &n.cells.Self, &n.cells.Gain} {
		*v = make([]float32, lanes)
	}
	n.on = make([]int, 0, n.k)
	key := rng.Key{Seed: uint32(p.Seed), Stream: streamStart}
	for i := range n.d {
		n.inputs = append(n.inputs, i)
		key.NormalsFrom(n.normal, 0, i*n.stride)
		for j := range n.k {
			n.theta[i*n.stride+j] = float32(float32(p.Weights) * n.normal[j])
		}
	}
	for j := range n.k {
		n.theta[(n.d+j)*n.stride+j] = 1
	}
	n.follow(p)
	return n
}

// column is W's for i below D, then M's, then b.
func (n *net) column(i int) []float32 { return n.theta[i*n.stride:][:len(n.cells.U)] }

// follow takes over the dials, and what follows from the weights.
func (n *net) follow(p *Params) {
	n.set = settings{float32(p.Alpha), float32(p.Lambda1), float32(p.Lambda2)}
	n.ready()
}

// ready makes what follows from weights and settings.
func (n *net) ready() {
	for j := range n.k {
		self := n.column(n.d + j)[j]
		n.cells.Self[j] = self
		n.cells.Gain[j] = 1 / (n.set.lambda2 + self)
	}
}

// calm puts every cell at 0.
func (n *net) calm() {
	clear(n.cells.U)
	clear(n.cells.Y)
}

// see sets the drive of an input: W x - sqrt(alpha) b.
func (n *net) see(x []float32) {
	n.x = x
	drive := n.cells.Drive
	clear(drive)
	n.add(drive, 0, n.inputs, x)
	root := float32(math.Sqrt(float64(n.set.alpha)))
	for j, b := range n.column(n.d + n.k) {
		drive[j] -= float32(root * b)
	}
}

// add adds the columns of those that send, from column first on, four at a time.
func (n *net) add(sum []float32, first int, senders []int, activity []float32) {
	for len(senders) > 0 {
		var a [4]float32
		var c [4][]float32
		for k := range c {
			i := senders[min(k, len(senders)-1)]
			c[k] = n.column(first + i)
			if k < len(senders) {
				a[k] = activity[i]
			}
		}
		num.Axpy4(sum, &a, c[0], c[1], c[2], c[3])
		senders = senders[min(4, len(senders)):]
	}
}

// settle lets the cells go on for so many turns at most, and reports whether they are at rest:
//
//	u += dt (-u + W x - sqrt(alpha) b - (M - diag M) y),  y = max((u - lambda1)/(lambda2 + diag M), 0)
func (n *net) settle(turns int) bool {
	const tolerance = still * still * dt * dt
	for range turns {
		n.on = n.on[:0]
		for j, y := range n.cells.Y {
			if y > 0 {
				n.on = append(n.on, j)
			}
		}
		clear(n.cells.Inhibition)
		n.add(n.cells.Inhibition, n.d, n.on, n.cells.Y)
		moved, size := num.Relax(&n.cells, dt, n.set.lambda1)
		if moved <= float32(tolerance*size) || !num.Finite(size) {
			return true
		}
	}
	return false
}

// finite reports whether every activity is a number.
func (n *net) finite() bool {
	for _, y := range n.cells.Y {
		if !num.Finite(y) {
			return false
		}
	}
	return true
}

// learn changes the weights by the activity y that the input x has led to:
//
//	W = (1-lr) W + lr y x' + sqrt(lr) sigma N
//	M = max(0, (1-lr) M + lr y y' + sqrt(lr) sigma N)
//	b = (1-lr) b + lr sqrt(alpha) y
func (n *net) learn(p *Params, step uint64) {
	rate := float32(p.Rate)
	noise := float32(math.Sqrt(p.Rate) * p.Noise)
	key := rng.Key{Seed: uint32(p.Seed), Stream: streamNoise}
	for i := range n.d + n.k {
		if noise > 0 {
			key.NormalsFrom(n.normal, step, i*n.stride)
			clear(n.normal[n.k:]) // there are no such cells
		}
		column := n.column(i)
		if i < n.d {
			n.hebb(column, rate, n.x[i], noise)
			continue
		}
		n.hebb(column, rate, n.cells.Y[i-n.d], noise)
		num.KeepPositive(column)
	}
	n.hebb(n.column(n.d+n.k), rate, float32(math.Sqrt(p.Alpha)), 0)
}

// hebb changes the column of a sender.
func (n *net) hebb(column []float32, rate, sender, noise float32) {
	num.Hebb(column, n.cells.Y, n.normal[:len(column)], 1-rate, float32(rate*sender), noise)
}
