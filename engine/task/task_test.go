package task

import (
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
