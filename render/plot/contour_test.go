package plot

import (
	"math"
	"testing"
)

func valley(x, y float32) float32 { return x * y * x * y }

// The contours of (xy)^2 are the hyperbolas |xy| = sqrt(level).
func TestContoursLieOnTheirLevel(t *testing.T) {
	g := Sample(121, -3, 3, valley)
	for _, level := range []float32{0.1, 1, 10} {
		pieces := g.AppendContour(nil, level)
		if len(pieces) < 100 {
			t.Errorf("level %v has only %d pieces", level, len(pieces))
		}
		want := math.Sqrt(float64(level))
		for _, s := range pieces {
			if got := math.Abs(float64(s.A.X * s.A.Y)); math.Abs(got-want) > 0.06 {
				t.Fatalf("level %v: |xy| = %v at %v, want %v", level, got, s.A, want)
			}
		}
	}
}

func TestChainsAreTheFourBranches(t *testing.T) {
	pieces := Sample(121, -3, 3, valley).AppendContour(nil, 0.9)
	lines := Chain(pieces)
	if len(lines) != 4 {
		t.Errorf("the contour falls into %d lines, want one in each quadrant", len(lines))
	}
	n := 0
	for _, l := range lines {
		n += len(l) - 1
	}
	if n != len(pieces) {
		t.Errorf("the lines have %d pieces of %d", n, len(pieces))
	}
}

func TestFieldInterpolates(t *testing.T) {
	g := Sample(31, -3, 3, func(x, y float32) float32 { return 2*x - y })
	for _, p := range []Point{{0, 0}, {1.23, -2.2}, {-3, 3}, {2.99, 2.99}} {
		if got, want := g.At(p.X, p.Y), 2*p.X-p.Y; math.Abs(float64(got-want)) > 1e-4 {
			t.Errorf("At(%v) = %v, want %v", p, got, want)
		}
		k := g.Nearest(p.X, p.Y)
		if dx := g.Coord(k%31) - p.X; math.Abs(float64(dx)) > 0.11 {
			t.Errorf("the point nearest %v is %v away", p, dx)
		}
	}
	if g.At(100, 0) != g.At(3, 0) {
		t.Error("the field does not continue its edge")
	}
}

func TestSheetMarksItsLevels(t *testing.T) {
	g := Sample(31, -1, 1, func(x, _ float32) float32 { return (x + 1) / 2 })
	red := Hex(0xff0000)
	sheet := g.Sheet(64, Viridis, []float32{0.5}, red)
	marked := 0
	for _, p := range sheet[:64] {
		if p == red {
			marked++
		}
	}
	if marked != 1 {
		t.Errorf("the level is marked %d times in a row, want once", marked)
	}
}
