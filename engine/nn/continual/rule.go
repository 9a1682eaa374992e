// Package continual is rules by which a network learns one task after another without forgetting: of
// the weights it protects those that matter (Kao, Jensen, van de Ven, Bernacchia, Hennequin, "Natural
// continual learning: success is a journey, not (just) a destination", NeurIPS 2021, and what they
// compare it with).
//
// Weights and gradients are in float64 and lie in layers, one after the other, each a matrix of inputs
// by outputs.
package continual

// A Name is the name of a rule.
type Name string

// The rules.
const (
	NCL    Name = "ncl"    // natural continual learning
	Replay Name = "replay" // earlier tasks again: the gradient has them in it; otherwise as None
	KFAC   Name = "kfac"   // a penalty with Kronecker factors
	EWC    Name = "ewc"    // elastic weight consolidation: a penalty on each weight (Kirkpatrick et al. 2017)
	SI     Name = "si"     // synaptic intelligence: the same, from the course of learning (Zenke et al. 2017)
	DOWM   Name = "dowm"   // changes orthogonal to what was learned (Duncker et al. 2020)
	None   Name = "none"   // gradient descent
)

// Names are all there are.
var Names = []string{string(NCL), string(Replay), string(KFAC), string(EWC), string(SI), string(DOWM), string(None)}

// Wanted is what a rule has to be told of a task that is learned.
type Wanted int

// The wants.
const (
	Nothing   Wanted = iota
	Factors          // Learned.Inputs and Learned.Gradients
	Diagonals        // Learned.Squares
)

// Wants is what the rule wants.
func (n Name) Wants() Wanted {
	switch n {
	case NCL, KFAC, DOWM:
		return Factors
	case EWC:
		return Diagonals
	}
	return Nothing
}

// A Layer is a matrix of weights.
type Layer struct{ Rows, Columns int }

// size is how many weights it has.
func (l Layer) size() int { return l.Rows * l.Columns }

// Settings may change from step to step.
type Settings struct {
	Rate     float64 // gamma
	Momentum float64
	Decay    float64 // of the weights: replay and none
	Lambda   float64 // how strong a penalty is: kfac, ewc, si
	Damping  float64 // a: ncl, dowm
	Data     float64 // N, how many data there are to a task
	Adam     bool    // kfac, ewc and si move by Adam's rule
	Clip     float64 // the largest norm of a gradient; 0 for none
	Additive bool    // precisions are summed plainly, not to the nearest
}

// Learned is what is known of a task that has been learned, for each layer: the means, over data that
// answers were drawn to as the network gives them, of what the rule wants. Steps is a datum's mean
// number of steps.
type Learned struct {
	Inputs    [][]float64 // Rows x Rows: of the products of inputs, at the mean step
	Gradients [][]float64 // Columns x Columns: the same of the loss's gradients by the layer's outputs
	Squares   []float64   // of the squares of the loss's gradient, by every weight
	Steps     float64
}

// A Rule moves weights.
type Rule interface {
	// Step moves theta along the gradient of the mean loss of a task, from 1 on. It does not allocate.
	// It may change grad.
	Step(theta, grad []float64, s *Settings, task int)
	// Learned says that a task is learned, and reports whether the rule has done with it: it is called, with
	// the same, until then, and back within some milliseconds.
	Learned(theta []float64, l *Learned, s *Settings) bool
	// Memory is all the rule remembers beyond the weights, in place: copied back, it goes on the same.
	// Restored has to be called then.
	Memory() [][]float64
	Restored()
}

// A Believer is a rule that believes in weights: Energy is how much less in theta than in those that it
// came to last, nats over so many data.
//
//	N/2 (theta - mu)' Lambda (theta - mu)
type Believer interface {
	Energy(theta []float64, data float64) float64
}

// New is the rule of that name, for a network that begins with the weights theta.
func New(name Name, layers []Layer, theta []float64, s *Settings) Rule {
	switch name {
	case NCL:
		return newNatural(layers, s)
	case DOWM:
		return newProjected(layers)
	case KFAC:
		return newKFAC(layers, s)
	case EWC:
		return newPenalty(layers, newDiagonal(layers), 0)
	case SI:
		return newPenalty(layers, newCourse(theta), 0)
	}
	return newDescent(layers)
}

// all is how many weights layers have.
func all(layers []Layer) (n int) {
	for _, l := range layers {
		n += l.size()
	}
	return n
}
