package mlp

import "driftlab/engine/num"

// atOnce is how many numbers of short rows are done at once.
const atOnce = 512

// A part is a matrix of weights, its gradient being a sparse matrix times errors.
type part struct {
	by     *num.Sparse
	errors num.Rows
	biases int // the row that has them, the last
}

// first and second are the layers' gradients.
func (p *Pass) first(n *Net) part  { return part{&p.byInput, p.dh, n.D} }
func (p *Pass) second(n *Net) part { return part{&p.byUnit, p.out, n.H} }

// gradient makes that of some rows, which lie one behind the other.
func (p *Pass) gradient(of part, row, rows int) []float32 {
	wide := of.errors.Len
	of.by.Times(num.Rows{Data: p.grad, Stride: wide, Len: wide}, of.errors, row, rows)
	return p.grad[:rows*wide]
}

// Gradient writes all of the last Backward's, in Theta's order.
func (p *Pass) Gradient(n *Net, dst []float32) {
	p.each(p.first(n), n.firstOf(dst), func(rows, g []float32) { copy(rows, g) })
	p.each(p.second(n), n.secondOf(dst), func(rows, g []float32) { copy(rows, g) })
}

// each calls do with all rows of dst and their gradient.
func (p *Pass) each(of part, dst num.Rows, do func(rows, g []float32)) {
	many := len(p.grad) / dst.Stride
	for i := 0; i <= of.biases; i += many {
		g := p.gradient(of, i, min(many, of.biases+1-i))
		do(dst.Data[i*dst.Stride:][:len(g)], g)
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
	add := func(rows, g []float32) { num.Blend(rows, 1, rows, weight, g) }
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
	calm := rule
	if rule.Slope == 0 && rule.Penalty == 0 && rule.Where == num.OfGradient {
		calm.Where = num.Nowhere // it would scale a gradient of 0
	}
	restless := rule.Slope != 0 || rule.Threshold != 0 || rule.Penalty != 0
	w1, w2 := p.first(n), p.second(n)
	for i := range l.awake {
		if !w1.none(i) || restless {
			l.awake[i] = true
		}
	}
	l.move(p, w1, l.layer(n, n.firstOf), &rule, &calm, l.awake)
	l.move(p, w2, l.layer(n, n.secondOf), &rule, &calm, nil)
}

// none reports whether a row's gradient is 0 because nothing goes in there.
func (of *part) none(row int) bool {
	from, to := of.by.Of(row)
	return from == to
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

// move moves a layer, as many rows at once as are alike. Those that are not awake would stay as they are.
func (l *Learner) move(p *Pass, of part, all layer, rule, calm *num.Attract, awake []bool) {
	most := len(p.grad) / all.w.Stride
	for row, rows := 0, 0; row < of.biases; row += rows {
		asleep, none := awake != nil && !awake[row], of.none(row)
		rows = 1
		for rows < min(most, of.biases-row) && of.none(row+rows) == none && (awake == nil || awake[row+rows] != asleep) {
			rows++
		}
		switch {
		case asleep:
		case none:
			all.step(calm, p.gradient(of, row, rows), row)
		default:
			all.step(rule, p.gradient(of, row, rows), row)
		}
	}
	plain := *rule
	plain.Where, plain.Slope, plain.Threshold = num.Nowhere, 0, 0
	all.step(&plain, p.gradient(of, of.biases, 1), of.biases)
}

// step moves those rows from one on that there is a gradient for.
func (all *layer) step(rule *num.Attract, g []float32, row int) {
	from := row * all.w.Stride
	to := from + len(g)
	w := num.Weights{W: all.w.Data[from:to], Grad: g, M: all.m.Data[from:to], V: all.v.Data[from:to]}
	if rule.Penalty != 0 {
		w.Fisher, w.Anchor = all.fisher.Data[from:to], all.anchor.Data[from:to]
	}
	rule.Step(&w)
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
