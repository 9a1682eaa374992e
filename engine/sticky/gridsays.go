package sticky

import (
	"fmt"
	"slices"
	"strings"

	"driftlab/engine/param"
	"driftlab/engine/run"
	"driftlab/engine/say"
)

// Says is the grid in words.
func (g *grid) Says() run.Words {
	done, of := len(g.results), g.Of()
	w := run.Words{Phase: fmt.Sprintf("%d of %d runs", done, of), Caption: g.caption(), Of: of}
	if done == of {
		w.Phase, w.Share = "all "+say.Count(of, "run")+" finished", 1
	} else {
		w.Share = float64(done) / float64(of)
		if c := g.here.course; g.Own() == done {
			w.Share += float64(c.Step) / float64(int64(of*c.p.Tasks)*c.per())
		}
	}
	return w
}

// caption says what has come of the runs that are finished.
func (g *grid) caption() string {
	text := fmt.Sprintf("No run of %d is finished yet.", g.Of())
	switch {
	case len(g.results) == 0:
	case g.kind == Ablation:
		text = g.ranked()
	case g.kind == Shared:
		text = g.gains()
	default:
		text = g.found()
	}
	if n := g.wrong(func(r *Result) bool { return r.Broken }); n > 0 {
		text += fmt.Sprintf(" Diverged: %s.", say.Count(n, "run"))
	}
	if n := g.wrong(g.nothing); n > 0 {
		text += fmt.Sprintf(" Learned nothing in some task (less than %s right in it): %s.", say.Percent(nothing), say.Count(n, "run"))
	}
	if n := g.wrong(func(r *Result) bool { return r.Well > most }); n > 0 {
		text += fmt.Sprintf(" With more than %s of the weights in the well: %s.", say.Percent(most), say.Count(n, "run"))
	}
	return text
}

// wrong counts the runs of which something is true.
func (g *grid) wrong(is func(*Result) bool) (n int) {
	for i := range g.results {
		if is(&g.results[i]) {
			n++
		}
	}
	return n
}

// nothing reports whether a run has learned nothing in some task.
func (g *grid) nothing(r *Result) bool {
	for k := 1; ; k++ {
		row := r.after(k)
		if row == nil {
			return false
		}
		if row[k-1] < nothing {
			return true
		}
	}
}

// ranked is the methods of the ablation by what they have come to.
func (g *grid) ranked() string {
	lines := slices.DeleteFunc(slices.Clone(g.lined()), func(l Line) bool { return l.last() != l.last() })
	slices.SortStableFunc(lines, func(a, b Line) int {
		if a.last() > b.last() {
			return -1
		}
		return 1
	})
	var all []string
	for i := range lines {
		all = append(all, say.Percent(float64(lines[i].last()))+" with "+lines[i].Name)
	}
	if all == nil {
		return "No run has come to its end."
	}
	return fmt.Sprintf("Test digits told right over %s, mean over the seeds that are finished: %s.", say.Count(g.p.Tasks, "task"), say.List(all))
}

func (l *Line) last() float32 { return l.Mean[len(l.Mean)-1] }

// gains is how much better the attractor is than the control, at each share.
func (g *grid) gains() string {
	lines := g.lined()
	var all []string
	for k := range lines[0].Mean {
		if gain := 100 * float64(lines[1].Mean[k]-lines[0].Mean[k]); gain == gain {
			all = append(all, say.Signed(gain)+" with "+say.Percent(g.shareOf(k)))
		}
	}
	if all == nil {
		return "There is no share yet with both a run of sticky and one of control."
	}
	return "Sticky less control, in points of accuracy over all tasks, by the share of pixels that stay: " + say.List(all) + "."
}

// found is the best trial.
func (g *grid) found() string {
	best := g.best()
	if best < 0 {
		return "No trial has come to its end."
	}
	text := "Best of " + say.Count(len(g.tried), "trial") + ": " + g.about(best)
	if k := g.p.Trial - 1; k >= 0 && k != best && k < len(g.tried) {
		text += " Chosen: " + g.about(k)
	}
	return text
}

// about is what a trial is and what came of it.
func (g *grid) about(which int) string {
	t := g.tried[which]
	var all []string
	for i, of := range Searched {
		if s := g.spans[i]; s.lo < s.hi {
			all = append(all, of.Symbol+" = "+brief(float64(float32(t.x[i]))))
		}
	}
	at := *g.p
	at.at(t.x)
	mark := "a mark of " + brief(t.mark)
	if t.mark != t.mark {
		mark = "no mark, as it diverged"
	}
	return fmt.Sprintf("number %d, with %s, by %s; its f(0) is %.2f.", which+1, mark, say.List(all), f0(&at))
}

// Facts are how far it is, and what is best.
func (g *grid) Facts() []say.Fact {
	facts := []say.Fact{{Name: "runs", Value: fmt.Sprintf("%d of %d", len(g.results), g.Of())}}
	if g.kind == Search {
		return append(facts, say.Fact{Name: "best trial", Value: g.found()})
	}
	for i := range g.lined() {
		l := &g.lines[i]
		facts = append(facts, say.Fact{Name: "accuracy of " + l.Name, Value: percent(float64(l.last()))})
	}
	return facts
}

// ofSearch are the dials that a trial which is opened does not take over, beside those of its point and of the ranges.
var ofSearch = []string{"grid", "trials", "trial", "seeds", "method", "sticky", "weights", "a1", "mu", "sigma", "gamma", "lambda", "zeta"}

// Beside is the exhibit with the settings of a trial: of one by its number, counted from 1 on, or of the one that is
// chosen.
func (s *Sim) Beside(which int) (exhibit string, dials []param.Setting, changed string, err error) {
	g, ok := s.experiment.(*grid)
	if !ok || g.kind != Search {
		return "", nil, "", fmt.Errorf("only a search has trials to open; choose the preset search")
	}
	if which == 0 {
		which = g.p.Trial
	}
	if which == 0 {
		which = g.best() + 1
	}
	if which < 1 || which > len(g.tried) {
		return "", nil, "", fmt.Errorf("there is no such trial yet")
	}
	for _, d := range s.dials.All() {
		if d.Changed() && !slices.Contains(ofSearch, d.Name) && !strings.Contains(d.Name, "-") {
			dials = append(dials, param.Setting{Name: d.Name, Value: d.Value()})
		}
	}
	p := &s.params
	if p.Method != Methods[1].Name { // side by side, the rule among them
		dials = append(dials, param.Setting{Name: "sticky", Value: "true"})
	}
	for i, of := range Searched {
		if of.Name != "zeta" || p.L1 != off {
			dials = append(dials, param.Setting{Name: of.Name, Value: fmt.Sprint(g.tried[which-1].x[i])})
		}
	}
	return "sticky", dials, fmt.Sprintf("The settings of trial %d, whose mark is %s.", which, brief(g.tried[which-1].mark)), nil
}
