package valley

import (
	"math"
	"testing"
)

// frameOf is the picture as the view gets it.
func frameOf(t *testing.T, s *Sim) *Frame {
	t.Helper()
	b, err := s.AppendFrame(nil, true)
	if err != nil {
		t.Fatal(err)
	}
	var f Frame
	rest, err := f.UnmarshalMsg(b)
	if err != nil || len(rest) > 0 {
		t.Fatalf("decoding: %v, %d bytes left", err, len(rest))
	}
	return &f
}

func TestTrailsEndAtTheWalkers(t *testing.T) {
	s := crowdOf(100, 2, 0.6, 0.02, 0.02, "update")
	for _, step := range []int64{0, 1, 100, 191, 192, 193, 5000} {
		s.walk(step)
		if step == 100 {
			s.Poke(-1, 0.5)
		}
		f := frameOf(t, s)
		if len(f.TrailX) != len(f.TrailOf)*f.TrailLen || len(f.TrailOf) > mostTrails || f.TrailLen > mostPoints+1 {
			t.Fatalf("step %d: %d trails of %d, %d points", step, len(f.TrailOf), f.TrailLen, len(f.TrailX))
		}
		for k, of := range f.TrailOf {
			if end := (k+1)*f.TrailLen - 1; f.TrailX[end] != f.X[of] || f.TrailY[end] != f.Y[of] {
				t.Errorf("step %d: trail %d ends at (%v, %v)", step, k, f.TrailX[end], f.TrailY[end])
			}
		}
		if x := f.TrailX[0]; step < 1000 && x != 2 {
			t.Errorf("step %d: the first trail begins at x = %v", step, x)
		}
	}
}

func TestTrailOfADropBeginsWhereItWasDropped(t *testing.T) {
	s := crowdOf(3, 2, 0.6, 0.02, 0.02, "update")
	s.walk(50)
	s.Poke(-1, 0.5)
	s.walk(60)
	f := frameOf(t, s)
	trail := f.TrailX[3*f.TrailLen:]
	for i, x := range trail {
		if before := i <= 50; before != math.IsNaN(float64(x)) {
			t.Errorf("point %d of the drop's trail is %v", i, x)
		}
	}
}

// A trail reaches back far enough to be seen, and its points stay close together.
func TestTrailsSpanAVisibleStretch(t *testing.T) {
	for _, noise := range []float64{0.005, 0.02, 0.1, 0.5} {
		s := crowdOf(20, 2, 0, 0.02, noise, "update")
		s.walk(20000)
		stretch := float64(s.trails.stride * mostPoints)
		apart := noise * math.Sqrt(float64(s.trails.stride))
		if apart > max(reach, noise) || stretch < 20000 && noise*math.Sqrt(2*float64(s.trails.stride)) < reach {
			t.Errorf("noise %v: a point every %d steps", noise, s.trails.stride)
		}
	}
}

func TestHistogramHoldsAllWalkers(t *testing.T) {
	s := crowdOf(500, 2, 0.6, 0.02, 0.05, "update")
	for _, c := range []struct {
		step int64
		edge float32
	}{{0, 3}, {100, 3}, {3000, 6}} {
		s.walk(c.step)
		f := frameOf(t, s)
		var sum float64
		for _, share := range f.Hist {
			sum += float64(share)
		}
		near(t, "sum", sum, 1, 0.05)
		if f.HistMax != c.edge {
			t.Errorf("step %d: the right edge is %v, want %v", c.step, f.HistMax, c.edge)
		}
	}
}

func TestCaptions(t *testing.T) {
	for _, c := range []struct {
		s    *Sim
		step int64
		want string
	}{
		{crowdOf(2000, 2, 0.6, 0.02, 0.05, "update"), 3, "2,000 walkers, sliding down to the floor of the valley."},
		{crowdOf(1, 2, 0, 0.02, 0.02, "update"), 1, "1 walker, not yet at the corner (theory 0 %)."},
		{crowdOf(24, 2, 0, 0.02, 0, "update"), 1, "24 walkers at rest on the floor: without noise nothing moves."},
		{crowdOf(200, 2, 0, 0.02, 0.5, "label"), 1, "200 walkers, mean curvature at 100 % of that where their start settles; 0 % have met the corner."},
		{crowdOf(24, 2.5, 0, 0.02, 0.01, "update"), 1, "24 walkers, 0 % have met the corner; theory holds for small steps only: η x₀² is 0.12, not below 0.1."},
		{crowdOf(24, 1, 0, 0.02, 0.02, "update"), 1, "24 walkers, 0 % have met the corner; theory holds for small steps only: σ/√η is 0.14, not below 0.1 x₀² = 0.1."},
		{crowdOf(24, 2, 0, 0.02, 0.05, "update"), 3300, "24 walkers, 92 % have met the corner; theory holds for small steps only: σ√(ηt) is 0.41, not below 0.4."},
		{crowdOf(24, 2, 0.1, 0.02, 0, "update"), 10, "24 walkers, moving without noise."},
	} {
		c.s.walk(c.step)
		if got := c.s.caption(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
