package sticky

import "driftlab/engine/param"

var presets = []param.Preset{
	{Name: "lecture", Title: "lecture: ten tasks of 5,000 small digits"},
	{Name: "paper", Title: "paper: 2,000 units, all of MNIST", Values: settingsOf(
		"images", all, "units", "2000", "train", "60000", "test", "1000", "batch", "50", "rate", "0.0001")},
	{Name: "ablation", Title: "ablation: every part of the rule alone", Values: settingsOf("ewc", "false", "ablation", "true")},
	{Name: "toy", Title: "toy: three tasks, 24 units", Values: settingsOf(
		"tasks", "3", "train", "400", "test", "50", "batch", "10", "units", "24", "fisher", "40", "rate", "0.005")},
}

// settingsOf are names and values in turn.
func settingsOf(pairs ...string) (all []param.Setting) {
	for i := 0; i < len(pairs); i += 2 {
		all = append(all, param.Setting{Name: pairs[i], Value: pairs[i+1]})
	}
	return all
}
