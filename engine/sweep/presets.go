package sweep

import (
	"strings"

	"driftlab/engine/param"
)

var presets = []param.Preset{
	{Name: "minute", Title: "minute: a hundred small networks with much noise"},
	{Name: "paper", Title: "paper: 616 runs of ten million steps", Values: settings("runs=616 length=10000000 " + paper)},
	{Name: "hundred", Title: "hundred: the paper's ranges, a million steps", Values: settings("runs=100 length=1000000 " + paper)},
	{Name: "trial", Title: "trial: of ten units, a few steps", Values: settings(
		"runs=40 length=30 units=10 samples-to=5 inputs-from=2 inputs-to=5 outputs-to=5")},
}

// paper are the paper's ranges. One sample alone has targets without a variance that an error could be measured by: the
// least is two.
const paper = "noise-from=0.01 noise-to=0.1 label-noise-from=0.1 label-noise-to=1 samples-to=20 inputs-from=1 inputs-to=20 outputs-from=1 outputs-to=20 units=100"

// settings are written as in an address, but for the spaces between.
func settings(text string) (all []param.Setting) {
	for _, pair := range strings.Fields(text) {
		name, value, _ := strings.Cut(pair, "=")
		all = append(all, param.Setting{Name: name, Value: value})
	}
	return all
}
