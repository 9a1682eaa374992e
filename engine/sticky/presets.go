package sticky

import "driftlab/engine/param"

// What lecture comes to after the tenth task: the share of test digits told right over all tasks, over the earlier
// ones and in the last, means over seeds 1 to 3 and half the width of the 95 % interval of the first.
//
//	control                  51.4 +- 2.5 %   47.6 %   85.6 %
//	sticky                   66.1 +- 2.9 %   64.6 %   79.3 %
//	ewc                      65.5 +- 4.4 %   64.4 %   74.7 %
//	sticky+ewc               73.8 +- 2.2 %   74.2 %   70.1 %
//	sticky, where=step       63.8 +- 3.3 %   61.4 %   85.2 %
//	ewc, strength 20         64.9 +- 4.6 %   63.4 %   78.3 %
//
// and the parts of the rule
//
//	smart                    44.4 +- 0.9 %   39.8 %   84.9 %
//	l1 (proximal)            51.5 +- 2.2 %   47.7 %   85.8 %
//	smart+l1                 44.2 +- 2.1 %   39.7 %   84.9 %
//	attractor                62.0 +- 2.6 %   60.6 %   75.4 %
//	attractor+l1             61.8 +- 2.9 %   60.3 %   75.5 %
//	sticky+l1                65.3 +- 4.3 %   63.8 %   78.8 %
//
// With seed 1 alone ewc has 56.2 % at a strength of 1, 61.7 % at 10, 63.4 % at 30, 63.2 % at 50, 57.2 % at 200 and
// 42.9 % at 1,000, where it learns nothing of the tenth task. The paper has about 19 points between control and
// either of the others.
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
