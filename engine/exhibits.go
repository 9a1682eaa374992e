package engine

import (
	"driftlab/engine/num"
	"driftlab/engine/track"
	"driftlab/engine/valley"
)

// An Exhibit is one entry of the list that page, command line and address share.
type Exhibit struct {
	Name  string     // in the address: "track"
	Title string     // on the tab: "Track"
	Brief string     // one sentence
	State int        // the version of what its saved runs hold
	New   func() Sim // declares the dials; Restart builds the experiment
}

// Exhibits lists the exhibits in the order of their tabs.
var Exhibits = []Exhibit{
	{"track", "Track", "A network learns to predict what an agent will see; then its place fields drift.", 1, func() Sim { return track.New() }},
	{"valley", "Valley", "Noisy gradient descent walks along the floor of a valley, towards where it is flat.", 1, func() Sim { return valley.New() }},
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
