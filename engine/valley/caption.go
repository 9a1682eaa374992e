package valley

import (
	"fmt"
	"math"

	"driftlab/engine/say"
)

// Phase names what the crowd is doing.
func (s *Sim) Phase() string {
	switch {
	case s.step < int64(s.floor.steps):
		return "sliding down"
	case s.p.Noise == 0:
		return "at rest"
	default:
		return "drifting along the floor"
	}
}

// Caption says in one sentence what is going on.
func (s *Sim) Caption() string {
	who := say.Count(len(s.crowd.x), "walker")
	switch {
	case *s.crowd.flown == len(s.crowd.x):
		return who + ", all flown off."
	case s.step < int64(s.floor.steps):
		return who + ", sliding down to the floor of the valley."
	case s.floor.far2 == 0:
		return who + " from the corner, where the arms meet: no arm to leave."
	case s.p.Noise == 0:
		return who + " at rest on the floor: without noise nothing moves."
	case s.p.Kind == "label":
		return fmt.Sprintf("%s, mean curvature at %s of what it was when they settled; %s.",
			who, say.Percent(s.meanLambda()/(2*s.floor.far2)), s.leavers())
	}
	if t := s.theory(); !math.IsNaN(t) {
		return who + ", " + s.leavers() + " (theory " + say.Percent(1-t) + ")."
	}
	return who + ", " + s.leavers() + "."
}

// leavers says how many of the crowd have left their arm.
func (s *Sim) leavers() string {
	switch {
	case len(s.left) > 1:
		return say.Percent(1-s.alive()) + " have left the arm they started on"
	case s.left[0] != 0:
		return "which has left the arm it started on"
	default:
		return "still on the arm it started on"
	}
}

// Trouble names the walkers that flew off.
func (s *Sim) Trouble() (what, advice string) {
	of, flown := "", *s.crowd.flown
	total := len(s.crowd.x)
	if flown == 0 {
		d := s.drops.walkers()
		of, flown, total = "dropped ", *d.flown, s.drops.n
	}
	if flown == 0 {
		return "", ""
	}
	return fmt.Sprintf("%s of %s flew off: where η x² > 1 every step overshoots the floor.",
			say.Grouped(int64(flown)), say.Count(total, of+"walker")),
		"Lower the learning rate, or start nearer to the corner, and restart."
}

// meanLambda is the mean curvature of those still here.
func (s *Sim) meanLambda() float64 { return s.AppendRow(nil)[colLambda] }
