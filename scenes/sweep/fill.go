package sweep

import (
	"fmt"
	"math"
	"strings"

	"driftlab/engine/sweep"
	"driftlab/render"
	"driftlab/render/plot"
)

// What the plots say that have no mark.
const (
	noRun    = "no run yet"
	noTime   = "no run has one yet"
	unnoised = "no run has such noise"
)

// newTimes are the times against the noise.
func newTimes() clouds {
	k := clouds{
		titles: []string{"How fast units fall silent, against the noise", "Time against noise", "Times"}, subtitle: "line: power law, ± 95 % interval",
		aspect: 1, left: 34, foot: 3,
	}
	for _, name := range sweep.Times {
		k.of = append(k.of, cloud{names: []string{name + ", steps", name}, none: noTime, along: render.Axis{Name: "σ"}})
	}
	k.of[0].alone = []string{"Timescale of falling silent, steps, against the noise", "Timescale, steps, against noise", "Timescale against noise", "Timescale"}
	return k
}

// fillTimes takes over a frame.
func fillTimes(k *clouds, f *sweep.Frame, changed bool) {
	across := plot.Scale{Log: true}
	across.Lo, across.Hi = noises(f)
	lo, hi := plot.Nothing()
	for i := range sweep.Times {
		lo, hi = plot.Span(lo, hi, times(f, i))
	}
	upward := plot.Scale{Lo: 1, Hi: 10, Log: true}
	if hi > 0 {
		upward.Lo, upward.Hi = max(lo/1.5, 0.5), max(hi*1.5, 10)
	}
	for i := range sweep.Times {
		one, y := &k.of[i], times(f, i)
		one.begin()
		for run := range f.Runs {
			x := f.Noise[run]
			if !(x > 0) || !(y[run] > 0) {
				x = nan
			}
			one.add(x, y[run])
		}
		for g := range sweep.Groups {
			one.fit(f, i, g)
		}
		one.end(across, upward, changed)
	}
}

var nan = float32(math.NaN())

// times are the i-th of sweep.Times.
func times(f *sweep.Frame, i int) []float32 {
	if i == 0 {
		return f.Tau
	}
	return f.Half
}

// noises is the range of all noises of the frame's runs.
func noises(f *sweep.Frame) (lo, hi float64) {
	lo, hi = plot.Nothing()
	for _, v := range f.Noise {
		if v > 0 {
			lo, hi = min(lo, float64(v)), max(hi, float64(v))
		}
	}
	if !(hi > lo) {
		return 0.01, 1
	}
	return lo, hi
}

// tellsNothing is how wide to either side a power's interval may be whose line is drawn; words have it all the same.
const tellsNothing = 1

// fit adds the line of a group, if there is one, and says how steep it is, or of how many runs it would be.
func (k *cloud) fit(f *sweep.Frame, i, g int) {
	at := i*len(sweep.Groups) + g
	slope, half, level, n := float64(f.Slope[at]), float64(f.Within[at]), float64(f.Level[at]), int(f.Fitted[at])
	name, of := f.Noisy(g)
	if of == 0 {
		return // they have no noise
	}
	some := ""
	if g == adam {
		some = "update noise: "
	}
	if math.IsNaN(slope) || math.IsNaN(half) {
		few := "too few, " + plural(n)
		k.notes = append(k.notes, note{g, [4]string{name + ": " + few, some + few, some + plural(n), plural(n)}})
		return
	}
	lo, hi := plot.Nothing()
	for run, x := range k.xs[:k.n] {
		if x > 0 && f.InLine(run, g) {
			lo, hi = min(lo, math.Log10(float64(x))), max(hi, math.Log10(float64(x)))
		}
	}
	if lo < hi && half < tellsNothing {
		k.lines = append(k.lines, line{math.Pow(10, lo), math.Pow(10, level+slope*lo), math.Pow(10, hi), math.Pow(10, level+slope*hi), g})
	}
	steep := strings.ReplaceAll(fmt.Sprintf("%.2f ± %.2f", slope, half), "-", "−")
	power := "power " + steep + ", " + plural(n)
	k.notes = append(k.notes, note{g, [4]string{name + ": " + power, some + power, some + steep, steep}})
}

func plural(n int) string {
	if n == 1 {
		return "1 run"
	}
	return plot.Count(int64(n)) + " runs"
}

// newParameters are the final fraction of active units against each parameter.
func newParameters() clouds {
	k := clouds{
		titles:   []string{"Final fraction of active units, against each parameter", "Final active units by parameter", "By parameter"},
		subtitle: "one scale; below the line: × diverged, + failed; hollow: died", aspect: 1.35, left: 24,
	}
	for _, names := range [...][]string{{"update noise σ_{u}", "noise σ_{u}", "σ_{u}"}, {"label noise σ_{l}", "noise σ_{l}", "σ_{l}"}, {"samples T"}, {"inputs D"}, {"outputs O"}} {
		k.of = append(k.of, cloud{names: names, none: noRun})
	}
	k.of[0].alone = []string{"Final fraction of active units, against update noise", "Active units against update noise", "Active units, by update noise", "Active units by σ_{u}"}
	k.of[0].none, k.of[1].none = unnoised, unnoised
	for i, words := range [...][]string{sweep.Rules[:], sweep.Tasks[:], sweep.Inits[:]} {
		name := [...]string{"rule", "task", "start"}[i]
		brief := [...][]string{words, {"abs.", "ran.", "smo."}, words}[i]
		k.of = append(k.of, cloud{names: []string{name}, words: words, brief: brief, none: noRun})
	}
	return k
}

// fillParameters takes over a frame.
func fillParameters(k *clouds, f *sweep.Frame, changed bool) {
	for i := range k.of {
		k.of[i].begin()
	}
	for run := range f.Runs {
		y := f.Active[run]
		if f.Outcome[run] == sweep.Diverged || f.Outcome[run] == sweep.Failed {
			y = float32(math.Inf(-1))
		}
		noise := [...]float32{nan, nan}
		if kind := f.Kind[run]; kind < sweep.NoNoise {
			noise[kind] = f.Noise[run]
		}
		j := jitter(f.Number[run])
		for i, x := range [...]float32{
			noise[0], noise[1], f.Samples[run] + j, f.Inputs[run] + j, f.Outputs[run] + j,
			float32(f.Rule[run]) + j, float32(f.Task[run]) + j, float32(f.Init[run]) + j,
		} {
			k.of[i].add(x, y)
		}
	}
	for i := range k.of {
		across := plot.Scale{Lo: -0.5, Hi: float64(len(k.of[i].words)) - 0.5}
		if i < len(sweep.Ranged) {
			across.Lo, across.Hi = float64(f.Ranges[2*i]), float64(f.Ranges[2*i+1])
			if i >= 2 { // outputs of the abstract task are as many as inputs, whatever their range
				across.Lo, across.Hi = plot.Span(across.Lo, across.Hi, [...][]float32{f.Samples, f.Inputs, f.Outputs}[i-2])
			}
			if across.Log = i < 2 && across.Lo > 0; !across.Log {
				across.Lo, across.Hi = across.Lo-0.5, across.Hi+0.5
			}
			if !(across.Hi > across.Lo) {
				across.Lo, across.Hi = across.Lo/2, across.Lo*2
			}
		}
		k.of[i].end(across, plot.Scale{Lo: 0, Hi: 1}, changed)
	}
}

// jitter moves marks of the same whole number apart: always by as much for the same run.
func jitter(number float32) float32 {
	_, part := math.Modf(float64(number) * 0.6180339887)
	return float32(0.6 * (part - 0.5))
}

// newMaps are spatial information and correlation against the final fraction of active units.
func newMaps() clouds {
	return clouds{
		titles: []string{"Information and correlation, by active units", "Information, correlation", "Maps"}, subtitle: "at the end",
		aspect: 1, left: 30,
		of: []cloud{
			{names: []string{"spatial information, bits", "information, bits", "information", "bits"}, none: noRun, alone: []string{"Spatial information, bits, by active units", "Spatial information, bits", "Information, bits"}},
			{names: []string{"correlation with the start", "correlation", "corr."}, none: noRun},
		},
	}
}

// fillMaps takes over a frame.
func fillMaps(k *clouds, f *sweep.Frame, changed bool) {
	for i, y := range [...][]float32{f.SI, f.Corr} {
		one := &k.of[i]
		one.begin()
		for run := range f.Runs {
			one.add(f.Active[run], y[run])
		}
		lo, hi := plot.Span(0, 0, y)
		one.end(plot.Scale{Lo: 0, Hi: 1}, plot.Scale{Lo: lo, Hi: max(hi, [...]float64{0.5, 1}[i])}, changed)
	}
}
