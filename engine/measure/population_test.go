package measure

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestPopulation(t *testing.T) {
	const k, places = 7, 12
	dice := rand.New(rand.NewPCG(3, 4))
	of := func() *Population {
		p := &Population{Places: places, Y: make([]float32, 8*places)}
		for i := range k * places {
			if v := dice.Float32(); v > 0.5 {
				p.Y[i] = v
			}
		}
		return p
	}
	a, b := of(), of()
	like := make([]float32, places*places)
	a.Similarity(like)
	for p := range places {
		for q := range places {
			var want float64
			for j := range k {
				want += float64(a.Cell(j)[p]) * float64(a.Cell(j)[q])
			}
			if math.Abs(float64(like[p*places+q])-want) > 1e-5 {
				t.Fatalf("places %d and %d: %v, not %v", p, q, like[p*places+q], want)
			}
		}
	}
	if r := PopulationCorrelation(a, a, k); math.Abs(r-1) > 1e-12 {
		t.Errorf("with itself %v", r)
	}
	if r := PopulationCorrelation(a, b, k); math.Abs(r) > 0.5 {
		t.Errorf("with another %v", r)
	}
	// A population whose cells are shuffled everywhere alike says the same of places.
	c := &Population{Places: places, Y: make([]float32, len(a.Y))}
	for j := range k {
		copy(c.Cell((j+3)%k), a.Cell(j))
	}
	other := make([]float32, places*places)
	c.Similarity(other)
	if r := Pearson(like, other); math.Abs(r-1) > 1e-6 {
		t.Errorf("shuffled cells say other things of places: %v", r)
	}
	clear(b.Y)
	if r := PopulationCorrelation(a, b, k); !math.IsNaN(r) {
		t.Errorf("with silence %v", r)
	}
}

func TestNextSnapshot(t *testing.T) {
	step := int64(0)
	for _, want := range []int64{1, 2, 3, 5, 7, 10, 15} {
		if step = NextSnapshot(step); step != want {
			t.Fatalf("%d where %d is due", step, want)
		}
	}
}

// Coarse rows are farther apart and keep within their bound all the same.
func TestCoarseHistory(t *testing.T) {
	h := History{Width: 1, Coarse: 8}
	h.Reset()
	n := 0
	for step := int64(0); step < 100_000; step++ {
		if h.Due(step) {
			h.Add([]float64{float64(step)})
			n++
		}
	}
	if n < 80 || n > 160 || h.Spread != 0.08 {
		t.Errorf("%d rows, spread %v", n, h.Spread)
	}
	other := History{Width: 1}
	other.Reset()
	if other.Restore(h.Rows, h.Spread/16, h.Next, 100_000) || !h.Restore(h.Rows, h.Spread, h.Next, 100_000) {
		t.Error("the spread of a restored history is not looked at")
	}
	h.Reset()
	if h.Coarse != 8 || h.Spread != 0.08 {
		t.Error("a reset forgets the spread")
	}
}
