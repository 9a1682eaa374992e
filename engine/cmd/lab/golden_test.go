package main

import (
	"fmt"
	"strings"
	"testing"

	"driftlab/engine/simtest"
)

// The command line gives the golden tables, by the command that the page tells of a run with
// that address.
func TestGoldenTables(t *testing.T) {
	for _, g := range simtest.Goldens(t) {
		command, _, _ := strings.Cut(simtest.Open(t, g.Address).About().Command, " -steps ")
		last, every := g.Steps[len(g.Steps)-1], g.Steps[1]-g.Steps[0]
		args := fmt.Sprintf("%s -steps %d -every %d -hash", strings.TrimPrefix(command, "bin/lab "), last, every)
		code, got, errs := lab(t, strings.Fields(args)...)
		if code != 0 || got != g.Text {
			t.Errorf("%s: lab %s: exit %d, %s, gives\n%swant\n%s", g.Name, args, code, errs, got, g.Text)
		}
	}
}
