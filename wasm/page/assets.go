package main

import (
	"fmt"
	"html/template"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"driftlab/engine"
)

// insideMost is how many bytes of a .gz file of data the offline file takes in, at most; of a larger
// one the shell says that only the page on the web has it.
const insideMost = 1_000_000

// makeData makes the files of data anew, if any exhibit names one: what lies there may be older than
// what makes it.
func makeData(exhibits []engine.Exhibit) error {
	if !slices.ContainsFunc(exhibits, func(e engine.Exhibit) bool { return len(e.Assets) > 0 }) {
		return nil
	}
	cmd := exec.Command("go", "generate", "./engine/task/...")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("making the data: %w", err)
	}
	return nil
}

// addAssets adds the files of data that exhibits name, with their .gz beside, from a folder.
func addAssets(s *site, dir string, exhibits []engine.Exhibit) (parcels, error) {
	all := parcels{}
	for _, e := range exhibits {
		for _, name := range e.Assets {
			if all[name] != nil {
				continue
			}
			content, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				return nil, fmt.Errorf("%s wants data: %w", e.Name, err)
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
