package rules

import (
	"fmt"
	"strings"

	"driftlab/engine/run"
	"driftlab/engine/say"
)

// Says is the run in words.
func (s *Sim) Says() run.Words {
	w := run.Words{Phase: s.phase(), Caption: s.caption()}
	w.Trouble, w.Advice = s.trouble()
	return w
}

// phase names the phases, and who is in them.
func (s *Sim) phase() string {
	var names []string
	who := map[string][]string{}
	for i, net := range s.nets {
		name := net.Says().Phase
		if who[name] == nil {
			names = append(names, name)
		}
		who[name] = append(who[name], Letters[i])
	}
	if len(names) == 1 {
		return names[0]
	}
	for i, name := range names {
		names[i] = say.List(who[name]) + ", " + name
	}
	return strings.Join(names, "; ")
}

// caption says what the networks have come to.
func (s *Sim) caption() string {
	units, same := s.nets[0].Params().Units, true
	for _, net := range s.nets {
		same = same && net.Params().Units == units
	}
	var active, errors []string
	text := "Active units: "
	if same {
		text = fmt.Sprintf("Active of %d units: ", units)
	}
	for i, net := range s.nets {
		many := fmt.Sprintf("%s %d", Letters[i], net.ActiveUnits())
		if !same {
			many += fmt.Sprintf(" of %d", net.Params().Units)
		}
		active, errors = append(active, many), append(errors, Letters[i]+" "+net.Error())
	}
	return text + fmt.Sprintf("%s. Error, of the targets' variance: %s.", strings.Join(active, ", "), strings.Join(errors, ", ")) + s.travelled()
}

// travelled says what a stay in one place has done to the maps of the other.
func (s *Sim) travelled() string {
	var here, away []string
	for i, net := range s.nets {
		h, a := net.Travel(nil, nil)
		if h, a := h[len(h)-1], a[len(a)-1]; h == h && a == a {
			here, away = append(here, Letters[i]+" "+say.Figure(float64(h), 2)), append(away, Letters[i]+" "+say.Figure(float64(a), 2))
		}
	}
	if len(away) == 0 {
		return ""
	}
	return fmt.Sprintf(" Maps at a stay's beginning and end correlate at %s in the place left, %s in that visited (means).",
		strings.Join(away, ", "), strings.Join(here, ", "))
}

func in(i int) string { return "in " + Letters[i] }

// trouble names the networks that diverged or died.
func (s *Sim) trouble() (what, advice string) {
	var all []string
	for i, net := range s.nets {
		wrong, can := net.Trouble()
		if wrong == "" {
			continue
		}
		all = append(all, Letters[i]+": "+wrong)
		if advice == "" {
			advice = can
		}
	}
	return strings.Join(all, "; "), advice
}

// Facts are those of each network that tell the networks apart.
func (s *Sim) Facts() (facts []say.Fact) {
	for i, net := range s.nets {
		for _, f := range net.Facts()[:2] {
			facts = append(facts, say.Fact{Name: f.Name + " " + in(i), Value: f.Value})
		}
	}
	return facts
}
