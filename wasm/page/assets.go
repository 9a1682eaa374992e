package main

import (
	"fmt"
	"html/template"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"driftlab/engine"
)

// insideMost is how many bytes of a .gz file of data the offline file takes in, at most; of a larger
// one the shell says that only the page on the web has it.
const insideMost = 1_000_000

// addAssets adds the files of data that exhibits name, with their .gz beside, from a folder.
func addAssets(s *site, dir string, exhibits []engine.Exhibit) (parcels, error) {
	all := parcels{}
	for _, e := range exhibits {
		for _, name := range slices.Concat(e.Assets, e.More) {
			if all[name] != nil {
				continue
			}
			content, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				return nil, fmt.Errorf("%s wants data, which \"make dist\" makes first: %w", e.Name, err)
			}
			if all[name], err = addParcel(s, name, content); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

// inside are the data blocks of the offline file: all programs, and the files of data that
// are small enough.
func inside(programs, assets parcels) template.HTML {
	var data strings.Builder
	for _, key := range []string{"engine", "plain", "view"} {
		addData(&data, key+"-program", programs[key].packed)
	}
	for _, name := range slices.Sorted(maps.Keys(assets)) {
		if a := assets[name]; a.Packed <= insideMost {
			addData(&data, name+"-data", a.packed)
		}
	}
	return template.HTML(data.String())
}
