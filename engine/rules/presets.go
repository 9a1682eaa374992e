package rules

import (
	"slices"
	"strings"

	"driftlab/engine/nn"
	"driftlab/engine/param"
	"driftlab/engine/track"
)

var presets = []param.Preset{
	{Name: "four", Title: "four: update noise, label noise, Adam, no noise", Edition: 2},
	{Name: "five", Title: "five: the same four on five random samples", Edition: 2, Values: slices.Concat(
		random, net("a", small+" rate=0.1"), net("b", small+" rate=0.1 label=1"), net("c", small), net("d", small+" rate=0.1"))},
	{Name: "tiny", Title: "tiny: the first two of five, small", Edition: 2, Values: slices.Concat(
		dials("nets=2"), random, net("a", small+" rate=0.1 units=30"), net("b", small+" rate=0.1 label=1 units=30"))},
	{Name: "twice", Title: "twice: the same network with half and with twice the noise", Edition: 2, Values: slices.Concat(
		dials("nets=2"), net("a", "noise=0.02"), net("b", "noise-kind=update noise=0.04"))},
	{Name: "places", Title: "places: two places by turns", Edition: 2, Values: dials("places=turns")},
	{Name: "activations", Title: "activations: relu, leaky relu, softplus, tanh", Edition: 2, Values: slices.Concat(
		net("b", "noise-kind=update activation=leaky"), net("c", "rule=gd rate=0.4 noise-kind=update activation=softplus"),
		net("d", "noise-kind=update activation=tanh"))},
}

// defaults turn a network's dials from those of track to those of the preset four.
var defaults = [Most]func(*track.Learner){
	func(*track.Learner) {},
	func(l *track.Learner) { l.Kind, l.Label = string(nn.LabelNoise), 2 },
	func(l *track.Learner) { l.Rule, l.Rate, l.Kind = string(nn.Adam), 0.001, string(nn.NoNoise) },
	func(l *track.Learner) { l.Kind = string(nn.NoNoise) },
}

// random is a task of five random samples, and small a network that learns it: the preset tiny of track.
var random = dials("task=random inputs=20 outputs=5 samples=5")

const small = "units=100 init=rich noise=0.06"

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
