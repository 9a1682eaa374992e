package valley

import (
	"fmt"

	"driftlab/engine/run"
	"driftlab/engine/say"
)

// Says is the run in words.
func (s *Sim) Says() run.Words {
	w := run.Words{Phase: s.phase(), Caption: s.caption()}
	w.Trouble, w.Advice = s.trouble()
	return w
}

// phase names what the crowd is doing.
func (s *Sim) phase() string {
	switch {
	case s.over():
		return "all flown off"
	case s.step < int64(s.floor.steps):
		return "sliding down"
	case s.p.Noise > 0:
		return "drifting along the floor"
	case s.still():
		return "at rest"
	default:
		return "moving without noise"
	}
}

// caption says in one sentence what is going on.
func (s *Sim) caption() string {
	who := say.Count(len(s.crowd.x), "walker")
	switch {
	case s.over():
		return who + ", all flown off: nothing is left to move."
	case *s.crowd.flown == len(s.crowd.x):
		return fmt.Sprintf("%s, all flown off; %s still here.", who, say.Count(s.drops.n-*s.drops.all.flown, "dropped walker"))
	case s.step < int64(s.floor.steps):
		return who + ", sliding down to the floor of the valley."
	case s.floor.far2 == 0:
		return who + " from the corner, where the arms meet: no arm to leave."
	case s.p.Noise == 0 && s.still():
		return who + " at rest on the floor: without noise nothing moves."
	case s.p.Noise == 0:
		return who + ", moving without noise."
	}
	b := who + ", "
	if s.p.Kind == "label" {
		b += fmt.Sprintf("mean curvature at %s of that where their start settles; ", say.Percent(s.meanLambda()/(2*s.floor.far2)))
	}
	return b + s.leavers() + s.beside() + s.overshot() + "."
}

// leavers says how many of the crowd have come to the corner.
func (s *Sim) leavers() string {
	or := ""
	if *s.crowd.flown > 0 {
		or = " or flown off"
	}
	switch {
	case len(s.left) > 1:
		return say.Percent(1-s.alive()) + " have met the corner" + or
	case s.left[0] != 0:
		return "which has met the corner" + or
	default:
		return "not yet at the corner"
	}
}

// beside says what theory has to say, or why it is silent.
func (s *Sim) beside() string {
	what, figure := s.noTheory()
	switch {
	case what == "":
		return " (theory " + say.Percent(1-s.theory()) + ")"
	case s.p.Kind == "label":
		return ""
	case figure == "":
		return "; " + what
	default:
		return "; " + what + ": " + figure
	}
}

// overshot says how many have been where steps overshoot the floor.
func (s *Sim) overshot() string {
	n := s.steep.count()
	if n < 1 {
		return ""
	}
	return fmt.Sprintf("; %s beyond %.2g, where a step overshoots the floor", haveBeen(n), end(s.p.Rate))
}

// haveBeen is "3 have been" or "1 has been".
func haveBeen(n int) string {
	if n == 1 {
		return "1 has been"
	}
	return say.Grouped(int64(n)) + " have been"
}

// trouble names the walkers that flew off.
func (s *Sim) trouble() (what, advice string) {
	of, flown := "", *s.crowd.flown
	total := len(s.crowd.x)
	if flown == 0 {
		of, flown, total = "dropped ", *s.drops.all.flown, s.drops.n
	}
	if flown == 0 {
		return "", ""
	}
	who := fmt.Sprintf("%s of %s", say.Grouped(int64(flown)), say.Count(total, of+"walker"))
	what = who + " flew off: where η x² > 1 every step overshoots the floor"
	if s.over() {
		what += ", and nothing is left to move"
	}
	return what, "Lower the learning rate, or start nearer to the corner, and restart."
}

// still reports whether nobody moves any more to speak of: nowhere does the gradient carry
// a walker by a millionth a step.
func (s *Sim) still() bool {
	const least = 1e-6
	for i, x := range s.crowd.x {
		y := s.crowd.y[i]
		if pull := 2 * float64(size(x)*size(y)) * float64(far(x, y)); !s.crowd.gone[i] && s.p.Rate*pull > least {
			return false
		}
	}
	return true
}

// meanLambda is the mean curvature of those still here.
func (s *Sim) meanLambda() float64 { return s.Report().Row[colLambda] }
