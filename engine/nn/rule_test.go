package nn

import (
	"math"
	"testing"

	"driftlab/engine/rng"
)

// methods are all that a step can be, at rates of the paper's.
func methods() (all []Method) {
	for rule, rate := range map[Rule]float32{GD: 0.1, Adam: 1e-3, RMSprop: 1e-3, SED: 0.9} {
		all = append(all,
			Method{Rule: rule, Rate: rate, Kind: NoNoise, Noise: 7},
			Method{Rule: rule, Rate: rate, Kind: UpdateNoise, Noise: 0.05},
			Method{Rule: rule, Rate: rate, Kind: LabelNoise, Noise: 0.5, Shape: Uniform},
			Method{Rule: rule, Rate: rate, Kind: LabelNoise, Noise: 0.5, Shape: Gaussian})
	}
	return all
}

// Every rule, with every noise and activation, goes where a float64 implementation goes that
// shares nothing with it but the random numbers.
func TestRulesAgainstTheReference(t *testing.T) {
	const steps = 100
	key := rng.Key{Seed: 5, Stream: 1}
	for _, a := range activations {
		for _, m := range methods() {
			n, b := problem(13, 6, 9, 3)
			n.Activation = a
			p, ref := NewPass(n, b), newReference(n, b)
			l, start := NewLearner(n, b, p), append([]float64(nil), ref.theta...)
			for step := range uint64(steps) {
				p.Forward(n, b)
				l.Step(m, key, step)
				if m.Kind == NoNoise || m.Rule == SED {
					ref.step(Method{Rule: m.Rule, Rate: m.Rate}, key, step)
				} else {
					ref.step(m, key, step)
				}
			}
			var off, way float64
			for i, v := range ref.theta {
				off = max(off, math.Abs(float64(n.Theta[i])-v))
				way = max(way, math.Abs(v-start[i]))
			}
			if off > 2e-3*way || way == 0 {
				t.Errorf("%s, %+v: parameters moved by up to %v, and are off by up to %v", a, m, way, off)
			}
		}
	}
}

// Label noise has variance s^2/12 in either shape, and nothing of it falls beyond the last
// sample.
func TestLabelNoiseHasItsVariance(t *testing.T) {
	const noise = 0.6
	for _, shape := range []Shape{Uniform, Gaussian} {
		n, b := problem(13, 6, 9, 3)
		p, l := NewPass(n, b), new(labels)
		p.Forward(n, b)
		clean := append([]float32(nil), p.g.Data...)
		loss := p.MSE
		var sum, square, count float64
		for step := range uint64(1000) {
			copy(p.g.Data, clean)
			l.blur(p, b.T, Method{Noise: noise, Shape: shape}, rng.Key{Seed: 2}, step)
			for s := range 16 {
				for o := range b.O {
					xi := float64(p.g.At(o, s)-clean[p.g.place(o, s)]) * float64(b.T*b.O) / 2
					if s >= b.T {
						if xi != 0 {
							t.Fatalf("%s: noise %v on sample %d of %d", shape, xi, s, b.T)
						}
						continue
					}
					sum, square, count = sum+xi, square+xi*xi, count+1
				}
			}
		}
		if want := noise * noise / 12; math.Abs(square/count/want-1) > 0.03 || math.Abs(sum/count) > 0.003 || p.MSE != loss {
			t.Errorf("%s: mean %v, variance %v, want %v; the loss went from %v to %v", shape, sum/count, square/count, want, loss, p.MSE)
		}
	}
}

// What a rule remembers is forgotten when another takes over.
func TestAnotherRuleBeginsAnew(t *testing.T) {
	n, b := problem(13, 6, 9, 3)
	p := NewPass(n, b)
	l := NewLearner(n, b, p)
	step := func(rule Rule) {
		p.Forward(n, b)
		l.Step(Method{Rule: rule, Rate: 1e-3}, rng.Key{}, 0)
	}
	for _, c := range []struct {
		rule Rule
		time int64
		size int
	}{{Adam, 1, len(n.Theta)}, {Adam, 2, len(n.Theta)}, {RMSprop, 1, 0}, {GD, 0, 0}, {Adam, 1, len(n.Theta)}, {SED, 0, 0}} {
		step(c.rule)
		if l.Moments.Time != c.time || len(l.Moments.M) != c.size || !l.Moments.Fit(len(n.Theta)) || c.time > 0 && l.Moments.Fit(7) {
			t.Errorf("after %s: %d steps, %d means", c.rule, l.Moments.Time, len(l.Moments.M))
		}
	}
}

func TestStepsDoNotAllocate(t *testing.T) {
	for _, a := range activations {
		for _, m := range methods() {
			n, b := problem(13, 6, 9, 3)
			n.Activation = a
			p := NewPass(n, b)
			l := NewLearner(n, b, p)
			step := func() {
				p.Forward(n, b)
				l.Step(m, rng.Key{}, 0)
			}
			if many := testing.AllocsPerRun(20, step); many > 0 {
				t.Errorf("%s, %+v: %v allocations a step", a, m, many)
			}
		}
	}
}

// What counts as active: h > 0 of relu and leaky, |h| > 0.1 of tanh and softplus.
func TestActivityThatCounts(t *testing.T) {
	h := []float32{-2, -0.05, 0, 0.05, 2}
	for a, want := range map[Activation][]float32{
		Leaky: {0, 0, 0, 0.05, 2}, Tanh: {2, 0, 0, 0, 2}, Softplus: {2, 0, 0, 0, 2},
	} {
		for i, v := range h {
			if got := a.count(v); got != want[i] {
				t.Errorf("%s: %v counts as %v, want %v", a, v, got, want[i])
			}
		}
	}
	n, b := problem(13, 6, 9, 3)
	p := NewPass(n, b)
	p.Forward(n, b)
	if &p.Active()[0][0] != &p.H.Rows[0][0] {
		t.Error("relu's activities are copied")
	}
	n.Activation = Leaky
	q := NewPass(n, b)
	for range 2 {
		n.In(2)[n.D] -= 1
		p.Forward(n, b)
		q.Forward(n, b)
		for j, row := range q.Active() {
			for s, v := range row {
				if math.Abs(float64(v-p.H.Rows[j][s])) > 1e-6 {
					t.Errorf("unit %d, sample %d: leaky counts as %v, relu is %v", j, s, v, p.H.Rows[j][s])
				}
			}
		}
	}
}
