package sticky

import "driftlab/engine/param"

// What lecture comes to after the tenth task: the share of test digits told right over all tasks, over the earlier
// ones and in the last, means over seeds 1 to 10 and half the width of the 95 % interval. The README has more.
//
//	control                  50.6 +- 1.1 %   46.7 %   85.8 %
//	sticky                   66.7 +- 0.9 %   65.2 %   79.6 %
//	ewc                      67.4 +- 1.2 %   66.5 %   75.7 %
//	sticky+ewc               74.2 +- 0.9 %   74.8 %   69.1 %
//
// and over seeds 1 to 3
//
//	sticky                   65.6 +- 3.1 %   64.0 %   79.8 %
//	sticky, where=step       63.6 +- 3.9 %   61.2 %   85.4 %
//	sticky, gamma=3.2        46.1 +- 6.3 %   45.4 %   53.0 %    f(0) is 0.91
//	sticky, gamma=20         64.4 +- 5.3 %   62.8 %   78.6 %    f(0) is 3.25
//
// With seed 1 alone ewc has 56.2 % at a strength of 1, 61.7 % at 10, 63.4 % at 30, 63.2 % at 50, 57.2 % at 200 and
// 42.9 % at 1,000, where it learns nothing of the tenth task.
var presets = []param.Preset{
	{Name: "lecture", Title: "lecture: ten tasks of 5,000 small digits"},
	{Name: "paper", Title: "paper: 2,000 units, all of MNIST", Values: settingsOf(
		"images", all, "units", "2000", "train", "60000", "test", "1000", "batch", "50", "rate", "0.0001", "strength", "1000")},
	{Name: "ablation", Title: "ablation: all parts of the rule, alone and together", Values: settingsOf("grid", "ablation", "seeds", "3")},
	{Name: "shared", Title: "shared: ever more pixels stay where they are", Values: settingsOf("grid", "shared", "seeds", "3")},
	{Name: "search", Title: "search: other settings of the rule", Values: settingsOf("grid", "search")},
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
