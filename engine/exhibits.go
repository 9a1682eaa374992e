package engine

import (
	"driftlab/engine/hebbian"
	"driftlab/engine/minima"
	"driftlab/engine/num"
	"driftlab/engine/rules"
	"driftlab/engine/stability"
	"driftlab/engine/sticky"
	"driftlab/engine/sweep"
	"driftlab/engine/track"
	"driftlab/engine/valley"
)

// An Exhibit is one entry of the list that page, command line and address share.
type Exhibit struct {
	Name   string     // in the address: "track"
	Title  string     // in the menu: "Track"
	Brief  string     // one sentence
	Group  string     // one of Groups, under which the menu has it
	Assets []string   // the files of data that Restart wants, by their names in assets/data
	More   []string   // others that it wants with some dials: brought when they are asked for
	Trial  string     // the preset that is small enough for tests of everything
	State  int        // the version of what its saved runs hold, and, if it may last, of what comes of a run
	New    func() Sim // declares the dials; Restart builds the experiment
}

// Groups are the parts of the menu, in order.
var Groups = []string{Drift, Continual, Recurrent}

// The groups' names.
const (
	Drift     = "Drift"
	Continual = "Continual learning"
	Recurrent = "Recurrent networks"
)

// Exhibits lists the exhibits in the order of the menu.
var Exhibits = []Exhibit{
	{
		Name: "track", Title: "Track", Brief: "A network learns to predict what an agent will see; then its place fields drift.",
		Group: Drift, Trial: "tiny", State: 4, New: func() Sim { return track.New() },
	},
	{
		Name: "valley", Title: "Valley", Brief: "Noisy gradient descent walks along the floor of a valley, towards where it is flat.",
		Group: Drift, Trial: "paper", State: 1, New: func() Sim { return valley.New() },
	},
	{
		Name: "hebbian", Title: "Hebbian", Brief: "Place cells that learn by Hebb's rule change their places, while what they say of how alike places are stays.",
		Group: Drift, Trial: "tiny", State: 2, New: func() Sim { return hebbian.New() },
	},
	{
		Name: "rules", Title: "Rules", Brief: "Two to four networks side by side: the same data, the same start, another rule of learning.",
		Group: Drift, Trial: "tiny", State: 2, New: func() Sim { return rules.New() },
	},
	{
		Name: "sweep", Title: "Sweep", Brief: "Hundreds of networks, each with its own rule, noise, task and size: how far each has drifted, and how fast.",
		Group: Drift, Assets: sweep.Assets, Trial: "trial", State: 1, New: func() Sim { return sweep.New() },
	},
	{
		Name: "stability", Title: "Stability", Brief: "Two networks learn to tell digits apart, pair after pair: one protects its parameters, the other repeats earlier pairs.",
		Group: Continual, Assets: stability.Assets, Trial: "toy", State: 1, New: func() Sim { return stability.New() },
	},
	{
		Name: "minima", Title: "Minima", Brief: "Of two equally good minima replay keeps neither; what knows one of them by its curvature stays there.",
		Group: Continual, Trial: "few", State: 1, New: func() Sim { return minima.New() },
	},
	{
		Name: "sticky", Title: "Sticky", Brief: "A network learns digits under one permutation of their pixels after another; an attractor holds on to its weights.",
		Group: Continual, Assets: sticky.Assets, More: sticky.More, Trial: "toy", State: 1, New: func() Sim { return sticky.New() },
	},
}

// Names are the exhibits' names.
func Names() (names []string) {
	for _, e := range Exhibits {
		names = append(names, e.Name)
	}
	return names
}

// Lookup returns the exhibit of that name.
func Lookup(name string) (Exhibit, bool) {
	for _, e := range Exhibits {
		if e.Name == name {
			return e, true
		}
	}
	return Exhibit{}, false
}

// Vector reports whether the vector kernels are in use; the scalar ones give the same bits.
func Vector() bool { return num.Vector() }
