package engine

import (
	"fmt"
	"strings"

	"driftlab/engine/param"
	"driftlab/engine/wire"
)

// About says where the run stands and how to have it again.
func (s *Session) About() *wire.About {
	a := &wire.About{
		Exhibit: s.exhibit.Name, Preset: s.preset.Name, Seed: s.sim.Dials().Lookup("seed").Value(),
		Step: s.sim.Steps(), Changed: s.turned(), Hash: Hash(s.sim), Vector: Vector(),
	}
	if !s.touched {
		a.Command = s.commandLine()
	}
	return a
}

// commandLine takes a run with these dials to this step.
func (s *Session) commandLine() string {
	b := new(strings.Builder)
	fmt.Fprintf(b, "bin/lab run %s -preset %s -seed %s", s.exhibit.Name, s.preset.Name, s.sim.Dials().Lookup("seed").Value())
	for _, v := range s.changed() {
		fmt.Fprintf(b, " -%s %s", v.Name, v.Value)
	}
	steps := s.sim.Steps()
	fmt.Fprintf(b, " -steps %d", steps)
	if steps > 0 {
		fmt.Fprintf(b, " -every %d", steps)
	}
	return b.String() + " -hash"
}

// changed lists the dials that make other numbers than the preset, but for the seed.
func (s *Session) changed() []param.Setting {
	var out []param.Setting
	dials := s.sim.Dials()
	for _, v := range dials.ChangedFrom(s.preset) {
		if v.Name != "seed" && !dials.Lookup(v.Name).View {
			out = append(out, v)
		}
	}
	return out
}
