package mlp

import "driftlab/engine/num"

// stretch is how many numbers of a row are done at once: the errors of a batch for so many units stay near
// the processor.
const stretch = 128

// A part is some of the columns of a matrix of weights, its gradient being a sparse matrix times errors.
type part struct {
	by     *num.Sparse
	errors num.Rows
	biases int // the row that has them
}

// first and second are the layers' gradients.
func (p *Pass) first(n *Net) part  { return part{&p.byInput, p.dh, n.D} }
func (p *Pass) second(n *Net) part { return part{&p.byUnit, p.out, n.H} }

// gradient makes that of row i, from a column on.
func (p *Pass) gradient(of part, i, from, wide int) []float32 {
	y := num.Rows{Data: p.grad, Stride: wide, Len: wide}
	of.by.Times(y, num.Rows{Data: of.errors.Data[from:], Stride: of.errors.Stride, Len: wide}, i, 1)
	return p.grad[:wide]
}

// Gradient writes all of the last Backward's, in Theta's order.
func (p *Pass) Gradient(n *Net, dst []float32) {
	p.each(p.first(n), n.firstOf(dst), func(row, g []float32) { copy(row, g) })
	p.each(p.second(n), n.secondOf(dst), func(row, g []float32) { copy(row, g) })
}

// each calls do with every stretch of dst and its gradient.
func (p *Pass) each(of part, dst num.Rows, do func(row, g []float32)) {
	for from := 0; from < dst.Len; from += stretch {
		wide := min(stretch, dst.Len-from)
		for i := range of.biases + 1 {
			do(dst.Of(i)[from:from+wide], p.gradient(of, i, from, wide))
		}
	}
}

// AddFisher adds to dst, in Theta's order, weight times the sum over samples of the squares of the gradients of
// each sample's loss: E[x^2 (x) d^2] in each layer. It comes after Backward with scale 1, and uses that up.
func (p *Pass) AddFisher(n *Net, dst []float32, weight float32) {
	for _, x := range [][]float32{p.byInput.Value, p.byUnit.Value, p.dh.Data[:p.samples*p.dh.Stride], p.out.Data[:p.samples*p.out.Stride]} {
		for i, v := range x {
			x[i] = float32(v * v)
		}
	}
	add := func(row, g []float32) { num.Blend(row, 1, row, weight, g) }
	p.each(p.first(n), n.firstOf(dst), add)
	p.each(p.second(n), n.secondOf(dst), add)
}

// A Learner is what Adam and a penalty remember of a net's weights, in Theta's order.
type Learner struct {
	M, V           []float32
	Fisher, Anchor []float32 // empty where there is no penalty
	Steps          int       // that Adam has taken
	awake          []bool    // whether a row of W1 may have moments that are not 0
}

// Adam's settings.
const beta1, beta2, epsilon = 0.9, 0.999, 1e-8

// Reset makes Adam forget.
func (l *Learner) Reset(n *Net) {
	clear(l.M)
	clear(l.V)
	l.Steps = 0
	if len(l.awake) != n.D+1 {
		l.awake = make([]bool, n.D+1)
	}
	clear(l.awake)
}

// Resumed says that moments have come from elsewhere.
func (l *Learner) Resumed(n *Net) {
	if len(l.awake) != n.D+1 {
		l.awake = make([]bool, n.D+1)
	}
	for i := range l.awake {
		l.awake[i] = true
	}
}

// Step moves the net along the gradient of the last Backward. The rule is that of the weights; biases have
// Adam and the penalty alone.
func (l *Learner) Step(n *Net, p *Pass, rule num.Attract, rate float64) {
	l.Steps++
	rule.Beta1, rule.Beta2 = beta1, beta2
	rule.Corrected(rate, epsilon, 1-power(beta1, l.Steps), 1-power(beta2, l.Steps))
	if len(l.Fisher) == 0 {
		rule.Penalty = 0
	}
	restless := rule.Slope != 0 || rule.Threshold != 0 || rule.Penalty != 0
	w1 := p.first(n)
	for i := range l.awake {
		if from, to := w1.by.Of(i); from < to || restless {
			l.awake[i] = true
		}
	}
	l.move(p, w1, &rule, l.layer(n, n.firstOf), l.awake)
	l.move(p, p.second(n), &rule, l.layer(n, n.secondOf), nil)
}

// A layer is one matrix of weights and what is remembered of it.
type layer struct{ w, m, v, fisher, anchor num.Rows }

func (l *Learner) layer(n *Net, of func([]float32) num.Rows) (all layer) {
	all = layer{w: of(n.Theta), m: of(l.M), v: of(l.V)}
	if len(l.Fisher) > 0 {
		all.fisher, all.anchor = of(l.Fisher), of(l.Anchor)
	}
	return all
}

// move moves a layer; rows that are not awake would stay as they are.
func (l *Learner) move(p *Pass, of part, rule *num.Attract, all layer, awake []bool) {
	plain := *rule
	plain.Where, plain.Slope, plain.Threshold = num.Nowhere, 0, 0
	var w num.Weights
	for from := 0; from < all.w.Len; from += stretch {
		to := min(from+stretch, all.w.Len)
		for i := range of.biases + 1 {
			if awake != nil && !awake[i] {
				continue
			}
			w.W, w.M, w.V = all.w.Of(i)[from:to], all.m.Of(i)[from:to], all.v.Of(i)[from:to]
			if rule.Penalty != 0 {
				w.Fisher, w.Anchor = all.fisher.Of(i)[from:to], all.anchor.Of(i)[from:to]
			}
			w.Grad = p.gradient(of, i, from, to-from)
			if i == of.biases {
				plain.Step(&w)
			} else {
				rule.Step(&w)
			}
		}
	}
}

// power is b^n.
func power(b float64, n int) float64 {
	p := 1.0
	for ; n > 0; n >>= 1 {
		if n&1 != 0 {
			p = float64(p * b)
		}
		b = float64(b * b)
	}
	return p
}
