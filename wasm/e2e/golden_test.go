package e2e

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"driftlab/engine/wire"
)

// goldens are the tables of the command line's tests, with the addresses of their runs.
var goldens = map[string]string{
	"track":         "scene=track&units=40&samples=60&rays=7",
	"track-tiny":    "scene=track&preset=tiny",
	"valley-label":  "scene=valley&preset=label",
	"valley-update": "scene=valley&walkers=100&noise=0.05",
}

// The browser comes to the same bits as the machine that wrote the tables, with SIMD and
// without.
func TestGoldenHashes(t *testing.T) {
	for name, validate := range map[string]string{"simd": ``, "plain": `WebAssembly.validate = () => false`} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			site := serve(t, late(`/view\.`))
			p := newTab(t)
			p.before(validate)
			p.visitEarly(site + "#v=1&paused=1")
			for table, address := range goldens {
				p.run(`location.hash = ` + quote("#v=1&paused=1&"+address))
				p.wait(`driftlab.state().step === 0 && driftlab.link().includes(` + quote(address) + `.split("&").pop())`)
				p.follow(table, name == "simd")
			}
		})
	}
}

// follow steps through a table and compares the hashes.
func (p *tab) follow(table string, vector bool) {
	p.t.Helper()
	for _, row := range readTable(p.t, table) {
		step, err := strconv.ParseFloat(row["step"], 64)
		if err != nil {
			p.t.Fatal(err)
		}
		if more := step - p.number(`driftlab.state().step`); more > 0 {
			p.run(fmt.Sprintf(`driftlab.step(%v)`, more))
		}
		var got wire.About
		p.eval(`driftlab.about()`, &got)
		if got.Hash != row["hash"] || float64(got.Step) != step || got.Vector != vector {
			p.t.Errorf("%s: at step %d the hash is %s (SIMD: %v); at step %v it should be %s (%v)",
				table, got.Step, got.Hash, got.Vector, step, row["hash"], vector)
		}
	}
}

// readTable reads a golden table, row by row.
func readTable(t *testing.T, name string) (rows []map[string]string) {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "..", "engine", "cmd", "lab", "testdata", name+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil || len(lines) < 2 {
		t.Fatalf("%s: %d lines, %v", name, len(lines), err)
	}
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, column := range lines[0] {
			row[column] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}
