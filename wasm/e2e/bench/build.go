package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"driftlab/wasm/fold"
)

// The folder of what is built, and the saved run that the cases of a sparse network start
// from: it takes seconds to make and is kept.
const (
	binDir     = "bin"
	sparseFile = "bench-sparse.driftlab"
)

// build makes the stopwatch for both paths and both places, and the sparse run.
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
	return sparsify()
}

func native(path string) string { return "bench-" + path }
func wasm(path string) string   { return "bench-" + path + ".wasm" }

// sparsify makes the sparse run, unless there is one that this program still reads.
func sparsify() error {
	name := filepath.Join(binDir, sparseFile)
	if _, err := stopwatch("simd", "-case", "fig2-sparse", "-for", "1ms", "-warm", "0"); err == nil {
		return nil
	}
	progress("making a sparse run of fig2")
	file, err := stopwatch("simd", "-sparsify")
	if err != nil {
		return err
	}
	return os.WriteFile(name, file, 0o644)
}

// stopwatch runs the native program, with the sparse run as its input, and returns what it
// has printed.
func stopwatch(path string, args ...string) ([]byte, error) {
	cmd := exec.Command(filepath.Join(binDir, native(path)), args...)
	if in, err := os.Open(filepath.Join(binDir, sparseFile)); err == nil {
		defer in.Close()
		cmd.Stdin = in
	}
	out, err := cmd.Output()
	if failed, ok := err.(*exec.ExitError); ok {
		return nil, fmt.Errorf("%s: %s", native(path), failed.Stderr)
	}
	return out, err
}
