package task

import (
	"math"
	"slices"
	"testing"
)

func TestScaleFillsTheInterval(t *testing.T) {
	for _, c := range []struct {
		x    []float32
		lo   float32
		want []float32
	}{
		{[]float32{2, 4, 3}, -1, []float32{-1, 1, 0}},
		{[]float32{2, 4, 3}, 0, []float32{0, 1, 0.5}},
		{[]float32{7, 7}, -1, []float32{0, 0}}, // a constant becomes the middle
		{[]float32{7, 7}, 0, []float32{0.5, 0.5}},
	} {
		got := slices.Clone(c.x)
		if Scale(got, c.lo); !slices.Equal(got, c.want) {
			t.Errorf("%v from %v on is %v, want %v", c.x, c.lo, got, c.want)
		}
	}
}

// Random data follow from the seed alone, and inputs and targets are not the same numbers.
func TestRandomFollowsFromTheSeed(t *testing.T) {
	a, same, other := Random(3, 4, 6, 6, -1), Random(3, 4, 6, 6, -1), Random(4, 4, 6, 6, -1)
	if !slices.Equal(a.Inputs, same.Inputs) || !slices.Equal(a.Targets, same.Targets) {
		t.Error("the same seed makes other data")
	}
	if slices.Equal(a.Inputs, other.Inputs) || slices.Equal(a.Inputs, a.Targets) {
		t.Error("other seeds or streams make the same data")
	}
	if len(a.Inputs) != 24 || len(a.Targets) != 24 || slices.Min(a.Inputs) != -1 || slices.Max(a.Targets) != 1 {
		t.Errorf("%d inputs, %d targets", len(a.Inputs), len(a.Targets))
	}
}

// Smoothed data are a Gaussian's: what random data are after the filter, written out here, and
// neighbours are alike.
func TestSmoothedIsFilteredRandom(t *testing.T) {
	const samples, inputs, outputs = 20, 7, 5
	raw, got := Random(3, samples, inputs, outputs, -1), Smoothed(3, samples, inputs, outputs, -1)
	for what, x := range map[string][2][]float32{"inputs": {raw.Inputs, got.Inputs}, "targets": {raw.Targets, got.Targets}} {
		n := len(x[0]) / samples
		want := make([]float32, len(x[0]))
		for s := range samples {
			for f := range n {
				var sum, all float64
				for ds := -16; ds <= 16; ds++ {
					for df := -4; df <= 4; df++ {
						w := math.Exp(-float64(ds*ds)/32 - float64(df*df)/2)
						sum += w * float64(x[0][mirrored(s+ds, samples)*n+mirrored(f+df, n)])
						all += w
					}
				}
				want[s*n+f] = float32(sum / all)
			}
		}
		Scale(want, -1)
		for i, v := range want {
			if math.Abs(float64(v-x[1][i])) > 1e-4 {
				t.Fatalf("%s: number %d is %v, want %v", what, i, x[1][i], v)
			}
		}
	}
	if lo, hi := Extent(Smoothed(3, 50, 1, 1, 0).Inputs); lo != 0 || hi != 1 {
		t.Errorf("a single input lies in [%v, %v]", lo, hi)
	}
}

// mirrored folds an index into [0, n), repeating the edge.
func mirrored(i, n int) int {
	for i < 0 || i >= n {
		if i < 0 {
			i = -1 - i
		} else {
			i = 2*n - 1 - i
		}
	}
	return i
}

// On the ring, the target is what is seen next; who sees from the same place sees the same; and
// the walk goes round about ten times.
func TestTheRingIsSeenAhead(t *testing.T) {
	const samples, inputs = 400, 31
	d, at := Abstract(3, samples, inputs, -1)
	if len(at) != samples || len(d.Inputs) != samples*inputs || len(d.Targets) != samples*inputs {
		t.Fatalf("%d places, %d inputs, %d targets", len(at), len(d.Inputs), len(d.Targets))
	}
	for i := range (samples - 1) * inputs {
		if math.Abs(float64(d.Targets[i]-d.Inputs[i+inputs])) > 0.05 { // scaled apart
			t.Fatalf("target %d is %v, the next input %v", i, d.Targets[i], d.Inputs[i+inputs])
		}
	}
	rounds, met := 0, 0
	for i := 1; i < samples; i++ {
		if at[i] < 0 || at[i] >= 1 {
			t.Fatalf("sample %d is at %v", i, at[i])
		}
		if at[i] < at[i-1] {
			rounds++
		}
		// The inputs are one apart, so who stands k further sees the first input as the k-th.
		for k := range samples {
			way := (at[k] - at[i]) * 120
			near := int(math.Round(way))
			if k == i || near < 0 || near >= inputs || math.Abs(way-float64(near)) > 1e-3 {
				continue
			}
			met++
			if a, b := d.Inputs[i*inputs+near], d.Inputs[k*inputs]; math.Abs(float64(a-b)) > 1e-2 {
				t.Errorf("%v from sample %d there is %v, and %v from sample %d at that place", near, i, a, b, k)
			}
		}
	}
	if rounds < 8 || rounds > 12 || met < 20 {
		t.Errorf("%d rounds, %d meetings", rounds, met)
	}
	if other, _ := Abstract(4, samples, inputs, -1); slices.Equal(other.Inputs, d.Inputs) {
		t.Error("another seed gives the same walk")
	}
}
