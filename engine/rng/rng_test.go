package rng

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

func draw(n int, key Key, step uint64) []float64 {
	b := make([]float32, n)
	key.Normals(b, step)
	out := make([]float64, n)
	for i, v := range b {
		out[i] = float64(v)
	}
	return out
}

func TestNormalsHaveTheMomentsAndTailsOfTheNormal(t *testing.T) {
	const n = 1 << 21
	x := draw(n, Key{Seed: 7, Stream: 3}, 5)
	var m [5]float64
	var tails [5]int // beyond 1, 2, 3, 4
	for _, v := range x {
		for p, w := 1, v; p <= 4; p, w = p+1, w*v {
			m[p] += w / n
		}
		for cut := 1; cut <= 4 && math.Abs(v) > float64(cut); cut++ {
			tails[cut]++
		}
	}
	// Five standard errors of each sample moment.
	for p, c := range map[int]struct{ want, variance float64 }{1: {0, 1}, 2: {1, 2}, 3: {0, 15}, 4: {3, 96}} {
		if limit := 5 * math.Sqrt(c.variance/n); math.Abs(m[p]-c.want) > limit {
			t.Errorf("moment %d is %v, want %v ± %v", p, m[p], c.want, limit)
		}
	}
	for cut := 1; cut <= 4; cut++ {
		got, p := tails[cut], 2*distuv.UnitNormal.Survival(float64(cut))
		if limit := 5 * math.Sqrt(p*n); math.Abs(float64(got)-p*n) > limit {
			t.Errorf("%d of %d beyond %v, want %.0f ± %.0f", got, n, cut, p*n, limit)
		}
	}
}

func TestNormalsFollowTheDistributionFunction(t *testing.T) {
	const n = 1 << 18
	x := draw(n, Key{Seed: 1}, 0)
	slices.Sort(x)
	var d float64
	for i, v := range x {
		p := distuv.UnitNormal.CDF(v)
		d = max(d, math.Abs(p-float64(i)/n), math.Abs(p-float64(i+1)/n))
	}
	if limit := 1.95 / math.Sqrt(n); d > limit { // Kolmogorov-Smirnov at 0.1 %
		t.Errorf("largest distance to the normal distribution function is %v, want at most %v", d, limit)
	}
}

func TestStreamsStepsAndSeedsAreIndependent(t *testing.T) {
	const n = 1 << 18
	base := draw(n, Key{Seed: 4, Stream: 1}, 10)
	for name, other := range map[string][]float64{
		"next step":   draw(n, Key{Seed: 4, Stream: 1}, 11),
		"next stream": draw(n, Key{Seed: 4, Stream: 2}, 10),
		"next seed":   draw(n, Key{Seed: 5, Stream: 1}, 10),
		"far step":    draw(n, Key{Seed: 4, Stream: 1}, 10+1<<32),
	} {
		if r := stat.Correlation(base, other, nil); math.Abs(r) > 5/math.Sqrt(n) {
			t.Errorf("%s: correlation %v", name, r)
		}
	}
	for lag := 1; lag <= 32; lag++ {
		if r := stat.Correlation(base[lag:], base[:n-lag], nil); math.Abs(r) > 5/math.Sqrt(n) {
			t.Errorf("lag %d: correlation %v", lag, r)
		}
	}
}

func TestANumberDependsOnItsIndexAlone(t *testing.T) {
	long := make([]float32, 100)
	Key{Seed: 9}.Normals(long, 3)
	for n := range long {
		short := make([]float32, n)
		Key{Seed: 9}.Normals(short, 3)
		if !slices.Equal(short, long[:n]) {
			t.Fatalf("the first %d numbers depend on how many are asked for", n)
		}
	}
}

func TestUniforms(t *testing.T) {
	const n = 1 << 20
	u := make([]float32, n)
	Key{Seed: 2}.Uniforms(u, 0)
	var mean, square float64
	for _, v := range u {
		if v < 0 || v >= 1 {
			t.Fatalf("%v is outside [0, 1)", v)
		}
		mean += float64(v) / n
		square += float64(v) * float64(v) / n
	}
	if math.Abs(mean-0.5) > 5*math.Sqrt(1./12/n) || math.Abs(square-1./3) > 5*math.Sqrt(4./45/n) {
		t.Errorf("mean %v, mean square %v", mean, square)
	}
}

func BenchmarkNormals(b *testing.B) {
	dst := make([]float32, 4096)
	for step := range b.N {
		Key{Seed: 1}.Normals(dst, uint64(step))
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(dst)), "ns/normal")
}

func FuzzTwins(f *testing.F) {
	f.Add(uint32(1), uint32(2), uint64(3), uint16(100))
	f.Add(uint32(1<<32-1), uint32(1<<31), uint64(1<<63), uint16(4000))
	f.Fuzz(twins)
}

// The fuzzer runs natively only; this throws dice in its stead wherever tests run.
func TestTwinsOfRandomKeys(t *testing.T) {
	dice := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		twins(t, dice.Uint32(), dice.Uint32(), dice.Uint64(), uint16(dice.Uint32()))
	}
}

func twins(t *testing.T, seed, stream uint32, step uint64, first uint16) {
	const n = 20 * group
	var got, want [n]float32
	key := [4]uint32{seed, stream}
	normals(got[:], key, uint32(first), step)
	normalsScalar(want[:], key, uint32(first), step)
	for i := range want {
		if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
			t.Fatalf("normal %d is %v, its scalar twin has %v", i, got[i], want[i])
		}
	}
	uniforms(got[:], key, uint32(first), step)
	uniformsScalar(want[:], key, uint32(first), step)
	if got != want {
		t.Fatal("uniforms differ from their scalar twin")
	}
}
