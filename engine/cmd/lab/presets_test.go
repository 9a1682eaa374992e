package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"driftlab/engine"
)

// What a preset sets may change only with its edition, for links name it. A new edition is
// written down by -update, with what it was before listed in engine/former.go.
func TestPresetsChangeWithTheirEdition(t *testing.T) {
	const file = "testdata/presets.golden"
	kept := map[string]string{}
	text, _ := os.ReadFile(file)
	for line := range strings.Lines(string(text)) {
		name, values, _ := strings.Cut(strings.TrimSpace(line), ": ")
		kept[name] = values
	}
	var now strings.Builder
	for _, e := range engine.Exhibits {
		for _, p := range e.New().Dials().Presets {
			name, values := fmt.Sprintf("%s %s %d", e.Name, p.Name, max(p.Edition, 1)), dialsOf(e, p.Name)
			fmt.Fprintf(&now, "%s: %s\n", name, values)
			if was, known := kept[name]; known && was != values {
				t.Errorf("%s was\n%s\nand is\n%s\nRaise its Edition, and list in engine/former.go what it was", name, was, values)
			} else if !known && !*update {
				t.Errorf("%s is not written down: go test ./engine/cmd/lab -update", name)
			}
		}
	}
	if *update && !t.Failed() {
		if err := os.WriteFile(file, []byte(now.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// dialsOf lists the dials of a preset that are no matter of the view, nor its seed.
func dialsOf(e engine.Exhibit, preset string) string {
	dials := e.New().Dials()
	p, err := dials.Preset(preset)
	if err != nil {
		panic(err)
	}
	dials.Apply(p)
	var out []string
	for _, d := range dials.All() {
		if !d.View && d.Name != "seed" {
			out = append(out, d.Name+"="+d.Value())
		}
	}
	return strings.Join(out, " ")
}
