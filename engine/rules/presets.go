package rules

import (
	"slices"
	"strings"

	"driftlab/engine/param"
)

var presets = []param.Preset{
	{Name: "four", Title: "four: update noise, label noise, Adam, no noise", Values: slices.Concat(
		dials("nets=4"), net("a", ""), net("b", "noise-kind=label label=1"), net("c", "rule=adam rate=0.001 noise-kind=none"), net("d", "noise-kind=none"))},
	{Name: "five", Title: "five: the same four on five random samples", Values: slices.Concat(
		dials("nets=4"), random, net("a", small), net("b", small+" noise-kind=label label=1"),
		net("c", small+" rule=adam rate=0.001 noise-kind=none"), net("d", small+" noise-kind=none"))},
	{Name: "twice", Title: "twice: the same network with half and with twice the noise", Values: slices.Concat(
		dials("nets=2"), net("a", "noise=0.02"), net("b", "noise=0.04"))},
	{Name: "activations", Title: "activations: relu, leaky relu, softplus, tanh", Values: slices.Concat(
		dials("nets=4"), net("a", ""), net("b", "activation=leaky"), net("c", "activation=softplus"), net("d", "activation=tanh"))},
}

// random is a task of five random samples, and small a network that learns it: the preset tiny of track.
var random = dials("task=random inputs=20 outputs=5 samples=5")

const small = "units=100 init=rich rate=0.1 noise=0.06"

// net are dials of the network with that letter.
func net(letter, text string) []param.Setting {
	all := dials(text)
	for i := range all {
		all[i].Name = letter + "-" + all[i].Name
	}
	return all
}

// dials are settings written as in an address, but for the spaces between.
func dials(text string) (all []param.Setting) {
	for _, pair := range strings.Fields(text) {
		name, value, _ := strings.Cut(pair, "=")
		all = append(all, param.Setting{Name: name, Value: value})
	}
	return all
}
