package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The same seed gives the same table on every machine: these files were written by one,
// and the tests run natively and under js/wasm, with and without SIMD.
func TestGoldenTables(t *testing.T) {
	for name, args := range map[string]string{
		"valley-update": "valley -walkers 100 -noise 0.05 -steps 1500 -every 500 -hash",
		"valley-label":  "valley -preset label -steps 500 -every 250 -hash",
		"track-tiny":    "track -preset tiny -steps 200 -every 50 -hash",
		"track":         "track -units 40 -samples 60 -rays 7 -steps 100 -every 50 -hash",
	} {
		code, got, errs := lab(t, append([]string{"run"}, strings.Fields(args)...)...)
		if code != 0 {
			t.Fatalf("%s: exit %d, %s", name, code, errs)
		}
		file := filepath.Join("testdata", name+".csv")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: lab run %s gives\n%swant\n%s", name, args, got, want)
		}
	}
}
