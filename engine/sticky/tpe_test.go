package sticky

import (
	"math"
	"reflect"
	"testing"

	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// planted is a search with a known optimum: 0, at .3, 8 and .02, the last not in logarithms.
var planted = []span{{0.01, 10}, {1, 100}, {0, 0.1}}

func plantedMark(x []float64) float64 {
	a, b, c := num.Log(x[0]/0.3)/num.Log(1000), num.Log(x[1]/8)/num.Log(100), (x[2]-0.02)/0.1
	return -(float64(a*a) + float64(b*b) + float64(c*c))
}

func anywhere([]float64) bool { return true }

// sought is a search of so many trials, the first of them random.
func sought(seed uint32, trials, chance int, mark func(x []float64) float64, fit func(x []float64) bool) []trial {
	var past []trial
	for number := range trials {
		x := propose(rng.Key{Seed: seed, Stream: 40}, number, chance, planted, past, fit)
		past = append(past, trial{x, mark(x)})
	}
	return past
}

func bestOf(past []trial) float64 {
	best := math.Inf(-1)
	for _, t := range past {
		if t.mark > best {
			best = t.mark
		}
	}
	return best
}

// Over 20 seeds the estimator comes nearer to the optimum than chance does.
func TestEstimatorBeatsChance(t *testing.T) {
	var model, chance float64
	wins := 0
	for seed := range uint32(20) {
		a, b := bestOf(sought(seed, 30, 10, plantedMark, anywhere)), bestOf(sought(seed, 30, 30, plantedMark, anywhere))
		model, chance = model+a/20, chance+b/20
		if a > b {
			wins++
		}
	}
	t.Logf("best of 30 trials, mean over seeds: %.5f, by chance %.5f; better in %d of 20", model, chance, wins)
	if model < 0.6*chance || wins < 14 {
		t.Errorf("best of 30 trials, mean over seeds: %v, by chance %v; better in %d of 20", model, chance, wins)
	}
}

// Proposals keep within their spans and to what fits; those by chance are spread evenly, in logarithms.
func TestProposals(t *testing.T) {
	small := func(x []float64) bool { return x[0]*x[1] < 3 }
	inSpans := func(past []trial) {
		t.Helper()
		for i, one := range past {
			for j, s := range planted {
				if one.x[j] < s.lo || one.x[j] > s.hi {
					t.Errorf("trial %d is at %v", i, one.x)
				}
			}
		}
	}
	past := sought(3, 60, 10, plantedMark, small)
	inSpans(past)
	for i, one := range past {
		if !small(one.x) {
			t.Errorf("trial %d does not fit: %v", i, one.x)
		}
	}
	// What is best at a corner draws the model there.
	inSpans(sought(3, 60, 10, func(x []float64) float64 { return -x[0] - x[1] - x[2] }, anywhere))

	below := make([]int, len(planted))
	spread := sought(3, 1000, 1000, plantedMark, anywhere)
	for _, one := range spread {
		for j, s := range planted {
			if one.x[j] < s.at(0.5) {
				below[j]++
			}
		}
	}
	for j, n := range below {
		if n < 450 || n > 550 {
			t.Errorf("dimension %d: %d of 1000 are in the lower half", j, n)
		}
	}
	if mid := planted[0].at(0.5); math.Abs(mid-math.Sqrt(0.1)) > 1e-9 || planted[2].at(0.5) != 0.05 {
		t.Errorf("the middles are %v and %v", mid, planted[2].at(0.5))
	}
}

// A fixed parameter stays, and where nothing fits there is a point all the same.
func TestFixedAndUnfit(t *testing.T) {
	spans := []span{{0.279, 0.279}, {0, 0}, {1, 2}}
	past := []trial{{[]float64{0.279, 0, 1.5}, 1}, {[]float64{0.279, 0, 1.1}, 2}}
	for number := range 20 {
		draws := 0
		x := propose(rng.Key{Seed: 1}, number, 5, spans, past, func([]float64) bool { draws++; return false })
		if draws != mostDraws || x[0] != 0.279 || x[1] != 0 || x[2] < 1 || x[2] > 2 {
			t.Errorf("trial %d: %v after %d draws", number, x, draws)
		}
	}
}

// The same key, number and past give the same point to the bit; other keys and numbers give others.
func TestProposalsRepeat(t *testing.T) {
	past := sought(5, 20, 10, plantedMark, anywhere)
	if again := sought(5, 20, 10, plantedMark, anywhere); !reflect.DeepEqual(past, again) {
		t.Errorf("%v, and again %v", past, again)
	}
	if other := sought(6, 1, 10, plantedMark, anywhere); reflect.DeepEqual(past[0], other[0]) {
		t.Error("two seeds propose the same")
	}
	one := func(number int) []float64 { return propose(rng.Key{Seed: 5}, number, 10, planted, past, anywhere) }
	if reflect.DeepEqual(one(20), one(21)) || !reflect.DeepEqual(one(20), one(20)) {
		t.Errorf("trial 20 is %v, and again %v; 21 is %v", one(20), one(20), one(21))
	}
}

// Runs that diverge are avoided, never taken for good ones, and spoil nothing.
func TestDivergedTrials(t *testing.T) {
	mark := func(x []float64) float64 {
		if x[0] > 1 {
			return math.NaN()
		}
		return plantedMark(x)
	}
	lost := func(past []trial) (n int) {
		for _, one := range past {
			if math.IsNaN(one.mark) {
				n++
			}
		}
		return n
	}
	var model, chance, best float64
	for seed := range uint32(20) {
		past := sought(seed, 30, 10, mark, anywhere)
		model, chance = model+float64(lost(past[10:]))/400, chance+float64(lost(past[:10]))/200
		best += bestOf(past) / 20
	}
	t.Logf("diverged by the model %.3f, by chance %.3f; best %.5f", model, chance, best)
	if model > chance/2 || best < -0.02 {
		t.Errorf("of the trials by the model %v diverge, by chance %v; the best has %v", model, chance, best)
	}

	var past []trial
	for _, one := range sought(1, 10, 10, plantedMark, anywhere) {
		past = append(past, trial{one.x, math.NaN()})
	}
	if good, bad := split(planted, past); len(good) > 0 || len(bad) != 10 {
		t.Errorf("of 10 that diverged %d are good", len(good))
	}
	for _, v := range propose(rng.Key{Seed: 1}, 10, 10, planted, past, anywhere) {
		if math.IsNaN(v) {
			t.Error("after runs that all diverged a proposal is no number")
		}
	}
}
