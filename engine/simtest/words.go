package simtest

import (
	"os"
	"slices"
	"strings"
	"testing"

	"driftlab/engine"
)

// assets is where the words and data of the exhibits are, seen from the package that is tested.
func assets() string {
	dir := "."
	for range 4 {
		if _, err := os.Stat(dir + "/go.mod"); err == nil {
			break
		}
		dir += "/.."
	}
	return dir + "/assets/"
}

// words: there is something to read wherever a visitor looks.
func words(t *testing.T, e engine.Exhibit) {
	sim := e.New()
	if e.Title == "" || !strings.HasSuffix(e.Brief, ".") || !slices.Contains(engine.Groups, e.Group) || e.State < 1 {
		t.Errorf("title %q, brief %q, group %q, state %d", e.Title, e.Brief, e.Group, e.State)
	}
	if sim.Steps() != 0 || len(sim.Report().Row) > 0 || sim.Dials().Lookup("seed") == nil {
		t.Error("New does more than declare the dials, or less")
	}
	for _, d := range sim.Dials().All() {
		if d.Label == "" {
			t.Errorf("the dial %s has no label", d.Name)
		}
	}
	for i, c := range sim.Report().Columns {
		isStep := i == stepColumn(sim.Report())
		if c.Name == "" || c.Label == "" || isStep != (c.Name == "step") || !isStep && c.Help == "" {
			t.Errorf("column %d is %+v", i, c)
		}
	}
	if _, err := sim.Dials().Preset(e.Trial); err != nil {
		t.Error(err)
	}
	if listed, ok := engine.Lookup(e.Name); !ok || listed.Title != e.Title {
		return // of the tests only
	}
	if text, err := os.ReadFile(assets() + "words/" + e.Name + ".html"); err != nil || len(text) == 0 {
		t.Errorf("no words: %v", err)
	}
}
