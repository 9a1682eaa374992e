package continual

import (
	"math"
	"slices"
	"testing"
)

var shapes = []Layer{{5, 3}, {3, 2}}

func settings() *Settings {
	return &Settings{Rate: 0.01, Momentum: 0.9, Lambda: 1, Damping: 1e-3, Data: 50000}
}

// some is what is known of a task, made up.
func some(seed uint64, layers []Layer) *Learned {
	l := &Learned{Steps: 30, Squares: random(seed, all(layers))}
	for i, layer := range layers {
		l.Inputs = append(l.Inputs, definite(seed+uint64(i), layer.Rows))
		l.Gradients = append(l.Gradients, definite(seed+10+uint64(i), layer.Columns))
	}
	for i, v := range l.Squares {
		l.Squares[i] = v * v
	}
	return l
}

// On the first task natural continual learning is gradient descent with the prior's decay.
func TestNaturalBeginsAsDescent(t *testing.T) {
	s := settings()
	theta := random(1, all(shapes))
	want := slices.Clone(theta)
	natural, plain := New(NCL, shapes, theta, s), New(None, shapes, theta, s)
	d := *s
	root := 1/math.Sqrt(s.Data) + s.Damping
	d.Rate, d.Decay = s.Rate/s.Data/(root*root), 1/s.Data
	for i := range 20 {
		g := random(uint64(i), all(shapes))
		natural.Step(theta, slices.Clone(g), s, 1)
		plain.Step(want, g, &d, 1)
	}
	if apart(theta, want) > 1e-12 {
		t.Errorf("off by %v", apart(theta, want))
	}
}

// quadratic is the gradient of the loss 1/2 (theta - c)' F (theta - c).
func quadratic(theta, f, c []float64) []float64 {
	n := len(theta)
	d, g := make([]float64, n), make([]float64, n)
	for i := range d {
		d[i] = theta[i] - c[i]
	}
	multiply(g, f, d, n, n, 1)
	return g
}

// Where the precision is exact, both losses are lowest together: one column of weights, whose losses
// are quadratic. For ewc, which knows the diagonal only, F has nothing else.
func TestTwoTasksAreLearnedTogether(t *testing.T) {
	const n = 4
	layers := []Layer{{n, 1}}
	for _, name := range []Name{NCL, KFAC, EWC} {
		for _, additive := range []bool{false, true} {
			s := settings()
			s.Data, s.Rate, s.Damping, s.Additive = 1e10, 0.02, 1e-9, additive
			f, c := [][]float64{definite(1, n), definite(2, n)}, [][]float64{random(3, n), random(4, n)}
			if name == EWC {
				f = [][]float64{identity(n, 2), identity(n, 3)}
				f[0][0], f[1][5] = 7, 0.5
			}
			theta := make([]float64, n)
			rule := New(name, layers, theta, s)
			for task := range 2 {
				now := *s
				switch {
				case name == KFAC:
					now.Rate *= 1 + 50*float64(task)
				case name == NCL && task > 0: // at the rate of the first task, a share of one datum, it is slow
					now.Rate = 1e-3 * s.Data
				}
				for range 20000 {
					rule.Step(theta, quadratic(theta, f[task], c[task]), &now, task+1)
				}
				squares := make([]float64, n)
				for i := range squares {
					squares[i] = f[task][i*n+i]
				}
				for !rule.Learned(theta, &Learned{Inputs: [][]float64{f[task]}, Gradients: [][]float64{{1}}, Squares: squares, Steps: 1}, s) {
				}
			}
			sum := make([]float64, n*n)
			for i := range sum {
				sum[i] = f[0][i] + f[1][i]
			}
			rest := quadratic(theta, f[0], c[0])
			for i, g := range quadratic(theta, f[1], c[1]) {
				rest[i] += g
			}
			if inv, _ := inverse(sum, n); norm(rest)*norm(inv) > 1e-3 {
				t.Errorf("%s, additive %v: the gradient of both is %v", name, additive, rest)
			}
		}
	}
}

// Changes along what was seen are a/(sigma + a) of what they were.
func TestProjectedLeavesWhatWasSeen(t *testing.T) {
	layers := []Layer{{3, 2}}
	s := settings()
	theta := []float64{1, 0, 0, 0, 0, 0} // the first input to the first output
	rule := New(DOWM, layers, theta, s)
	for !rule.Learned(theta, &Learned{Inputs: [][]float64{{1, 0, 0, 0, 0, 0, 0, 0, 0}}}, s) {
	}
	grad := slices.Repeat([]float64{1}, 6)
	now := slices.Clone(theta)
	rule.Step(now, grad, s, 2)
	weak := 1e-3 / (1 + 1e-3)
	for i, want := range []float64{weak * weak, weak, weak, 1, weak, 1} {
		if got := (theta[i] - now[i]) / s.Rate; math.Abs(got-want) > 1e-9 {
			t.Errorf("weight %d moves by %v, want %v", i, got, want)
		}
	}
}

// In small steps a weight's gain is what the loss has lost, and its penalty that over its way.
func TestCourse(t *testing.T) {
	s := settings()
	s.Rate, s.Momentum = 1e-4, 0
	theta := []float64{3, 5}
	rule := New(SI, []Layer{{2, 1}}, theta, s)
	for range 200000 {
		rule.Step(theta, []float64{2 * (theta[0] - 1), 0}, s, 1) // loss (theta_0 - 1)^2
	}
	for !rule.Learned(theta, &Learned{}, s) {
	}
	omega := 4 / (4 + 0.1)
	g := []float64{0, 0}
	rule.(*penalty).cost.pull([]float64{theta[0] + 1, theta[1] + 1}, g, s)
	if math.Abs(g[0]-2*omega) > 1e-3 || g[1] != 0 {
		t.Errorf("the penalty's gradient is %v, want %v and 0", g, 2*omega)
	}
}

// Adam's first step is as long as the rate; a clipped gradient is as long as it may be.
func TestAdamAndClip(t *testing.T) {
	s := settings()
	s.Adam = true
	theta := []float64{0, 0}
	rule := New(EWC, []Layer{{2, 1}}, theta, s)
	rule.Step(theta, []float64{300, -1e-3}, s, 1)
	if math.Abs(theta[0]+s.Rate) > 1e-6 || math.Abs(theta[1]-s.Rate) > 1e-6 {
		t.Errorf("the first step is %v", theta)
	}
	s = settings()
	s.Clip = 2
	theta = []float64{0, 0}
	New(Replay, []Layer{{2, 1}}, theta, s).Step(theta, []float64{30, 40}, s, 1)
	if math.Abs(theta[0]+0.012) > 1e-12 || math.Abs(theta[1]+0.016) > 1e-12 {
		t.Errorf("a clipped step is %v", theta)
	}
}

// A rule goes on from its memory to the same bits, and steps make nothing new.
func TestMemory(t *testing.T) {
	for _, name := range Names {
		s := settings()
		theta := random(1, all(shapes))
		rule := New(Name(name), shapes, theta, s)
		at := uint64(0)
		run := func(r Rule, theta []float64, task int) {
			for i := range uint64(5) {
				r.Step(theta, random(at+i, len(theta)), s, task)
			}
		}
		for task := 1; task < 4; task++ {
			run(rule, theta, task)
			for !rule.Learned(theta, some(uint64(task), shapes), s) {
			}
		}
		run(rule, theta, 4)
		other, copied := New(Name(name), shapes, random(9, len(theta)), s), slices.Clone(theta)
		for i, m := range rule.Memory() {
			copy(other.Memory()[i], m)
		}
		other.Restored()
		at = 100
		run(rule, theta, 4)
		run(other, copied, 4)
		for !rule.Learned(theta, some(5, shapes), s) {
		}
		for !other.Learned(copied, some(5, shapes), s) {
		}
		run(rule, theta, 5)
		run(other, copied, 5)
		if !slices.Equal(theta, copied) || theta[0] != theta[0] {
			t.Errorf("%s goes on to other weights", name)
		}
		g := random(3, len(theta))
		if many := testing.AllocsPerRun(50, func() { rule.Step(theta, g, s, 5) }); many > 0 {
			t.Errorf("%s: %v allocations a step", name, many)
		}
	}
}
