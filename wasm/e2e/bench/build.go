package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"driftlab/wasm/fold"
)

// The folder of what is built, and the runs under way that the cases of a sparse network and of sweeps start
// from: they take seconds to make and are kept.
const (
	binDir     = "bin"
	sparseFile = "bench-sparse.driftlab"
	sweepFile  = "bench-sweep.parts"
)

// build makes the stopwatch for both paths and both places, and the saved runs.
func build() error {
	for path, experiment := range map[string]string{"simd": "simd,nojsonv2", "scalar": "nojsonv2"} {
		for _, target := range [][]string{{native(path)}, {wasm(path), "GOOS=js", "GOARCH=wasm"}} {
			cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", filepath.Join(binDir, target[0]), "./engine/cmd/bench")
			cmd.Env = append(append(os.Environ(), "GOEXPERIMENT="+experiment), target[1:]...)
			cmd.Stderr = os.Stderr
			if err := cmd.Run(); err != nil {
				return fmt.Errorf("building %s: %w", target[0], err)
			}
		}
		// What is measured is what is shipped: the page's programs are folded too.
		if err := fold.File(filepath.Join(binDir, wasm(path))); err != nil {
			return err
		}
	}
	if err := save("fig2-sparse", "-sparsify"); err != nil {
		return err
	}
	return save("sweep", "-stagger")
}

func native(path string) string { return "bench-" + path }
func wasm(path string) string   { return "bench-" + path + ".wasm" }

// startOf names the saved run that a case starts from, if it starts from one.
func startOf(name string) string {
	if strings.HasPrefix(name, "sweep") {
		return sweepFile
	}
	return sparseFile
}

// save makes a saved run by an argument of the stopwatch, unless there is one that this program still reads for a case.
func save(name, argument string) error {
	if _, err := stopwatch("simd", startOf(name), "-case", name, "-for", "1ms", "-warm", "0"); err == nil {
		return nil
	}
	progress("making what %s starts from", name)
	file, err := stopwatch("simd", "", argument)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(binDir, startOf(name)), file, 0o644)
}

// program is the native stopwatch with a saved run as its input.
func program(path, from string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(binDir, native(path)), args...)
	if file, err := os.ReadFile(filepath.Join(binDir, from)); err == nil {
		cmd.Stdin = bytes.NewReader(file)
	}
	return cmd
}

// stopwatch runs it and returns what it has printed.
func stopwatch(path, from string, args ...string) ([]byte, error) {
	out, err := program(path, from, args...).Output()
	if failed, ok := err.(*exec.ExitError); ok {
		return nil, fmt.Errorf("%s: %s", native(path), failed.Stderr)
	}
	return out, err
}
