// Package rules has two to four networks of the exhibit track side by side. They learn the same data from the
// same start; each has its own rule, noise, learning rate and size (Ratzon, Derdikman, Barak, eLife
// 2024;12:RP90069, figure 3).
package rules

import (
	"driftlab/engine/param"
	"driftlab/engine/track"
)

// Most is the largest number of networks.
const Most = 4

// Letters are the networks' names.
var Letters = [Most]string{"A", "B", "C", "D"}

// Params are the dials that no exhibit but this has.
type Params struct {
	Nets int
}

// declare declares every dial: of the world, which all networks share, and of each network.
func declare(p *Params, nets *[Most]*track.Sim) *param.Set {
	var s param.Set
	s.Int(&p.Nets, "nets", 2, Most, "networks", param.Fresh)
	world := &nets[0].Params().World
	world.Declare(&s)
	world.DeclarePlaces(&s)
	for i, net := range nets {
		before := len(s.All())
		net.Params().Learner.Declare(&s, prefixes[i])
		for _, d := range s.All()[before:] {
			d.Group = groups[i]
		}
	}
	s.Presets = presets
	return &s
}

// groups are the networks' parts of the page's controls.
var groups = [Most]param.Group{{Name: "Network A"}, {Name: "Network B"}, {Name: "Network C", When: "nets=3,4"}, {Name: "Network D", When: "nets=4"}}

// prefixes begin the names of a network's dials: "b-rate".
var prefixes = [Most]string{"a-", "b-", "c-", "d-"}
