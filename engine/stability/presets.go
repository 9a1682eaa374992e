package stability

import "driftlab/engine/param"

var presets = []param.Preset{
	{Name: "live", Title: "live: 15 tasks of 2,000 iterations"},
	{Name: "reference", Title: "reference: 500,000 trials a task", Values: []param.Setting{
		{Name: "batch", Value: "256"},
		{Name: "iterations", Value: "1953"},
		{Name: "replays", Value: "256"},
	}},
	beside("kfac", "100"),
	beside("ewc", "100"),
	beside("si", "10"),
	{Name: "toy", Title: "toy: four tasks, 8 units", Values: []param.Setting{
		{Name: "tasks", Value: "4"},
		{Name: "iterations", Value: "60"},
		{Name: "batch", Value: "8"},
		{Name: "replays", Value: "8"},
		{Name: "fisher", Value: "16"},
		{Name: "probes", Value: "10"},
		{Name: "units", Value: "8"},
	}},
}

// beside is a preset of a penalty beside natural continual learning.
func beside(learner, lambda string) param.Preset {
	return param.Preset{Name: learner, Title: learner + ": a penalty, beside ncl", Values: []param.Setting{
		{Name: "learner", Value: learner},
		{Name: "other", Value: "ncl"},
		{Name: "lambda", Value: lambda},
	}}
}
