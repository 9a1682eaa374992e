package track

import "driftlab/engine/param"

var presets = []param.Preset{
	{Name: "lecture", Title: "lecture: learning and drift in a minute", Edition: 3},
	{Name: "fig2", Title: "fig2: the paper's figure 2", Edition: 3, Values: settings(
		"units", "500", "samples", "150", "rays", "17", "smooth", "0.09", "rate", "0.1", "noise", "0.01389",
		"init", "lazy", "velocity", "0.2", "turn-jitter", "0", "scale", "unit")},
	{Name: "tiny", Title: "tiny: five random samples", Edition: 2, Values: five("units", "100", "rate", "0.1")},

	// The rules and the noises, on the same five samples.
	{Name: "update-noise", Title: "update-noise: one unit after the other falls silent", Edition: 2, Values: five("units", "100", "rate", "0.1")},
	{Name: "label-noise", Title: "label-noise: units stay, their activity thins out", Edition: 2, Values: five(
		"units", "100", "rate", "0.1", "noise-kind", "label", "label", "1")},
	{Name: "adam", Title: "adam: thins out slowly, without noise", Edition: 2, Values: five(
		"units", "100", "rule", "adam", "rate", "0.001", "noise-kind", "none")},
	{Name: "rmsprop", Title: "rmsprop: thins out fast, without noise", Edition: 2, Values: five(
		"units", "100", "rule", "rmsprop", "rate", "0.001", "noise-kind", "none")},
	{Name: "sed", Title: "sed: a small network learns by trial and error", Edition: 2, Values: five(
		"units", "20", "rule", "sed", "rate", "1", "noise-kind", "none")},
	{Name: "noise-free", Title: "noise-free: once it is learned, nothing changes", Edition: 2, Values: five(
		"units", "100", "rate", "0.1", "noise-kind", "none")},
}

// five is a task of five random samples, the same at one seed, and more settings.
func five(pairs ...string) []param.Setting {
	return append(settings("task", "random", "inputs", "20", "outputs", "5", "samples", "5", "init", "rich", "noise", "0.06"),
		settings(pairs...)...)
}

// settings are dials and their values in turn.
func settings(pairs ...string) (all []param.Setting) {
	for i := 0; i+1 < len(pairs); i += 2 {
		all = append(all, param.Setting{Name: pairs[i], Value: pairs[i+1]})
	}
	return all
}
