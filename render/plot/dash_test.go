package plot

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestDashesOfAStraightLine(t *testing.T) {
	var got [][2]float32
	Dashes([]Point{{X: 0}, {X: 12}, {X: 25}}, 6, 4, nil, func(p []Point) {
		got = append(got, [2]float32{p[0].X, p[len(p)-1].X})
	})
	want := [][2]float32{{0, 6}, {10, 16}, {20, 25}}
	if len(got) != len(want) {
		t.Fatalf("dashes %v, want %v", got, want)
	}
	for i, w := range want {
		if math.Abs(float64(got[i][0]-w[0])) > 1e-5 || math.Abs(float64(got[i][1]-w[1])) > 1e-5 {
			t.Errorf("dash %d is %v, want %v", i, got[i], w)
		}
	}
}

// Whatever the line, dashes have their length, all but the last, and few points: one at each
// end and one at each bend.
func TestDashesOfAJaggedLine(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		line := make([]Point, 2+dice.IntN(500))
		var length float64
		for i := range line {
			line[i] = Point{X: float32(i), Y: float32(dice.Float64() * math.Pow(10, float64(dice.IntN(4))))}
			if i > 0 {
				length += math.Hypot(float64(line[i].X-line[i-1].X), float64(line[i].Y-line[i-1].Y))
			}
		}
		dashes, points := 0, 0
		Dashes(line, 6, 4, nil, func(p []Point) {
			var long float64
			for i := range p[1:] {
				long += math.Hypot(float64(p[i+1].X-p[i].X), float64(p[i+1].Y-p[i].Y))
			}
			dashes, points = dashes+1, points+len(p)
			if last := float64(dashes)*10 > length; math.Abs(long-6) > 0.01 && !last {
				t.Fatalf("dash %d is %v long", dashes, long)
			}
		})
		if want := length / 10; math.Abs(float64(dashes)-want) > 1.01 {
			t.Errorf("%d dashes on %v", dashes, length)
		}
		if most := 2*dashes + len(line); points > most {
			t.Errorf("%d points in %d dashes of a line of %d", points, dashes, len(line))
		}
	}
}

func TestNoDashes(t *testing.T) {
	for _, line := range [][]Point{nil, {{X: 1}}, {{X: 1}, {X: 1}}} {
		Dashes(line, 6, 4, nil, func(p []Point) { t.Errorf("a dash of %v", line) })
	}
}
