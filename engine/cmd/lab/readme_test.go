package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"driftlab/engine"
)

var update = flag.Bool("update", false, "write what the tests compare with")

const readme = "../../../README.md"

// The README has tables of every exhibit's columns and dials, between two marks.
func TestReadmeTellsColumnsAndDials(t *testing.T) {
	const mark, end = "<!-- exhibits -->\n", "<!-- /exhibits -->"
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, after, found := strings.Cut(string(text), mark)
	got, rest, closed := strings.Cut(after, end)
	if !found || !closed {
		t.Fatalf("the README has nothing between %q and %q", mark, end)
	}
	var want strings.Builder
	for _, e := range engine.Exhibits {
		fmt.Fprintf(&want, "\n### %s\n\n%s\n\n%s", e.Name, e.Brief, tables(e))
	}
	want.WriteString("\n")
	switch {
	case *update:
		if err := os.WriteFile(readme, []byte(before+mark+want.String()+end+rest), 0o644); err != nil {
			t.Fatal(err)
		}
	case got != want.String():
		t.Error("the README's columns and dials are out of date: go test ./engine/cmd/lab -update")
	}
}

// What the README links to in the sources is there.
func TestReadmeLinksLead(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	links := regexp.MustCompile(`\]\(([^)#]+)\)`).FindAllSubmatch(text, -1)
	if len(links) < 5 {
		t.Fatalf("%d links", len(links))
	}
	for _, link := range links {
		if _, err := os.Stat(filepath.Join(filepath.Dir(readme), string(link[1]))); err != nil && !strings.HasPrefix(string(link[1]), "http") {
			t.Error(err)
		}
	}
}
