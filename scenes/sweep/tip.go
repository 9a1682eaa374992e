package sweep

import (
	"fmt"
	"strings"

	"driftlab/engine/sweep"
	"driftlab/render/plot"
)

// about says what a run of a frame is and what came of it.
func about(lines []string, f *sweep.Frame, i int) []string {
	rule, kind := int(f.Rule[i]), int(f.Kind[i])
	what := sweep.Rules[rule]
	switch kind {
	case sweep.UpdateNoise:
		what += fmt.Sprintf(", update noise σ_{u} = %.4g", f.Noise[i])
	case sweep.LabelNoise:
		what += fmt.Sprintf(", label noise σ_{l} = %.4g", f.Noise[i])
	case sweep.NoNoise:
		if rule != sweep.SED {
			what += ", no noise"
		}
	}
	lines = append(lines[:0],
		fmt.Sprintf("Run %d: %s", int(f.Number[i]), what),
		fmt.Sprintf("%s task, %s start, T = %d, D = %d, O = %d", sweep.Tasks[f.Task[i]], sweep.Inits[f.Init[i]], int(f.Samples[i]), int(f.Inputs[i]), int(f.Outputs[i])))
	step := plot.Count(int64(f.Ended[i]))
	switch f.Outcome[i] {
	case sweep.Diverged:
		lines = append(lines, "diverged at step "+step)
	case sweep.Failed:
		lines = append(lines, "failed: it broke off twice; last heard of at step "+step)
	case sweep.Died:
		lines = append(lines, "died: every unit is silent at step "+step)
	default:
		lines = append(lines, "finished, step "+step)
	}
	if f.Outcome[i] == sweep.Finished || f.Outcome[i] == sweep.Died {
		lines = append(lines, fmt.Sprintf("active units %s, active fraction %s", value(f.Active[i], "%.3f"), value(f.Fraction[i], "%.3f")))
		lines = append(lines, fmt.Sprintf("loss 10^{%s}, information %s bits, correlation %s", value(f.Loss[i], "%.2f"), value(f.SI[i], "%.3g"), value(f.Corr[i], "%.2f")))
		lines = append(lines, fmt.Sprintf("timescale %s, half-life %s", long(f.Tau[i]), long(f.Half[i])))
	}
	return lines
}

// value writes a number, or that there is none.
func value(v float32, as string) string {
	if v != v {
		return "none"
	}
	return strings.ReplaceAll(fmt.Sprintf(as, v), "-", "−")
}

// long writes a number of steps, to three figures.
func long(steps float32) string {
	if steps != steps {
		return "none"
	}
	return plot.Short(float64(steps)) + " steps"
}
