package simtest

import (
	"flag"
	"os"
	"strings"
	"testing"

	"driftlab/engine"
)

var update = flag.Bool("update", false, "write the golden tables anew")

func TestExhibits(t *testing.T) {
	for _, e := range engine.Exhibits {
		t.Run(e.Name, func(t *testing.T) { Run(t, e) })
	}
}

// The same seed gives the same table on every machine: these files were written by one,
// and the tests run natively and under js/wasm, with and without SIMD.
func TestGoldenTables(t *testing.T) {
	missing := engine.Names()
	for _, g := range Goldens(t) {
		for i, name := range missing {
			if strings.Contains(g.Address, "scene="+name) {
				missing[i] = ""
			}
		}
		got := g.Table(t)
		if *update {
			if err := os.WriteFile("testdata/"+g.Name+".csv", []byte(addressed+g.Address+"\n"+got), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if got != g.Text {
			t.Errorf("%s: %s gives\n%swant\n%s", g.Name, g.Address, got, g.Text)
		}
	}
	if none := strings.Join(missing, ""); none != "" {
		t.Errorf("%s has no golden table", none)
	}
}
