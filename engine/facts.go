package engine

import (
	"strconv"
	"strings"

	"driftlab/engine/wire"
)

// Facts say of a run what it is, where it stands and how to have it again: for the head of
// its table and for its picture. version is the program's; page is where the page lies that
// the run's address belongs to, if there is one.
func (s *Session) Facts(version, page string) []wire.Fact {
	facts := s.Settings(version, page)
	add := func(name, text string) {
		if text != "" {
			facts = append(facts, wire.Fact{Name: name, Text: text})
		}
	}
	words := s.sim.Says()
	add("step", strconv.FormatInt(s.sim.Steps(), 10))
	add("phase", words.Phase)
	add("caption", words.Caption)
	add("trouble", words.Trouble)
	add("hash", Hash(s.sim))
	if s.touched {
		add("command", "none: dials were turned or the model was touched on the way")
	} else {
		add("command", s.commandLine())
	}
	return facts
}

// Settings are those facts that hold before the first step too.
func (s *Session) Settings(version, page string) []wire.Fact {
	dials := "as in the preset"
	if changed := s.turned(); len(changed) > 0 {
		dials = strings.Join(changed, ", ")
	}
	return []wire.Fact{
		{Name: "driftlab", Text: version},
		{Name: "address", Text: page + "#" + s.address()},
		{Name: "exhibit", Text: s.exhibit.Name},
		{Name: "preset", Text: s.preset.Name},
		{Name: "seed", Text: s.sim.Dials().Lookup("seed").Value()},
		{Name: "dials", Text: dials},
	}
}

// turned lists the dials that make other numbers than the preset, as "noise 0.05".
func (s *Session) turned() []string {
	list := []string{}
	for _, v := range s.changed() {
		list = append(list, v.Name+" "+v.Value)
	}
	return list
}
