package num

import (
	"slices"
	"testing"
)

func FuzzRecurrent(f *testing.F) {
	f.Add([]byte{0, 0, 128, 63, 1, 2, 3, 4}, uint8(3), uint8(4))
	f.Add([]byte("kernels of recurrent networks and their twins give the same bits"), uint8(34), uint8(2))
	f.Fuzz(recurTwins)
}

func recurTwins(t *testing.T, data []byte, height, many uint8) {
	rows, out, tiles := 1+int(height)%21, Lanes*(1+int(height)%3), int(many)%4
	n := max(1, tiles) * Tile
	all := floatsFrom(slices.Repeat(data, 1+4*n*(rows+2*out+4)/max(1, len(data))), rows*(n+out)+2*out*n+4*rows*out)
	next := func(n int) []float32 {
		part := all[:n:n]
		all = all[n:]
		return slices.Clone(part)
	}
	x, y := Tiled{next(rows * n), rows}, Tiled{next(out * n), out}
	w := Rows{Data: next(rows * out), Stride: out, Len: out}
	twin := Tiled{slices.Clone(y.Data), out}
	Mix(y, w, x, tiles)
	mixScalar(twin, w, x, tiles)
	same(t, "Mix", y.Data, twin.Data)

	d := Tiled{next(out * n), out}
	c := next(4 * rows * out)
	want := slices.Clone(c)
	Cross(c, x, d, tiles)
	crossScalar(want, x, d, tiles)
	same(t, "Cross", c, want)

	got, want := slices.Clone(d.Data), slices.Clone(d.Data)
	Blend(got, w.Data[0], twin.Data, w.Data[1], got)
	blendScalar(want, w.Data[0], twin.Data, w.Data[1], want)
	same(t, "Blend", got, want)
	Scale(got, w.Data[2], got)
	scaleByScalar(want, w.Data[2], want)
	same(t, "Scale", got, want)
	ReLUBack(got, twin.Data)
	reluBackScalar(want, twin.Data)
	same(t, "ReLUBack", got, want)
	ReLURow(got, twin.Data)
	reluRowScalar(want, twin.Data)
	same(t, "ReLURow", got, want)
}

// Entries of small matrices, by hand: sample s of the second tile has 10+s in its only row.
func TestRecurrentByHand(t *testing.T) {
	x, y := Tiled{make([]float32, 2*2*Tile), 2}, Tiled{make([]float32, 2*4*Tile), 4}
	for s := range Tile {
		x.Of(1)[s], x.Of(1)[Tile+s] = float32(10+s), 1
		y.Of(1)[2*Tile+s] = 100
	}
	Mix(y, Rows{Data: []float32{1, 2, 3, 4, 5, 6, 7, 8}, Stride: 4, Len: 4}, x, 2)
	if got := y.Of(1)[2*Tile+5]; got != 100+3*15+7 {
		t.Errorf("row 2 of sample 5 is %v, want 152", got)
	}
	c, sums := make([]float32, 2*4*Lanes), make([]float32, 2*4)
	Cross(c, x, y, 2)
	SumLanes(sums, c)
	// Row 2 of y is 107 + 3(10+s), the sum of 10+s is 108, and that of its squares 1,500.
	if sums[2] != 107*108+3*1500 || sums[4+2] != 8*107+3*108 {
		t.Errorf("products %v", sums)
	}
}

func TestRecurrentShapesPanic(t *testing.T) {
	x, y := Tiled{make([]float32, 3*Tile), 3}, Tiled{make([]float32, 4*Tile), 4}
	w := Rows{Data: make([]float32, 3*4), Stride: 4, Len: 4}
	c := make([]float32, 3*4*Lanes)
	for name, f := range map[string]func(){
		"Mix: more tiles":       func() { Mix(y, w, x, 2) },
		"Mix: short weights":    func() { Mix(y, Rows{Data: w.Data[1:], Stride: 4, Len: 4}, x, 1) },
		"Mix: other rows":       func() { Mix(x, w, x, 1) },
		"Cross: more tiles":     func() { Cross(c, x, y, 2) },
		"Cross: short sum":      func() { Cross(c[1:], x, y, 1) },
		"Cross: broken rows":    func() { Cross(c, y, x, 1) },
		"SumLanes: other":       func() { SumLanes(x.Data, c) },
		"Blend: broken vector":  func() { Blend(c[:3], 1, c, 1, c) },
		"Blend: shorter":        func() { Blend(c, 1, c[4:], 1, c) },
		"ReLUBack: shorter row": func() { ReLUBack(c, c[4:]) },
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
