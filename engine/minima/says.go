package minima

import (
	"fmt"
	"math"

	"driftlab/engine/run"
	"driftlab/engine/say"
)

// Says is the run in words.
func (s *Sim) Says() run.Words {
	w := run.Words{Phase: s.phase(), Caption: s.caption()}
	w.Trouble, w.Advice = s.trouble()
	return w
}

// trouble names the rule that has lost a walker, and why.
func (s *Sim) trouble() (what, advice string) {
	if s.lost < 0 {
		return "", ""
	}
	who := "a walker"
	if s.lost >= rules {
		who = "a dropped walker"
	}
	return fmt.Sprintf("under %s %s flew off at step %s: beyond |x| = %.2g every step overshoots the minimum by more than the one before",
			Names[s.lost%rules], who, say.Grouped(s.steps), s.params.edge()),
		"Lower the learning rate, the noise or the barrier, and restart."
}

// edge is where a step of replay leads further out, on the other side: 4gh(x^2-1) > 2.
func (p *Params) edge() float64 { return math.Sqrt(1 + 1/(2*p.Rate*p.Barrier)) }

// learned is how near to 1/2 the mean y of a crowd that has learned the second loss is.
const learned = 0.05

// phase names what replay is doing.
func (s *Sim) phase() string {
	c := s.crowds[replay]
	switch {
	case s.lost >= 0:
		return "flown off"
	case s.steps == 0:
		return "the first loss is learned"
	case c.hops > 0:
		return "hopping under replay"
	case math.Abs(c.meanY()-0.5) > learned:
		return "learning the second loss"
	default:
		return "no hop yet"
	}
}

// caption says what has been counted.
func (s *Sim) caption() string {
	c, p := &s.crowds, &s.params
	walkers := say.Count(p.Walkers, "walker")
	if s.steps == 0 {
		return fmt.Sprintf("Three times %s in the left of two equal minima, where the first loss is learned; now comes the second.", walkers)
	}
	theory := "Kramers' formula: " + s.byTheory()
	if p.heat() > p.Barrier/2 {
		theory += fmt.Sprintf(", for a barrier far above T, and here h is only %.2g T", p.Barrier/p.heat())
	}
	hopped := times(c[replay].hops)
	if c[replay].hops == 0 {
		hopped = "not once"
	}
	others := "under laplace and ncl never"
	if c[laplace].hops+c[ncl].hops > 0 {
		others = fmt.Sprintf("under laplace %s, under ncl %s", times(c[laplace].hops), times(c[ncl].hops))
	}
	return fmt.Sprintf("Under replay %s hopped %s in %s (%s); %s. Replay's mean y is %s, and both losses together are lowest at 0.5.",
		walkers, hopped, say.Count(int(s.steps), "step"), theory, others, say.Figure(c[replay].meanY(), 2))
}

// times is how often something was.
func times(n int64) string {
	switch n {
	case 0:
		return "never"
	case 1:
		return "once"
	default:
		return say.Grouped(n) + " times"
	}
}

// Facts are the hops of each rule and of theory, and the noise beside the barrier.
func (s *Sim) Facts() []say.Fact {
	var facts []say.Fact
	for i, c := range s.crowds {
		facts = append(facts, say.Fact{Name: "hops under " + Names[i], Value: say.Grouped(c.hops)})
	}
	facts = append(facts,
		say.Fact{Name: "hops under replay by theory", Value: s.byTheory()},
		say.Fact{Name: "temperature T of replay's noise", Value: fmt.Sprintf("%.3g, barrier %.3g", s.params.heat(), s.params.Barrier)})
	if n := s.drops.n(); n > 0 {
		facts = append(facts, say.Fact{Name: "dropped by hand", Value: say.Count(n, "walker") + " of each rule"})
	}
	return facts
}

// byTheory is how many hops of all walkers Kramers' formula has, to three figures at least.
func (s *Sim) byTheory() string {
	hops := float64(s.expected * float64(s.params.Walkers))
	if hops >= 1000 {
		return say.Grouped(int64(hops + 0.5))
	}
	return fmt.Sprintf("%.3g", hops)
}
