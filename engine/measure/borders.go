package measure

import (
	"fmt"

	"driftlab/engine/say"
)

// Facts say where the phases that have been reached begin, and by which rule. Err is what the exhibit
// calls the error: "the error".
func (v *Verdict) Facts(err string) (facts []say.Fact) {
	for i, from := range v.Borders {
		since := "since step " + say.Grouped(from)
		if i == 0 {
			facts = append(facts, say.Fact{Name: "learned", Value: fmt.Sprintf("%s, from where on %s is below %s and, while the step count grew %.0f-fold, has kept within %s",
				since, err, percent(Learned), errorSpan, percent(flatError))})
			continue
		}
		facts = append(facts, say.Fact{Name: "null drift", Value: fmt.Sprintf("%s, from where on sparsity, after a fall by %s, has kept within %s while the step count grew %.0f-fold",
			since, percent(leastFall), percent(flatSparsity), sparsitySpan)})
	}
	return facts
}

// percent is the share that a rule names.
func percent(share float64) string { return fmt.Sprintf("%.0f %%", 100*share) }
