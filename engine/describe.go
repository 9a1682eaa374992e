package engine

import (
	"fmt"
	"slices"
	"strings"

	"driftlab/engine/say"
)

// An account is what a listener was told of a run.
type account struct {
	step  int64
	facts []say.Fact
}

// describe says how the run stands and what has changed since this was last asked.
func (s *Session) describe() string {
	words := s.sim.Says()
	now := &account{s.sim.Steps(), append([]say.Fact{{Name: "phase", Value: words.Phase}}, s.sim.Facts()...)}
	var b strings.Builder
	fmt.Fprintf(&b, "Step %s", say.Grouped(now.step))
	if !s.clock.playing {
		b.WriteString(", paused")
	}
	for _, f := range now.facts {
		fmt.Fprintf(&b, "; %s", told(f))
	}
	b.WriteString(". " + words.Caption)
	if s.told != nil {
		b.WriteString(" " + since(s.told, now))
	}
	s.told = now
	return b.String()
}

// told is a fact as it is read out.
func told(f say.Fact) string {
	if strings.HasPrefix(f.Value, f.Name) {
		return f.Value // "phase 2: directed drift"
	}
	return f.Name + " " + f.Value
}

// since says what has changed from one account to the next.
func since(then, now *account) string {
	when := fmt.Sprintf("since step %s, when this was last asked", say.Grouped(then.step))
	if then.step == now.step && slices.Equal(then.facts, now.facts) {
		return "Nothing has changed since this was last asked."
	}
	var changed []string
	for _, f := range now.facts {
		i := slices.IndexFunc(then.facts, func(old say.Fact) bool { return old.Name == f.Name })
		if i < 0 {
			changed = append(changed, told(f)+" is new")
		} else if old := then.facts[i]; old != f {
			changed = append(changed, fmt.Sprintf("%s was %s", f.Name, strings.TrimPrefix(old.Value, f.Name+" ")))
		}
	}
	if len(changed) == 0 {
		return fmt.Sprintf("No figure has changed %s.", when)
	}
	return fmt.Sprintf("Changed %s: %s.", when, strings.Join(changed, "; "))
}
