package num

import (
	"math"
	"slices"
	"testing"
)

func FuzzAttract(f *testing.F) {
	f.Add([]byte("weights in their wells and their scalar twins give the same bits"), uint8(37))
	f.Add([]byte{0, 0, 192, 127, 0, 0, 128, 127, 205, 204, 204, 61}, uint8(255))
	f.Add([]byte{0, 0, 128, 127, 48, 48, 48, 48}, uint8(226)) // Lambda is infinite
	f.Fuzz(attractTwins)
}

func attractTwins(t *testing.T, data []byte, how uint8) {
	const n = 12
	all := floatsFrom(slices.Repeat(data, 1+4*(6*n+9)/max(1, len(data))), 6*n+9)
	s := all[6*n:]
	a := Attract{Rate: s[0], Beta1: s[1], Beta2: s[2], Epsilon: s[3], Where: Where(how % 3), Lambda: s[4], Gamma: s[5], A1: s[6]}
	if how&4 != 0 {
		a.Slope = s[7]
	}
	if how&8 != 0 {
		a.Threshold = s[7]
	}
	if how&16 != 0 {
		a.Penalty = s[8]
	}
	set := func() *Weights {
		row := func(i int) []float32 { return slices.Clone(all[i*n : (i+1)*n]) }
		return &Weights{row(0), row(1), row(2), row(3), row(4), row(5)}
	}
	got, want := set(), set()
	a.Step(got)
	stepScalar(&a, want)
	same(t, "Attract", slices.Concat(got.W, got.M, got.V), slices.Concat(want.W, want.M, want.V))
}

// stepScalar is Step of scalar twins.
func stepScalar(a *Attract, w *Weights) {
	pullScalar(a, w)
	if a.Where == OfGradient {
		yieldScalar(a, w.Grad, w.W)
	}
	followScalar(a, w, false)
	if a.Where == OfStep {
		yieldScalar(a, w.Grad, w.W)
	}
	landScalar(a, w)
}

func FuzzSparse(f *testing.F) {
	f.Add([]byte("sparse rows and their scalar twins give the same bits"), uint8(37), uint8(11))
	f.Fuzz(sparseTwins)
}

func sparseTwins(t *testing.T, data []byte, wide, many uint8) {
	n, columns, rows := Lanes*(1+int(wide)%20), 1+int(many)%7, int(many)%5
	all := floatsFrom(slices.Repeat(data, 1+4*n*(columns+rows)/max(1, len(data))), n*(columns+rows))
	var s Sparse
	for r := range rows + 1 {
		for k, b := range data[:min(len(data), 30)] {
			if int(b)%3 == r%3 {
				s.Append(int(b)%columns, all[(k+r)%len(all)])
			}
		}
		s.End()
	}
	x := Rows{all[:n*columns], n, n}
	got, want := Rows{make([]float32, n*rows), n, n}, Rows{make([]float32, n*rows), n, n}
	s.Times(got, x, 1, rows)
	timesScalar(&s, want, x, 1, rows)
	same(t, "Times", got.Data, want.Data)
}

func TestSparse(t *testing.T) {
	var s, back, twice Sparse
	for _, row := range [][]int{{2, 0}, {}, {2}} {
		for _, c := range row {
			s.Append(c, float32(10+c))
		}
		s.End()
	}
	s.Transpose(&back, 3)
	if !slices.Equal(back.Ends, []int32{1, 1, 3}) || !slices.Equal(back.Index, []int32{0, 0, 2}) || !slices.Equal(back.Value, []float32{10, 12, 12}) {
		t.Errorf("the transpose is %+v", back)
	}
	back.Transpose(&twice, 3)
	if !slices.Equal(twice.Index, []int32{0, 2, 2}) || !slices.Equal(twice.Ends, s.Ends) {
		t.Errorf("twice transposed it is %+v", twice)
	}
	var row Sparse
	row.AppendRow([]float32{0, 3, float32(math.Copysign(0, -1)), float32(math.NaN()), -1e-40})
	if row.End(); !slices.Equal(row.Index, []int32{1, 3, 4}) || row.Value[0] != 3 || row.Ends[0] != 3 {
		t.Errorf("a row is %+v", row)
	}
	y := Rows{make([]float32, 12), 4, 4}
	s.Times(y, Rows{[]float32{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 4, 4}, 0, 3)
	if y.Data[0] != 12*9+10 || y.Data[4] != 0 || y.Data[11] != 12*12 {
		t.Errorf("the product is %v", y.Data)
	}
}

// table1 is the paper's table 1.
var table1 = Attract{Lambda: 4.12, Gamma: 4.70, A1: 0.279}

// The plasticity is 0 at the attractor, Lambda far from it, and 1.262 at 0.
func TestPlasticity(t *testing.T) {
	for w, want := range map[float64]float64{float64(table1.A1): 0, 100: float64(table1.Lambda), 0: 1.262} {
		if got := table1.Plasticity(w); math.Abs(got-want) > 5e-4 {
			t.Errorf("f(%v) = %v, want %v", w, got, want)
		}
	}
}

// What the kernel scales by is f: at the attractor 0, and anywhere else as near as is said.
func TestPlasticityOfTheKernel(t *testing.T) {
	for _, gamma := range []float32{0.01, 4.7, 100} {
		a := Attract{Lambda: 4.12, Gamma: gamma, A1: 0.279}
		worst := 0.0
		for x := -12.0; x < 12; x += 0.001 {
			w := []float32{float32(x), a.A1, float32(x / 10), float32(x / 100)}
			g := make([]float32, 4)
			for i, v := range w {
				if g[i] = 1; v > a.A1 {
					g[i] = -1
				}
			}
			yield(&a, g, w)
			if g[1] != 1 { // nothing leads away from there
				t.Fatalf("at the attractor the gradient is scaled by %v", g[1])
			}
			for i, v := range w {
				if v != a.A1 {
					worst = max(worst, math.Abs(math.Abs(float64(g[i]))-a.Plasticity(float64(v)))/float64(a.Lambda))
				}
			}
		}
		if worst > 3e-7 || a.plasticity(0, a.steepness()) != 0 {
			t.Errorf("with gamma %v f is off by %v of lambda; at the attractor it is %v", gamma, worst, a.plasticity(0, a.steepness()))
		}
	}
}

// Only what leads away from the attractor is scaled. Without moments a step of Adam is rate*g/|g|, so that
// gradients are told by the first moment.
func TestOnlyWhatLeadsAwayIsScaled(t *testing.T) {
	for _, c := range []struct {
		w, g float32
		away bool
	}{{0.1, 1, true}, {0.1, -1, false}, {0.4, -1, true}, {0.4, 1, false}} {
		f := float32(1)
		if c.away {
			f = float32(table1.Plasticity(float64(c.w)))
		}
		for _, where := range []Where{OfGradient, OfStep} {
			a := table1
			a.Where, a.Rate, a.Epsilon = where, 0.01, 1 // Beta 0: m = g, v = g^2
			w := &Weights{W: repeat(c.w), Grad: repeat(c.g), M: repeat(0), V: repeat(0)}
			a.Step(w)
			g, d := f*c.g, 0.01*f*c.g/(f+1)
			if where == OfStep {
				g, d = c.g, 0.01*f*c.g/2
			}
			if math.Abs(float64(w.M[0]-g)) > 1e-6 || math.Abs(float64(c.w-w.W[0]-d)) > 1e-6 {
				t.Errorf("at %v with gradient %v, %d: m = %v, step %v; want %v and %v", c.w, c.g, where, w.M[0], c.w-w.W[0], g, d)
			}
		}
	}
}

func repeat(x float32) []float32 { return []float32{x, x, x, x} }

// With Lambda 1 in a narrow well far away it is Adam to the bit.
func TestFarFromTheWellItIsAdam(t *testing.T) {
	a := Attract{Beta1: 0.9, Beta2: 0.999}
	far := Attract{Beta1: 0.9, Beta2: 0.999, Lambda: 1, Gamma: 1e4, A1: 10}
	plain := Adam{Rate: 0.01, Beta1: 0.9, Beta2: 0.999, Epsilon: 1e-8}
	theta, m, v := []float32{1, -2, 0.3, 0}, make([]float32, 4), make([]float32, 4)
	sets := []*Weights{}
	for range 3 {
		sets = append(sets, &Weights{W: slices.Clone(theta), M: make([]float32, 4), V: make([]float32, 4)})
	}
	for step := 1.0; step <= 40; step++ {
		c1, c2 := 1-math.Pow(0.9, step), 1-math.Pow(0.999, step)
		a.Corrected(0.01, 1e-8, c1, c2)
		far.Corrected(0.01, 1e-8, c1, c2)
		for i, w := range sets {
			w.Grad = []float32{w.W[0], w.W[1] - 1, float32(math.Sin(step)), 0}
			if far.Where = Where(i); i == 0 {
				a.Step(w)
			} else {
				far.Step(w)
			}
		}
		plain.Correction1, plain.Correction2 = float32(c1), float32(c2)
		plain.Step(theta, []float32{theta[0], theta[1] - 1, float32(math.Sin(step)), 0}, m, v)
	}
	same(t, "OfGradient", sets[1].W, sets[0].W)
	same(t, "OfStep", sets[2].W, sets[0].W)
	for i, x := range theta {
		if math.Abs(float64(x-sets[0].W[i])) > 1e-5 {
			t.Errorf("weight %d is %v, that of Adam %v", i, sets[0].W[i], x)
		}
	}
}

// L1 and the penalty, by hand.
func TestPulls(t *testing.T) {
	a := Attract{Rate: 1, Epsilon: 1, Threshold: 0.25}
	w := &Weights{W: []float32{1, -1, 0.25, 0}, Grad: repeat(0), M: repeat(0), V: repeat(0)}
	a.Step(w)
	if !slices.Equal(w.W, []float32{0.75, -0.75, 0, 0}) {
		t.Errorf("threshold: %v", w.W)
	}
	a = Attract{Rate: 1, Epsilon: 1, Slope: 0.5}
	a.Step(w)
	if !slices.Equal(w.M, []float32{0.5, -0.5, 0, 0}) {
		t.Errorf("slope: %v", w.M)
	}
	a = Attract{Rate: 1, Epsilon: 1, Penalty: 2}
	w = &Weights{W: repeat(1), Grad: repeat(0), M: repeat(0), V: repeat(0), Fisher: []float32{0, 1, 2, 3}, Anchor: []float32{0, 1, 0, 2}}
	a.Step(w)
	if !slices.Equal(w.M, []float32{0, 0, 4, -6}) {
		t.Errorf("penalty: %v", w.M)
	}
}
