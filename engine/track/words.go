package track

import (
	"fmt"
	"math"

	"driftlab/engine/measure"
	"driftlab/engine/nn"
	"driftlab/engine/num"
	"driftlab/engine/run"
	"driftlab/engine/say"
)

// Says is the run in words.
func (s *Sim) Says() run.Words {
	s.forward()
	w := run.Words{Phase: s.phase(), Caption: s.caption() + s.stands().Steady()}
	w.Trouble, w.Advice = s.trouble()
	return w
}

// phase names the current phase.
func (s *Sim) phase() string {
	switch {
	case s.broken >= 0:
		return "diverged"
	case s.dead():
		return "dead"
	case s.restingSince() >= 0:
		return "at rest"
	}
	return fmt.Sprintf("phase %d: %s", s.verdict.Phase, s.verdict.Name)
}

// trouble names a network that diverged or died.
func (s *Sim) trouble() (what, advice string) {
	s.forward()
	switch {
	case s.broken >= 0:
		return fmt.Sprintf("diverged at step %s: %s", say.Grouped(s.broken), s.loss()),
			lower(s.p.method()) + " and restart."
	case s.dead():
		return "dead network: every hidden unit is silent",
			s.revive()
	}
	return "", ""
}

// loss says what has become of a diverged network's.
func (s *Sim) loss() string {
	if num.Finite(float32(s.pass.MSE)) {
		return "the error is beyond a million million times the targets' variance"
	}
	return "the loss is no longer a number"
}

// lower says what to lower.
func lower(m nn.Method) string {
	switch {
	case m.Rule == nn.SED:
		return "Stochastic error descent diverges easily: lower the learning rate"
	case m.Chance():
		return "Lower the learning rate or the noise"
	default:
		return "Lower the learning rate"
	}
}

// revive says what a dead network's silence means. It need not last where there is update
// noise, which moves the weights of silent units too.
func (s *Sim) revive() string {
	m := s.p.method()
	said := "Nothing reaches the outputs, so nothing can be learned. " + lower(m) + " and restart"
	if m.Rule != nn.SED && m.Kind == nn.UpdateNoise && m.Noise != 0 {
		said += "; with noise on, a unit may wake up by chance"
	}
	return said + "."
}

// caption says what has been measured, and which dial does nothing.
func (s *Sim) caption() string {
	s.maps()
	if m := s.p.method(); m.Rule == nn.SED && m.Kind != nn.NoNoise && m.Noise != 0 {
		return s.measured() + " Stochastic error descent runs without the " + s.p.Kind + " noise: its own steps are random."
	}
	return s.measured()
}

// measured says what has been measured.
func (s *Sim) measured() string {
	switch {
	case s.broken >= 0:
		return fmt.Sprintf("The network has diverged at step %s: %s.", say.Grouped(s.broken), s.loss())
	case s.dead():
		return fmt.Sprintf("The network is dead: all %d hidden units are silent.", s.p.Units)
	}
	if rest := s.restingSince(); rest >= 0 {
		return fmt.Sprintf("At rest: without noise the parameters have moved by less than %s since step %s; the error is %s of the targets' variance, %s.",
			say.Percent(restMove), say.Grouped(rest), say.Percent(s.errorNow()), s.count())
	}
	switch s.verdict.Phase {
	case measure.Directed:
		return fmt.Sprintf("%s; %s; %s.", s.errorSince(s.verdict.Borders[0]), s.silenced(), s.count())
	case measure.Null:
		return fmt.Sprintf("%s, %s; %s.", s.errorSince(s.verdict.Borders[1]), s.activeSince(s.verdict.Borders[1]), s.alike())
	}
	return fmt.Sprintf("%s; %s.", s.learning(), s.count())
}

// learning says how far the error has come.
func (s *Sim) learning() string {
	was := s.halfway()
	now := say.Percent(s.errorNow()) + " of the targets' variance"
	switch {
	case s.verdict.Name == "not learned":
		return fmt.Sprintf("Not learned: the error is %s; below %s counts as learned", now, say.Percent(measure.Learned))
	case s.steps == 0:
		return "Before the first step the error is " + now
	default:
		return fmt.Sprintf("The error is %s, after %s at step %s", now, say.Percent(share(was[colLoss])), say.Grouped(int64(was[colStep])))
	}
}

// errorSince says between what the error has been since a step.
func (s *Sim) errorSince(step int64) string {
	lo, hi := s.between(colLoss, step)
	lo, hi = share(lo), share(hi)
	now := s.errorNow()
	lo, hi = min(lo, now), max(hi, now)
	if hi-lo < measure.Learned/2 {
		return fmt.Sprintf("Since step %s the error has stayed within %s of the targets' variance", say.Grouped(step), say.Percents(lo, hi))
	}
	return fmt.Sprintf("Since step %s the error has been within %s of the targets' variance, %s now", say.Grouped(step), say.Percents(lo, hi), say.Percent(now))
}

// activeSince says how many units have been active since a step.
func (s *Sim) activeSince(step int64) string {
	lo, hi := s.between(colActiveUnits, step)
	n := float64(s.p.Units)
	least, most := int(math.Round(float64(lo*n))), int(math.Round(float64(hi*n)))
	now := s.activeUnits()
	least, most = min(least, now), max(most, now)
	if least == most {
		return fmt.Sprintf("with %d of %d units active", most, s.p.Units)
	}
	return fmt.Sprintf("with %d to %d of %d units active", least, most, s.p.Units)
}

// between is the range of a column since a step.
func (s *Sim) between(col int, step int64) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for at := 0; at < len(s.report.Rows); at += s.report.Width {
		if row := s.report.Rows[at:]; row[colStep] >= float64(step) {
			lo, hi = min(lo, row[col]), max(hi, row[col])
		}
	}
	return lo, hi
}

// silenced says how many units fell silent while the step count doubled.
func (s *Sim) silenced() string {
	was := s.halfway()
	before := int(math.Round(float64(was[colActiveUnits] * float64(s.p.Units))))
	now, step := s.activeUnits(), say.Grouped(int64(was[colStep]))
	switch {
	case now < measure.FewUnits:
		return fmt.Sprintf("only %d of %s still active, too few to tell whether that is steady", now, say.Count(s.p.Units, "unit"))
	case now > before:
		return fmt.Sprintf("%d more of %d units active than at step %s", now-before, s.p.Units, step)
	case now == before:
		return "as many units are active as at step " + step
	default:
		return fmt.Sprintf("%d of %d units fell silent since step %s", before-now, s.p.Units, step)
	}
}

// count says how many units tell places, or samples, apart now, and how many are silent.
func (s *Sim) count() string {
	place, _ := s.now.Place()
	silent := s.p.Units - s.activeUnits()
	what := "have a place field"
	if !s.p.placed() {
		what = "tell the samples apart"
	}
	return fmt.Sprintf("%d of %d units %s, %s", place, s.p.Units, what, fallen(silent))
}

func fallen(silent int) string {
	switch silent {
	case 0:
		return "none is silent"
	case 1:
		return "1 is silent"
	default:
		return fmt.Sprintf("%d are silent", silent)
	}
}

// alike says how much the maps now are like those taken when the step count was half.
func (s *Sim) alike() string {
	old := s.halfwaySnapshot()
	r := measure.MapCorrelation(&old.Snapshot, &s.now)
	if math.IsNaN(r) {
		return "no unit tells places apart both now and at step " + say.Grouped(old.Step)
	}
	return fmt.Sprintf("the maps correlate at %s with those of step %s", say.Figure(r, 2), say.Grouped(old.Step))
}

// fit words the time scale tau of the fraction of active units.
func (s *Sim) fit() string {
	switch {
	case len(s.verdict.Borders) == 0 || s.dead():
		return "" // nothing is fitted before the task is learned
	case s.timescale() == 0:
		return "active units: no exponential fit"
	default:
		return "active units: τ = " + say.Grouped(int64(math.Round(s.timescale()))) + " steps"
	}
}

// share is what a loss, log10(MSE / variance), is as a share of the variance.
func share(loss float64) float64 { return num.Exp(float64(loss * math.Ln10)) }
