package sticky_test

import (
	"math"

	"driftlab/engine/sticky"
	"driftlab/engine/wire"
)

// grid is a frame of whole runs, of which some are finished, with a network that is trained here.
func grid(kind, runs, of int, training string) *sticky.Frame {
	f := empty(tasks, 0.279, 4.70, 4.12)
	f.Grid, f.Runs, f.Of, f.Shown = kind, runs, of, -1
	if training != "" {
		f.Task = 4
		f.Nets, f.Shown = []sticky.Net{net(f, training, 3, 0.4)}, 0
	}
	return f
}

// parts is a frame of the ablation.
func parts(runs int) *sticky.Frame {
	f := grid(sticky.Ablation, runs, 24, "attractor")
	for i, name := range []string{"control", "smart", "l1", "smart+l1", "attractor", "attractor+l1", "sticky", "sticky+l1"} {
		l := sticky.Line{Name: name, Runs: min(max(runs-3*i, 0), 3), Of: 3}
		l.Sticky, l.Smart, l.L1, _ = parted(name)
		for k := range tasks {
			mean, half := none(), none()
			if l.Runs > 0 {
				mean = measured(0, name, 3*(k+1))
			}
			if l.Runs > 1 {
				half = 0.01 + 0.004*float32(k)
			}
			l.Mean, l.Half = append(l.Mean, mean), append(l.Half, half)
		}
		f.Lines = append(f.Lines, l)
	}
	return f
}

// shares is a frame of shared information.
func shares(runs int) *sticky.Frame {
	f := grid(sticky.Shared, runs, 36, "sticky")
	for k := range 6 {
		f.Shares = append(f.Shares, float32(k)/5)
	}
	for _, name := range []string{"control", "sticky"} {
		l := sticky.Line{Name: name, Sticky: name == "sticky", Runs: runs / 2, Of: 18}
		for k, s := range f.Shares {
			mean, half := none(), none()
			if 6*(k+1) <= runs {
				mean, half = measured(0, name, 30)*(1-s)+0.88*s, 0.03*(1.1-s)
			}
			l.Mean, l.Half = append(l.Mean, mean), append(l.Half, half)
		}
		f.Lines = append(f.Lines, l)
	}
	return f
}

// tried is a frame of a search.
func tried(runs int, training string) *sticky.Frame {
	f := grid(sticky.Search, runs, 30, training)
	f.Chance = 10
	f.Lows, f.Highs = wire.Floats{0.1, 0, 0.01, 2, 2, 0}, wire.Floats{1, 0.02, 0.1, 40, 10, 0}
	for trial := range runs {
		miss := 0.0
		for i := range sticky.Searched {
			u := math.Mod(float64(trial+1)*(0.61803+0.1*float64(i)), 1)
			if trial >= f.Chance {
				u = 0.5 + (u-0.5)*0.5
			}
			miss += (u - 0.55) * (u - 0.55)
			lo, hi := float64(f.Lows[i]), float64(f.Highs[i])
			v := lo + u*(hi-lo)
			if lo > 0 {
				v = lo * math.Pow(hi/lo, u)
			}
			f.Points = append(f.Points, float32(v))
		}
		mark := float32(0.72 - 0.5*miss)
		if trial == 4 {
			mark = none()
		} else if f.Best < 0 || mark > f.Marks[f.Best] {
			f.Best = trial
		}
		f.Marks = append(f.Marks, mark)
	}
	f.Chosen = min(2, runs-1)
	return f
}
