package simtest

import (
	"embed"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"driftlab/engine"
)

//go:embed testdata/*.csv
var files embed.FS

// A Golden is a run that one machine has written down, to be found again on every other: a
// table with the hash of the parameters in its last column, after a line with the run's address.
type Golden struct {
	Name    string
	Address string
	Steps   []int64  // of the rows, each once
	Hashes  []string // at the steps
	Text    string   // the table, without the address
}

const addressed = "# address: "

// Goldens are all there are. An exhibit has one at least.
func Goldens(t testing.TB) []Golden {
	t.Helper()
	entries, err := files.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	var all []Golden
	for _, entry := range entries {
		text, err := files.ReadFile("testdata/" + entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, parse(t, strings.TrimSuffix(entry.Name(), ".csv"), string(text)))
	}
	return all
}

func parse(t testing.TB, name, text string) Golden {
	t.Helper()
	head, table, _ := strings.Cut(text, "\n")
	address, ok := strings.CutPrefix(head, addressed)
	lines, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if !ok || err != nil || len(lines) < 2 {
		t.Fatalf("%s is no golden table: %q, %d lines, %v", name, head, len(lines), err)
	}
	g := Golden{Name: name, Address: address, Text: table}
	at := slices.Index(lines[0], "step")
	for _, line := range lines[1:] {
		step, err := strconv.ParseInt(line[at], 10, 64)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if n := len(g.Steps); n > 0 && g.Steps[n-1] == step {
			continue // of another network
		}
		g.Steps, g.Hashes = append(g.Steps, step), append(g.Hashes, line[len(line)-1])
	}
	return g
}

// Table is what this machine gives for it.
func (g *Golden) Table(t testing.TB) string {
	t.Helper()
	s := Open(t, g.Address)
	b := engine.AppendHeader(nil, s.Sim().Report(), ",hash")
	for _, step := range g.Steps {
		if more := step - s.Sim().Steps(); more > 0 {
			take(t, s, int(more))
		}
		b = engine.AppendNewest(b, engine.Measured(s.Sim()), ","+engine.Hash(s.Sim()))
	}
	return string(b)
}
