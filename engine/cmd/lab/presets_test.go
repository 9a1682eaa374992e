package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"driftlab/engine"
	"driftlab/engine/param"
)

// What a preset sets may change only with its edition, for links name it. A new edition is
// written down by -update, with what it was before listed in engine/former.go. So is a new dial,
// if it begins where everything stays as it was.
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
			if was, known := kept[name]; known && differs(was, values, e.New().Dials()) {
				t.Errorf("%s was\n%s\nand is\n%s\nRaise its Edition, and list in engine/former.go what it was", name, was, values)
			} else if was != values && !*update {
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

// differs reports whether a preset sets a dial otherwise than was written down. Dials that are
// newer have to be at their defaults.
func differs(was, now string, dials *param.Set) bool {
	then := map[string]string{}
	for pair := range strings.FieldsSeq(was) {
		name, value, _ := strings.Cut(pair, "=")
		then[name] = value
	}
	for pair := range strings.FieldsSeq(now) {
		name, value, _ := strings.Cut(pair, "=")
		old, known := then[name]
		if !known {
			old = dials.Lookup(name).Default
		}
		if value != old {
			return true
		}
		delete(then, name)
	}
	return len(then) > 0
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
