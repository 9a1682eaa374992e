package spectrum

import (
	"math"
	"testing"

	"driftlab/engine/rng"
)

func sampled(s Snapshot, seed uint32) Spectrum {
	w := begin(s, rng.Key{Seed: seed}, 1)
	for !w.Step() {
	}
	return w.Result()
}

// Where the steps of the recurrence are enough, the error is as large as it is said to be.
func TestSamplesWithinTheirSpread(t *testing.T) {
	s := randomNet(60, 5, 12, 3, 8, 1).snapshot()
	want := Of(s, rng.Key{})
	const seeds = 30
	var rank, sumLog float64
	for seed := range uint32(seeds) {
		got := sampled(s, seed)
		if !got.Sampled || want.Sampled || got.Sum != want.Sum || got.ZeroRows != want.ZeroRows || got.P != want.P {
			t.Fatalf("%+v, of %+v", got, want)
		}
		near(t, "lambda_max", got.Max, want.Max, 1e-10*want.Max)
		rank += math.Pow((got.Rank-want.Rank)/got.RankError, 2) / seeds
		sumLog += math.Pow((got.SumLog-want.SumLog)/got.SumLogError, 2) / seeds
	}
	near(t, "error of the rank, in standard errors", math.Sqrt(rank), 1.1, 0.4)
	near(t, "error of the sum of logarithms, in standard errors", math.Sqrt(sumLog), 1.1, 0.4)
}

// Where they are not, it is a few per cent, and lambda_max is found all the same.
func TestSamplesOfManyEigenvalues(t *testing.T) {
	s := smoothNet().snapshot()
	want := Of(s, rng.Key{})
	if want.Rank < 1.4*Depth {
		t.Fatalf("rank %v is too small for this test", want.Rank)
	}
	got := sampled(s, 1)
	near(t, "lambda_max", got.Max, want.Max, 1e-6*want.Max)
	near(t, "rank", got.Rank, want.Rank, 0.1*want.Rank)
	near(t, "sum of logarithms", got.SumLog, want.SumLog, 0.1*math.Abs(want.SumLog))
	total := got.Below
	for _, n := range got.Histogram {
		total += n
	}
	near(t, "histogram", total, float64(got.P), 1e-8)
}

// smoothNet is a relu network whose samples follow each other on a curve, as on the track: its
// eigenvalues fall through many decades.
func smoothNet() *net {
	n := randomNet(60, 9, 60, 9, 0, 1)
	for t := range n.t {
		for i := range n.d {
			n.x[t*n.d+i] = math.Sin(float64(t)/20*float64(i+1)) / float64(i+1)
		}
	}
	return n
}
