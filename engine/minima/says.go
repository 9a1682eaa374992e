package minima

import (
	"fmt"

	"driftlab/engine/run"
	"driftlab/engine/say"
)

// Says is the run in words.
func (s *Sim) Says() run.Words {
	w := run.Words{Caption: s.caption()}
	w.Trouble, w.Advice = s.trouble()
	return w
}

// trouble names a rule that has lost walkers.
func (s *Sim) trouble() (what, advice string) {
	if s.lost < 0 {
		return "", ""
	}
	return fmt.Sprintf("under %s a walker flew off at step %s", Names[s.lost], say.Grouped(s.steps)),
		"Lower the learning rate or the noise and restart."
}

// caption says what has been counted.
func (s *Sim) caption() string {
	c := &s.crowds
	walkers := say.Count(s.params.Walkers, "walker")
	if s.steps == 0 {
		return fmt.Sprintf("Three times %s in the left of two minima, where the first loss is learned; now comes the second.", walkers)
	}
	return fmt.Sprintf("Under replay %s hopped %s times in %s steps, where theory has %.3g; under laplace %s and under ncl %s times. The mean y is %.2f, and both losses together are lowest at 0.5.",
		walkers, say.Grouped(c[replay].hops), say.Grouped(s.steps), s.expected*float64(s.params.Walkers), say.Grouped(c[laplace].hops),
		say.Grouped(c[ncl].hops), c[replay].meanY())
}

// Facts are the hops of each rule and of theory.
func (s *Sim) Facts() []say.Fact {
	var facts []say.Fact
	for i, c := range s.crowds {
		facts = append(facts, say.Fact{Name: "hops under " + Names[i], Value: say.Grouped(c.hops)})
	}
	return append(facts, say.Fact{Name: "hops under replay by theory", Value: fmt.Sprintf("%.3g", s.expected*float64(s.params.Walkers))})
}
