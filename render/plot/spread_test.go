package plot

import (
	"slices"
	"testing"
)

func TestSpreadLeavesWhatFits(t *testing.T) {
	l := []Label{{Want: 80, Of: 0}, {Want: 20, Of: 1}}
	Spread(l, 10, 0, 100)
	if l[0].Of != 1 || l[0].Y != 20 || l[1].Y != 80 {
		t.Errorf("labels with room were moved: %v", l)
	}
}

func FuzzSpread(f *testing.F) {
	f.Add(float32(10), float32(10), float32(12))
	f.Add(float32(95), float32(99), float32(-5))
	f.Fuzz(func(t *testing.T, a, b, c float32) {
		if a != a || b != b || c != c {
			return
		}
		l := []Label{{Want: a, Of: 0}, {Want: b, Of: 1}, {Want: c, Of: 2}}
		Spread(l, 12, 0, 100)
		for i := range l {
			if l[i].Y < 6-0.01 || l[i].Y > 94.01 {
				t.Errorf("label at %v, outside [6, 94]", l[i].Y)
			}
			if i > 0 && l[i].Y-l[i-1].Y < 12-0.01 {
				t.Errorf("labels at %v and %v overlap", l[i-1].Y, l[i].Y)
			}
		}
	})
}

func TestWrap(t *testing.T) {
	measure := func(s string) float32 { return float32(len(s)) }
	got := AppendWrapped(nil, "diverged at step 312: the loss is unbelievably large", 14, measure)
	want := []string{"diverged at", "step 312: the", "loss is", "unbelievably", "large"}
	if !slices.Equal(got, want) {
		t.Errorf("wrapped %q, want %q", got, want)
	}
	if got := AppendWrapped(nil, "  ", 5, measure); len(got) != 0 {
		t.Errorf("nothing wraps to %q", got)
	}
}
