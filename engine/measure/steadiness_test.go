package measure

import (
	"math"
	"strings"
	"testing"

	"driftlab/engine/rng"
)

// wandering is a course of intervals about a sparsity of 1/2 and a drift speed of 0.3, with noise of 5 and
// 10 %, as on the ring of the exhibit hebbian, or a share of that. Neighbours correlate; both may
// fall by a share from the first interval to the last.
func wandering(seed uint32, n int, noise, neighbours, sparser, slower float64) Intervals[*int] {
	z := make([]float32, 2*n)
	rng.Key{Seed: seed}.Normals(z, 0)
	k := NewIntervals(100, func(_, _ *int) float64 { return 1 })
	var a, b float64
	fresh := math.Sqrt(1 - neighbours*neighbours)
	for i := range n {
		a, b = neighbours*a+fresh*float64(z[2*i]), neighbours*b+fresh*float64(z[2*i+1])
		share := float64(i) / float64(n-1)
		k.Of = append(k.Of, Interval{
			From: int64(i) * 100, To: int64(i+1) * 100, Born: 3, Silenced: 2,
			Sparsity: 0.5 * (1 + 0.05*noise*a - sparser*share), Speed: 0.3 * (1 + 0.1*noise*b - slower*share),
		})
	}
	return k
}

// What is stationary is found steady, and what has a trend is not, as often as Steadiness says.
func TestSteadinessErrs(t *testing.T) {
	for _, c := range []struct {
		n                           int
		neighbours, sparser, slower float64
		least, most                 float64 // share of the runs that are found steady
	}{
		{12, 0, 0, 0, 0.9, 0.95},
		{28, 0, 0, 0, 0.95, 1},
		{12, 0.3, 0, 0, 0.8, 0.9},
		{28, 0.3, 0, 0, 0.9, 0.95},
		{12, 0, 0.3, 0, 0.2, 0.33},
		{28, 0, 0.3, 0, 0.1, 0.2},
		{12, 0, 0, 0.5, 0.33, 0.45},
		{28, 0, 0, 0.5, 0, 0.1},
		{28, 0, 0, 1, 0, 0.001},
	} {
		const runs = 2000
		found := 0
		for seed := range uint32(runs) {
			k := wandering(seed, c.n, 1, c.neighbours, c.sparser, c.slower)
			if s := k.Steadiness(0); s.Steady() {
				found++
			}
		}
		share := float64(found) / runs
		if share < c.least || share > c.most {
			t.Errorf("%+v: %v are steady", c, share)
		}
	}
}

// The test leaves the first third out, and what lies before null drift.
func TestSteadinessLeavesTheFirstThirdOut(t *testing.T) {
	k := wandering(1, 24, 0, 0, 0, 0)
	for i := range k.Of[:12] { // six before null drift, six of its eighteen
		k.Of[i].Sparsity, k.Of[i].Speed, k.Of[i].Born = 5, 5, 5000
	}
	s := k.Steadiness(550)
	if !s.Steady() || s.Has != 18 || s.Sparsity != [2]float64{0.5, 0.5} || s.Born != 3 || s.Silenced != 2 {
		t.Errorf("%+v", s)
	}
	near(t, "speed", s.Speed[0], 0.3, 1e-12)
	const want = "holds: of null drift since step 550 the last two thirds are steady, with 50 and 50 % of the cells active, " +
		"and a code that moves by 0.30 and 0.30 in 100 steps, in which 3.0 cells are born and 2.0 silenced"
	if f := s.Fact("the cells", "cell"); f.Value != want || !strings.Contains(s.Sentence(), "are steady") {
		t.Errorf("%q, %q", f.Value, s.Sentence())
	}
}

// Too few intervals tell nothing, and neither do those where nothing could be compared.
func TestTooShortToTell(t *testing.T) {
	k := wandering(1, 11, 0, 0, 0, 0)
	s := k.Steadiness(0)
	if !s.Short() || s.Steady() || s.Sentence() != "" || !strings.Contains(s.Fact("", "").Value, "11 intervals of 100 steps") {
		t.Errorf("%+v: %q", s, s.Fact("", ""))
	}
	k = wandering(1, 20, 0, 0, 0, 0)
	for i := range k.Of {
		k.Of[i].Speed = math.NaN()
	}
	if s := k.Steadiness(0); !s.Short() || s.Steady() {
		t.Errorf("%+v", s)
	}
	if s := new(Intervals[*int]).Steadiness(0); !s.Short() || s.Steady() {
		t.Errorf("%+v", s)
	}
}

// Each border that has been reached is told with its rule.
func TestBordersAreToldWithTheirRules(t *testing.T) {
	v := Verdict{Phase: Null, Borders: []int64{150, 1468}}
	facts := v.Facts("the error")
	if len(facts) != 2 || facts[0].Name != "learned" || facts[1].Name != "null drift" {
		t.Fatalf("%+v", facts)
	}
	for i, parts := range [][]string{
		{"since step 150,", "the error is below 20 %", "grew 4-fold", "within 5 %"},
		{"since step 1,468,", "a fall by 30 %", "within 10 %", "grew 2-fold"},
	} {
		for _, part := range parts {
			if !strings.Contains(facts[i].Value, part) {
				t.Errorf("%q lacks %q", facts[i].Value, part)
			}
		}
	}
	if none := new(Verdict).Facts("the error"); len(none) > 0 {
		t.Errorf("nothing is learned, and %+v", none)
	}
}
