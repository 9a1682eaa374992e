package num

import (
	"math"
	"slices"
	"testing"
)

// bytes of a fuzzed input become floats of all kinds: small, large, negative, zero,
// infinite, and not numbers.
func floatsFrom(data []byte, n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		var u uint32
		for k := range 4 {
			if at := 4*i + k; at < len(data) {
				u |= uint32(data[at]) << (8 * k)
			}
		}
		out[i] = math.Float32frombits(u)
	}
	return out
}

func same(t *testing.T, what string, got, want []float32) {
	t.Helper()
	for i := range want {
		g, w := got[i], want[i]
		if math.Float32bits(g) != math.Float32bits(w) && (g == g || w == w) {
			t.Fatalf("%s: entry %d is %v (%08x), its twin has %v (%08x)", what, i, g, math.Float32bits(g), w, math.Float32bits(w))
		}
	}
}

func FuzzTwins(f *testing.F) {
	f.Add([]byte{0, 0, 128, 63, 1, 2, 3, 4}, uint8(3))
	f.Add([]byte("kernels and their scalar twins give the same bits, also for odd numbers"), uint8(7))
	f.Fuzz(kernelTwins)
}

func kernelTwins(t *testing.T, data []byte, vectors uint8) {
	n := Lanes * (1 + int(vectors)%16)
	all := floatsFrom(data, 6*n+8)
	row := func(i int) []float32 { return all[i*n : (i+1)*n] }
	clone := func(x []float32) []float32 { return append([]float32(nil), x...) }
	a := (*[4]float32)(all[6*n:])

	got, want := clone(row(0)), clone(row(0))
	Axpy4(got, a, row(1), row(2), row(3), row(4))
	axpy4Scalar(want, a, row(1), row(2), row(3), row(4))
	same(t, "Axpy4", got, want)

	got, want = make([]float32, n), make([]float32, n)
	sg := Residual(got, row(0), row(1), all[6*n])
	sw := residualScalar(want, row(0), row(1), all[6*n])
	same(t, "Residual", append(got, sg), append(want, sw))

	for _, edge := range []float32{1000, all[6*n]} {
		gx, gy, wx, wy := clone(row(0)), clone(row(1)), clone(row(0)), clone(row(1))
		if g, w := WalkUpdate(gx, gy, row(2), row(3), a[0], a[1], edge), walkUpdateScalar(wx, wy, row(2), row(3), a[0], a[1], edge); g != w {
			t.Fatalf("WalkUpdate: within %v, its twin has %v", g, w)
		}
		if g, w := WalkLabel(gx, gy, row(2), a[0], a[1], edge), walkLabelScalar(wx, wy, row(2), a[0], a[1], edge); g != w {
			t.Fatalf("WalkLabel: within %v, its twin has %v", g, w)
		}
		same(t, "WalkUpdate and WalkLabel", append(gx, gy...), append(wx, wy...))
	}
	gl, wl := make([]uint32, n), make([]uint32, n)
	Meet(gl, row(0), row(1))
	meetScalar(wl, row(0), row(1))
	if !slices.Equal(gl, wl) {
		t.Fatalf("Meet: %v, its twin has %v", gl, wl)
	}

	cells := func() *Cells {
		return &Cells{U: clone(row(0)), Y: clone(row(1)), Drive: row(2), Inhibition: row(3), Self: row(4), Gain: row(5)}
	}
	gc, wc := cells(), cells()
	gm, gs := Relax(gc, a[0], a[1])
	wm, ws := relaxScalar(wc, a[0], a[1])
	same(t, "Relax", append(append(gc.U, gc.Y...), gm, gs), append(append(wc.U, wc.Y...), wm, ws))

	got, want = clone(row(0)), clone(row(0))
	Hebb(got, row(1), row(2), a[0], a[1], a[2])
	hebbScalar(want, row(1), row(2), a[0], a[1], a[2])
	KeepPositive(got)
	keepPositiveScalar(want)
	same(t, "Hebb and KeepPositive", got, want)

	got, want = clone(row(0)), clone(row(0))
	Descend(got[:n-1], row(1)[:n-1], row(2)[:n-1], all[6*n], all[6*n+1])
	descendScalar(want[:n-1], row(1), row(2), all[6*n], all[6*n+1])
	same(t, "Descend", got, want)
}

func TestKernelsByHand(t *testing.T) {
	y := []float32{1, 1, 1, 1}
	one := []float32{1, 2, 3, 4}
	Axpy4(y, &[4]float32{1, 10, 100, 1000}, one, one, one, one)
	same(t, "Axpy4", y, []float32{1112, 2223, 3334, 4445})
	g := make([]float32, 4)
	if sum := Residual(g, one, []float32{0, 0, 0, 0}, 2); sum != 30 {
		t.Errorf("sum of squares %v, want 30", sum)
	}
	same(t, "Residual", g, []float32{2, 4, 6, 8})
}

func TestShapeErrorsPanic(t *testing.T) {
	h := Rows{Data: make([]float32, 2*Tile), Stride: Tile, Len: Tile}
	w := Rows{Data: make([]float32, 2*3), Stride: 3, Len: 3}
	x, lists, wide := make([]float32, 3*Tile), NewLists(2, 1), NewLists(2, 2)
	panels, more := NewPanels(3, Tile), NewLists(3, 1)
	for name, f := range map[string]func(){
		"short row":              func() { Axpy4(make([]float32, 8), new([4]float32), nil, nil, nil, nil) },
		"broken vector":          func() { Residual(make([]float32, 3), make([]float32, 3), make([]float32, 3), 1) },
		"Activate: short x":      func() { Activate(h, w, x[1:], &lists, &lists) },
		"Activate: other lists":  func() { Activate(h, w, x, &lists, &more) },
		"Activate: many tiles":   func() { Activate(h, w, x, &wide, &wide) },
		"Activate: many units":   func() { Activate(h, w, x, &more, &more) },
		"Back: short g":          func() { Back(h, h, w, x[1:], &lists) },
		"Add: other length":      func() { Add(h, h, &panels, &lists) },
		"Gather: short y":        func() { Gather(x[1:], w, h, &lists) },
		"Shift: short reach":     func() { Shift(x[:2], w, w, x[:2], &lists) },
		"Shift: many units":      func() { Shift(x[:3], w, w, x[:3], &more) },
		"Shift: other lists":     func() { Shift(x[:2], w, w, x[:3], &more) },
		"Only: no list":          func() { lists.Only([]int32{2}) },
		"Only: out of order":     func() { lists.Only([]int32{1, 0}) },
		"Append: beyond bound":   func() { lists.Append(0, 1) },
		"Transpose: other sizes": func() { panels.Transpose(x[1:]) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			f()
		}()
	}
}
