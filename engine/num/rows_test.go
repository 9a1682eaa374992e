package num

import (
	"math"
	"testing"
)

func FuzzRowTwins(f *testing.F) {
	f.Add([]byte("rows and their scalar twins give the same bits"), float32(0.1), float32(0.9))
	f.Add([]byte{0, 0, 128, 127, 0, 0, 192, 127, 0, 0, 176, 66, 0, 0, 174, 194}, float32(1e-3), float32(0.99))
	f.Fuzz(rowTwins)
}

func rowTwins(t *testing.T, data []byte, rate, beta float32) {
	const n = 16
	all := floatsFrom(data, 4*n)
	row := func(i int) []float32 { return append([]float32(nil), all[i*n:(i+1)*n]...) }
	for name, k := range map[string][2]func(dst, x []float32){
		"ExpRow": {ExpRow, expRowScalar}, "TanhRow": {TanhRow, tanhRowScalar}, "LogRow": {LogRow, logRowScalar},
		"SoftplusRow": {SoftplusRow, softplusRowScalar}, "LeakyRow": {LeakyRow, leakyRowScalar},
	} {
		got, want := make([]float32, n), make([]float32, n)
		k[0](got, row(0))
		k[1](want, row(0))
		same(t, name, got, want)
	}
	for name, k := range map[string][2]func(d, h []float32){
		"TanhBack": {TanhBack, tanhBackScalar}, "SoftplusBack": {SoftplusBack, softplusBackScalar}, "LeakyBack": {LeakyBack, leakyBackScalar},
	} {
		got, want := row(1), row(1)
		k[0](got, row(0))
		k[1](want, row(0))
		same(t, name, got, want)
	}
	gx, wx := row(0), row(0)
	expBelow(gx)
	expBelowScalar(wx)
	same(t, "Softmax's exponentials", gx, wx)
	gx, wx = row(1), row(1)
	overSum(gx)
	overSumScalar(wx)
	same(t, "Softmax's shares", gx, wx)
	a := &Adam{Rate: rate, Beta1: beta, Beta2: 0.999, Epsilon: 1e-8, Correction1: 0.3, Correction2: 0.7}
	gt, gm, gv, wt, wm, wv := row(0), row(2), row(3), row(0), row(2), row(3)
	a.Step(gt[:n-1], row(1)[:n-1], gm[:n-1], gv[:n-1])
	adamScalar(a, wt[:n-1], row(1), wm, wv)
	same(t, "Adam", append(append(gt, gm...), gv...), append(append(wt, wm...), wv...))
	r := &RMSprop{Rate: rate, Alpha: beta, Epsilon: 1e-8}
	gt, gv, wt, wv = row(0), row(3), row(0), row(3)
	r.Step(gt[:n-1], row(1)[:n-1], gv[:n-1])
	rmspropScalar(r, wt[:n-1], row(1), wv)
	same(t, "RMSprop", append(gt, gv...), append(wt, wv...))
}

func TestRowsAgainstTheLibrary(t *testing.T) {
	x, y := make([]float32, 4), make([]float32, 4)
	for v := -86.9; v < 87.9; v += 0.013 {
		x[0], x[1] = float32(v), float32(v/20)
		ExpRow(y, x)
		if want := math.Exp(float64(x[0])); math.Abs(float64(y[0])/want-1) > 2.5e-7 {
			t.Fatalf("exp(%v) = %v, want %v", x[0], y[0], want)
		}
		TanhRow(y, x)
		if want := math.Tanh(float64(x[1])); math.Abs(float64(y[1])-want) > 2e-7 {
			t.Fatalf("tanh(%v) = %v, want %v", x[1], y[1], want)
		}
		x[0] = float32(math.Exp(v))
		LogRow(y, x)
		if want := math.Log(float64(x[0])); math.Abs(float64(y[0])-want) > 2e-7*(1+math.Abs(want)) {
			t.Fatalf("log(%v) = %v, want %v", x[0], y[0], want)
		}
	}
}

func TestSoftmax(t *testing.T) {
	x := []float32{1, 3, 2, 500, -500, 7, 7, 7}
	Softmax(x, 5)
	var sum float64
	for _, v := range x {
		sum += float64(v)
	}
	if math.Abs(sum-1) > 1e-6 || x[3] < 0.999 || x[4] > 1e-30 || x[5] != 0 || x[7] != 0 {
		t.Errorf("softmax %v, sum %v", x, sum)
	}
	y := []float32{0.1, -0.7, 1.2, 0}
	Softmax(y, 3)
	total := math.Exp(0.1) + math.Exp(-0.7) + math.Exp(1.2)
	for i, v := range []float64{0.1, -0.7, 1.2} {
		if want := math.Exp(v) / total; math.Abs(float64(y[i])-want) > 1e-6 {
			t.Errorf("softmax[%d] = %v, want %v", i, y[i], want)
		}
	}
}

// The reference steps are in float64, from the papers' formulas.
func TestOptimizersAgainstTheirFormulas(t *testing.T) {
	theta, m, v := []float32{1, -2, 3, 0.5, 4}, make([]float32, 5), make([]float32, 5)
	ref, rm, rv := []float64{1, -2, 3, 0.5, 4}, make([]float64, 5), make([]float64, 5)
	for step := 1; step <= 50; step++ {
		grad := make([]float32, 5)
		a := Adam{
			Rate: 0.01, Beta1: 0.9, Beta2: 0.999, Epsilon: 1e-8,
			Correction1: float32(1 - math.Pow(0.9, float64(step))), Correction2: float32(1 - math.Pow(0.999, float64(step))),
		}
		for i := range theta {
			grad[i] = 2 * theta[i]
			g := float64(grad[i])
			rm[i] = 0.9*rm[i] + 0.1*g
			rv[i] = 0.999*rv[i] + 0.001*g*g
			ref[i] -= 0.01 * (rm[i] / (1 - math.Pow(0.9, float64(step)))) / (math.Sqrt(rv[i]/(1-math.Pow(0.999, float64(step)))) + 1e-8)
		}
		a.Step(theta, grad, m, v)
	}
	for i := range theta {
		if math.Abs(float64(theta[i])-ref[i]) > 1e-4 {
			t.Errorf("Adam: theta[%d] = %v, want %v", i, theta[i], ref[i])
		}
	}
	theta, v = []float32{1, -2, 3, 0.5, 4}, make([]float32, 5)
	ref, rv = []float64{1, -2, 3, 0.5, 4}, make([]float64, 5)
	r := RMSprop{Rate: 0.01, Alpha: 0.99, Epsilon: 1e-8}
	for range 50 {
		grad := make([]float32, 5)
		for i := range theta {
			grad[i] = 2 * theta[i]
			g := float64(grad[i])
			rv[i] = 0.99*rv[i] + 0.01*g*g
			ref[i] -= 0.01 * g / (math.Sqrt(rv[i]) + 1e-8)
		}
		r.Step(theta, grad, v)
	}
	for i := range theta {
		if math.Abs(float64(theta[i])-ref[i]) > 1e-4 {
			t.Errorf("RMSprop: theta[%d] = %v, want %v", i, theta[i], ref[i])
		}
	}
}
