package sweep

import (
	"fmt"
	"strconv"
	"strings"

	"driftlab/engine/param"
	"driftlab/engine/run"
	"driftlab/engine/say"
)

// Says is the sweep in words.
func (s *Sim) Says() run.Words {
	of := s.Of()
	w := run.Words{Phase: fmt.Sprintf("%d of %s", s.known, say.Count(of, "run")), Caption: s.caption(), Of: of}
	if s.known == of {
		w.Phase = "all " + say.Count(of, "run") + " done"
		if of == 1 {
			w.Phase = "the run is done"
		}
		return w
	}
	w.Share = float64(s.known) / float64(of)
	if k := s.Own(); k >= 0 && s.done[k] == nil {
		w.Share += float64(s.own.Steps()) / float64(s.p.Length) / float64(of)
	}
	return w
}

// caption says what has come of the runs that are done.
func (s *Sim) caption() string {
	whose := ""
	if s.p.Shards > 1 {
		whose = fmt.Sprintf(" of shard %d of %d", s.p.Shard, s.p.Shards)
	}
	if s.known == 0 {
		return fmt.Sprintf("No run%s is done yet.", whose) + s.early()
	}
	f := s.picture()
	text := fmt.Sprintf("%s%s after %s: ", say.Count(s.known, "run"), whose, say.Count(s.p.Length, "training step"))
	var ends [len(Outcomes)]int
	for i, n := range f.Ends {
		ends[i%len(Outcomes)] += int(n)
	}
	text += fmt.Sprintf("%d finished, %d died, %d diverged", ends[Finished], ends[Died], ends[Diverged])
	if n := ends[Failed]; n > 0 {
		text += fmt.Sprintf(", %d failed (broke off twice)", n)
	}
	text += "."
	if all := s.activity(f); len(all) > 0 {
		text += " Units still active for some sample, median of the runs that finished: " + say.List(all) + "."
	}
	return text + f.slopes() + s.chosen() + s.early()
}

// chosen says what the run is that the dial network names, and how it ended; nothing while it has not.
func (s *Sim) chosen() string {
	k := s.place(s.p.Network)
	if k < 0 || s.done[k] == nil {
		return ""
	}
	d, r := s.p.draw(s.p.Network), s.done[k]
	with := Groups[GroupOf(d.Rule, d.Kind)]
	if noise := d.Noise + d.Label; noise > 0 {
		with = fmt.Sprintf("%s, %s noise %g", Rules[d.Rule], Kinds[d.Kind], noise)
	}
	text := fmt.Sprintf(" Run %d: %s, %s task, %s start, T = %d, D = %d, O = %d; it %s",
		s.p.Network, with, Tasks[d.Task], Inits[d.Init], d.Samples, d.Inputs, d.Outputs, r.end())
	if f := r.Final(); r.Outcome == Finished {
		text += fmt.Sprintf(" with %s of its units active, spatial information %s bits and correlation %s with the start",
			say.Percent(f.Units), say.Figure(f.SI, 2), say.Figure(f.Corr, 2))
	}
	return text + "."
}

// end says how a run ended, in a sentence on it.
func (r *Result) end() string {
	text := [...]string{"finished", "had died", "diverged", "failed"}[r.Outcome] + " at step " + say.Grouped(r.Step)
	if r.Outcome == Failed {
		text += ", having broken off twice"
	}
	return text
}

// early says that the picture is of runs that were done beforehand, where it is.
func (s *Sim) early() string {
	if !s.earlier() {
		return ""
	}
	e := s.before
	return fmt.Sprintf(" The picture has %d others, of %s each, until %s of these are done: they were done beforehand by %s.",
		e.sim.known, say.Count(e.sim.p.Length, "training step"), say.Grouped(int64(min(enough, s.Of()))), e.command)
}

// activity is the median final fraction of active units, of each group.
func (s *Sim) activity(f *Frame) (all []string) {
	for g, name := range Groups {
		if f.finished(g) > 0 {
			all = append(all, say.Percent(s.pic.medians[g])+" with "+name)
		}
	}
	return all
}

// slopes says how the times go with the noise, where that can be told: with a slope whose interval is narrower than 2.
func (f *Frame) slopes() (text string) {
	for k, half := range f.Within {
		if half < 1 {
			name, of := f.Noisy(k % len(Groups))
			text += fmt.Sprintf(" With %s the %s goes as the noise to the power %s ± %s, over the %d of %d runs that have one.",
				strings.ReplaceAll(name, ",", " and"), Times[k/len(Groups)], say.Figure(float64(f.Slope[k]), 2), say.Figure(float64(half), 2), int(f.Fitted[k]), of)
		}
	}
	return text
}

// Facts are how far the sweep is, and what has come of each group.
func (s *Sim) Facts() []say.Fact {
	f := s.picture()
	facts := []say.Fact{{Name: "runs", Value: fmt.Sprintf("%d of %d", s.known, s.Of())}}
	for g, name := range Groups {
		value := "none yet"
		if n := f.finished(g); n > 0 {
			value = fmt.Sprintf("%s, median of %s", say.Percent(s.pic.medians[g]), say.Count(n, "run"))
		}
		facts = append(facts, say.Fact{Name: "active units with " + name, Value: value})
	}
	return facts
}

// Beside is a run in track: one by its number, counted from 1 on, or the one that the dial network names, or else the first
// that is done. Those that were done
// beforehand have numbers below 0, from -1 down.
func (s *Sim) Beside(which int) (exhibit string, dials []param.Setting, said string, err error) {
	if which < 0 && s.before != nil {
		exhibit, dials, said, err = s.before.sim.Beside(-which)
		return exhibit, dials, "Of the sweep that was done beforehand: " + said, err
	}
	switch {
	case which == 0 && s.p.Network >= 0:
		which = s.p.Network + 1
	case which == 0:
		which = s.p.Shard + 1
		for k, r := range s.done {
			if r != nil {
				which = s.run(k) + 1
				break
			}
		}
	}
	i := which - 1
	if i < 0 || i >= s.p.Runs {
		return "", nil, "", fmt.Errorf("there is no such run: they are numbered from 0 to %d", s.p.Runs-1)
	}
	said = "Run " + strconv.Itoa(i) + " of the sweep, from its beginning."
	if k := s.place(i); k >= 0 && s.done[k] != nil {
		r := s.done[k]
		said = fmt.Sprintf("Run %d of the sweep, from its beginning: it %s.", i, r.end())
	}
	return "track", s.p.settings(i), said, nil
}
