// Package mlp is a network with one hidden layer of rectified units that learns to tell classes apart:
//
//	h = relu(x W1 + b1),   p = softmax(h W2 + b2),   loss = -ln p of the right one, mean over a batch
//
// Inputs that are 0 and units that are silent cost nothing. A step of learning makes the
// gradient of a row of weights, and then does what holds them and Adam, while the row is near the processor.
package mlp

import "driftlab/engine/num"

// A Net is D inputs, H hidden units and O outputs. Theta is W1, D+1 rows of H, and W2, H+1 rows of O, each
// filled up with zeros, which stay, to a multiple of num.Lanes. The last row of either is the biases.
type Net struct {
	D, H, O int
	Theta   []float32
}

// Size is how many numbers Theta has.
func (n *Net) Size() int { return n.first() + (n.H+1)*num.Pad(n.O) }

// first is how many of them are of W1.
func (n *Net) first() int { return (n.D + 1) * num.Pad(n.H) }

// W1 is the weights of the first layer.
func (n *Net) W1() num.Rows { return n.firstOf(n.Theta) }

// W2 is the weights of the second layer.
func (n *Net) W2() num.Rows { return n.secondOf(n.Theta) }

// firstOf is the part of numbers in Theta's order that belongs to W1.
func (n *Net) firstOf(x []float32) num.Rows {
	return num.Rows{Data: x[:n.first()], Stride: num.Pad(n.H), Len: num.Pad(n.H)}
}

// secondOf is the part that belongs to W2.
func (n *Net) secondOf(x []float32) num.Rows {
	return num.Rows{Data: x[n.first():n.Size()], Stride: num.Pad(n.O), Len: num.Pad(n.O)}
}

// Weights is how many weights there are, without biases.
func (n *Net) Weights() int { return n.D*n.H + n.H*n.O }

// EachRow calls do for the row of weights of every input and unit, without what fills it up and biases.
func (n *Net) EachRow(do func(row []float32)) {
	for i := range n.D {
		do(n.W1().Of(i)[:n.H])
	}
	for j := range n.H {
		do(n.W2().Of(j)[:n.O])
	}
}
