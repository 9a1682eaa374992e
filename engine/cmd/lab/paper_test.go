package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"driftlab/engine"
)

// paper is the README's section on the paper's figures.
func paper(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	_, section, found := strings.Cut(string(text), "\n## The paper's figures\n")
	section, _, closed := strings.Cut(section, "\n## ")
	if !found || !closed {
		t.Fatal("the README has no section on the paper's figures")
	}
	return section
}

// Every address in it opens what it says, and is the one that the page writes then; each of the
// four figures has one.
func TestThePapersFiguresOpen(t *testing.T) {
	address := regexp.MustCompile("`#([^`]*)`")
	figures := strings.Split(paper(t), "\n**Figure ")[1:]
	if len(figures) != 4 {
		t.Errorf("%d figures", len(figures))
	}
	for _, figure := range figures {
		found := address.FindAllStringSubmatch(figure, -1)
		if len(found) == 0 {
			t.Errorf("figure %.30q has no address", figure)
		}
		for _, m := range found {
			s, err := engine.Open(m[1], nil)
			if err != nil {
				t.Fatal(err)
			}
			if st := s.Status(); len(st.Notices) > 0 || st.Link != m[1] {
				t.Errorf("%s: notices %q, the page writes %s", m[1], st.Notices, st.Link)
			}
		}
	}
}

// Every command in it is one: NAME stands for a preset, N for a seed, S for a noise.
func TestThePapersFiguresAreCommands(t *testing.T) {
	found := regexp.MustCompile("`lab ([^`]*)`").FindAllStringSubmatch(paper(t), -1)
	if len(found) < 4 {
		t.Errorf("%d commands", len(found))
	}
	fill := strings.NewReplacer(" NAME", " adam", " N", " 2", " S", " 0.1")
	for _, m := range found {
		args := strings.Fields(fill.Replace(m[1]))
		if _, err := readOrder(false, args[1:]); args[0] != "run" || err != nil {
			t.Errorf("lab %s: %v", m[1], err)
		}
	}
}
