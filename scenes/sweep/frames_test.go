package sweep_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"driftlab/engine/sweep"
	"driftlab/engine/wire"
)

const length = 20_000

var nan = float32(math.NaN())

// ranges are those of the preset minute.
var ranges = wire.Floats{0.03, 0.3, 0.5, 5, 2, 6, 5, 20, 2, 8}

func encoded(t *testing.T, f *sweep.Frame) []byte {
	t.Helper()
	if err := f.Check(); err != nil {
		t.Fatal(err)
	}
	b, err := f.MarshalMsg(nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// empty is a frame with no run.
func empty(of int) *sweep.Frame {
	f := &sweep.Frame{
		Head: wire.Head{Run: 1}, Of: of, All: of, Shards: 1, Length: length, Units: 50, Own: 0, At: length / 2, Chosen: -1, Ranges: ranges,
		Histogram: make(wire.Floats, len(sweep.Groups)*sweep.Bins), Ends: make(wire.Floats, len(sweep.Groups)*len(sweep.Outcomes)),
	}
	for step := 1.0; step < length; step *= math.Pow(10, 0.2) {
		f.Looks = append(f.Looks, float32(int(step)))
	}
	f.Looks = append(append(wire.Floats{0}, f.Looks...), length)
	for _, c := range sweep.Charts {
		f.Curves = append(f.Curves, make([]wire.Floats, len(c.Lines))...)
	}
	for range len(sweep.Times) * len(sweep.Groups) {
		f.Fitted = append(f.Fitted, 0)
		f.Slope, f.Within, f.Level = append(f.Slope, nan), append(f.Within, nan), append(f.Level, nan)
	}
	return f
}

// filled is a frame with some runs that are done, of the rules that pick says.
func filled(runs, of int, pick func(*rand.Rand) (rule, kind byte)) *sweep.Frame {
	f, r := empty(of), rand.New(rand.NewPCG(1, 2))
	f.Done, f.Runs, f.Step = runs, runs, int64(runs)
	f.Own = -1
	if runs < of {
		f.Own = runs
	}
	for i := range runs {
		rule, kind := pick(r)
		add(f, r, i, rule, kind)
	}
	for i := range runs {
		if len(f.Shown) < 1000 && (runs <= 1000 || i%(runs/1000) == 0) {
			f.Shown = append(f.Shown, float32(i))
			course(f, i)
		}
	}
	return f
}

// all picks from the rules and noises of the default dials.
func all(r *rand.Rand) (rule, kind byte) {
	if rule = byte(r.IntN(3)); rule == sweep.SED {
		return rule, sweep.NoNoise
	}
	return rule, byte(r.IntN(2))
}

func only(rule, kind byte) func(*rand.Rand) (byte, byte) {
	return func(*rand.Rand) (byte, byte) { return rule, kind }
}

// add adds a run that follows a power law, as if it were so.
func add(f *sweep.Frame, r *rand.Rand, number int, rule, kind byte) {
	g := sweep.GroupOf(int(rule), int(kind))
	noise := float32(0)
	if kind < sweep.NoNoise {
		lo, hi := float64(ranges[2*kind]), float64(ranges[2*kind+1])
		noise = float32(lo * math.Pow(hi/lo, r.Float64()))
	}
	left, tau, outcome := float32(0.75+0.2*r.Float64()), nan, byte(sweep.Finished)
	if rule == sweep.GD && noise > 0 {
		const level, slope = 2, -2
		k := float64(noise)
		if kind == sweep.LabelNoise {
			k /= 20
		}
		tau = float32(math.Pow(10, level+slope*math.Log10(k)+0.25*r.NormFloat64()))
		left = max(left*float32(math.Exp(-length/float64(tau)/8)), 0.04)
		if k > 0.24 {
			left, outcome = 0, sweep.Died
		}
		at := g
		f.Fitted[at]++
		f.Slope[at], f.Within[at], f.Level[at] = slope, 0.31, level
		if kind == sweep.LabelNoise {
			f.Level[at] = level + float32(-slope*math.Log10(20))
		}
	}
	step, fraction, loss, si, corr := float32(length), left*0.5, -1.5-left, 0.4+1.5*(1-left), 0.3+0.6*left
	if rule == sweep.SED && r.IntN(3) == 0 {
		outcome, step = sweep.Diverged, float32(1+r.IntN(400))
		left, fraction, loss, si, corr = nan, nan, nan, nan, nan
	}
	half := nan
	if left < 0.5 {
		half = tau * 0.8
	}
	f.Number = append(f.Number, float32(number))
	f.Rule, f.Kind, f.Task, f.Init = append(f.Rule, rule), append(f.Kind, kind), append(f.Task, byte(r.IntN(3))), append(f.Init, byte(r.IntN(2)))
	f.Noise, f.Samples = append(f.Noise, noise), append(f.Samples, float32(2+r.IntN(5)))
	f.Inputs, f.Outputs = append(f.Inputs, float32(5+r.IntN(16))), append(f.Outputs, float32(2+r.IntN(7)))
	f.Outcome, f.Ended, f.Active, f.Fraction = append(f.Outcome, outcome), append(f.Ended, step), append(f.Active, left), append(f.Fraction, fraction)
	f.Loss, f.SI, f.Corr = append(f.Loss, loss), append(f.SI, si), append(f.Corr, corr)
	f.Tau, f.Half = append(f.Tau, tau), append(f.Half, half)
	f.Ends[g*len(sweep.Outcomes)+int(outcome)]++
	if outcome == sweep.Finished {
		f.Histogram[g*sweep.Bins+min(int(left*sweep.Bins), sweep.Bins-1)]++
	}
}

// course adds the time course of a run.
func course(f *sweep.Frame, i int) {
	for _, step := range f.Looks {
		v := 1 - (1-f.Active[i])*float32(math.Pow(float64(step)/length, 0.7))
		if f.Outcome[i] == sweep.Diverged {
			v = 0.97
			if step > f.Ended[i] {
				v = nan
			}
		}
		f.Lines = append(f.Lines, v)
	}
}

// precomputed is a frame with the runs of a sweep that was done beforehand, and three of the visitor's own.
func precomputed() *sweep.Frame {
	f := filled(200, 200, all)
	f.Done, f.Of, f.All, f.Own, f.Step = 3, 100, 100, 3, 3
	f.Precomputed = "lab sweep -preset minute -runs 200 -length 20000 -seed 0"
	return f
}

// sharded is a frame of a shard.
func sharded() *sweep.Frame {
	f := filled(12, 25, all)
	for i := range f.Number {
		f.Number[i] = float32(3 + 40*i)
	}
	f.All, f.Shard, f.Shards, f.Own = 1000, 3, 40, 483
	return f
}

// broken is a frame of which all runs diverged.
func broken() *sweep.Frame {
	f := empty(20)
	r := rand.New(rand.NewPCG(3, 4))
	for i := 0; f.Runs < 9; i++ {
		add(f, r, i, sweep.SED, sweep.NoNoise)
		f.Runs = len(f.Number)
		last := f.Runs - 1
		if f.Outcome[last] != sweep.Diverged {
			g := sweep.GroupOf(sweep.SED, sweep.NoNoise)
			f.Ends[g*len(sweep.Outcomes)]--
			clear(f.Histogram)
			f.Ends[g*len(sweep.Outcomes)+sweep.Diverged]++
			f.Outcome[last], f.Ended[last] = sweep.Diverged, 77
			f.Active[last], f.Fraction[last], f.Loss[last], f.SI[last], f.Corr[last] = nan, nan, nan, nan, nan
		}
		f.Shown = append(f.Shown, float32(last))
		course(f, last)
	}
	f.Done, f.Step, f.Own = f.Runs, int64(f.Runs), f.Runs
	return f
}
