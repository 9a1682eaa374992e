package e2e

import (
	"cmp"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The lecture learns its task at once, and thins out for long after.
func TestStory(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=lecture&edition=3&tempo=max")
	p.waitFor(3*time.Minute, `driftlab.state().step > 20000`)
	p.run(`driftlab.pause()`)
	p.is(`driftlab.state().measures.phase === 2`)
	p.says("#phase", "phase 2: directed drift")
	p.says("#caption", "units fell silent since step")

	table := p.table()
	phases, steps := table["phase"], table["step"]
	if !slices.IsSorted(phases) || phases[0] != 1 || phases[len(phases)-1] != 2 {
		t.Fatalf("the phases go %v", phases)
	}
	if !slices.IsSorted(steps) {
		t.Errorf("the steps go %v", steps)
	}
	if two := steps[slices.Index(phases, 2)]; two >= 1000 {
		t.Errorf("phase 2 begins at %v: the fast and the slow are not apart", two)
	}
	if loss := table["loss"]; loss[len(loss)-1] > loss[0]-0.3 {
		t.Errorf("the loss goes from %v to %v only", loss[0], loss[len(loss)-1])
	}
	if units := table["active_units"]; units[len(units)-1] > 0.7*units[0] {
		t.Errorf("the active units go from %v to %v only", units[0], units[len(units)-1])
	}
}

// table is the exported table by columns.
func (p *tab) table() map[string][]float64 {
	p.t.Helper()
	table := csv.NewReader(strings.NewReader(p.file("csv")))
	table.Comment = '#'
	rows, err := table.ReadAll()
	if err != nil {
		p.t.Fatal(err)
	}
	columns := map[string][]float64{}
	for _, row := range rows[1:] {
		for i, text := range row {
			value, err := strconv.ParseFloat(cmp.Or(text, "NaN"), 64) // empty: not taken there
			if err != nil {
				p.t.Fatal(err)
			}
			columns[rows[0][i]] = append(columns[rows[0][i]], value)
		}
	}
	return columns
}
