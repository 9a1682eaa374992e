package main

import (
	"flag"
	"os"
	"strings"
	"testing"

	"driftlab/engine"
)

var update = flag.Bool("update", false, "write what the tests compare with")

const readme = "../../../README.md"

// The README has a table of each exhibit's dials, between two marks.
func TestReadmeTellsTheDials(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	doc := string(text)
	for _, e := range engine.Exhibits {
		mark := "<!-- dials:" + e.Name + " -->\n"
		_, after, found := strings.Cut(doc, mark)
		table, _, closed := strings.Cut(after, "<!-- /dials -->")
		if !found || !closed {
			t.Errorf("the README has no dials between %q and \"<!-- /dials -->\"", strings.TrimSpace(mark))
			continue
		}
		want := markdown(e.New().Dials())
		if *update {
			doc = strings.Replace(doc, mark+table, mark+want, 1)
		} else if table != want {
			t.Errorf("the README's dials of %s are out of date: go test ./engine/cmd/lab -update", e.Name)
		}
	}
	if *update {
		if err := os.WriteFile(readme, []byte(doc), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
